"""The words of a folded text that say when: 到2025年底, 6月20日至28日, 自2024年秋季学期起, 年内."""

from dataclasses import dataclass
from functools import lru_cache

from ingest.language.dates import Date, find_dates
from ingest.language.patterns import Pattern
from ingest.language.timespans import Timespan, Unit, find_timespans
from ingest.language.years import Form, Year, find_years

Part = Date | Year | Timespan


@dataclass(frozen=True, slots=True)
class When:
    """Words that say when, from 到 or 自 before them to 前 or 起 behind, and the dates and stretches of time that they hold in order."""

    start: int
    end: int
    parts: tuple[Part, ...]

    @property
    def is_dated(self) -> bool:
        """Whether it tells more of the date than 今年 or 三年内: a year, a month, or a part of the present year."""
        return any(
            not isinstance(part, Timespan) or (part.unit is not Unit.YEARS and bool(part.part)) for part in self.parts
        )


JOINS = Pattern(
    "between two dates of one stretch",
    r"\s*[至到、和—–~～-]\s*",
    matches=("至", " — ", "、"),
    misses=("，", "在"),
)
LEADS = Pattern(
    "before the words that say when",
    "(?:力争到|力争|截至|到|至|自|从)$",
    matches=("到", "力争到", "自"),
    misses=("在", "于"),
)
ENDS = Pattern(
    "behind the words that say when",
    "[底末](?:之?前|以前|起)?|之?前后?|以前|起|期间|之?内|结束前",
    matches=("前", "期间", "底前"),
    misses=("完成", "的"),
)
PLAN_PERIOD = Pattern("behind a five years' plan that is a time", "期间|时期|末", matches=("期间",), misses=("规划",))
LONGEST_LEAD = 3  # characters


@lru_cache(maxsize=4096)
def find_whens(folded: str) -> tuple[When, ...]:
    """The words that say when, in order: `自2024年秋季学期起` holds a year and a season.

    A time of day, a weekday and a day without its month are none; of `“十四五”规划` only the plan is named.
    """
    whens: list[When] = []
    for part in _parts(folded):
        if whens and part.start < whens[-1].end:
            continue
        last = whens[-1] if whens else None
        if last and _is_joined(folded, last.parts[-1], part):
            whens[-1] = _when(folded, (*last.parts, part))
        else:
            whens.append(_when(folded, (part,)))
    return tuple(whens)


def _is_joined(folded: str, one: Part, other: Part) -> bool:
    return one.end == other.start or bool(JOINS.compiled.fullmatch(folded, one.end, other.start))


def _parts(folded: str) -> list[Part]:
    dates = [date for date in find_dates(folded) if date.month]
    years = [year for year in find_years(folded) if _is_time(folded, year)]
    found: list[Part] = [*dates, *years, *find_timespans(folded)]
    parts: list[Part] = []
    for part in sorted(found, key=lambda one: (one.start, -one.end)):
        if not parts or part.start >= parts[-1].end:
            parts.append(part)
    return parts


def _is_time(folded: str, year: Year) -> bool:
    if year.form is Form.FIVE_YEARS:
        return bool(PLAN_PERIOD.compiled.match(folded, year.end))
    return year.has_unit


def _when(folded: str, parts: tuple[Part, ...]) -> When:
    first, last = parts[0], parts[-1]
    lead = LEADS.compiled.search(folded, max(0, first.start - LONGEST_LEAD), first.start)
    end = ENDS.compiled.match(folded, last.end)
    return When(lead.start() if lead else first.start, end.end() if end else last.end, parts)
