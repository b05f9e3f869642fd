"""The dates and times of day of a text: 2024年9月底, 二〇二五年, 6月20日至28日, 17时30分, 晚上八点半."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.language.numbers import read_value

N = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
Y = r"(?:(?:19|20)\d\d|[一二][〇零九一][〇零一二三四五六七八九]{2})"
ENGLISH_MONTHS = "jan|feb|mar(?:ch)?(?=[\\s.,]|$)|apr|may(?= \\d)|jun|jul|aug|sep|oct|nov|dec(?=ember|\\.| )"
MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
DATE = re.compile(
    rf"(?P<year>{Y})(?P<dot>[.\-/])(?P<dotted>\d{{1,2}})(?:(?P=dot)(?P<dotted_day>\d{{1,2}}))?(?!\d|[.\-/]|[%万亿])"
    rf"|(?:(?P<of>{Y})年\s?)?(?<![\d.])(?P<month>{N})月(?:份)?(?![以内均薪租])(?:\s?(?P<day>{N})\s?[日号])?"
    rf"|(?P<only>{Y})\s?(?:[—~-]\s?(?P<until>{Y}))?\s?(?:学?年度?)(?!级)"
    rf"|(?<![\d.个])(?P<alone>{N})[日号](?!以?内|[子楼线码游数均语报])"
    rf"|\b(?P<english>{ENGLISH_MONTHS})\w*\.?\s?(?P<english_day>\d{{1,2}}(?!\d))?(?:,? (?P<english_year>{Y}))?"
    rf"|\b(?:(?P<day_first>\d{{1,2}}) (?P<month_after>{ENGLISH_MONTHS})\w*)"
    rf"|(?<![\d.-])(?P<bare>(?:19|20)\d\d)(?= (?!yuan|\w+s\b)|[,.;]?$|[,;])"
)
CLOCK = re.compile(
    rf"(?P<part>凌晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚间|夜里|夜间|晚)?(?<![\d.])(?P<hour>{N})(?:(?:时(?!间|候|代|期|段|刻)|点钟?(?!位|名|的|[\u4e00-\u9fff]?个))(?:(?P<minute>{N})分?|(?P<half>半))?|[:：](?P<colon>\d\d)(?!\d))"
)
LATER = frozenset(["下午", "傍晚", "晚上", "晚间", "夜里", "夜间", "晚"])
BEFORE = re.compile(r"^(?:底|末|中旬|上旬|下旬|初)?(?:之前|以前|前(?!后|夕)|截止|止)|^底前")
FROM = re.compile(r"^(?:底|末|中旬|上旬|下旬|初)?(?:起|之后|以后|后|开始)")
DUE = re.compile(r"(?:不晚于|不迟于|截至|截止到?|最晚|最迟)$")
NOT_BEFORE = re.compile(r"(?:不早于|最早|自|从)$")
PART = re.compile(r"^(?P<part>上旬|中旬|下旬|初|底|末)")
RANGE = re.compile(r"^\s?(?:至|到|—|~|-|－)+\s?$")


@dataclass(frozen=True, slots=True)
class Date:
    """A date: what it does not say is None; `side` is `before` or `from` where it is a deadline or a start."""

    printed: str
    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    minutes: int | None = None  # of a time of day, since midnight
    side: str = ""
    part: str = ""  # of a month: 上旬, 底

    @property
    def may_be_length(self) -> bool:
        """Whether it may be so many days and no date: 限期15日整改."""
        return bool(self.day and not self.month)

    def agrees(self, other: "Date") -> bool:
        """Whether nothing that both say differs, and the other says what this one says of month, day and time."""
        mine = ((self.month, other.month), (self.day, other.day), (self.minutes, other.minutes))
        return all(a is None or a == b for a, b in mine) and (self.year is None or other.year in (None, self.year))


def read_dates(folded: str) -> tuple[Date, ...]:
    """The dates in order. The second of two takes month and year from the first: 6月20日至28日 ends on 6月28日."""
    dates: list[Date] = []
    for date in sorted((*_clocks(folded), *_days(folded)), key=lambda one: (one.start, -one.end)):
        if dates and date.start < dates[-1].end:
            continue
        if date.day and not date.month:
            if dates and dates[-1].month and RANGE.match(folded[dates[-1].end : date.start]):
                date = replace(date, month=dates[-1].month, year=dates[-1].year)
        elif date.month and not date.year and dates and RANGE.match(folded[dates[-1].end : date.start]):
            date = replace(date, year=dates[-1].year)
        dates.append(date)
    return tuple(dates)


def _days(folded: str) -> Iterator[Date]:
    for match in DATE.finditer(folded):
        year = _read(match["year"] or match["of"] or match["only"] or match["english_year"] or match["bare"])
        month = _read(match["month"] or match["dotted"]) or _english(match["english"] or match["month_after"])
        day = _read(match["day"] or match["dotted_day"] or match["alone"] or match["english_day"] or match["day_first"])
        if (month or 1) > 12 or (day or 1) > 31:
            continue
        part = PART.match(folded[match.end() : match.end() + 4])
        side = _side(folded, match)
        yield Date(match[0], *match.span(), year, month, day, None, side, part["part"] if part else "")
        if match["until"]:
            yield Date(match["until"], match.end(), match.end(), _read(match["until"]))


def _clocks(folded: str) -> Iterator[Date]:
    for match in CLOCK.finditer(folded):
        hour, minute = (
            _read(match["hour"]) or 0,
            _read(match["minute"] or match["colon"]) or (30 if match["half"] else 0),
        )
        if hour > 24 or minute > 59:
            continue
        if match["part"] in LATER and hour < 12:
            hour += 12
        yield Date(match[0], *match.span(), minutes=hour * 60 + minute, side=_side(folded, match))


def _side(folded: str, match: re.Match[str]) -> str:
    before, after = folded[max(0, match.start() - 6) : match.start()], folded[match.end() : match.end() + 8]
    if BEFORE.match(after) or DUE.search(before):
        return "before"
    return "from" if FROM.match(after) or NOT_BEFORE.search(before) else ""


def _english(name: str | None) -> int | None:
    return MONTHS.index(name[:3]) + 1 if name else None


def _read(numeral: str | None) -> int | None:
    value = read_value(numeral) if numeral else None
    return None if value is None else int(value)
