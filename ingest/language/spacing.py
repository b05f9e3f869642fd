"""Letter-spaced lines of printed papers, drawn together: `二 〇 二 四 年 二 月` is 二〇二四年二月."""

import re

LETTER = r"(?:[\u4e00-\u9fff〇○◯OＯ０]|\d{1,4})"
LETTER_SPACED = re.compile(rf"(?<!\S){LETTER}(?:\s+{LETTER})+(?=\s|$|[:：])")
WIDE_DIGITS = {ord("０") + digit: str(digit) for digit in range(10)}


def unspaced(text: str) -> str:
    """The line without the white space between single characters: `东 湖 区 教 育 局   文 件` is 东湖区教育局文件.

    Words that stand apart stay apart: `教育局 财政局`. Wide digits become plain ones.
    """
    return LETTER_SPACED.sub(lambda match: re.sub(r"\s+", "", match[0]), text.strip()).translate(WIDE_DIGITS)
