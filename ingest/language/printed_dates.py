"""The date that a paper prints of itself, in the line of its signature or below its title, written as 2014-02-18."""

import re
from collections.abc import Iterator

from ingest.language.clocks import NUMERAL
from ingest.language.dates import Date, find_dates, is_in_calendar
from ingest.language.folding import fold
from ingest.language.patterns import Pattern
from ingest.language.year_patterns import REPUBLIC, WESTERN_YEAR, YEAR
from ingest.language.years import read_republic_year

ENGLISH_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
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
ENGLISH_DATE = Pattern(
    "date of an English paper",
    rf"""
    \b(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?)?  # 3 march 2017
    (?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s
    (?:(?P<behind>\d{{1,2}})(?:st|nd|rd|th)?,?\s)?  # may 1st, 2020
    (?P<year>{WESTERN_YEAR})\b
    """,
    matches=("3 march 2017", "may 1st, 2020", "june 2021"),
    misses=("march 3", "2021", "12/05/2019"),
    flags=re.VERBOSE,
)
IN_FORCE = Pattern(
    "behind a day from which a rule holds",
    "(?:日|月)?(?:起|施行|实施|生效|前)",
    matches=("日起施行", "施行", "起"),
    misses=("日通过", "公布"),
)


def find_date(text: str) -> str | None:
    """The first date with year and month: `二○一四年二月十八日` is 2014-02-18, `民國113年2月` is 2024-02."""
    return next(filter(None, map(to_iso, find_dates(fold(text)))), None)


def find_date_in_taiwan(text: str) -> str | None:
    """The first date of a text from Taiwan, where `112.8.25` is 2023-08-25 and `113年3月` is 2024-03."""
    return find_date(text) or next(filter(None, map(to_iso, _republic_dates(fold(text)))), None)


def find_date_in_english(text: str) -> str | None:
    """The first date of an English text, month first or day first: `3 March 2017` is 2017-03-03, `June 2021` 2021-06."""
    match = ENGLISH_DATE.compiled.search(fold(text))
    if not match:
        return find_date(text)
    day = match["day"] or match["behind"]
    month = ENGLISH_MONTHS.index(match["month"]) + 1
    return to_iso(Date(match[0], *match.span(), int(match["year"]), month, int(day) if day else None))


def latest_date(text: str, *, in_taiwan: bool = False) -> str | None:
    """The latest date that a note on a rule's making names, those from which it holds left out.

    `2006年8月21日发布，根据2019年3月11日的决定修正` is 2019-03-11.
    """
    folded = fold(text)
    dates = [*find_dates(folded), *(_republic_dates(folded) if in_taiwan else ())]
    made = (date for date in dates if not IN_FORCE.compiled.match(folded, date.end))
    return max(filter(None, map(to_iso, made)), default=None)


def to_iso(date: Date) -> str | None:
    """The date as 2014-02-18 or 2014-02; None where it says no year or month."""
    if date.year is None or date.month is None:
        return None
    month = f"{date.year:04d}-{date.month:02d}"
    return f"{month}-{date.day:02d}" if date.day else month


def _republic_dates(folded: str) -> Iterator[Date]:
    for match in REPUBLIC_DATE.compiled.finditer(folded):
        year = read_republic_year(match["year"] or match["of"])
        month, day = int(match["month"] or match["in"]), match["day"] or match["on"]
        date = Date(match[0], *match.span(), year, month, int(day) if day else None)
        if is_in_calendar(date):
            yield date
