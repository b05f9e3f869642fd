"""The words that names of offices, schools and other bodies end in, by kind: one table for all that reads such names."""

import re
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
    """What ends a name of these kinds where nothing else is said: a line, a signature, the opening of a title."""
    return tuple(word for kind in kinds for where in ("", " alone") for word in SECTIONS.get(f"{kind}{where}", ()))


def endings_in_prose(*kinds: BodyKind) -> tuple[str, ...]:
    """What ends a name of these kinds in running text."""
    return tuple(word for kind in kinds for where in ("", " prose") for word in SECTIONS.get(f"{kind}{where}", ()))


def one_of(words: tuple[str, ...]) -> str:
    """A pattern that matches one of the words, the longest first."""
    return f"(?:{'|'.join(sorted(words, key=lambda word: (-len(word), word)))})"


def _read_sections() -> dict[str, tuple[str, ...]]:
    lines = (line for line in FILE.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return {name: tuple(words.split()) for name, words in re.findall(r"\[([\w ]+)\]([^\[]+)", "\n".join(lines))}


SECTIONS = _read_sections()
