"""Letter-spaced lines of printed papers, drawn together: `二 〇 二 四 年 二 月` is 二〇二四年二月."""

import re

from ingest.language.patterns import Pattern

LETTER = r"(?:[\u4e00-\u9fff〇○◯OＯ０]|\d{1,4})"
LETTER_SPACED = Pattern(
    "letters set apart",
    rf"""
    (?<!\S) {LETTER} (?:\s+{LETTER})+  # single characters and short numbers, white space between them
    (?=\s|$|[:：])                      # to the end of a word
    """,
    matches=("澄 原 县 教 育 局", "标　题：工作要点"),
    misses=("教育局 财政局", "办好 每一所学校"),
    flags=re.VERBOSE,
)
WIDE_DIGITS = {ord("０") + digit: str(digit) for digit in range(10)}


def unspaced(text: str) -> str:
    """The line without the white space between single characters: `东 湖 区 教 育 局   文 件` is 东湖区教育局文件.

    Words that stand apart stay apart: `教育局 财政局`. Wide digits become plain ones.
    """
    return LETTER_SPACED.compiled.sub(lambda match: re.sub(r"\s+", "", match[0]), text.strip()).translate(WIDE_DIGITS)
