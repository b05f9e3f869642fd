"""Which of the years that a paper names is its own: the first of its title, then its opening, its number, its date."""

import re
from collections.abc import Iterator, Sequence

from ingest.language.folding import fold
from ingest.language.year_patterns import WESTERN_YEAR
from ingest.language.years import (
    Form,
    Role,
    Year,
    find_republic_years,
    find_years,
    read_republic_year,
)

# Folded text: Simplified, plain width.
# Behind a year without 年: 2024工作要点, or nothing: 教育白皮书2025.
GOES_ON = re.compile(r"\s*[-—–~至/\u4e00-\u9fff]|[.]\d{1,2}(?!\d)|\s*[)》」]?$|\s+[a-z]|[:,]")
CLASS = re.compile(r"\s*(?:届|级新生|级学生)")
TAIWANESE = re.compile("[計畫劃學實點辦國員報優級網縣區題與會師課務規處補領發]")  # in a title as printed
REVIEW = re.compile(r"^.{0,14}?(?:总结|回顾|情况|执行|完成|成绩|述职)")
PLANNED = re.compile(r"(?:计划|计画|要点|打算|安排|思路|规划|目标|任务|方案|部署|设想|展望)")
PLANNED_REACH = 8  # characters behind a year
OPENING_START = 12  # characters of the first paragraph in which its year may begin: 2020年全区教育工作的总体要求是
OPENING_REACH = 24  # characters after a year further on, in which the work is named: 为做好2024年全区教育工作
OPENING_LENGTH = 200  # characters
# Another's paper, which this one goes by: 根据教育部2021年的通知.
GOES_BY = re.compile(r"(?:根据|依据|按照|遵照|依照|贯彻|落实|执行|结合)[^,。;]*$")
TOLD = re.compile(r"以来|\d{1,2}月|[一二三四五六七八九十]{1,2}月")  # behind a year in an opening: 2019年以来
COUNTED = re.compile(
    rf"截[至止]到?(?P<year>{WESTERN_YEAR})年\d{{1,2}}月\d{{1,2}}日"
)  # what a list or a count holds for
ISSUING = re.compile(r"(?:印发|下发|发布|公布|转发|制定|报送|颁布)[^《]{0,4}$")
# 望教〔2024〕6号, 通告第3/2024号, 教字第1130012345号, 望教2024年第6号
NUMBERED = re.compile(
    rf"[〔\[(【]\s*(?P<bracketed>{WESTERN_YEAR})"
    rf"|第\s*\d{{1,4}}/(?P<behind>{WESTERN_YEAR})\s*号"
    r"|字第\s*(?P<republic>1[0-4]\d|[89]\d)\d{5,9}"
    rf"|^[^\d]*(?P<plain>{WESTERN_YEAR})\s*年?\s*第?\s*\d{{1,4}}号"
)


def plan_year(
    titles: Sequence[str], opening: str, numbers: Sequence[str], date: str | None, *, text: str = ""
) -> int | None:
    """The plan's own year; `text` is where a five years' plan may say which years these are.

    `2023年工作总结和2024年工作计划` is of 2024, `2023—2024学年` of 2023, `民國113年` of 2024.
    """
    for title in titles:
        if year := _year_of_title(title):
            return year
    period = next((year for title in titles for year in _five_years(fold(title))), None)
    if period and _says_which(period, text):
        return period.first
    own, named = (None, None) if period else _years_of_opening(opening)
    return (
        own
        or next((year for number in numbers if not period and (year := year_of_number(number))), None)
        or (int(date[:4]) if date else None)
        or named
    )


def year_of_number(number: str) -> int | None:
    """The year in a paper's number: `望教〔2024〕6号` is of 2024, `府教學字第1130012345號` of 2024."""
    match = NUMBERED.search(fold(number))
    if not match:
        return None
    return read_republic_year(match["republic"]) if match["republic"] else int(match[match.lastgroup or 0])


def _year_of_title(title: str) -> int | None:
    """The title's year; one within 《》 only where the title gives out that very paper, or names no other."""
    text = re.sub(r"(?<=\d)\s+(?=[年学])", "", fold(title))
    outside = re.sub(r"《[^》]*》?", lambda match: "" if not ISSUING.search(text[: match.start()]) else match[0], text)
    years = find_republic_years(outside) if TAIWANESE.search(title) else find_years(outside)
    found = list(_own_years(outside, years))
    planned = [year for year, after in found if not REVIEW.match(after) or PLANNED.search(after[:PLANNED_REACH])]
    return next(iter(planned or [year for year, _ in found]), None)


def _own_years(text: str, years: Sequence[Year]) -> Iterator[tuple[int, str]]:
    """The years that a title names for its own, each with what stands behind it up to the next."""
    own = [year for year in years if _may_be_own(text, year)]
    for year, following in zip(own, [*own[1:], None], strict=False):
        yield year.first, text[year.end : following.start if following else len(text)]


def _may_be_own(text: str, year: Year) -> bool:
    if year.form is Form.FIVE_YEARS or year.role is not Role.NAMED or re.search("[a-z]-?$", text[: year.start]):
        return False
    after = text[year.end :]
    if CLASS.match(after) or (year.has_unit and re.match("远景|前|底", after)):
        return False
    return year.has_unit or year.is_span or bool(GOES_ON.match(after))


def _years_of_opening(opening: str) -> tuple[int | None, int | None]:
    """The year that the opening gives the paper, and that of a paper that this one goes by, which tells less."""
    text = fold(opening)[:OPENING_LENGTH]
    if counted := COUNTED.match(text):
        return int(counted["year"]), None
    named = None
    for year in find_years(text):
        after = text[year.end :]
        if not (year.has_unit or year.is_span) or not _may_be_own(text, year) or TOLD.match(after):
            continue
        near = year.start < OPENING_START and not REVIEW.match(after)
        if near or re.match(rf".{{0,{OPENING_REACH}}}?(?:工作|计划|要点|招生|任务)", re.split("[,。;]", after)[0]):
            if not GOES_BY.search(text[: year.start]):
                return year.first, named
            named = named or year.first
    return None, named


def _five_years(folded: str) -> Iterator[Year]:
    return (year for year in find_years(folded) if year.form is Form.FIVE_YEARS)


def _says_which(period: Year, text: str) -> bool:
    """Whether the text says which years a five years' plan is for: `规划期为2021—2025年`."""
    spans = [year for year in find_years(fold(text)) if year.form is not Form.FIVE_YEARS]
    return any((year.first, year.last) == (period.first, period.last) for year in spans)
