"""The dates of a folded text, each with the year, month, day, time of day and weekday that it says.

`find_dates("6月20日至28日")` gives 20 and 28 June.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from ingest.language.clocks import find_clocks
from ingest.language.date_patterns import (
    BARE_YEAR,
    BEFORE,
    DAY_OF_MONTH,
    DUE,
    FROM,
    NOT_BEFORE,
    PART,
    RANGE,
)
from ingest.language.numbers import read_number
from ingest.language.weekdays import find_weekdays
from ingest.language.years import Form, find_years, read_republic_year, read_year

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


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


def is_in_calendar(date: Date) -> bool:
    """Whether there may be such a month and day."""
    return 1 <= (date.month or 1) <= 12 and 1 <= (date.day or 1) <= 31 and date.month != 0


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
        if is_in_calendar(date):
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


def _english(name: str | None) -> int | None:
    return MONTHS.index(name[:3]) + 1 if name else None


def _read(numeral: str | None) -> int | None:
    return read_number(numeral) if numeral else None
