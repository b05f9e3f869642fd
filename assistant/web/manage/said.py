"""What the core says in English, its refusals and its reasons, in the reader's language."""

import json
import re
from functools import cache
from pathlib import Path

from assistant.web.words import ENGLISH, Words
from ingest.errors import UserError

TABLE = Path(__file__).parent / "said.json"
VARIABLE = re.compile(r"\\\{(\w+)\\\}")
UNKNOWN = "现在做不到：{error}"


def said(text: str, words: Words) -> str:
    """The core's words in the page's language; as they are where the table lacks them.

    `“（四）” follows “（二）”: a number is missing` is “（二）”之后是“（四）”：中间缺了序号.
    """
    if words.language == ENGLISH:
        return text
    for pattern, chinese in _table():
        if match := pattern.fullmatch(text):
            return words(chinese, **match.groupdict()) if match.groupdict() else words(chinese)
    return text


def trouble(error: UserError, words: Words) -> str:
    """What a person can mend, in the page's language; led in where only the English is known."""
    text = said(str(error), words)
    return words(UNKNOWN, error=text) if text == str(error) and words.language != ENGLISH else text


@cache
def _table() -> tuple[tuple[re.Pattern[str], str], ...]:
    """The templates as patterns, those with more words of their own first."""
    rows: dict[str, str] = json.loads(TABLE.read_text(encoding="utf-8"))
    ranked = sorted(rows.items(), key=lambda row: -len(re.sub(r"\{\w+\}", "", row[0])))
    return tuple(
        (re.compile(VARIABLE.sub(r"(?P<\1>.+)", re.escape(english)), re.DOTALL), chinese) for english, chinese in ranked
    )
