"""The dates of a folded text, each with the year, month, day, time of day and weekday that it says.

`find_dates("6月20日至28日")` gives 20 and 28 June; `to_iso` writes a date as 2014-02-18.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from ingest.language.clocks import NUMERAL, find_clocks
from ingest.language.folding import fold
from ingest.language.numbers import read_number
from ingest.language.patterns import Pattern
from ingest.language.weekdays import find_weekdays
from ingest.language.years import (
    REPUBLIC,
    REPUBLIC_NUMERAL,
    TO,
    WESTERN_YEAR,
    YEAR,
    Form,
    find_years,
    read_republic_year,
    read_year,
)

# Dates whose source stands within other patterns; they match lines that are not folded yet, too.
DATE = Pattern(
    "date with a month",
    rf"""(?x:
        (?:{REPUBLIC}|{YEAR})\s*年\s*{NUMERAL}\s*月
        (?:\s*{NUMERAL}\s*日)?       # the day is often left out
    )""",
    matches=("2014年2月18日", "二○一四年二月", "民國113年3月5日"),
    misses=("2月18日", "2014年", "113年3月"),
    flags=re.VERBOSE,
)
SHORT_DATE = Pattern(
    "date in figures",
    rf"""(?x:
        {WESTERN_YEAR}(?P<sign>[-./])\s?\d{{1,2}}(?P=sign)\s?\d{{1,2}}(?!\d)     # 2014-02-18
    )""",
    matches=("2014-02-18", "2014. 2. 18", "2014/2/8"),
    misses=("2014-02", "2014-02.18", "3.5.2"),
    flags=re.VERBOSE,
)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
ENGLISH_MONTH = (
    r"(?:jan|feb|mar(?:ch)?(?=[\s.,]|$)|apr|may(?=\s\d)|jun|jul|aug|sep|oct|nov|dec(?=ember|\.|\s))"
)


@dataclass(frozen=True, slots=True)
class Date:
    """A date, and where it stands in the folded text; what it does not say is None or empty.

    `side` is `before` of a deadline (9月底前) and `from` of a start (9月1日起); `part` is 上旬, 中旬, 下旬, 初, 底 or 末.
    """

    printed: str
    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    minutes: int | None = None  # of a time of day, since midnight
    weekday: int | None = None  # 1 for Monday
    side: str = ""
    part: str = ""

    @property
    def may_be_length(self) -> bool:
        """Whether it may be so many days and no date: 限期15日整改."""
        return bool(self.day and not self.month)


DAY_OF_MONTH = Pattern(
    "date with a month or a day",
    rf"""
      (?<![\d.-])(?P<year>{YEAR})(?P<dot>[.\-/])\s?(?P<dotted>\d{{1,2}})            # 2024.9.1
      (?:(?P=dot)\s?(?P<dotted_day>\d{{1,2}}))?(?![\d%万亿]|[.\-/]\d)
    | (?:(?:(?P<of>{YEAR})|(?:中华)?民国\s*(?P<republic>{REPUBLIC_NUMERAL}))\s*年\s*)?
      (?<![\d.个])(?P<month>{NUMERAL})\s*月份?(?![以内均薪租])
      (?:\s*(?P<day>{NUMERAL})(?:\s*[日号](?![楼线])|(?=\s*{TO}+\s*{NUMERAL}[日号])))?   # 6月20至28日
    | (?<![\d.个第〕)\]])(?P<alone>{NUMERAL})[日号](?![以之]?内|[常间子楼线码游数均语]|报(?![名到送备]))
    | \b(?P<english>{ENGLISH_MONTH})\w*\.?\s?(?P<english_day>\d{{1,2}}(?!\d))?(?:,?\s(?P<english_year>{YEAR}))?
    | \b(?P<day_first>\d{{1,2}})\s(?P<month_after>{ENGLISH_MONTH})\w*
    """,
    matches=("2024年9月1日", "二〇二四年九月", "民国113年3月5日", "2024.9.1", "28日", "july 8, 2023"),
    misses=("3个月", "1.5万", "3日内", "6号楼", "〔2024〕6号", "第3日"),
    flags=re.VERBOSE,
)
REPUBLIC_DATE = Pattern(
    "date of the Republic without its name",
    r"""
      (?<![\d./])(?P<year>1[0-4]\d|[5-9]\d)[./]             # 112.8.25
      (?P<month>\d{1,2})[./](?P<day>\d{1,2})(?![\d./])
    | (?<!\d)(?P<of>1[0-4]\d|[5-9]\d)\s*年\s*(?P<in>\d{1,2})\s*月(?:\s*(?P<on>\d{1,2})\s*日)?
    """,
    matches=("112.8.25 县务会议修正通过", "113年3月5日", "91/11/08"),
    misses=("2024.8.25", "1.12.8.25", "113年度", "12.5"),
    flags=re.VERBOSE,
)
BARE_YEAR = Pattern(
    "year of an English sentence",
    rf"""
    {WESTERN_YEAR}(?:
        \s(?!yuan|\w+s\b)     # 2000 pupils are none
      | [,.;]?$|[,;]
    )
    """,
    matches=("2024 the plan", "in 2024.", "2024, "),
    misses=("2024教育", "2000 yuan", "2000 pupils"),
    flags=re.VERBOSE,
)
PART = Pattern(
    "part of a year or month",
    "[上中下]旬|[底末]|初(?![中一二三级])",
    matches=("底", "上旬", "初"),
    misses=("初中", "前", "初一"),
)
BEFORE = Pattern(
    "behind a deadline",
    "之前|以前|前(?!后|夕)|截止|止",
    matches=("前完成", "之前", "截止"),
    misses=("后", "起"),
)
FROM = Pattern("behind a start", "起|之后|以后|后|开始", matches=("起", "以后"), misses=("前", "底"))
DUE = Pattern(
    "before a deadline",
    "(?:不晚于|不迟于|截至|截止到?|最晚|最迟)$",
    matches=("不晚于", "截止到"),
    misses=("自", "到"),
)
NOT_BEFORE = Pattern(
    "before a start", "(?:不早于|最早|自|从)$", matches=("不早于", "自"), misses=("到", "不晚于")
)
RANGE = Pattern(
    "between the ends of a range or the days of a list",
    rf"\s?(?:{TO}+|[、和与及])\s?",
    matches=("至", "—", "、"),
    misses=("在", "，"),
)


@lru_cache(maxsize=4096)
def find_dates(folded: str) -> tuple[Date, ...]:
    """The dates, years, times of day and weekdays in order; no two of them overlap.

    The second of two takes what it leaves out from the first: `2024年6月20日至28日` ends on 28 June 2024.
    """
    found = sorted(
        (*_days(folded), *_years(folded), *_clocks(folded), *_weekdays(folded)),
        key=lambda date: (date.start, -date.end),
    )
    dates: list[Date] = []
    for date in found:
        last = dates[-1] if dates else None
        if last and date.start < last.end:
            continue
        if last and RANGE.compiled.fullmatch(folded, last.end, date.start):
            date = _carried(last, date)
        dates.append(date)
    return tuple(dates)


def find_republic_dates(folded: str) -> tuple[Date, ...]:
    """The dates of a text from Taiwan that count by the Republic without naming it: `112.8.25` is 2023-08-25."""
    found = []
    for match in REPUBLIC_DATE.compiled.finditer(folded):
        year, month, day = (match["year"] or match["of"], match["month"] or match["in"], match["day"] or match["on"])
        date = Date(match[0], *match.span(), read_republic_year(year), _read(month), _read(day))
        if _is_in_a_calendar(date):
            found.append(date)
    return tuple(found)


def find_date(text: str) -> str | None:
    """The first date with year and month: `二○一四年二月十八日` is 2014-02-18, `民國113年2月` is 2024-02."""
    return next(filter(None, map(to_iso, find_dates(fold(text)))), None)


def to_iso(date: Date) -> str | None:
    """The date as 2014-02-18 or 2014-02; None where it says no year or month."""
    if date.year is None or date.month is None:
        return None
    month = f"{date.year:04d}-{date.month:02d}"
    return f"{month}-{date.day:02d}" if date.day else month


def _carried(last: Date, date: Date) -> Date:
    """The second end of a range, with the month and year of the first where it says none."""
    if date.day and not date.month:
        return replace(date, month=last.month, year=last.year) if last.month else date
    return replace(date, year=last.year) if date.month and not date.year else date


def _days(folded: str) -> Iterator[Date]:
    for match in DAY_OF_MONTH.compiled.finditer(folded):
        said = match["year"] or match["of"] or match["english_year"]
        year = read_year(said) if said else None
        if match["republic"]:
            year = read_republic_year(match["republic"])
        month = _read(match["month"] or match["dotted"]) or _english(match["english"] or match["month_after"])
        day = _read(match["day"] or match["dotted_day"] or match["alone"] or match["english_day"] or match["day_first"])
        date = Date(match[0], *match.span(), year, month, day)
        if _is_in_a_calendar(date):
            yield _with_part(folded, date)


def _years(folded: str) -> Iterator[Date]:
    """Years that stand alone; of a span both, the second at the end of the first."""
    for year in find_years(folded):
        is_said = year.has_unit or year.is_span or BARE_YEAR.compiled.match(folded, year.start)
        if year.form is Form.FIVE_YEARS or not is_said:
            continue
        yield _with_part(folded, Date(year.printed, year.start, year.end, year.first))
        if year.is_span:
            yield Date(str(year.last), year.end, year.end, year.last)


def _clocks(folded: str) -> Iterator[Date]:
    for clock in find_clocks(folded):
        date = Date(clock.printed, clock.start, clock.end, minutes=clock.minutes)
        yield replace(date, side=_side(folded, date))


def _weekdays(folded: str) -> Iterator[Date]:
    for day in find_weekdays(folded):
        if day.number:
            yield Date(day.printed, day.start, day.end, weekday=day.number)


def _with_part(folded: str, date: Date) -> Date:
    """The date with the part of the month or year that stands behind it, and with its side."""
    part = PART.compiled.match(folded, date.end) if not date.day else None
    if part:
        end = part.end()
        date = replace(date, printed=folded[date.start : end], end=end, part=part[0])
    return replace(date, side=_side(folded, date))


def _side(folded: str, date: Date) -> str:
    before = folded[max(0, date.start - 6) : date.start]
    if BEFORE.compiled.match(folded, date.end) or DUE.compiled.search(before):
        return "before"
    return "from" if FROM.compiled.match(folded, date.end) or NOT_BEFORE.compiled.search(before) else ""


def _is_in_a_calendar(date: Date) -> bool:
    return 1 <= (date.month or 1) <= 12 and 1 <= (date.day or 1) <= 31 and date.month != 0


def _english(name: str | None) -> int | None:
    return MONTHS.index(name[:3]) + 1 if name else None


def _read(numeral: str | None) -> int | None:
    return read_number(numeral) if numeral else None
