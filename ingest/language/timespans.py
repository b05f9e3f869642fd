"""Stretches of time that a folded text names without their year: 今年, 年底, 上半年, 秋季学期, 上学年, 近两年.

Nothing here reads the clock: which years they are a caller learns from `resolve`, with the day that the text was written.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ingest.language.numbers import read_number
from ingest.language.patterns import Pattern


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


RELATIVE_YEAR = Pattern(
    "year seen from the present one",
    r"""
    (?:
        (?P<both>今明)两?年                        # this year and the next
      | (?P<said>今|本|当|明|(?<!年)来|去|上一|下一)年度?
      | (?<![以学年])(?P<counted>[前后上下])年度?
    )(?P<part>[内底末初])?(?![级龄轻会均])
    """,
    matches=("今年", "本年度", "明年底", "今明两年", "上年末", "前年"),
    misses=("年级", "学前年限", "几年", "以前年度", "今年级"),
    flags=re.VERBOSE,
)
PART_OF_YEAR = Pattern(
    "part of the present year",
    r"""
      (?<![\d〇零○一二三四五六七八九十两每学同])年(?P<part>[底末内终初])(?!考核|[中级])
    | 全年
    | (?P<half>[上下]半年)
    | (?P<quarter>第?[一二三四1-4]季度)         # 季 alone is a season
    """,
    matches=("年内", "到年底", "全年", "上半年", "第三季度"),
    misses=("三年内", "2024年底", "每年底", "学年末", "年终考核"),
    flags=re.VERBOSE,
)
SEASON = Pattern(
    "season or holiday",
    r"(?P<part>[春秋]季(?:学期)?|寒暑假|暑假|寒假|暑期)",
    matches=("秋季学期", "春季", "暑假"),
    misses=("季度", "放假"),
)
TERM = Pattern(
    "term",
    "(?P<which>[本下新])学期|学期(?P<part>[初末])",
    matches=("本学期", "下学期", "学期末"),
    misses=("每学期", "一个学期"),
)
SCHOOL_YEAR = Pattern(
    "school year seen from the present one",
    r"(?P<which>[本新上下])学年度?|学年(?P<part>[初末])",
    matches=("新学年", "上学年", "学年末", "本学年度"),
    misses=("每学年", "2024学年"),
)
MONTH = Pattern(
    "month seen from the present one",
    r"""
      [本当]月
    | (?<![\d一二三四五六七八九十])月(?P<part>[底初末])      # 9月底 is a date
    """,
    matches=("月底", "本月"),
    misses=("9月底", "十月初", "每月"),
    flags=re.VERBOSE,
)
FEAST = Pattern("day that has a name", "(?P<part>教师节)", matches=("教师节前",), misses=("教师",))
COUNTED_YEARS = Pattern(
    "years counted from now",
    r"""
      (?P<past>近|最近|过去)(?P<ago>[一二两三四五六七八九十]|\d{1,2})年(?!级)
    | (?:未来|今后)?(?<![\d.第])(?P<ahead>[一二两三四五六七八九十]|\d{1,2})
      年(?:以|之)?(?P<part>内)                        # 三年行动 is a name
    """,
    matches=("近两年", "三年内", "今后5年内", "过去三年"),
    misses=("三年行动", "2024年内", "近三年级"),
    flags=re.VERBOSE,
)
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
