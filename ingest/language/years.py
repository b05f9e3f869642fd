"""The years that a text names: 2024年, 二〇二四年, 民国113年, 2023—2024学年, 十四五; and the part that each plays.

Texts are folded ones: Simplified, plain width, small letters.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from ingest.language.numbers import read_number
from ingest.language.patterns import Pattern

# Parts of patterns. They match lines that are not folded yet, too.
NOUGHT = "〇○◯零OＯo0０"
DIGIT = f"[{NOUGHT}一二三四五六七八九]"
WESTERN_YEAR = r"(?:19|20)\d\d"
CHINESE_YEAR = f"(?:一九|二[{NOUGHT}]){DIGIT}{{2}}"
REPUBLIC_NUMERAL = r"(?:\d{2,3}|[一二三四五六七八九十百〇○零]{2,5})"
REPUBLIC = rf"(?:中[華华])?民[國国]\s*{REPUBLIC_NUMERAL}"
YEAR = f"(?:{WESTERN_YEAR}|{CHINESE_YEAR})"
TO = "[到至—–~～-]"

YEARS_BEFORE_THE_REPUBLIC = 1911  # its first year is 1912
YEARS_BEFORE_FIVE_YEARS = 1951  # the nth five years' plan begins 5 n years later: 十四五 in 2021


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


NAMED_YEAR = Pattern(
    "year",
    rf"""
      (?<![\d.])(?P<western>{WESTERN_YEAR})(?!\d)
      (?!\s*(?:[至到~—-]\s*\d+\s*)?(?:      # 2000名 is no year, and 2024名师 is one
          多|余|名(?![师校单额称])|人(?![事员才工均口])|元(?![旦宵])|个(?![体人性别])
          |所(?![有需属])|万|亿|辆|册|平方|小时|学时|分(?![班配流类布工期管])|米|套|台|块
          |字|次|件|篇|%|s\b))
    | (?<!{DIGIT})(?P<chinese>{CHINESE_YEAR})(?!{DIGIT})
    | (?:中华)?民国\s*(?P<republic>{REPUBLIC_NUMERAL})(?=\s*学?年)
    | (?<!\d)(?P<school>1[0-4]\d|[6-9]\d)(?=\s*学年)      # 113学年度, of the Republic
    """,
    matches=("2024年", "二○一四年", "二o二四", "民国113年", "113学年度", "2024名师", "in 2024?"),
    misses=("2000名", "补助2000至5000元", "12024", "1980s", "第113年", "高三(3)班"),
    flags=re.VERBOSE,
)
YEAR_UNIT = Pattern(
    "what stands behind a year",
    r"\s*(?:学年度?|年度?)(?!级)",
    matches=("年", "学年", "年度", "学年度"),
    misses=("教育", "月", "年级"),
)
LAST_OF_SPAN = Pattern(
    "last year of a span",
    rf"""
    \s*{TO}+\s*(?:
        (?P<whole>{YEAR})(?!\d)(?!\s*年\s*(?:\d|[一二三四五六七八九十])+\s*月|[./-]\d)
      | (?P<short>\d\d)(?=\s*学?年(?!级))     # 2023—24学年
    )
    """,
    matches=("—2024学年", "至2025年", "-24学年", "到二〇二五年"),
    misses=("—5000元", "-24", "至12月", "和2024年"),
    flags=re.VERBOSE,
)
FIVE_YEARS = Pattern(
    "five years' plan",
    r"""
    (?<![一二三四五六七八九十])[“"]?十([一二三四五六])五[”"]?
    (?![年月日个名所天])            # 十四五天 are days
    """,
    matches=("十四五", "“十五五”规划", "“十四五”期间"),
    misses=("二十四五", "五十", "十五年", "十四五个"),
    flags=re.VERBOSE,
)
SHORT_YEAR = Pattern(
    "year of two digits",
    rf"""
      (?<![\d第近共满前后教龄])(?P<arabic>\d\d)年(?![级以来内间后前制期龄])度?    # no 近24年
    | (?<![〇○一-龥])(?P<chinese>[二三]{DIGIT})年(?!级)度?
    """,
    matches=("24年的校车", "98年", "二四年"),
    misses=("近24年", "124年", "24年以上", "24年内", "小学二四年级"),
    flags=re.VERBOSE,
)
BARE_REPUBLIC_YEAR = Pattern(
    "year of the Republic without its name",
    r"(?<!\d)(1[0-4]\d|9\d)年",
    matches=("113年度教育施政计划", "98年"),
    misses=("2113年", "24年", "民国八年"),
)
# Right before a year; 提到2025年 only mentions it.
GOAL = Pattern(
    "before a year by which something is to be reached",
    r"""
    (?<![提说谈讲写看及])(?:
        到|至|截至|截止到?|力争|面向|迈向|现代化     # 教育现代化2035
      | \b(?:by|until|before|through)
    )\s*$
    """,
    matches=("到", "截止到", "面向", "by ", "until "),
    misses=("提到", "说到", "自", "在"),
    flags=re.VERBOSE,
)
START = Pattern("before a year from which on", r"[自从]\s*$", matches=("自",), misses=("到",))
COMPARED = Pattern("before a year compared with", r"[比较]\s*$", matches=("比",), misses=("到",))
BORN_AFTER = Pattern(
    "behind a year of birth",
    rf"[\d年月日号前后以之{TO[1:-1]}]{{0,24}}出生",
    matches=("年出生", "年9月1日前出生", "年9月1日至2018年8月31日出生"),
    misses=("年招生", "年8月31日前报名"),
)
BORN_BEFORE = Pattern(
    "before a year of birth",
    r"\bborn (?:in|before|after) $",
    matches=("my son was born in ",),
    misses=("in ", "stillborn on "),
)
READ_BEFORE = 12  # characters before a year, which tell its role


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
