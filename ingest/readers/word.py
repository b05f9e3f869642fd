"""Word files (.docx) as Word shows them with all changes accepted: numbers, tables, text boxes and footnotes.

The XML is read as it stands: python-docx 1.2 leaves out inserted text and text boxes, docx2python 3.7 Chinese numbers.
"""

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count

from lxml import etree

from ingest.decode import decode
from ingest.document import MARKS, ROW
from ingest.errors import UserError
from ingest.kind import Kind, find_kind
from ingest.limits import Limits
from ingest.readers.package import Package, damaged, open_package
from ingest.readers.page import read_mail_page, read_page
from ingest.readers.side_by_side import cut_strips
from ingest.readers.table import table_lines
from ingest.readers.table_cells import Cell, Row
from ingest.readers.word_numbers import Numbers, W, read_numbers
from ingest.readers.xml import parse_xml

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
STRICT = b"http://purl.oclc.org/ooxml/"
STRICT_NAMES = (
    (b"wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"officeDocument/math", b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
    (b"officeDocument/relationships", b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
)
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
DROPPED = frozenset(
    W + name for name in ("del", "moveFrom", "delText", "instrText", "delInstrText", "pPr", "rPr", "rt")
)
SIGNS = {W + "tab": " ", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-"}
WRAPPERS = frozenset(W + name for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"))
WIDEST = 60  # columns that a cell is believed to span
MOST_LAID_OUT, FEWEST_PARAGRAPHS, LEAST_LAID_OUT = 2, 4, 200  # rows; paragraphs and characters of a cell
NOTES = {W + "footnoteReference": "footnote", W + "endnoteReference": "endnote"}


def read_word(content: bytes, *, name: str, limits: Limits) -> list[tuple[str, int | None]]:
    """The paragraphs of a .docx, without pages. Raises UserError where it is damaged, locked or too large."""
    with open_package(content, name=name, limits=limits) as package:
        main = _main_part(package, name)
        folder = posixpath.dirname(main)
        parts = {part: _parse(package, f"{folder}/{part}.xml", name) for part in ("numbering", "styles")}
        reader = _Reader(read_numbers(parts["numbering"], parts["styles"]), _chunks(package, main, name, limits))
        for kind in ("footnote", "endnote"):
            if (notes := _parse(package, f"{folder}/{kind}s.xml", name)) is not None:
                reader.notes |= {(kind, note.get(f"{W}id", "")): note for note in notes.iterfind(f"{W}{kind}")}
        root = _parse(package, main, name)
    body = None if root is None else root.find(f"{W}body")
    if body is None:
        raise damaged(name)
    return [(text, None) for text in reader.blocks(body)]


@dataclass(slots=True)
class _Reader:
    numbers: Numbers
    chunks: Mapping[str, Sequence[str]]  # by relation, the paragraphs of files that the text takes in whole
    notes: dict[tuple[str, str], etree._Element] = field(default_factory=dict)
    beside: list[etree._Element] = field(default_factory=list)  # text boxes and notes of the paragraph in hand
    carried: str = ""  # the text of a paragraph whose end was deleted, and which the next one continues

    def blocks(self, parent: etree._Element) -> Iterator[str]:
        """The paragraphs and table rows below a body, a cell, a text box or a note."""
        for child in parent:
            if child.tag == f"{W}p":
                yield from self._paragraph(child)
            elif child.tag == f"{W}tbl":
                yield from self._table(child)
            elif child.tag in WRAPPERS:
                yield from self.blocks(child)
            elif child.tag == f"{W}altChunk":
                yield from self.chunks.get(child.get(RELATION, ""), ())
            elif child.tag == f"{MC}AlternateContent":
                for choice in child[:1]:
                    yield from self.blocks(choice)
        if self.carried:
            text, self.carried = self.carried, ""
            yield text

    def _paragraph(self, paragraph: etree._Element) -> Iterator[str]:
        is_deleted = paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None
        text = "".join(self._text(paragraph))
        label = "" if is_deleted and not text.strip() else self.numbers.next_label(paragraph)
        whole = self.carried + (label + text if text.strip() else "")
        beside, self.beside = self.beside, []
        self.carried = whole if is_deleted else ""
        if whole.strip() and not is_deleted:
            yield whole
        for element in beside:
            yield from self.blocks(element)

    def _text(self, element: etree._Element) -> Iterator[str]:
        for child in element:
            tag = child.tag
            if tag in (f"{W}t", MATH_TEXT):
                yield child.text or ""
            elif tag in SIGNS:
                yield SIGNS[tag]
            elif tag in NOTES:
                if (note := self.notes.get((NOTES[tag], child.get(f"{W}id", "")))) is not None:
                    self.beside.append(note)
            elif tag == f"{W}txbxContent":
                self.beside.append(child)
            elif tag == f"{MC}AlternateContent":
                yield from self._text(child[:1])  # what follows the first choice shows the same for older programs
            elif tag not in DROPPED and not _is_hidden(child):
                yield from self._text(child)

    def _table(self, table: etree._Element) -> Iterator[str]:
        rows = [list(self._cells(row)) for row in _rows(table)]
        if all(len(row) == 1 for row in rows) or _lays_out(rows):  # a frame around text
            yield from (text for row in rows for cell in row for text in cell.texts)
            return
        grid: list[Row] = []
        covering: dict[int, Cell] = {}  # by column, the cell that the cells below it may go on with
        places = count()
        for row in rows:
            told: list[Cell] = []
            for printed in row:
                column = len(told)
                above = covering.get(column)
                goes_on = printed.goes_on and above is not None
                cell = above if goes_on and above else printed.cell(next(places))
                told += [cell] * printed.width
                covering |= dict.fromkeys(range(column, len(told)), cell)
            grid.append(told)
        yield from table_lines([row for _, row in cut_strips(grid)])

    def _cells(self, row: etree._Element) -> Iterator["_Printed"]:
        if before := _number_in(row.find(f"{W}trPr/{W}gridBefore")):
            yield _Printed((), before)
        for cell in _row_cells(row):
            merge = cell.find(f"{W}tcPr/{W}vMerge")
            width = _number_in(cell.find(f"{W}tcPr/{W}gridSpan")) or 1
            goes_on = merge is not None and merge.get(f"{W}val") != "restart"
            yield _Printed(() if goes_on else tuple(self.blocks(cell)), width, goes_on)


@dataclass(frozen=True, slots=True)
class _Printed:
    """A cell as it is printed: its paragraphs, how many columns it spans, whether it goes on with the cell above it."""

    texts: tuple[str, ...]
    width: int
    goes_on: bool = False

    def cell(self, place: int) -> Cell:
        """The cell at a place of the grid, without the rows of a table that stands in it."""
        own = " ".join(text.lstrip(MARKS) for text in self.texts if not _is_row(text))
        return Cell(" ".join(own.split()), place, inner=tuple(text for text in self.texts if _is_row(text)))


def _is_row(text: str) -> bool:
    return ROW in text[: len(MARKS)]


def _lays_out(rows: list[list[_Printed]]) -> bool:
    """Whether the table only puts text side by side: few rows, and whole paragraphs below each other in a cell."""
    longest = max((sum(len(text) for text in cell.texts) for row in rows for cell in row), default=0)
    most = max((len(cell.texts) for row in rows for cell in row), default=0)
    return len(rows) <= MOST_LAID_OUT and most >= FEWEST_PARAGRAPHS and longest >= LEAST_LAID_OUT


def _row_cells(row: etree._Element) -> Iterator[etree._Element]:
    for child in row:
        if child.tag == f"{W}tc":
            yield child
        elif child.tag in WRAPPERS:
            yield from _row_cells(child)


def _number_in(element: etree._Element | None) -> int:
    """The number that the element gives, at most the widest that is believed; 0 where it gives none."""
    value = element.get(f"{W}val", "") if element is not None else ""
    return min(int(value), WIDEST) if value.isdecimal() else 0


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for child in table:
        if child.tag == f"{W}tr" and child.find(f"{W}trPr/{W}del") is None:
            yield child
        elif child.tag in WRAPPERS:
            yield from _rows(child)


def _is_hidden(element: etree._Element) -> bool:
    mark = element.find(f"{W}rPr/{W}vanish") if element.tag == f"{W}r" else None
    return mark is not None and mark.get(f"{W}val") not in ("0", "false", "off")


def _chunks(package: Package, main: str, name: str, limits: Limits) -> dict[str, list[str]]:
    """By the relation that names it the paragraphs of each file that was put into the text whole (altChunk)."""
    folder, own_name = posixpath.split(main)
    relations = _parse(package, f"{folder}/_rels/{own_name}.rels", name)
    found: dict[str, list[str]] = {}
    for relation in relations if relations is not None else ():
        target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/")
        if relation.get("Type", "").endswith("/aFChunk") and package.holds(target):
            found[relation.get("Id", "")] = _paragraphs_of(package.read(target), name, limits)
    return found


def _paragraphs_of(content: bytes, name: str, limits: Limits) -> list[str]:
    kind = find_kind(content)
    if kind is Kind.WORD:
        smaller = replace(limits, max_unpacked=limits.max_unpacked // 2)  # one within another, as deep as it may be
        return [text for text, _ in read_word(content, name=name, limits=smaller)]
    if kind is Kind.PAGE:
        return [text for text, _ in read_page(content, name=name)]
    if kind is Kind.MAIL_PAGE:
        return [text for text, _ in read_mail_page(content, name=name)]
    if kind is Kind.TEXT:
        return decode(content, name=name).split("\n")
    raise UserError(f"{name} holds within its text {kind}; open it in Word, save it anew and add it again.")


def _main_part(package: Package, name: str) -> str:
    """The part that holds the text: word/document.xml, if the package does not say otherwise."""
    relations = _parse(package, "_rels/.rels", name)
    for relation in relations if relations is not None else ():
        if relation.get("Type", "").endswith("/officeDocument"):
            return str(relation.get("Target", "")).lstrip("/")
    return "word/document.xml"


def _transitional(content: bytes) -> bytes:
    """The XML with the usual names of its namespaces in place of those of Strict Open XML (ISO/IEC 29500-1)."""
    if STRICT not in content:
        return content
    for strict, usual in STRICT_NAMES:
        content = content.replace(STRICT + strict, usual)
    return content


def _parse(package: Package, member: str, name: str) -> etree._Element | None:
    try:
        return parse_xml(_transitional(package.read(member)), name=name) if package.holds(member) else None
    except RecursionError:
        raise UserError(f"{name} is nested deeper than any plan; save it anew in Word and add it again.") from None
