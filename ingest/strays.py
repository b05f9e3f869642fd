"""What a printer or scanner left within the lines: page numbers before a label, the characters of a binding margin."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.document import Line
from ingest.labels import Label, flatten, read_label
from ingest.language.numbers import CHINESE_NUMERAL
from ingest.language.patterns import Pattern

LABEL = rf"""(?:
    {CHINESE_NUMERAL}{{1,3}}\s*、 | [(（]\s*(?:{CHINESE_NUMERAL}{{1,3}}|\d{{1,2}})\s*[)）]  # 二、 and (一)
    | [\d０-９]{{1,2}}\s*[、.．]
)"""
MARGIN = Pattern(
    "a character of the binding margin before a label",
    rf"(?:^|(?<=[。：；:;]))\s*(?P<sign>[装裝订訂线線])\s*(?={LABEL})",
    matches=("訂二、舊牆高低不一", "先排順序：線(一)靠路的先修"),
    misses=("订立合同", "一、线上教学"),
    flags=re.VERBOSE,
)
SIGNS = str.maketrans("裝訂線", "装订线")
FEWEST_SIGNS = 2  # different ones that a paper shows, to be those of its margin
PAGE_BEFORE_LABEL = Pattern(
    "a page's number glued to a label",
    rf"""
    [-－—–]?\s?\d{{1,3}}\s?[-－—–]?\s*
    (?=第{CHINESE_NUMERAL}{{1,3}}[章节節条條] | {CHINESE_NUMERAL}{{1,3}}、 | [(（]{CHINESE_NUMERAL}{{1,3}}[)）])
    """,
    matches=("12二、工作目标", "- 3 -（一）招生"),
    misses=("2024（一）", "二、工作目标", "3名教师"),
    flags=re.VERBOSE,
)
PAGE_BEFORE_DECIMAL = re.compile(r"\d{2,5}(?:\.\d{1,2})+(?!\d)")


def without_strays(lines: Sequence[Line]) -> list[Line]:
    """The lines without such strays: of `231.1 建校`, before `1.1.1`, `1.1 建校`; of `訂二、舊牆` `二、舊牆`."""
    return _without_margin(_without_page_numbers(lines))


def _without_margin(lines: Sequence[Line]) -> list[Line]:
    signs = {match["sign"].translate(SIGNS) for line in lines for match in MARGIN.compiled.finditer(line.text)}
    if len(signs) < FEWEST_SIGNS:
        return list(lines)
    return [replace(line, text=MARGIN.compiled.sub("", line.text)) for line in lines]


def _without_page_numbers(lines: Sequence[Line]) -> list[Line]:
    kept: list[Line] = []
    for index, line in enumerate(lines):
        text = line.text
        if match := PAGE_BEFORE_LABEL.compiled.match(text):
            text = text[match.end() :]
        elif PAGE_BEFORE_DECIMAL.match(flatten(text)):
            text = _own_decimal(text, kept, lines[index + 1 :])
        kept.append(replace(line, text=text) if text != line.text else line)
    return kept


def _own_decimal(text: str, above: Sequence[Line], below: Sequence[Line]) -> str:
    """The line from its own decimal on, where the decimals around it show which digits are the page's."""
    before = next((path for line in reversed(above) if (path := _path(read_label(line.text)))), ())
    after = next((path for line in below if (path := _path(read_label(line.text)))), ())
    for cut in range(1, 4):
        own = _path(read_label(text[cut:])) if text[cut : cut + 1].isdecimal() else ()
        goes_on = own and after in ((*own, 1), _next(own))
        follows = own and (own[-1] == 1 or _next(before[: len(own)]) == own)
        if goes_on and follows:
            return text[cut:]
    return text


def _path(label: Label | None) -> tuple[int, ...]:
    return label.path if label and label.kind == "decimal" else ()


def _next(path: tuple[int, ...]) -> tuple[int, ...]:
    return (*path[:-1], path[-1] + 1) if path else ()
