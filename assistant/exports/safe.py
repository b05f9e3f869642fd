"""Texts that a spreadsheet or a Word file takes as texts: no formula runs, no character breaks the file."""

import re

# What Excel, LibreOffice and WPS take for the beginning of a formula, also in full width and behind white space
# (https://owasp.org/www-community/attacks/CSV_Injection).
FORMULA = re.compile(r"^\s*[=+\-@＝＋－＠\t\r\n]")
BROKEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")  # no XML file may hold these
LONGEST_CELL = 32_767  # characters that Excel holds in a cell


def defuse(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet would take it for a formula."""
    return f"'{text}" if FORMULA.match(text) else text


def clean(text: str) -> str:
    """The text without characters that no XML file may hold."""
    return BROKEN.sub("", text)
