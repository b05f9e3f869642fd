"""By when a figure is to be reached: the date or span that its sentence names for it."""

import re
from dataclasses import dataclass
from datetime import date

from ingest.language.sentences import clause_start
from ingest.language.timespans import Timespan, Unit, resolve
from ingest.language.whens import When, find_whens
from ingest.language.years import Year

COMPLETES = re.compile(
    r"完成|投入使用|交付|竣工|建成|到位|到岗|执行|拨付|完工|发放|办结|开工|落实|启用|公布|上线|实现|达到|安置|验收"
)
NOT_WHEN = re.compile(r"^(?:以来|以后出生|制定|考核|总结)")
RECURS = re.compile(r"每(?:年|月|学期|学年|季度|周)?的?$")
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Deadline:
    """A date or span as printed (by its place in the sentence), and its year where it can be said."""

    start: int
    end: int
    year: int | None


def find_deadlines(text: str, *, year: int | None) -> tuple[Deadline, ...]:
    """The dates and spans that a folded, unmasked sentence names; the plan's `year` is that of those that name none."""
    found = []
    for when in find_whens(text):
        if RECURS.search(text[: when.start]) or NOT_WHEN.match(text[when.end :]) or _is_no_deadline(when):
            continue
        found.append(Deadline(when.start, when.end, _year_of(when, year)))
    return tuple(found)


def _is_no_deadline(when: When) -> bool:
    """Whether all that it says is a time before the plan or as it begins: 去年, 近两年, 年初."""
    return all(isinstance(part, Timespan) and ((part.first or 0) < 0 or part.printed == "年初") for part in when.parts)


def _year_of(when: When, year: int | None) -> int | None:
    """The year that it names last, else the one that 明年 is seen from the plan's `year`, which is also that of a month."""
    named = [
        part.last if isinstance(part, Year) else part.year for part in when.parts if not isinstance(part, Timespan)
    ]
    if years := [one for one in named if one]:
        return years[-1]
    spans = [part for part in when.parts if isinstance(part, Timespan)]
    if year is None or not spans:
        return year
    span = next((part for part in reversed(spans) if part.unit is Unit.YEAR), spans[-1])
    return _resolved(span, year)


def _resolved(span: Timespan, year: int) -> int | None:
    """The year by which it is over, or of a school year in which it begins; three years from no known day are none."""
    years = resolve(span, date(year, 1, 1))
    if years is None or span.unit is Unit.YEARS:
        return None
    return years[0] if span.unit is Unit.SCHOOL_YEAR else years[1]


def choose_deadline(
    deadlines: tuple[Deadline, ...], at: int, clause: Span, text: str, *, recurs: bool
) -> Deadline | None:
    """The one that governs the number at a place: in its clause, else before it in the sentence, else what completes it.

    `到年底，覆盖率达到91%` is by 年底, and of `新增学位1440个，8月31日前投入使用` the clause after the number tells. What
    recurs, as `每月1次`, is by no date of another clause but one from which on it holds.
    """
    start, end = clause
    if within := [one for one in deadlines if start <= one.start < end]:
        return next((one for one in reversed(within) if one.start < at), within[0])
    earlier = [one for one in deadlines if one.start < at]
    if recurs:
        return next((one for one in reversed(earlier) if text[one.end - 1] == "起"), None)
    if earlier:
        return earlier[-1]
    later = [one for one in deadlines if one.start >= end]
    return next((one for one in later if _completes(one, text)), None)


def _completes(deadline: Deadline, text: str) -> bool:
    """Whether the date stands at the beginning of its clause and something is finished by it."""
    start = clause_start(text, deadline.start)
    after = text[deadline.end : deadline.end + 12]
    return bool(COMPLETES.search(after)) and deadline.start - start <= 8 and not after.startswith("资金")
