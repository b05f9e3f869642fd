"""By when a figure is to be reached: the date or span that its sentence names for it."""

import re
from dataclasses import dataclass

from assistant.targets.masks import DATE, YEAR
from ingest.language.numbers import read_number
from ingest.language.sentences import clause_start

SEASON = r"(?:今明|今|明|本|当)年(?:内|底|度)?|年(?:底|末|内|终)(?!考核)|全年|(?:[上下]半年|[一二三四]季度|第[一二三四]季度|[春秋]季学期|[春秋]季|寒暑假|暑假|寒假|暑期|月底|学期末|本学期|下学期|新学年|学年末|教师节)"
SPAN = rf"{YEAR}年(?:底|末|内|[上下]半年|[春秋]季(?:学期)?)|三年内|五年内|两年内|“?十[二三四五六]五”?(?:期间|末)"
POINT = rf"(?:{SPAN}|{DATE}|{SEASON})"
WHEN = re.compile(
    rf"(?:到|至|自|从|截至|力争到|力争)?{POINT}(?:\s*[至到、和—~-]\s*(?:{POINT}|\d+日))*(?:底|末)?(?:之?前|以前|起|期间|内|之内|前后|结束前)?"
)
COMPLETES = re.compile(
    r"完成|投入使用|交付|竣工|建成|到位|到岗|执行|拨付|完工|发放|办结|开工|落实|启用|公布|上线|实现|达到|安置|验收"
)
NOT_WHEN = re.compile(r"^(?:以来|以后出生|制定|考核|总结)")
RECURS = re.compile(r"每(?:年|月|学期|学年|季度|周)?的?$")
NOW_YEAR = re.compile("全年|年内|今年|本年|当年|年底|年末|年终|半年|季度|春季|秋季|暑|寒假|月|本学期|新学年|学期末")
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
    for match in WHEN.finditer(text):
        if RECURS.search(text[: match.start()]) or NOT_WHEN.match(text[match.end() :]):
            continue
        found.append(Deadline(match.start(), match.end(), _year_of(match[0], year)))
    return tuple(found)


def _year_of(words: str, year: int | None) -> int | None:
    if years := re.findall(YEAR, words):
        return read_number(years[-1])
    if plan := re.search("十([二三四五六])五", words):
        return {"二": 2015, "三": 2020, "四": 2025, "五": 2030, "六": 2035}[plan[1]]
    if year is None or re.search("[两三五]年内", words):
        return None
    if "明年" in words:
        return year + 1
    return year if NOW_YEAR.search(words) else None


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
