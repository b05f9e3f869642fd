"""What was found, counted by plan, region, year and topic, and narrowed by what is chosen of these."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from assistant.browsing.catalogue import Entry

Chosen = Mapping[str, frozenset[str]]  # by kind; a kind of which nothing is chosen does not narrow
NOT_SAID = ""  # the value of an entry whose plan does not say its region or year
VALUES: dict[str, Callable[[Entry], str]] = {
    "plan": lambda entry: entry.plan.id,
    "region": lambda entry: entry.plan.identity.region or NOT_SAID,
    "year": lambda entry: str(entry.plan.identity.year or NOT_SAID),
    "topic": lambda entry: entry.topic,
}
KINDS = tuple(VALUES)


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that entries can be narrowed to, and how many would be left."""

    value: str
    count: int
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """A kind of value and its choices: years newest first, the others by count."""

    kind: str
    choices: tuple[Choice, ...]


def narrow(entries: Iterable[Entry], chosen: Chosen, *, besides: str = "") -> list[Entry]:
    """The entries that have one of the chosen values of every kind but `besides`."""
    tests = [(VALUES[kind], values) for kind, values in chosen.items() if values and kind != besides]
    return [entry for entry in entries if all(value(entry) in values for value, values in tests)]


def count_facets(entries: Sequence[Entry], chosen: Chosen) -> tuple[Facet, ...]:
    """The facets of the entries. Each is counted as the other kinds narrow it, so that its counts are what choosing gives.

    A chosen value stays even where nothing is left of it.
    """
    return tuple(_facet(kind, narrow(entries, chosen, besides=kind), chosen.get(kind, frozenset())) for kind in KINDS)


def _facet(kind: str, entries: Iterable[Entry], chosen: frozenset[str]) -> Facet:
    counts = Counter(map(VALUES[kind], entries))
    counts.update(dict.fromkeys(sorted(chosen), 0))
    # Of equal counts, in the order of the plans.
    ordered = sorted(counts.items(), reverse=True) if kind == "year" else counts.most_common()
    return Facet(kind, tuple(Choice(value, count, value in chosen) for value, count in ordered))
