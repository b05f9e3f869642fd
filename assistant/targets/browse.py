"""Targets filtered, counted and sorted as a person asks: by plan, place, year, topic, unit, and words."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from assistant.targets.order import COLUMNS, FIRST_COLUMN, in_order
from assistant.targets.target import PlanTarget
from ingest.language.folding import fold

NOT_SAID = ""  # the value of a target that names no year to be done by, or whose plan does not say its region
VALUES: dict[str, Callable[[PlanTarget], str]] = {
    "topic": lambda one: one.target.topic,
    "region": lambda one: one.plan.region or NOT_SAID,
    "year": lambda one: str(one.plan.year or NOT_SAID),
    "plan": lambda one: one.plan.id,
    "unit": lambda one: one.target.unit,
    "due": lambda one: str(one.target.by_year or NOT_SAID),
}
NEWEST_FIRST = frozenset({"year", "due"})


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked of the targets: words that they hold, values by kind (none: all of them), and a column to sort by."""

    words: str = ""
    chosen: Mapping[str, frozenset[str]] = field(default_factory=dict)
    sort: str = FIRST_COLUMN
    is_turned: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Listed:
    """A target ready to be looked through: its words folded, its values in the order of VALUES."""

    target: PlanTarget
    folded: str
    values: tuple[str, ...]

    @classmethod
    def of(cls, one: PlanTarget) -> "Listed":
        """The target, made ready."""
        said = one.target
        parts = (said.what, said.per + said.words, said.topic, one.item.heading, said.sentence, one.plan.title)
        return cls(one, fold("\n".join(parts)), tuple(value(one) for value in VALUES.values()))


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a kind, how many targets would be left by choosing it, and whether it is chosen."""

    value: str
    count: int
    is_chosen: bool = False


@dataclass(frozen=True, slots=True)
class Browsed:
    """The targets that were asked for, in the order asked for, and by kind the choices that there are."""

    targets: tuple[PlanTarget, ...]
    choices: Mapping[str, tuple[Choice, ...]]

    @property
    def plan_count(self) -> int:
        """How many plans the targets are of."""
        return len({one.plan.id for one in self.targets})


def browse(targets: Sequence[Listed], wish: Wish) -> Browsed:
    """The targets that the wish asks for. A kind is counted as the words and the other kinds narrow it."""
    chosen = [wish.chosen.get(kind, frozenset()) for kind in VALUES]
    counts = [Counter(dict.fromkeys(sorted(values), 0)) for values in chosen]
    held = [(place, values) for place, values in enumerate(chosen) if values]
    wanted = fold(wish.words).split()
    found = []
    for one in targets:
        if not all(word in one.folded for word in wanted):
            continue
        misses = [place for place, values in held if one.values[place] not in values]
        if not misses:
            found.append(one.target)
            for count, value in zip(counts, one.values, strict=True):
                count[value] += 1
        elif len(misses) == 1:
            counts[misses[0]][one.values[misses[0]]] += 1
    column = wish.sort if wish.sort in COLUMNS else FIRST_COLUMN
    choices = (_choices(kind, *pair) for kind, pair in zip(VALUES, zip(counts, chosen, strict=True), strict=True))
    return Browsed(in_order(found, column, is_turned=wish.is_turned), dict(zip(VALUES, choices, strict=True)))


def _choices(kind: str, counts: Counter[str], chosen: frozenset[str]) -> tuple[Choice, ...]:
    """Years newest first, the others by count; what is not said stands last."""
    by_count = sorted(counts.items(), key=lambda pair: -pair[1])
    ordered = sorted(counts.items(), reverse=True) if kind in NEWEST_FIRST else by_count
    ordered.sort(key=lambda pair: pair[0] == NOT_SAID)
    return tuple(Choice(value, count, value in chosen) for value, count in ordered)
