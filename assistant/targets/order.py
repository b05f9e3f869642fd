"""Targets sorted by a column: figures as numbers within their unit, dates as dates, and what is not said last."""

import re
from collections import Counter
from collections.abc import Callable, Sequence

from assistant.targets.target import Direction, PlanTarget, Target
from ingest.language.folding import fold

Key = tuple[float | str, ...]
FIRST_COLUMN = "plan"  # newest plan first, in reading order
DIRECTIONS = list(Direction)
MONTH = re.compile(r"(\d{1,2})月(?:(\d{1,2})日|([上中下末底初]))?")
IN_MONTH = {"初": 1, "上": 10, "中": 20, "下": 28, "末": 31, "底": 31}
IN_YEAR = (("上半年", 6, 30), ("春季", 3, 1), ("秋季", 9, 1), ("寒假", 2, 28), ("暑假", 8, 31), ("半年", 12, 31))
YEARS_END = (12, 31)


def in_order(targets: Sequence[PlanTarget], column: str, *, is_turned: bool = False) -> tuple[PlanTarget, ...]:
    """The targets, given newest plan first, by a column of COLUMNS; turned around, what is not said stays last."""
    if column == FIRST_COLUMN:
        return tuple(_oldest_first(targets) if is_turned else targets)
    key = COLUMNS[column]
    known = [(found, one) for one in targets if (found := key(one)) is not None]
    unknown = [one for one in targets if key(one) is None]
    if column == "amount":
        common = Counter(one.target.unit for _, one in known)
        known.sort(key=lambda pair: pair[0][1:], reverse=is_turned)  # the units keep their places, the commonest first
        known.sort(key=lambda pair: (-common[pair[1].target.unit], pair[1].target.unit))
    else:
        known.sort(key=lambda pair: pair[0], reverse=is_turned)
    return (*(one for _, one in known), *unknown)


def _oldest_first(targets: Sequence[PlanTarget]) -> list[PlanTarget]:
    return sorted(targets, key=lambda one: one.plan.year or 10_000)


def _amount(one: PlanTarget) -> Key | None:
    target = one.target
    value = target.value if target.value is not None else target.low
    return None if value is None else (target.unit, value, target.high if target.high is not None else value)


def _text(of: Callable[[Target], str]) -> Callable[[PlanTarget], Key | None]:
    return lambda one: (fold(of(one.target)),) if of(one.target) else None


def _direction(one: PlanTarget) -> Key:
    return (DIRECTIONS.index(one.target.direction),)


def _when(one: PlanTarget) -> Key | None:
    target = one.target
    return None if not target.by_when else (target.by_year or 10_000, *_day(fold(target.by_when)))


def _day(said: str) -> tuple[int, int]:
    """`8月25日前` is 8, 25; `9月底` 9, 31; `上半年` 6, 30; 年底 and all else the year's end."""
    if dates := MONTH.findall(said):
        month, day, part = dates[-1]  # of a span the last is when it is done
        return int(month), int(day) if day else IN_MONTH.get(part, 31)
    return next(((month, day) for words, month, day in IN_YEAR if words in said), YEARS_END)


def _item(one: PlanTarget) -> Key:
    return (fold(one.item.heading or one.item.section_title), one.item.ref)


COLUMNS: dict[str, Callable[[PlanTarget], Key | None]] = {
    "amount": _amount,
    "what": _text(lambda target: target.what),
    "direction": _direction,
    "when": _when,
    "topic": _text(lambda target: target.topic),
    "plan": lambda one: (-(one.plan.year or 0), one.plan.title),
    "item": _item,
}
