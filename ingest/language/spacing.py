"""A printed line as its readers see it: no characters that nobody sees, letters that were set apart drawn together."""

import re
from itertools import groupby, pairwise, takewhile

from ingest.language.patterns import Pattern

HAN = r"\u2e80-\u2fdf\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
JOINERS = r"\u200c\u200d"
# Of scripts that need joiners, Arabic to Burmese and Mongolian, and of pictures that are put together.
JOINING = r"\u0600-\u109f\u1800-\u18af\u2600-\u27bf\ufe0f\U0001f000-\U0001faff"
UNSEEN = (
    r"\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e"
    r"\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0001-\U000e007f"
)
UNSEEN_CHARACTERS = Pattern(
    "characters that nobody sees",
    rf"""
    [{UNSEEN}]+  # control signs, zero-width spaces, soft hyphens, marks of direction
    | (?<=[{HAN}]) [{UNSEEN}{JOINERS}\ufe00-\ufe0f\U000e0100-\U000e01ef]+  # a variant of a character is that character
    | (?<![{JOINING}]) [{JOINERS}]  # but not between letters that they shape
    | [{JOINERS}] (?![{JOINING}])
    """,
    matches=("教\u200b育", "\ufeff要点", "coop\u00aderate", "葛\U000e0100", "教\u200d育"),
    misses=("教育　局\t文件\n", "می\u200cخواهم", "1\ufe0f\u20e3"),
    flags=re.VERBOSE,
)
LETTER = r"(?:[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff〇○◯OＯ]|\d{1,4})"
MARKS = r"，。；：、！？（）《》〈〉“”‘’〔〕【】「」『』—…·,;:.!?()\[\]|/-"
LETTERS_APART = Pattern(
    "letters set apart",
    rf"""
    (?<![^\s{MARKS}]) {LETTER} (?:\s+{LETTER})+  # single characters and short numbers, each with white space before it
    (?=[\s{MARKS}]|$)                            # to the end of a word
    """,
    matches=("澄 原 县 教 育 局", "标　题：工作要点", "配备 心 理 教 师，每校一名"),
    misses=("教育局 财政局", "办好 每一所学校", "class 3 and class 4"),
    flags=re.VERBOSE,
)
IN_DATES = re.compile(r"[〇○◯OＯ零一二三四五六七八九十年月日号號]|\d+")
DATE_UNITS = "年月日号號"
FEWEST_LETTERS = 2  # of a word whose letters were set apart
LONGEST_LABEL = 2  # digits of a number that may stand before a heading: 1 加 强 管 理
TAB = 4  # spaces


def clean(line: str) -> str:
    """The line as its readers see it, else as printed: `心\\u200b 理 教 师` is 心理教师."""
    return join_letters(drop_unseen(line))


def drop_unseen(text: str) -> str:
    """The text without characters that cannot be seen; those that shape letters of other scripts stay."""
    return text if text.isascii() and text.isprintable() else UNSEEN_CHARACTERS.compiled.sub("", text)


def join_letters(line: str) -> str:
    """The line without the white space between single characters: `东 湖 区 教 育 局   文 件` is `东湖区教育局   文件`.

    Words stay apart: `教育局 财政局`; those of letters set apart too, where the gaps between them are wider than those
    within: `语 文  数 学`. Figures that stand side by side are no number.
    """
    return LETTERS_APART.compiled.sub(_joined, line)


def _joined(match: re.Match[str]) -> str:
    parts = re.split(r"(\s+)", match[0])
    letters, gaps = parts[::2], parts[1::2]
    if not any(_is_word(one, other) for one, other in pairwise(letters)):
        return match[0]
    kept = _gaps_between_words(letters, gaps)
    for place, (before, after) in enumerate(pairwise(letters)):
        is_label = place == match.start() == 0 and len(before) <= LONGEST_LABEL
        is_number = before.isdecimal() and (is_label or after.isdecimal())
        if not kept[place] and not (is_number and not _is_date_figure(letters, place)):
            gaps[place] = ""
    return "".join(part for pair in zip(letters, [*gaps, ""], strict=True) for part in pair)


def _is_word(before: str, after: str) -> bool:
    """Whether two neighbours are letters of a word, or a number with what makes it a date."""
    return after in DATE_UNITS if before.isdecimal() else not after.isdecimal()


def _is_date_figure(letters: list[str], place: int) -> bool:
    """Whether a number stands before a year's, month's or day's sign, as it is or digit by digit: 2 0 2 4 年."""
    digits = list(takewhile(str.isdecimal, letters[place:]))
    end = place + len(digits)
    is_one = len(digits) == 1 or all(len(digit) == 1 for digit in digits)
    return end < len(letters) and letters[end] in DATE_UNITS and is_one


def _gaps_between_words(letters: list[str], gaps: list[str]) -> list[bool]:
    """Which gaps part words: those twice as wide as the narrowest, where each word so parted has its two letters.

    Within a date none does: its parts are set apart more widely than its digits.
    """
    widths = [_width(gap) for gap in gaps]
    wide = [
        width >= 2 * min(widths) and not (IN_DATES.fullmatch(before) and IN_DATES.fullmatch(after))
        for width, before, after in zip(widths, letters, letters[1:], strict=False)
    ]
    words = [sum(1 for _ in run) + 1 for is_wide, run in groupby(wide) if not is_wide]
    is_parted = sum(words) == len(letters) and min(words) >= FEWEST_LETTERS
    return wide if is_parted else [False] * len(gaps)


def _width(gap: str) -> int:
    return sum(TAB if sign == "\t" else 2 if sign in "\u3000\u2003" else 1 for sign in gap)
