"""Dates, times of day and names blotted out of a sentence, so that what numbers are left count something; and its clauses."""

import re
from collections.abc import Iterator

from ingest.language.date_patterns import RANGE
from ingest.language.dates import Date, find_dates
from ingest.language.quantities import Quantity
from ingest.language.sentences import clause_around

NAMES = re.compile(r"“[^”]{1,20}”|《[^》]{1,60}》|「[^」]{1,20}」|『[^』]{1,20}』|〔[^〕]{1,8}〕\d+号")


def mask(text: str) -> str:
    """The text with its dates and times of day (□) and names (■) blotted out, character for character."""
    text = NAMES.sub(lambda match: "■" * len(match[0]), text)
    for start, end in _dated(text):
        text = f"{text[:start]}{'□' * (end - start)}{text[end:]}"
    return text


def _dated(text: str) -> Iterator[tuple[int, int]]:
    """Where dates and times of day stand, with what joins the ends of a range; `限期15日` is so many days, and `每月15日前` a date."""
    last: Date | None = None
    for date in find_dates(text):
        if date.weekday or (date.may_be_length and date.side != "before"):
            continue
        yield date.start, date.end
        if last and RANGE.compiled.fullmatch(text, last.end, date.start):
            yield last.end, date.start
        last = date


def clause_of(text: str, amount: Quantity) -> tuple[int, int]:
    """Where the clause begins and ends in which the number stands."""
    return clause_around(text, amount.start, amount.end)
