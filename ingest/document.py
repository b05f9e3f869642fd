"""A file's text as numbered lines, and back."""

from collections.abc import Iterable
from dataclasses import dataclass

from ingest.language.spacing import clean, drop_unseen, join_letters

PAGE = "\f"  # a form feed stands where a page begins, as in the text that printers and converters give


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: its number in the file, from 1, its text and its page.

    The text is as printed, but cleaned: without white space around it or characters that nobody sees, and letters that
    were set apart stand together.
    """

    number: int
    text: str
    page: int | None = None  # from 1, where the file has pages


@dataclass(frozen=True, slots=True)
class Document:
    """The lines of one file; `source` is the file's name, `notices.zip/要点.docx` for one in an archive."""

    source: str
    lines: tuple[Line, ...]


def read_lines(text: str, *, source: str) -> Document:
    """The document's lines, blank ones left out; `"\\f"` begins a page, the first one too where the text opens with it."""
    page = None if PAGE not in text else 0 if text.startswith(PAGE) else 1
    lines = []
    for number, line in enumerate(drop_unseen(text).split("\n"), 1):
        before = len(line) - len(line.lstrip(PAGE))
        if cleaned := join_letters(line.replace(PAGE, " ").strip()):
            lines.append(Line(number, cleaned, page if page is None else max(1, page + before)))
        page = page if page is None else page + line.count(PAGE)
    return Document(source, tuple(lines))


def write_lines(document: Document) -> str:
    """The text that `read_lines` reads as the same lines, numbers and pages."""
    rows: list[str] = []
    page = 0
    for line in document.lines:
        rows.extend([""] * (line.number - len(rows)))
        breaks = PAGE * max(0, (line.page or 0) - page)
        rows[-1 if page else 0] += breaks  # before the first line, from the start, so that its page is told as such
        rows[-1] += line.text
        page = max(page, line.page or 0)
    return "\n".join(rows)


def make_document(paragraphs: Iterable[tuple[str, int | None]], *, source: str) -> Document:
    """The document of paragraphs, each with its page; a line break in a paragraph begins a line."""
    rows = ((part, page) for text, page in paragraphs for part in text.split("\n"))
    tidy = ((" ".join(clean(part.strip()).split()), page) for part, page in rows)
    return Document(
        source, tuple(Line(n, text, page) for n, (text, page) in enumerate(filter(lambda r: r[0], tidy), 1))
    )
