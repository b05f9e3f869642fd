"""The figures of a text, each with its value, unit, bound and the words around it: 不超过90分钟, 每生每学期300元."""

import re
from dataclasses import dataclass, replace

from ingest.language.bounds import Bound
from ingest.language.periods import STOPS, clause_start
from ingest.language.quantities import Quantity, find_quantities

CHANGED = re.compile(r"[^,。;、]{0,4}(?:到|至|为|成|加|减|降|升|增)[^,。;、]{0,2}")
RESPECTIVELY = re.compile(r"([^,。;\n]{2,40})分别[为是达到按]{0,2}")
LISTED = re.compile(r"[、和与及]")
NO_THING = re.compile(
    r"以?[上下内]|左右|提高|增加|延长|降|减|调整|升|扩大|缩短|精简|的?标准|提升|压|到|至|为|起|前|后|给予|补助|补贴|发放|执行|,|的基础"
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a folded text: `unit` is the group's name, `around` the words of its stretch of the clause."""

    printed: str
    value: float
    unit: str
    start: int
    end: int
    around: str
    bound: Bound | None = None
    periods: frozenset[str] = frozenset()  # what it is reckoned by
    any_periods: frozenset[str] = frozenset()  # all such words of its clause
    is_changed: bool = False  # to which something else changes: the 15 of 由10分钟延长到15分钟
    is_loose: bool = False  # a lone 一, which counts so loosely that its lack proves nothing


def read_figures(folded: str, *, taken: tuple[tuple[int, int], ...] = ()) -> tuple[Figure, ...]:
    """The figures in order, of a range both ends; `taken` are the spans of dates, which are read elsewhere."""
    found = [one for quantity in find_quantities(folded, taken) for one in quantity.ends or (quantity,)]
    figures: list[Figure] = []
    for place, quantity in enumerate(found):
        after = found[place - 1].end if place else 0
        before = found[place + 1].start if place + 1 < len(found) else len(folded)
        figures.append(_figure(folded, quantity, after, before, figures[-1:]))
    return _respectively(folded, figures)


def _figure(folded: str, quantity: Quantity, after: int, before: int, last: list[Figure]) -> Figure:
    around, is_changed = _around(folded, quantity.start, quantity.end, after, before)
    periods, any_periods = quantity.periods, quantity.any_periods
    if is_changed and last and not any_periods:
        periods, any_periods = last[0].periods, last[0].any_periods
    return Figure(
        printed=quantity.printed,
        value=quantity.size or 0.0,
        unit="第" if quantity.is_ordinal else quantity.group,
        start=quantity.start,
        end=quantity.end,
        around=around,
        bound=None if quantity.bound is Bound.ABOUT else quantity.bound,
        periods=periods,
        any_periods=any_periods,
        is_changed=is_changed,
        is_loose=quantity.is_loose,
    )


def _respectively(folded: str, figures: list[Figure]) -> tuple[Figure, ...]:
    """Figures told in a row are each of one of the things named before: 小学、初中分别为800元和1000元."""
    for match in RESPECTIVELY.finditer(folded):
        clause = [
            one for one in figures if match.end() <= one.start and not STOPS.search(folded, match.end(), one.start)
        ]
        things = LISTED.split(match[1])[-len(clause) :]
        if 1 < len(clause) == len(things):
            named = {one.start: thing for one, thing in zip(clause, things, strict=True)}
            figures = [replace(one, around=named.get(one.start, one.around)) for one in figures]
    return tuple(figures)


def _around(folded: str, start: int, end: int, after: int, before: int) -> tuple[str, bool]:
    """What the figure is of, the words behind it (4所幼儿园) or those before; and whether something changes to it."""
    left = clause_start(folded, start)
    stop = STOPS.search(folded, end, before)
    right = stop.start() if stop else before
    own = max(left, min(after, start))
    is_changed = own > left and bool(CHANGED.fullmatch(folded[own:start]))
    if is_changed:
        own = left  # 由10分钟延长到15分钟: both are of what stands before
    behind = LISTED.split(folded[end:right])[0]
    if len(behind) > 1 and not NO_THING.match(behind):
        return LISTED.split(folded[own:start])[-1][-6:] + "|" + behind, is_changed
    return folded[own:start], is_changed
