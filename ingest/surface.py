"""A package's public names, each loaded with its module when it is first asked for (PEP 562)."""

from collections.abc import Callable, Mapping
from importlib import import_module


def lazily(package: str, modules: Mapping[str, str]) -> Callable[[str], object]:
    """The package's `__getattr__`, for names by the module that holds each: `{"load_plan": "ingest.load"}`."""

    def load(name: str) -> object:
        if name not in modules:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return getattr(import_module(modules[name]), name)

    return load
