"""The same target in a place's plans of several years: 班主任津贴 800元 in 2024, 900元 in 2025."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.targets.target import PlanTarget
from ingest.language.folding import fold

Key = tuple[str, ...]
UNSAID = re.compile(r"[\s，、：:“”\"（）()]|全[区县市省]|稳步|达到|保持|提高到?|增加到?")


@dataclass(frozen=True, slots=True)
class Series:
    """A target a year, the oldest first; all of one place, of one thing, in one unit."""

    targets: tuple[PlanTarget, ...]

    @property
    def change(self) -> float | None:
        """By how much the newest figure is above the oldest; None where one of them is a range."""
        first, last = self.targets[0].target.value, self.targets[-1].target.value
        return None if first is None or last is None else round(last - first, 6)


def find_series(targets: Iterable[PlanTarget]) -> tuple[Series, ...]:
    """The series that can surely be told, those that changed most in proportion first.

    A plan that has two figures of the same thing, unit and count tells nothing: which of them goes on is not known.
    """
    by_thing: dict[Key, dict[int, list[PlanTarget]]] = defaultdict(lambda: defaultdict(list))
    for one in targets:
        if (key := _key(one)) and one.plan.year:
            by_thing[key][one.plan.year].append(one)
    found = [
        Series(tuple(of_year[0] for _, of_year in sorted(years.items())))
        for years in by_thing.values()
        if len(years) > 1 and all(len(of_year) == 1 for of_year in years.values())
    ]
    return tuple(sorted(found, key=lambda series: -_proportion(series)))


def _key(one: PlanTarget) -> Key | None:
    """Place, topic, thing, unit, what it is counted for, and how it binds."""
    what = UNSAID.sub("", fold(one.target.what))
    if not what or not one.plan.region:
        return None
    target = one.target
    return (fold(one.plan.region), target.topic, what, target.unit, fold(target.per), target.direction)


def _proportion(series: Series) -> float:
    change, first = series.change, series.targets[0].target.value
    return abs(change / first) if change and first else 0.0
