"""The quantities of a text: each number with its unit, its bound and what it is counted for.

numbers.py reads the numerals, units.py knows the measure words, idioms.py what is no figure,
counts.py the single number with its unit; here they are joined to ranges, and what stands around
them is read.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from ingest.language.bounds import Bound, read_bound
from ingest.language.counts import Count, find_counts
from ingest.language.patterns import Pattern
from ingest.language.periods import Span, read_each, read_periods
from ingest.language.units import Unit

CACHED_TEXTS = 8192
SHARED_UNIT = Pattern(
    "between two numbers that share a unit",
    r"\s?(?:至|to\ |到|[—–~－-]{1,2}|、|和|或)\s?",
    matches=("至", "—", "、", " to "),
    misses=("所", "，", "增加"),
    flags=re.VERBOSE,
)
RANGE = Pattern(
    "between the ends of a range",
    r"\s*(?:[至到—–~－-]{1,2}|to\ )\s*",
    matches=("至", "——", "~"),
    misses=("、", "和"),
    flags=re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit as it stands in a folded text, and what is said of it.

    Of a range (200元至1000元) `value` is None, `low` and `high` are given and `ends` are its two
    numbers; of one that falls (5至2项) there are only the ends. A share is in hundredths.
    """

    printed: str
    start: int
    end: int
    value: float | None
    low: float | None
    high: float | None
    measure: Unit | None  # None of a bare number
    bound: Bound | None
    each: Span | None  # where stands for each of what it is counted: 每生每学期
    periods: frozenset[str]  # the lengths of time by which it is reckoned
    any_periods: frozenset[str]  # all such words of its clause
    is_ordinal: bool  # 第三批, 首届
    is_chinese: bool  # written in Chinese numerals
    is_loose: bool  # a lone 一, 两三 or 百, which may count nothing in particular
    ends: tuple["Quantity", ...] = ()

    @property
    def unit(self) -> str:
        """What it is counted in: 人 for 名 and 位; empty of a bare number."""
        return self.measure.name if self.measure else ""

    @property
    def group(self) -> str:
        """The unit's group, in which one may be said for the other: 个 for 所 and 家."""
        return self.measure.group if self.measure else ""

    @property
    def size(self) -> float | None:
        """The value, or the low end, in the first unit of its group: of `2小时` 120, in minutes."""
        value = self.low if self.value is None else self.value
        return value if value is None or not self.measure else value * self.measure.size


def find_quantities(folded: str, taken: Iterable[Span] = ()) -> tuple[Quantity, ...]:
    """The quantities of a folded text in order: `每生不超过300元` gives 300 元, at most, for 每生.

    `taken` are the spans of what is read elsewhere, such as dates; idioms (一体化, 十分) are no quantities.
    """
    return _find(folded, tuple(taken))


@lru_cache(maxsize=CACHED_TEXTS)
def _find(folded: str, taken: tuple[Span, ...]) -> tuple[Quantity, ...]:
    counts = _share_units(find_counts(folded, taken), folded)
    after = 0
    single: list[Quantity] = []
    for count in counts:
        single.append(_quantity(count, folded, after=after))
        after = count.end
    return _join_ranges(single, folded)


def _share_units(counts: list[Count], folded: str) -> list[Count]:
    """The counts, the first of two that share a unit with it: 1到2岁."""
    for place in range(len(counts) - 2, -1, -1):
        one, then = counts[place], counts[place + 1]
        is_bare = one.measure is None and not one.is_ordinal
        if is_bare and then.measure and not then.is_ordinal and _parts(SHARED_UNIT, one, then, folded):
            counts[place] = replace(one, measure=then.measure)
    return counts


def _quantity(count: Count, folded: str, *, after: int) -> Quantity:
    periods, any_periods = read_periods(folded, count.start, count.end, after=after)
    return Quantity(
        printed=count.printed,
        start=count.start,
        end=count.end,
        value=count.value,
        low=count.low,
        high=count.high,
        measure=count.measure,
        bound=read_bound(folded, count.start, count.end),
        each=read_each(folded, count.start, after=after),
        periods=periods,
        any_periods=any_periods,
        is_ordinal=count.is_ordinal,
        is_chinese=not any(character.isdecimal() for character in count.printed),
        is_loose=count.is_loose,
    )


def _join_ranges(single: list[Quantity], folded: str) -> tuple[Quantity, ...]:
    joined: list[Quantity] = []
    for one in single:
        if joined and _is_range(joined[-1], one, folded):
            joined[-1] = _range(joined[-1], one, folded)
        else:
            joined.append(one)
    return tuple(joined)


def _is_range(one: Quantity, then: Quantity, folded: str) -> bool:
    if one.ends or one.measure != then.measure or one.value is None or then.value is None:
        return False
    return not (one.is_ordinal or then.is_ordinal) and _parts(RANGE, one, then, folded)


def _range(one: Quantity, then: Quantity, folded: str) -> Quantity:
    rises = one.value is not None and then.value is not None and one.value < then.value
    return replace(
        one,
        printed=folded[one.start : then.end],
        end=then.end,
        value=None,
        low=one.value if rises else None,
        high=then.value if rises else None,
        bound=one.bound or then.bound,
        is_chinese=one.is_chinese and then.is_chinese,
        is_loose=one.is_loose and then.is_loose,
        ends=(one, then),
    )


def _parts(pattern: Pattern, one: Count | Quantity, then: Count | Quantity, folded: str) -> bool:
    return pattern.compiled.fullmatch(folded, one.end, then.start) is not None
