"""The numbering at the start of a line: 一、 （一） 1. (1) ① 第三条 第一章 1.1."""

import re
import unicodedata
from dataclasses import dataclass

from ingest.numerals import CHINESE_NUMERAL, read_number


@dataclass(frozen=True, slots=True)
class Label:
    """A label as printed (`18.`), normalised (`18`), its kind and number, and the text that stands after it."""

    kind: str
    printed: str
    normal: str
    number: int
    rest: str


# A digit after the mark belongs to a figure (3.5), unless a year opens the text (1.2023年……).
FIGURE = r"(?!(?:19|20)\d\d[年学學—–-])\d"
# In the order in which they are tried. Group 1 is the numeral.
PATTERNS = (
    ("chapter", rf"第\s*({CHINESE_NUMERAL}+|\d+)\s*[章编編]"),
    ("part", rf"第\s*({CHINESE_NUMERAL}+|\d+)\s*[节節](?![课課])"),
    ("article", rf"第\s*({CHINESE_NUMERAL}+|\d+)\s*[条條](?:之{CHINESE_NUMERAL}+)?(?=[\s：:\u4e00-\u9fff])"),
    ("bracketed chinese", rf"[（(]\s*({CHINESE_NUMERAL}{{1,4}})\s*[）)][、，.．]?"),
    ("chinese", rf"({CHINESE_NUMERAL}{{1,4}})\s*[、．.](?!、|(?:{CHINESE_NUMERAL}|\d)年[级級])"),
    ("bracketed arabic", r"[（(]\s*(\d{1,3})\s*[）)]"),
    ("decimal", r"(\d{1,2}(?:[.．]\d{1,2}){1,3})(?=[\s\u4e00-\u9fff])(?!\s*[万亿%％个所名人元])"),
    ("arabic", rf"(\d{{1,3}})\s*[.．、)）](?!{FIGURE})"),
    ("circled", r"([\u2460-\u2473])"),
)
NAMED = frozenset({"chapter", "part", "article"})  # their word belongs to the label: 第三条
COMPILED = tuple((kind, re.compile(pattern)) for kind, pattern in PATTERNS)


def read_label(line: str) -> Label | None:
    """The label that the line starts with, or None.

    `read_label("18.加快发展学前教育。")` is Label("arabic", "18.", "18", 18, "加快发展学前教育。").
    """
    for kind, pattern in COMPILED:
        if match := pattern.match(line):
            number = read_number(match[1].split(".")[-1].split("．")[-1])
            if number is not None:
                return Label(kind, match[0].strip(), _normal(kind, match), number, line[match.end() :].strip())
    return None


def _normal(kind: str, match: re.Match[str]) -> str:
    numeral = match[1]
    if kind == "circled":
        return numeral
    if kind.startswith("bracketed"):
        return f"({numeral})"
    printed = match[0] if kind in NAMED else numeral
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", printed))
