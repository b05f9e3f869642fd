"""Words that say the same in the talk of schools and plans, read from synonyms.txt."""

from functools import cache
from pathlib import Path

FILE = Path(__file__).parent / "synonyms.txt"


def said_otherwise(word: str) -> frozenset[str]:
    """The other words for a folded word: 教师 and 教职工 of 老师; none for a word that is in no group."""
    return _groups().get(word, frozenset())


@cache
def _groups() -> dict[str, frozenset[str]]:
    groups: dict[str, frozenset[str]] = {}
    for line in FILE.read_text(encoding="utf-8").splitlines():
        words = frozenset(() if line.startswith("#") else line.split())
        for word in words:
            groups[word] = groups.get(word, frozenset()) | words - {word}
    return groups
