"""Numerals read as values, whatever they are written in: 4, 四, 1.5万, 两百六十, 三分之一, 百分之八十, 八成."""

import re
from functools import lru_cache

import cn2an

HAN_DIGITS = "〇零一二三四五六七八九"
SCALES = {"十": 1e1, "百": 1e2, "千": 1e3, "万": 1e4, "亿": 1e8}
ARABIC = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
HAN = r"[〇零一二两三四五六七八九十百千万亿]+(?:点[〇零一二三四五六七八九]+)?"
NUMERAL = rf"(?:{ARABIC}\s?[十百千万亿]*|{HAN})"


@lru_cache(maxsize=8192)
def read_value(numeral: str) -> float | None:
    """The value of a folded numeral: `1.5万` is 15000, `两百六` 260, `二〇二五` 2025; None where it is none."""
    text = numeral.replace(",", "").replace(" ", "")
    if match := re.fullmatch(r"(\d+(?:\.\d+)?)([十百千万亿]*)", text):
        value = float(match[1])
        for scale in match[2]:
            value *= SCALES[scale]
        return value
    return _read_han(text.replace("两", "二").replace("零", "〇"))


def _read_han(text: str) -> float | None:
    whole, _, decimals = text.partition("点")
    if not re.fullmatch(f"[{HAN_DIGITS}{''.join(SCALES)}]+", whole):
        return None
    if not re.search("[十百千万亿]", whole):
        digits = "".join(str(_digit(character)) for character in whole)
        return float(f"{digits}.{''.join(str(_digit(d)) for d in decimals)}" if decimals else digits)
    try:
        value = SCALES.get(whole) or float(cn2an.cn2an(whole.replace("〇", "零"), "smart"))
    except ValueError:
        return None
    return value + float("0." + "".join(str(_digit(d)) for d in decimals)) if decimals else value


def _digit(character: str) -> int:
    return max(0, HAN_DIGITS.index(character) - 1) if character in HAN_DIGITS else 0
