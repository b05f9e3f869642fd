"""The program's modules as syntax trees, and what a check says of them."""

import ast
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
PACKAGES = ("assistant", "ingest", "prompts", "vectorstore")
CALLERS = ("app.py", "benchmarks")  # what is no part of the program and may use it; tests prove nothing needed


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, and where."""

    path: Path
    line: int
    message: str

    def __str__(self) -> str:
        """As linters print it: `assistant/cite.py:41: ...`."""
        return f"{self.path}:{self.line}: {self.message}"


@dataclass(frozen=True, slots=True)
class Module:
    """A module by its full name, with its path from the root and its tree."""

    name: str
    path: Path
    tree: ast.Module

    @property
    def is_program(self) -> bool:
        """Whether it is part of what runs, and no benchmark."""
        return self.name.partition(".")[0] in PACKAGES


def read_modules(root: Path = ROOT) -> tuple[Module, ...]:
    """All modules of the program and of its callers."""
    places = [root / name for name in (*PACKAGES, *CALLERS)]
    paths = sorted(path for place in places for path in (place.rglob("*.py") if place.is_dir() else [place]))
    return tuple(_read(path, root) for path in paths if path.exists())


def _read(path: Path, root: Path) -> Module:
    inside = path.relative_to(root)
    name = ".".join(inside.with_suffix("").parts).removesuffix(".__init__")
    return Module(name, inside, _parsed(path.read_text(encoding="utf-8")))


@cache
def _parsed(code: str) -> ast.Module:
    return ast.parse(code)


@cache
def texts(tree: ast.Module) -> tuple[ast.Constant, ...]:
    """The texts of a module that are neither documentation nor pieces of an f-string."""
    nodes = list(ast.walk(tree))
    apart = {id(piece) for node in nodes if isinstance(node, ast.JoinedStr) for piece in node.values}
    apart |= {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    constants = (node for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str))
    return tuple(node for node in constants if id(node) not in apart)
