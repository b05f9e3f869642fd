"""The domain thesaurus: everyday wordings, abbreviations and English, each with the official terms that plans use.

It is a table that a teacher can edit, thesaurus.csv, a concept a row. A question that holds a wording of a row is
searched for in the row's official terms too: 放学没人接 leads to 课后服务, 双减 to 校外培训, `school bus` to 校车.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path

import snowballstemmer

from ingest.decode import decode
from ingest.errors import OperatorError
from ingest.language.folding import fold, is_han
from ingest.language.words import content_words
from ingest.load import read_bytes

SHIPPED_FILE = Path(__file__).parent / "thesaurus.csv"
COLUMNS = ("官方用语", "日常说法", "简称", "English")
SEPARATOR = re.compile(r"[；;]")
ENGLISH_WORD = re.compile(r"[a-z0-9+]+")
IRREGULAR = {"buses": "bus", "children": "child", "teeth": "tooth"}  # plurals that the stemmer does not undo
SHORTEST_STEMMED = 4  # letters; of AED the stemmer leaves "a"


@dataclass(frozen=True, slots=True)
class Entry:
    """A concept: the official terms that plans use for it, and what else it is called."""

    official: tuple[str, ...]
    everyday: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    english: tuple[str, ...] = ()

    @property
    def said(self) -> tuple[str, ...]:
        """All that leads to the official terms."""
        return (*self.everyday, *self.abbreviations, *self.english)


@dataclass(frozen=True, slots=True)
class Expansion:
    """A wording found in a question, the words of the question that it covers, and the official terms it leads to."""

    said: str
    words: frozenset[str]
    official: tuple[str, ...]


class Thesaurus:
    """The entries, ready to be looked up in questions."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._chinese: dict[tuple[str, ...], list[str]] = {}
        self._english: dict[tuple[str, ...], list[str]] = {}
        self._by_start: dict[str, list[tuple[str, ...]]] = {}  # the Chinese wordings by their first two characters
        for entry in entries:
            for said in (*entry.said, *(entry.official if len(entry.official) > 1 else ())):
                self._add(fold(said), entry.official)

    def expand(self, question: str) -> tuple[Expansion, ...]:
        """What the question says in other words than plans do. A wording that stands within a longer one is left out.

        In Chinese the parts of a wording may stand apart, in any order: `放学 没人接`. English is compared by its
        stems: `school buses` is `school bus`.
        """
        folded = fold(question)
        words = content_words(question)
        found = [
            Expansion(" ".join(parts), frozenset(w for w in words if any(w in part for part in parts)), tuple(official))
            for parts, official in self._held(folded)
        ]
        spoken = ENGLISH_WORD.findall(folded)
        stems = _stems(spoken)
        for start in range(len(spoken)):
            for end in range(start + 1, min(len(spoken), start + self._longest_english) + 1):
                if official := self._english.get(tuple(stems[start:end])):
                    said = spoken[start:end]
                    found.append(Expansion(" ".join(said), frozenset(said) & frozenset(words), tuple(official)))
        return tuple(one for one in found if not any(one.words < other.words for other in found))

    def _held(self, folded: str) -> Iterator[tuple[tuple[str, ...], list[str]]]:
        """The Chinese wordings all of whose parts stand in the text."""
        for start in dict.fromkeys(folded[i : i + 2] for i in range(len(folded))):
            for parts in self._by_start.get(start, ()):
                if all(part in folded for part in parts):
                    yield parts, self._chinese[parts]

    @cached_property
    def _longest_english(self) -> int:
        return max(map(len, self._english), default=0)

    def _add(self, said: str, official: tuple[str, ...]) -> None:
        if any(is_han(character) for character in said):
            table, key = self._chinese, tuple(said.split())
            if key not in table:
                self._by_start.setdefault(key[0][:2], []).append(key)
        else:
            table, key = self._english, tuple(_stems(ENGLISH_WORD.findall(said)))
        terms = table.setdefault(key, [])
        terms.extend(term for term in official if term not in terms and fold(term) != said)


@cache
def shipped_thesaurus() -> Thesaurus:
    """The shipped table, read once."""
    return Thesaurus(read_thesaurus())


def read_thesaurus(path: Path = SHIPPED_FILE) -> tuple[Entry, ...]:
    """The entries of a table with the columns 官方用语, 日常说法, 简称 and English, of which the first is needed.

    A line is `课后服务；课后延时服务,放学 没人接；托管班,,after-school care`. Raises UserError that names the file and line.
    """
    lines = csv.reader(io.StringIO(decode(read_bytes(path), name=str(path)).lstrip("\ufeff")))
    header = [cell.strip() for cell in next(lines, [])]
    if COLUMNS[0] not in header or not set(header) <= set(COLUMNS):
        raise OperatorError(f"{path} is no thesaurus: its first line must name the columns {', '.join(COLUMNS)}.")
    entries = []
    for row in lines:
        cells = dict(zip(header, row, strict=False))
        if len(row) > len(header) or (any(map(str.strip, row)) and not _terms(cells.get(COLUMNS[0], ""))):
            raise OperatorError(
                f"{path}, line {lines.line_num}: a line holds {len(header)} cells, the first with at least one "
                "official term; put ； between several terms of a cell."
            )
        if any(map(str.strip, row)):
            entries.append(Entry(*(_terms(cells.get(column, "")) for column in COLUMNS)))
    return tuple(entries)


def _terms(cell: str) -> tuple[str, ...]:
    return tuple(term.strip() for term in SEPARATOR.split(cell) if term.strip())


def _stems(words: list[str]) -> list[str]:
    return [_stem(word) for word in words]


@lru_cache(maxsize=2**14)  # the words of the shipped table many times over
def _stem(word: str) -> str:
    if len(word) < SHORTEST_STEMMED:
        return word
    return str(snowballstemmer.stemmer("english").stemWord(IRREGULAR.get(word, word)))  # one each: it keeps a state
