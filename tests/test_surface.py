"""Every package says what others may use of it, and others use nothing else."""

import ast
import importlib
import importlib.util
import tomllib
from collections.abc import Iterator

import pytest

import assistant
from checks.source import PACKAGES, ROOT, read_modules
from checks.unused import public_names

MODULES = {module.name: module for module in read_modules() if module.is_program}
FOLDERS = sorted(name for name, module in MODULES.items() if module.path.name == "__init__.py")


def imports(name: str) -> Iterator[str]:
    """The program's modules that a module imports, by their full names."""
    for node in ast.walk(MODULES[name].tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            own = [f"{node.module}.{one.name}" for one in node.names]
            yield from (full if full in MODULES else node.module for full in own)
        elif isinstance(node, ast.Import):
            yield from (one.name for one in node.names)


def test_packages_are_found() -> None:
    assert set(PACKAGES) <= set(FOLDERS)
    assert len(FOLDERS) > 20


@pytest.mark.parametrize("package", FOLDERS)
def test_package_names_what_others_may_use_and_all_of_it_is_there(package: str) -> None:
    loaded = importlib.import_module(package)
    names = loaded.__all__
    assert len(set(names)) == len(names)
    for name in names:
        is_module = importlib.util.find_spec(f"{package}.{name}") is not None
        assert is_module or getattr(loaded, name), name


@pytest.mark.parametrize("package", FOLDERS)
def test_no_other_package_imports_what_is_not_public(package: str) -> None:
    public = {f"{package}.{name}" for name in public_names(MODULES[package].tree)}
    private = [
        f"{name} imports {full}"
        for name in MODULES
        if not f"{name}.".startswith(f"{package}.")
        for full in imports(name)
        if full.startswith(f"{package}.") and not any(f"{full}.".startswith(f"{one}.") for one in public)
    ]
    assert private == []


@pytest.mark.parametrize("package", PACKAGES)
def test_package_is_typed_and_says_so_where_it_is_installed(package: str) -> None:
    assert (ROOT / package / "py.typed").exists()
    told = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert "py.typed" in told["tool"]["setuptools"]["package-data"][package]


def test_name_that_is_not_public_is_no_attribute() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'nobody'"):
        assistant.nobody  # noqa: B018
