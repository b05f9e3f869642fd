"""What a printer or scanner left within the lines: page numbers before a label, the characters of a binding margin."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ingest.document import Line
from ingest.labels import Label, flatten, read_label
from ingest.language.numbers import CHINESE_NUMERAL
from ingest.language.patterns import Pattern
from ingest.running_heads import repeated_chapters

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
PAGE_OF_PAGES = Pattern(
    "the number of a page of so many",
    r"[-－—–\s]*第\s*\d{1,3}\s*[页頁]\s*[,，/]?\s*共\s*\d{1,3}\s*[页頁][-－—–\s]*|(?i:page\s\d{1,3}\sof\s\d{1,3})\s*$",
    matches=("第 1 页 共 3 页二、缺勤", "第2页，共3页", "Page 2 of 3"),
    misses=("第2页的表", "共3页", "page 2 of the form"),
)
PAGE_ALONE = Pattern(
    "a page's number, alone and between dashes",
    r"\s*(?:[-－—–―]+\s*\d{1,3}\s*[-－—–―]+|第\s*\d{1,3}\s*[页頁])\s*",
    matches=("— 1 —", "-12-", "第3页"),
    misses=("12", "第3页的表", "- 12"),
)
HEAD_REPEATS = 2  # a line that stands so often beside a page's number is a running head
PAGE_BEFORE_NUMBER = re.compile(r"\d{2,4}(?=[.、)](?!\d))")
LONGEST_LIST = 10  # numbers that a list may skip; 33. behind 2. is page 3 and 3.
PAGE_BEFORE_DECIMAL = re.compile(r"\d{2,5}(?:\.\d{1,2})+(?!\d)")


def without_strays(lines: Sequence[Line]) -> list[Line]:
    """The lines without such strays: of `231.1 建校`, before `1.1.1`, `1.1 建校`; of `訂二、舊牆` `二、舊牆`."""
    edges = _page_edges(lines)
    return _without_margin(_without_page_numbers([line for line in lines if line.number not in edges]))


def _page_edges(lines: Sequence[Line]) -> frozenset[int]:
    """The numbers of the lines that are a page's number alone, or repeat beside it what stands at every page's edge."""
    pages = [index for index, line in enumerate(lines) if not line.table and _is_page(line.text)]
    beside = [lines[near] for index in pages for near in (index - 1, index + 1) if 0 <= near < len(lines)]
    often = Counter(line.text for line in beside)
    heads = [line for line in beside if often[line.text] >= HEAD_REPEATS and not line.table]
    chapters = repeated_chapters(["" if line.table else line.text for line in lines], pages)
    return frozenset([*(lines[index].number for index in (*pages, *chapters)), *(line.number for line in heads)])


def _is_page(text: str) -> bool:
    return bool(PAGE_ALONE.compiled.fullmatch(text) or PAGE_OF_PAGES.compiled.fullmatch(text))


def _without_margin(lines: Sequence[Line]) -> list[Line]:
    signs = {match["sign"].translate(SIGNS) for line in lines for match in MARGIN.compiled.finditer(line.text)}
    if len(signs) < FEWEST_SIGNS:
        return list(lines)
    return [replace(line, text=MARGIN.compiled.sub("", line.text)) for line in lines]


def _without_page_numbers(lines: Sequence[Line]) -> list[Line]:
    kept: list[Line] = []
    for index, line in enumerate(lines):
        page = None if line.table else PAGE_OF_PAGES.compiled.match(line.text)
        text = line.text[page.end() :] if page else line.text
        if not text.strip():
            continue
        if match := PAGE_BEFORE_LABEL.compiled.match(text):
            text = text[match.end() :]
        elif PAGE_BEFORE_DECIMAL.match(flatten(text)):
            text = _own_decimal(text, kept, lines[index + 1 :])
        elif PAGE_BEFORE_NUMBER.match(flatten(text)):
            text = _own_number(text, kept)
        kept.append(replace(line, text=text) if text != line.text else line)
    return kept


def _own_number(text: str, above: Sequence[Line]) -> str:
    """The line from its own number on, where the list above it shows which digits are the page's: 3. of `33.`, behind 2."""
    label = read_label(text)
    before = next((one for line in reversed(above) if (one := read_label(line.text))), None)
    if not label or label.kind != "arabic" or not before or (before.kind, before.mark) != (label.kind, label.mark):
        return text
    own = str(before.number + 1)
    is_far = label.number > before.number + LONGEST_LIST
    return text[len(str(label.number)) - len(own) :] if is_far and str(label.number).endswith(own) else text


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
