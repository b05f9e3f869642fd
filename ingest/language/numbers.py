"""Numerals read as values, whatever they are written in: 4, 四, 1.5万, 两百六, 二〇二五, 百分之八十, 三分之一, 八成."""

import re
import unicodedata
from functools import lru_cache

import cn2an

from ingest.language.patterns import Pattern

DIGITS = "〇零一二三四五六七八九"
SCALES = {"十": 1e1, "百": 1e2, "千": 1e3, "万": 1e4, "亿": 1e8}
CHINESE_NUMERAL = "[〇○零一二两兩三四五六七八九十百千]"  # a character of one, as labels print it
TENTHS = "一二三四五六七八九"
WHOLE = re.compile(f"[{DIGITS}{''.join(SCALES)}]+")
DECIMALS = re.compile(f"[{DIGITS}]*")

NUMERAL = Pattern(
    "numeral",
    r"""
    (?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?    # 12,500 and 1.5, and what they are multiplied by: 1.5万, 3千万
        (?:\s?(?:[十百千]?[万亿]|[十百千](?![瓦米克兆分])))*
    |[〇零一二两三四五六七八九十百千][〇零一二两三四五六七八九十百千万亿]*    # 两百六
        (?:点[〇零一二三四五六七八九]+)?    # 一点五
    """,
    matches=("12,500", "1.5万", "3千万", "两百六", "二〇二五", "一点五"),
    misses=("万", "亿元", "课后服务", "点"),
    flags=re.VERBOSE,
)
SHARE = Pattern(
    "share",
    rf"""
    (?P<whole>{NUMERAL.source}|万)分之(?P<part>{NUMERAL.source})    # 百分之八十, 三分之一
    |(?P<tenths>[{TENTHS}])成(?P<rest>[{TENTHS}半]?)    # 八成, 九成五; 成立 and 成年 are words
        (?![立功为长果绩员都熟本人效就年千百])
    """,
    matches=("百分之八十", "三分之一", "八成", "九成五", "七成半", "百分之3.5"),
    misses=("八成立", "十成", "分之", "三成果"),
    flags=re.VERBOSE,
)
ARABIC = Pattern(
    "Arabic numeral with what it is multiplied by",
    r"(\d+(?:\.\d+)?)([十百千万亿]*)",
    matches=("1.5万", "12"),
    misses=("万", "课"),
)


def read_number(text: str) -> int | None:
    """The whole number that a numeral writes: `二十一` is 21, `〇` 0, `１８` 18; None of what is none."""
    text = unicodedata.normalize("NFKC", text.strip()).replace("○", "〇").replace("兩", "两")
    if text.isdecimal():
        return int(text)
    value = _read_chinese(text)
    return int(value) if value is not None and value == int(value) else None


@lru_cache(maxsize=8192)
def read_value(text: str) -> float | None:
    """The value of a folded numeral: `1.5万` is 15000, `两百六` 260, `百分之八十` 0.8; else None."""
    text = re.sub(r"[\s,]", "", text)
    if match := ARABIC.compiled.fullmatch(text):
        value = float(match[1])
        for scale in match[2]:
            value *= SCALES[scale]
        return round(value, 6)
    if (percent := read_percent(text)) is not None:
        return percent / 100
    return _read_chinese(text)


def read_percent(text: str) -> float | None:
    """The share that a folded text is, in hundredths: `百分之八十` is 80, `三分之一` 33.33; else None."""
    match = SHARE.compiled.fullmatch(text)
    if not match:
        return None
    if match["tenths"]:
        rest = 5.0 if match["rest"] == "半" else read_value(match["rest"]) or 0.0
        return 10 * (read_value(match["tenths"]) or 0.0) + rest
    whole = SCALES.get(match["whole"]) or read_value(match["whole"])
    part = read_value(match["part"])
    return None if not whole or part is None else round(100 * part / whole, 2)


def find_numbers(folded: str) -> list[tuple[str, float]]:
    """The numerals of a folded text in order, as printed, with their values: of `12,500元` 12500."""
    read = ((match[0], read_value(match[0])) for match in NUMERAL.compiled.finditer(folded))
    return [(printed, value) for printed, value in read if value is not None]


def _read_chinese(text: str) -> float | None:
    whole, _, decimals = text.replace("两", "二").replace("零", "〇").partition("点")
    if not (WHOLE.fullmatch(whole) and DECIMALS.fullmatch(decimals)):
        return None
    value = _read_whole(whole)
    return float(f"{value:.0f}.{_in_digits(decimals)}") if decimals and value is not None else value


def _read_whole(text: str) -> float | None:
    if not re.search("[十百千万亿]", text):
        return float(_in_digits(text))  # 二〇二五
    if text[0] in "百千":
        text = f"一{text}"
    try:
        return float(cn2an.cn2an(text.replace("〇", "零"), "smart"))
    except ValueError:
        return None


def _in_digits(text: str) -> str:
    return "".join(str(max(0, DIGITS.index(character) - 1)) for character in text)
