"""A file's text as numbered lines, and back."""

from collections.abc import Iterable
from dataclasses import dataclass

from ingest.language.spacing import clean, drop_unseen, join_letters

PAGE = "\f"  # a form feed stands where a page begins, as in the text that printers and converters give
# Before the lines of a table, in the paragraphs that readers give and in the text that is kept; no paper prints them.
TABLE, NAME, ROW = "\x11", "\x12", "\x13"  # a table begins; its caption or the name of a group of rows; a row
MARKS = TABLE + NAME + ROW


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: its number in the file, from 1, its text and its page.

    The text is as printed, but cleaned: without white space around it or characters that nobody sees, and letters that
    were set apart stand together. A table's row has each cell behind its column's name: `学校：一小；班数：12`.
    """

    number: int
    text: str
    page: int | None = None  # from 1, where the file has pages
    table: int = 0  # which of the file's tables it stands in, from 1; 0 where in none
    is_row: bool = False  # a row of its table, else the table's caption or the name of a group of its rows


@dataclass(frozen=True, slots=True)
class Document:
    """The lines of one file; `source` is the file's name, `notices.zip/要点.docx` for one in an archive."""

    source: str
    lines: tuple[Line, ...]


def read_lines(text: str, *, source: str) -> Document:
    """The document's lines, blank ones left out; `"\\f"` begins a page, the first one too where the text opens with it."""
    page = None if PAGE not in text else 0 if text.startswith(PAGE) else 1
    lines = []
    table = 0
    for number, line in enumerate(text.split("\n"), 1):
        before = len(line) - len(line.lstrip(PAGE))
        marks, rest = _take_marks(line[before:])
        if cleaned := join_letters(drop_unseen(rest).replace(PAGE, " ").strip()):
            table += TABLE in marks
            own_page = page if page is None else max(1, page + before)
            lines.append(Line(number, cleaned, own_page, table if marks else 0, ROW in marks))
        page = page if page is None else page + line.count(PAGE)
    return Document(source, tuple(lines))


def write_lines(document: Document) -> str:
    """The text that `read_lines` reads as the same lines, numbers, pages and tables."""
    rows: list[str] = []
    page = table = 0
    for line in document.lines:
        rows.extend([""] * (line.number - len(rows)))
        breaks = PAGE * max(0, (line.page or 0) - page)
        rows[-1 if page else 0] += breaks  # before the first line, from the start, so that its page is told as such
        rows[-1] += _marks_of(line, table) + line.text
        page, table = max(page, line.page or 0), max(table, line.table)
    return "\n".join(rows)


def make_document(paragraphs: Iterable[tuple[str, int | None]], *, source: str) -> Document:
    """The document of paragraphs, each with its page; a line break in a paragraph begins a line."""
    lines: list[Line] = []
    table = 0
    for part, page in ((part, page) for text, page in paragraphs for part in text.split("\n")):
        marks, rest = _take_marks(part)
        if text := " ".join(clean(rest.strip()).split()):
            table += TABLE in marks
            lines.append(Line(len(lines) + 1, text, page, table if marks else 0, ROW in marks))
    return Document(source, tuple(lines))


def _take_marks(text: str) -> tuple[str, str]:
    rest = text.lstrip(MARKS)
    return text[: len(text) - len(rest)], rest


def _marks_of(line: Line, tables_before: int) -> str:
    if not line.table:
        return ""
    return (TABLE if line.table > tables_before else "") + (ROW if line.is_row else NAME)
