"""Ranges of numbers in a table's cells, and the number that a question gives: 12邻 lies in 9至17邻, 35号 in 1号至99号（单号）."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ingest.language.numbers import read_number

NUMERAL = r"(?:\d+|[一二三四五六七八九十百]+)"
UNIT = r"(?:号楼|号院|号|栋|幢|邻|年级|班|周岁|岁|组|座|弄|单元|排)"
RANGE = re.compile(
    rf"(?P<low>{NUMERAL})(?P<of_low>{UNIT})?(?:[(（]含[)）])?\s*(?:至|到|[-~—–～－]+)\s*第?(?P<high>{NUMERAL})\s*(?P<unit>{UNIT})"
    rf"|(?P<one>(?<![\d月])\d+)(?P<of_one>{UNIT})(?!\d)"
    r"|(?P<word>grade|age|year|room)s?\s(?P<first>\d+)\s*(?:to|-|–|—)\s*(?P<last>\d+)"
)
NUMBERED = re.compile(
    rf"(?<![\d月日年至到~—–-])(?P<number>{NUMERAL})(?P<unit>{UNIT})|\b(?P<word>grade|age|year|room)\s(?P<figure>\d+)"
)
ORDINALS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
]
CARDINALS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
ENGLISH_NUMBERS = {word: number for words in (ORDINALS, CARDINALS) for number, word in enumerate(words, 1)}
ENGLISH_NUMBERED = re.compile(
    rf"\b(?:(?P<ordinal>{'|'.join(ORDINALS)})|(?P<figure>\d{{1,2}})(?:st|nd|rd|th)) (?P<of_ordinal>grade|year)\b"
    rf"|\b(?P<of_cardinal>grade|age|year|room) (?P<cardinal>{'|'.join(CARDINALS)})\b"
)
PARITY = re.compile(r"[单双](?:号|数)")
STREET = re.compile(r"([\u4e00-\u9fff]{2,})(?:第)?$")  # before a range: 柏树街 of 柏树街1号至60号


@dataclass(frozen=True, slots=True)
class Range:
    """Numbers of a kind from `low` to `high`, the odd ones or the even ones where `parity` is 1 or 0, in a street."""

    unit: str
    low: int
    high: int
    street: str = ""
    parity: int | None = None

    def holds(self, number: int, question: str) -> bool:
        """Whether the number is one of them, and the street, where one is named, is the folded question's."""
        is_in = self.low <= number <= self.high and (self.parity is None or number % 2 == self.parity)
        return is_in and (not self.street or self.street in question)


def ranges_missed(values: Iterable[str], question: str) -> bool:
    """Whether the values give numbers of a kind that the folded question gives one of, and not that one.

    `1至8邻` misses 12邻, and `9至17邻` does not.
    """
    numbers = list(find_numbered(question))
    for value in values:
        for unit, number in numbers:
            own = [one for one in find_ranges(value) if one.unit == unit]
            is_range = any(one.low < one.high for one in own)
            if is_range and not any(one.holds(number, question) or one.street for one in own):
                return True
    return False


def find_numbered(text: str) -> Iterator[tuple[str, int]]:
    """The numbers of a folded text that stand for a place in a row, each behind its kind: of `中兴里12邻` 邻 and 12."""
    for match in NUMBERED.finditer(text):
        if (number := read_number(match["number"] or match["figure"])) is not None:
            yield match["unit"] or match["word"], number
    for match in ENGLISH_NUMBERED.finditer(text):
        word = match["ordinal"] or match["cardinal"]
        number = int(match["figure"]) if match["figure"] else ENGLISH_NUMBERS[word]
        yield match["of_ordinal"] or match["of_cardinal"], number


def find_ranges(value: str) -> Iterator[Range]:
    """The ranges in a folded cell; a single number is one of its own: of `1至8邻、12邻` 1 to 8 and 12 to 12."""
    for piece in re.split("[、，,；;]", value):
        street = ""
        for match in RANGE.finditer(piece):
            low = read_number(match["low"] or match["one"] or match["first"])
            high = read_number(match["high"] or match["one"] or match["last"])
            before = STREET.search(piece[: match.start()])
            street = before[1] if before else street
            parity = PARITY.search(piece)
            odd = None if not parity else int(parity[0][0] == "单")
            if low is not None and high is not None:
                yield Range(match["unit"] or match["of_one"] or match["word"], low, high, street, odd)
