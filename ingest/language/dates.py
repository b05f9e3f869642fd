"""Dates as papers print them, read as 2014-02-18."""

import re

from ingest.language.numbers import read_number

NOUGHT = "〇○◯零OＯo0０"
CHINESE_YEAR = f"(?:一九|二[{NOUGHT}])[{NOUGHT}一二三四五六七八九]{{2}}"
REPUBLIC = r"(?:中[華华])?民[國国]\s*(?:\d{2,3}|[一二三四五六七八九十百〇○零]{2,5})"
# A pattern for use within others; it matches folded lines too.
DATE = (
    rf"(?:{REPUBLIC}|(?:19|20)\d\d|{CHINESE_YEAR})\s*年\s*(?:\d{{1,2}}|[一二三四五六七八九十]{{1,3}})\s*月"
    r"(?:\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*日)?"
)
SHORT_DATE = r"(?:19|20)\d\d([-./])\s?\d{1,2}\1\s?\d{1,2}(?!\d)"
FIRST_YEAR_OF_THE_REPUBLIC = 1912


def find_date(text: str) -> str | None:
    """The first date in the text: `二○一四年二月十八日` is 2014-02-18, `民國113年2月` is 2024-02, `2014.2.18` is 2014-02-18."""
    for match in re.finditer(f"{DATE}|{SHORT_DATE}", text):
        parts = [read_number(_plain(part)) for part in re.findall(r"[^年月日\s./中華华民國国-]+", match[0])]
        if date := _join(parts, of_the_republic="民" in match[0]):
            return date
    return None


def _plain(numeral: str) -> str:
    return re.sub("[OＯo◯]", "〇", numeral)


def _join(parts: list[int | None], *, of_the_republic: bool) -> str | None:
    numbers = [part for part in parts if part is not None]
    if len(numbers) < len(parts) or len(numbers) < 2 or not 1 <= numbers[1] <= 12 or not 1 <= ([*numbers, 1][2]) <= 31:
        return None
    year = numbers[0] + FIRST_YEAR_OF_THE_REPUBLIC - 1 if of_the_republic else numbers[0]
    return "-".join([f"{year:04d}", *(f"{number:02d}" for number in numbers[1:])])
