"""Official Chinese prose, read once: what no plan and no model is needed for. Read reading.py first."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ingest.language.patterns import Pattern
    from ingest.language.reading import Reading

__all__ = [
    "Pattern",
    "Reading",
    "actors",
    "bounds",
    "clocks",
    "date_patterns",
    "dates",
    "english_bodies",
    "folding",
    "gazetteer",
    "leading_places",
    "likeness",
    "normal_form",
    "numbers",
    "office_names",
    "offices",
    "patterns",
    "periods",
    "places",
    "printed_dates",
    "quantities",
    "reading",
    "sentences",
    "short_forms",
    "sites",
    "sounds",
    "spacing",
    "taiwan_words",
    "timespans",
    "units",
    "weekdays",
    "whens",
    "words",
    "year_patterns",
    "years",
]
MODULES = {"Pattern": "patterns", "Reading": "reading"}


def __getattr__(name: str) -> object:
    """A public name, loaded with its module when it is first asked for: a dictionary of words takes its time."""
    if name not in MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{MODULES[name]}"), name)
