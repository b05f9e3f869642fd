"""The years that a text names: 2024年, 二〇二四年, 民国113年, 2023—2024学年, 十四五; and the part that each plays.

Texts are folded ones: Simplified, plain width, small letters.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from ingest.language.numbers import read_number
from ingest.language.year_patterns import (
    BARE_REPUBLIC_YEAR,
    BORN_AFTER,
    BORN_BEFORE,
    COMPARED,
    FIVE_YEARS,
    GOAL,
    LAST_OF_SPAN,
    NAMED_YEAR,
    NOUGHT,
    SHORT_YEAR,
    START,
    YEAR_UNIT,
)

YEARS_BEFORE_THE_REPUBLIC = 1911  # its first year is 1912
YEARS_BEFORE_FIVE_YEARS = 1951  # the nth five years' plan begins 5 n years later: 十四五 in 2021
READ_BEFORE = 12  # characters before a year, which tell its role


class Form(StrEnum):
    """How a year is counted or written."""

    YEAR = "year"
    SCHOOL_YEAR = "school year"
    FIVE_YEARS = "five years' plan"


class Role(StrEnum):
    """The part that a year plays in its sentence."""

    NAMED = "named"
    GOAL = "goal"  # 到2025年
    START = "start"  # 自2019年
    COMPARED = "compared"  # 比2023年
    BIRTH = "birth"  # 2018年8月31日前出生


@dataclass(frozen=True, slots=True)
class Year:
    """A year or a span of years, and where it stands in the folded text; `has_unit` says that 年 stands behind it."""

    printed: str
    start: int
    end: int
    first: int
    last: int
    has_unit: bool = True
    form: Form = Form.YEAR
    role: Role = Role.NAMED

    @property
    def is_span(self) -> bool:
        """Whether it is several years, or a school year that names both of its own."""
        return self.first != self.last


@lru_cache(maxsize=4096)
def find_years(folded: str) -> tuple[Year, ...]:
    """The years of a folded text in order, spans as one: `2023—2024学年` is a school year from 2023 to 2024.

    `到2025年` gives 2025 as a goal, `十四五` 2021 to 2025, `民国113年` 2024; `2000名` is no year.
    """
    found = [*_spans(folded), *_five_years(folded)]
    return tuple(sorted(found, key=lambda year: year.start))


def find_republic_years(folded: str) -> tuple[Year, ...]:
    """The years of a text from Taiwan, where `113年度` is 2024."""
    bare = [
        _placed(folded, match, YEARS_BEFORE_THE_REPUBLIC + int(match[1]))
        for match in BARE_REPUBLIC_YEAR.compiled.finditer(folded)
    ]
    found = find_years(folded)
    spans = [(year.start, year.end) for year in found]
    own = [year for year in bare if not any(start <= year.start < end for start, end in spans)]
    return tuple(sorted([*found, *own], key=lambda year: year.start))


def find_short_years(folded: str, known: Collection[int]) -> tuple[Year, ...]:
    """Years of two digits, only those that are `known`: `24年的校车` is 2024 where a plan of 2024 is known."""
    found = []
    for match in SHORT_YEAR.compiled.finditer(folded):
        year = 2000 + int(match["arabic"] or read_year(match["chinese"]))
        if year in known:
            found.append(_placed(folded, match, year))
    return tuple(found)


def read_year(numeral: str) -> int:
    """The year that a numeral writes digit by digit: `二o一四` is 2014."""
    return read_number(re.sub(f"[{NOUGHT}]", "〇", numeral) if not numeral.isdecimal() else numeral) or 0


def read_republic_year(numeral: str) -> int:
    """The year that the Republic counts so: `113` and `一一三` are 2024."""
    return YEARS_BEFORE_THE_REPUBLIC + (read_number(numeral) or 0)


def _spans(folded: str) -> Iterator[Year]:
    at = 0
    for match in NAMED_YEAR.compiled.finditer(folded):
        if match.start() < at:
            continue
        first = _value(match)
        at, form, has_unit = _take_unit(folded, match.end())
        last = first
        if joined := LAST_OF_SPAN.compiled.match(folded, at):
            short = joined["short"]
            last = first - first % 100 + int(short) if short else read_year(joined["whole"])
            at, form, has_unit = _take_unit(folded, joined.end())
        year = _placed(folded, match, first, end=at)
        yield replace(year, last=last, form=form, has_unit=has_unit, role=_role(folded, match, at))


def _value(match: re.Match[str]) -> int:
    if western := match["western"] or match["chinese"]:
        return read_year(western)
    return read_republic_year(match["republic"] or match["school"])


def _take_unit(folded: str, at: int) -> tuple[int, Form, bool]:
    """Where the year ends with its 年 or 学年度, and what these say."""
    unit = YEAR_UNIT.compiled.match(folded, at)
    if not unit:
        return at, Form.YEAR, False
    return unit.end(), Form.SCHOOL_YEAR if "学" in unit[0] else Form.YEAR, True


def _placed(folded: str, match: re.Match[str], year: int, *, end: int | None = None) -> Year:
    end = match.end() if end is None else end
    return Year(folded[match.start() : end], match.start(), end, year, year)


def _role(folded: str, match: re.Match[str], end: int) -> Role:
    before = folded[max(0, match.start() - READ_BEFORE) : match.start()]
    if BORN_AFTER.compiled.match(folded, match.end()) or BORN_BEFORE.compiled.search(before):
        return Role.BIRTH
    roles = ((GOAL, Role.GOAL), (START, Role.START), (COMPARED, Role.COMPARED))
    return next((role for pattern, role in roles if pattern.compiled.search(before)), Role.NAMED)


def _five_years(folded: str) -> Iterator[Year]:
    for match in FIVE_YEARS.compiled.finditer(folded):
        first = YEARS_BEFORE_FIVE_YEARS + 5 * (10 + (read_number(match[1]) or 0))
        year = _placed(folded, match, first)
        yield replace(year, last=first + 4, has_unit=False, form=Form.FIVE_YEARS)
