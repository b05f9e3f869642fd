"""Chinese and Arabic numerals read as integers."""

import re
import unicodedata

import cn2an

DIGITS = "〇○零一二三四五六七八九"
CHINESE_NUMERAL = "[〇○零一二两兩三四五六七八九十百千]"


def read_number(text: str) -> int | None:
    """`read_number("二十一")` is 21, of `"〇"` 0, of `"１８"` 18, of `"abc"` None."""
    text = unicodedata.normalize("NFKC", text.strip()).replace("○", "〇").replace("两", "二").replace("兩", "二")
    if text.isdecimal():
        return int(text)
    if not re.fullmatch(CHINESE_NUMERAL + "+", text):
        return None
    if not re.search("[十百千]", text):
        return int("".join(str(_digit(character)) for character in text))
    try:
        return int(cn2an.cn2an(text.replace("〇", "零"), "smart"))
    except ValueError:
        return None


def _digit(character: str) -> int:
    return max(0, DIGITS.index(character) - 2) if character in DIGITS else 0
