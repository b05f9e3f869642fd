"""A file's text as numbered lines."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: its number in the file, from 1, its text without white space around it, and its page."""

    number: int
    text: str
    page: int | None = None  # from 1, where the file has pages


@dataclass(frozen=True, slots=True)
class Document:
    """The lines of one file; `source` is the file's name."""

    source: str
    lines: tuple[Line, ...]


def read_lines(text: str, *, source: str) -> Document:
    """The document's lines, blank ones left out."""
    stripped = ((number, line.strip("\u200b\ufeff").strip()) for number, line in enumerate(text.split("\n"), 1))
    return Document(source, tuple(Line(number, line) for number, line in stripped if line))
