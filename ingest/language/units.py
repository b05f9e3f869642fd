"""Measure words and units, with what people say for each other: 四间, 四家 and 四所 count the same."""

import re
from dataclasses import dataclass
from pathlib import Path

from ingest.language.patterns import Pattern

TABLE = Path(__file__).parent / "measure_words.txt"
PRINTED = re.compile(r"(?P<word>[^(]+)(?:\((?P<not_before>.+)\))?")
NOTHING = "-"


@dataclass(frozen=True, slots=True)
class Unit:
    """What is counted in: a 小时 is 60 of its group's 分钟; `counts` names what it is said of."""

    name: str
    group: str
    size: float
    counts: frozenset[str]

    def stands_for(self, other: "Unit") -> bool:
        """Whether people say one for the other: a parent says 几间幼儿园, the plan 4所."""
        return self.name == other.name or bool(self.counts & other.counts)


def _read_table() -> dict[str, tuple[Unit, str]]:
    """Every printed word with its unit and the characters that it must not stand before."""
    words: dict[str, tuple[Unit, str]] = {}
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        name, group, size, counts, *printed = line.split()
        unit = Unit(name, group, float(size), frozenset(counts.split(",")) - {NOTHING})
        for match in map(PRINTED.fullmatch, printed):
            if match and match[0] != NOTHING:
                words[match["word"]] = (unit, match["not_before"] or "")
    return words


_WORDS = _read_table()
UNITS = {word: unit for word, (unit, _) in _WORDS.items()}
RATIO = Unit("比", "比", 1.0, frozenset({"share"}))
MEASURE_WORDS = "|".join(
    re.escape(word) + (f"(?![{_WORDS[word][1]}])" if _WORDS[word][1] else "")
    for word in sorted(_WORDS, key=lambda word: (-len(word), word))
)
MEASURE_WORD = Pattern(
    "measure word",
    f"(?:{MEASURE_WORDS})  # the longest first",
    matches=("所", "个百分点", "名教师"),
    misses=("名师", "校长", "课后"),
    flags=re.VERBOSE,
)
