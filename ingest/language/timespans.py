"""Stretches of time that a folded text names without their year: 今年, 年底, 上半年, 秋季学期, 上学年, 近两年.

Nothing here reads the clock: which years they are a caller learns from `resolve`, with the day that the text was written.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ingest.language.numbers import read_number
from ingest.language.timespan_patterns import (
    COUNTED_YEARS,
    FEAST,
    MONTH,
    PART_OF_YEAR,
    RELATIVE_YEAR,
    SCHOOL_YEAR,
    SEASON,
    TERM,
)


class Unit(StrEnum):
    """What a stretch of time is or is part of."""

    YEAR = "year"
    YEARS = "years counted from a day that is not named"  # 三年内
    SCHOOL_YEAR = "school year"
    TERM = "term"
    SEASON = "season"
    MONTH = "month"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Timespan:
    """A stretch of time, and how many years (or school years) from the present one its first and last are.

    `今年` is 0 to 0, `近两年` -1 to 0; both are None where the text does not say it, as `下学期` may be of this year or the next.
    """

    printed: str
    start: int
    end: int
    unit: Unit
    first: int | None = 0
    last: int | None = 0
    part: str = ""  # 底, 内, 初, 上半年


OF_THE_PRESENT = (
    (PART_OF_YEAR, Unit.YEAR),
    (SEASON, Unit.SEASON),
    (MONTH, Unit.MONTH),
    (FEAST, Unit.DAY),
)
OFFSETS = {"今": 0, "本": 0, "当": 0, "新": 1, "明": 1, "来": 1, "下一": 1, "下": 1, "去": -1, "上一": -1, "上": -1}
TWO_YEARS = {"前": -2, "后": 2}
SCHOOL_YEAR_BEGINS = 9  # the month


def find_timespans(folded: str) -> tuple[Timespan, ...]:
    """The stretches of time in order: `近两年` two years up to this one, `到年底` the present year's end."""
    found: list[Timespan] = []
    for span in sorted(_timespans(folded), key=lambda one: (one.start, -one.end)):
        if not found or span.start >= found[-1].end:
            found.append(span)
    return tuple(found)


def resolve(span: Timespan, today: date) -> tuple[int, int] | None:
    """The first and last calendar year of a stretch of time, seen from `today`; None where they cannot be told.

    `resolve` of `上学年` is (2022, 2023) on 2024-03-01, of `明年` (2025, 2025).
    """
    if span.first is None or span.last is None:
        return None
    if span.unit is not Unit.SCHOOL_YEAR:
        return today.year + span.first, today.year + span.last
    begun = today.year if today.month >= SCHOOL_YEAR_BEGINS else today.year - 1
    first = begun + span.first
    return {"初": (first, first), "末": (first + 1, first + 1)}.get(span.part, (first, first + 1))


def _timespans(folded: str) -> Iterator[Timespan]:
    yield from _of_years(folded)
    yield from _counted(folded)
    for pattern, unit in OF_THE_PRESENT:
        for match in pattern.compiled.finditer(folded):
            yield _timespan(match, unit, part=match[match.lastgroup] if match.lastgroup else "")
    for match in TERM.compiled.finditer(folded):
        offset = None if match["which"] == "下" else 0
        yield _timespan(match, Unit.TERM, offset, offset, part=match["part"] or "")
    for match in SCHOOL_YEAR.compiled.finditer(folded):
        offset = OFFSETS[match["which"] or "本"]
        yield _timespan(match, Unit.SCHOOL_YEAR, offset, offset, part=match["part"] or "")


def _of_years(folded: str) -> Iterator[Timespan]:
    for match in RELATIVE_YEAR.compiled.finditer(folded):
        part = match["part"] or ""
        if match["both"]:
            yield _timespan(match, Unit.YEAR, 0, 1, part=part)
            continue
        offset = OFFSETS.get(match["said"] or match["counted"]) or TWO_YEARS.get(match["counted"], 0)
        yield _timespan(match, Unit.YEAR, offset, offset, part=part)


def _counted(folded: str) -> Iterator[Timespan]:
    for match in COUNTED_YEARS.compiled.finditer(folded):
        count = read_number(match["ago"] or match["ahead"]) or 0
        first, last = (1 - count, 0) if match["ago"] else (0, count)
        yield _timespan(match, Unit.YEARS, first, last, part=match["part"] or "")


def _timespan(
    match: re.Match[str], unit: Unit, first: int | None = 0, last: int | None = 0, *, part: str = ""
) -> Timespan:
    return Timespan(match[0], *match.span(), unit, first, last, part)
