"""What the names of offices, schools and other bodies end in, by kind: one table for all."""

import re
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path

FILE = Path(__file__).parent / "office_words.txt"


class BodyKind(StrEnum):
    """What a body is."""

    EDUCATION = "education"
    GOVERNMENT = "government"
    OFFICE = "office"
    GROUP = "group"
    DEPARTMENT = "department"
    SCHOOL = "school"
    COMPANY = "company"


def endings_alone(*kinds: BodyKind) -> tuple[str, ...]:
    """What ends a name of these kinds where it stands alone: a signature, a title's opening."""
    return _words_of([section for kind in kinds for section in (kind, f"{kind} alone")])


def endings_in_prose(*kinds: BodyKind) -> tuple[str, ...]:
    """What ends a name of these kinds in running text."""
    return _words_of([section for kind in kinds for section in (kind, f"{kind} prose")])


def one_of(words: tuple[str, ...]) -> str:
    """A pattern that matches one of the words, the longest first."""
    return f"(?:{'|'.join(sorted(words, key=lambda word: (-len(word), word)))})"


def _words_of(sections: Sequence[str]) -> tuple[str, ...]:
    return tuple(word for section in sections for word in SECTIONS.get(section, ()))


def _read_sections() -> dict[str, tuple[str, ...]]:
    lines = FILE.read_text(encoding="utf-8").splitlines()
    table = "\n".join(line for line in lines if not line.startswith("#"))
    sections = re.findall(r"\[([\w ]+)\]([^\[]+)", table)
    return {name: tuple(words.split()) for name, words in sections}


SECTIONS = _read_sections()
