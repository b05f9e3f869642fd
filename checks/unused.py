"""Names that nothing uses, resolved by the module that they are imported from; vulture takes any use of the name alone for one."""

import ast
from collections.abc import Iterator, Sequence

from checks.source import Fault, Module

Name = tuple[str, str]  # a module, and a name in it
CALLED_BY_PYTHON = frozenset({"__all__", "__getattr__"})


def unused_names(modules: Sequence[Module]) -> list[Fault]:
    """The names at the top of the program's modules that no module uses and no package names in its `__all__`."""
    known = {module.name for module in modules}
    used = {name for module in modules for name in _uses(module, known)}
    return [
        Fault(module.path, line, f"nothing but a test uses {name}; delete it, and what tests it")
        for module in modules
        if module.is_program
        for name, line in _definitions(module.tree)
        if (module.name, name) not in used and name not in CALLED_BY_PYTHON
    ]


def _definitions(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """The names that the module defines; what is decorated may be called by what decorates it."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            if isinstance(node, ast.ClassDef) or not node.decorator_list:
                yield node.name, node.lineno
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            for part in (part for target in targets for part in ast.walk(target)):
                if isinstance(part, ast.Name):
                    yield part.id, node.lineno


def _uses(module: Module, known: set[str]) -> Iterator[Name]:
    """What the module uses of its own names and of those that it imports."""
    names, packages = _imports(module.tree, known)
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            yield names.get(node.id, (module.name, node.id))
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in packages:
            yield packages[node.value.id], node.attr
    yield from (names[name] for name in public_names(module.tree) if name in names)


def _imports(tree: ast.Module, known: set[str]) -> tuple[dict[str, Name], dict[str, str]]:
    """By the name that stands in the module: names of other modules, and other modules."""
    names: dict[str, Name] = {}
    modules: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            for one in node.names:
                own, full = one.asname or one.name, f"{node.module}.{one.name}"
                if full in known:
                    modules[own] = full
                else:
                    names[own] = (node.module, one.name)
        elif isinstance(node, ast.Import):
            modules |= {one.asname or one.name: one.name for one in node.names}
    return names, modules


def public_names(tree: ast.Module) -> list[str]:
    """What the module's `__all__` names; nothing where it has none."""
    for node in tree.body:
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        if any(isinstance(target, ast.Name) and target.id == "__all__" for target in targets):
            return [
                part.value for part in ast.walk(node) if isinstance(part, ast.Constant) and isinstance(part.value, str)
            ]
    return []
