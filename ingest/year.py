"""The plan's own year: the first that its title names, then its opening, its number, its date."""

import re
from collections.abc import Iterator, Sequence

from ingest.language.dates import CHINESE_YEAR, FIRST_YEAR_OF_THE_REPUBLIC
from ingest.language.folding import fold
from ingest.language.numbers import read_number

# Folded text: Simplified, plain width.
YEAR = rf"(?<![\da-z〇○零一二三四五六七八九.])(?:((?:19|20)\d\d)|({CHINESE_YEAR}))(?!\d|\s*(?:届|级新生|级学生))"
OF_THE_REPUBLIC = r"民国\s*(\d{2,3}|[一二三四五六七八九十百〇○零]{2,5})\s*(?:学?年)|(?<!\d)(1[0-4]\d|[6-9]\d)\s*学年"
BARE_OF_THE_REPUBLIC = r"(?<!\d)(1[0-4]\d|9\d)年"  # only in papers in Traditional characters, only in their titles
NAMED = re.compile(f"{YEAR}|{OF_THE_REPUBLIC}")
NAMED_IN_TAIWAN = re.compile(f"{YEAR}|{OF_THE_REPUBLIC}|{BARE_OF_THE_REPUBLIC}")
AFTER_A_YEAR = r"\s*(?:年|学年|[-—–~～至/]|[.]\d{1,2}(?!\d)|春|秋|上半|下半|度|工作|教育|全|[\u4e00-\u9fff])"
GOAL = re.compile(r"(?:到|至|截至|面向|迈向|现代化|自|从|比|较)\s*$")
REVIEW = re.compile(r"^.{0,14}?(?:总结|回顾|情况|执行|完成|成绩|述职)")
PLANNED = re.compile(r"(?:计划|计画|要点|打算|安排|思路|规划|目标|任务|方案|部署|设想|展望)")
FIVE_YEARS = {"十一五": 2006, "十二五": 2011, "十三五": 2016, "十四五": 2021, "十五五": 2026}
OPENING_START = 12  # characters of the first paragraph in which its year may begin: 2020年全区教育工作的总体要求是
OPENING_REACH = 24  # characters after a year further on, in which the work is named: 为做好2024年全区教育工作
OPENING_LENGTH = 200  # characters
ISSUING = re.compile(r"(?:印发|下发|发布|公布|转发|制定|报送|颁布)[^《]{0,4}$")


def plan_year(
    titles: Sequence[str], opening: str, numbers: Sequence[str], date: str | None, *, text: str = ""
) -> int | None:
    """The plan's own year; `text` is where a five years' plan may say which years these are.

    `2023年工作总结和2024年工作计划` is of 2024, `2023—2024学年` of 2023, `民國113年` of 2024.
    """
    for title in titles:
        if year := _year_of_title(title):
            return year
    for title in titles:
        if period := next((name for name in FIVE_YEARS if name in fold(title)), None):
            return _year_of_period(period, text)
    return (
        _year_of_opening(opening)
        or next((year for number in numbers if (year := year_of_number(number))), None)
        or (int(date[:4]) if date else None)
    )


def year_of_number(number: str) -> int | None:
    """The year in a paper's number: `望教〔2024〕6号` is of 2024, `府教學字第1130012345號` of 2024."""
    text = fold(number)
    if match := re.search(r"[〔\[(【]\s*((?:19|20)\d\d)", text):
        return int(match[1])
    if match := re.search(r"第\s*\d{1,4}/((?:19|20)\d\d)\s*号", text):
        return int(match[1])
    if match := re.search(r"字第\s*(1[0-4]\d|[89]\d)\d{5,9}", text):
        return int(match[1]) + FIRST_YEAR_OF_THE_REPUBLIC - 1
    return int(match[1]) if (match := re.match(r"[^\d]*((?:19|20)\d\d)\s*年?\s*第?\s*\d{1,4}号", text)) else None


def _year_of_title(title: str) -> int | None:
    """The title's year; one within 《》 only where the title gives out that very paper, or names no other."""
    text = fold(title)
    outside = re.sub(r"《[^》]*》?", lambda match: "" if not ISSUING.search(text[: match.start()]) else match[0], text)
    found = list(_years(outside, title))
    planned = [year for year, after in found if not REVIEW.match(after) or PLANNED.search(after[:8])]
    return next(iter(planned or [year for year, _ in found]), None)


def _years(text: str, printed: str) -> Iterator[tuple[int, str]]:
    """The years that the text names for its own, each with what stands after it up to the next."""
    pattern = NAMED_IN_TAIWAN if re.search("[計畫劃學實點辦國員]", printed) else NAMED
    matches = [
        match
        for match in pattern.finditer(text)
        if re.match(AFTER_A_YEAR, text[match.end() :]) or "民" in match[0] or match[0].endswith("年")
    ]
    matches = [match for match in matches if not _is_goal(text, match)]
    for match, following in zip(matches, [*matches[1:], None], strict=False):
        end = following.start() if following else len(text)
        if year := _value(match):
            yield year, text[match.end() : end]


def _is_goal(text: str, match: re.Match[str]) -> bool:
    return bool(GOAL.search(text[: match.start()])) or bool(re.match("年?远景|年?前|年?底", text[match.end() :]))


def _value(match: re.Match[str]) -> int | None:
    western = match[1] or match[2]
    number = read_number(re.sub("[○◯oO零]", "〇", western or next(group for group in match.groups()[2:] if group)))
    if number is None:
        return None
    return number if western else number + FIRST_YEAR_OF_THE_REPUBLIC - 1


def _year_of_opening(opening: str) -> int | None:
    text = fold(opening)[:OPENING_LENGTH]
    for match in NAMED.finditer(text):
        after = text[match.end() :]
        if not re.match(r"\s*(?:年|学年|[-—–~至])", after) and not match[0].endswith("年"):
            continue
        if _is_goal(text, match) or re.match(r"年(?:以来|\d{1,2}月|[一二三四五六七八九十]{1,2}月)", after):
            continue
        near = match.start() < OPENING_START and not REVIEW.match(after)
        if near or re.match(rf".{{0,{OPENING_REACH}}}?(?:工作|计划|要点|招生|任务)", re.split("[,。;]", after)[0]):
            return _value(match)
    return None


def _year_of_period(period: str, text: str) -> int | None:
    first = FIVE_YEARS[period]
    return first if re.search(rf"{first}\s*年?\s*[-—–~至]+\s*{first + 4}", fold(text)) else None
