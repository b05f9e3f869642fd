"""What is no plan at all, told by its text: a program, a list of things to buy, a menu of links."""

import re
from collections.abc import Sequence

from ingest.clean import is_prose
from ingest.language.folding import is_han
from ingest.language.patterns import Pattern
from ingest.plan import Item

CODE = Pattern(
    "a line of a program or of a machine's data",
    r"""
    ^\s*(?:import|from\s\S+\simport|def|class|return|function|const|let|var|public|private|static|package|using|namespace)\b
    | ^\s*(?:\#include|\#!|<\?(?:php|xml)|//|/\*|</?\w+[\s>/]|select\s.*\sfrom\s|insert\sinto|create\stable)  # of other languages
    | ^\s*(?:if|for|while|try|except|catch|else|elif|switch|print)\b.*[:{(]\s*$
    | [{};]\s*$ | ^\s*[}\])]+[;,]?\s*$ | ^\s*["']?[\w.]+["']?\s*[:=]\s*["'\[{(\d].*,?\s*$ | =>|\(\)|&&|\|\||::  # signs
    | ^\[?\d{4}-\d\d-\d\d[t ]\d\d:\d\d:\d\d  # a log
    """,
    matches=("def main():", "return total", "const x = 1;", '"name": "a",', "2024-01-02 03:04:05 started"),
    misses=("一、总体要求", "The smith steers in winter.", "电话：7710088"),
    flags=re.VERBOSE | re.IGNORECASE,
)
LEAST_CODE = 0.5  # of the lines
FEWEST_CODE = 4  # lines
LONGEST_ENTRY = 24  # characters of a thing in a list
SAID_IN_CODE = re.compile(r"\"[^\"]*\"|'[^']*'|(?://|#|/\*).*")  # texts and remarks, in whatever language
HOLDS_A_VALUE = re.compile(r"[:：].*\S|\||\t")  # a table's row, a telephone


def why_unfit(items: Sequence[Item], *, is_known: bool) -> str | None:
    """Why the items are no plan's: "a program", "a list of names"; None where they may be one's.

    `is_known` says that the paper has a title of a known kind, an issuer, a place or a number.
    """
    lines = [line for item in items for line in item.text.split("\n")]
    code = sum(_is_code(line) for line in lines)
    if code >= FEWEST_CODE and code >= LEAST_CODE * len(lines):
        return "a program"
    if is_known or any(is_prose(line) or len(line) > LONGEST_ENTRY or HOLDS_A_VALUE.search(line) for line in lines):
        return None
    return "a list of names"


def _is_code(line: str) -> bool:
    """Whether the line is a program's; Chinese words end in `;` or stand before `:` where a paper has plain signs."""
    if not CODE.compiled.search(line):
        return False
    bare = SAID_IN_CODE.sub("", line)
    return sum(map(is_han, bare)) <= sum(sign.isascii() and sign.isalpha() for sign in bare)
