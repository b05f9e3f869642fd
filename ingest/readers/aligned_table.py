"""Tables in plain text that spaces set in columns: a blank cell and a cell of several lines are told by where text begins."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.document import MARKS, PAGE
from ingest.labels import read_label
from ingest.readers.plain_table import put_lines
from ingest.readers.table import carried_down, table_lines
from ingest.wrapped import PAGE_NUMBER

FEWEST_COLUMNS, FEWEST_ROWS = 3, 2  # of a table, its head not counted
LONGEST_NAME = 12  # characters of a column's name
PIECE = re.compile(r"[^ \u3000\t]+(?:[ \u3000][^ \u3000\t]+)*")  # between gaps of two spaces
SENTENCE = re.compile("[。！？]")
MOST_SHIFTED = 1  # half-width letters between where a column begins and where a cell of it does
WRAPPED = (
    0.5  # of the columns: a line that fills fewer goes on with cells above it, unless its first cell is one of them
)


@dataclass(frozen=True, slots=True)
class Run:
    """A table's lines by number, and its rows, the head first."""

    numbers: tuple[int, ...]
    rows: tuple[tuple[str, ...], ...]


def tell_aligned_tables(text: str) -> str:
    """The text with the rows of tables in columns as `table_lines` gives them; every other line stays in its place.

    `线路   起点     票价` over `1号线  上湾村   1元` and `2号线  黄泥岗` gives `线路：1号线；起点：上湾村；票价：1元` and
    `线路：2号线；起点：黄泥岗`.
    """
    if "  " not in text and "\u3000\u3000" not in text:
        return text
    rows = text.split("\n")
    for run in list(_runs(rows)):
        lines = table_lines(carried_down(run.rows))
        if lines and lines[0][:1] in MARKS and len(lines) <= len(run.numbers):
            put_lines(rows, run.numbers, lines)
    return "\n".join(rows)


def _runs(rows: Sequence[str]) -> Iterator[Run]:
    number = 0
    while number < len(rows):
        run = _run_at(rows, number) if _is_head(rows[number]) else None
        if run:
            yield run
        number = run.numbers[-1] + 1 if run else number + 1


def _is_head(row: str) -> bool:
    """Whether the line may name columns: several short words far apart."""
    names = [name for _, name in _pieces(row.lstrip(PAGE))]
    if len(names) < FEWEST_COLUMNS or "\t" in row or read_label(f"{names[0]}x"):
        return False
    return all(len(name) <= LONGEST_NAME and not re.search(r"[。；，：:]|^\d", name) for name in names)


def _run_at(rows: Sequence[str], start: int) -> Run | None:
    """The table whose head is the line, as far as lines stand in its columns; None where too few do."""
    head = _pieces(rows[start].lstrip(PAGE))
    places = [place for place, _ in head]
    told = [[name for _, name in head]]
    numbers, waiting = [start], list[int]()
    for number in range(start + 1, len(rows)):
        row = rows[number].lstrip(PAGE)
        is_head_again = _pieces(row) == head
        if is_head_again or not row.strip() or PAGE_NUMBER.fullmatch(row.strip()):
            waiting.append(number)
            continue
        cells = _cells(row, places)
        if cells is None:
            break
        if not cells[0] and not waiting and _goes_on(cells, told[-1], has_rows=len(told) > 1):
            told[-1] = [above + own for above, own in zip(told[-1], cells, strict=True)]
        elif sum(map(bool, cells)) > 1:
            told.append(cells)
        else:
            break
        numbers += [*waiting, number]
        waiting = []
    return Run(tuple(numbers), tuple(map(tuple, told))) if len(told) > FEWEST_ROWS else None


def _cells(row: str, places: Sequence[int]) -> list[str] | None:
    """The line's cells by where the columns begin; None where one of its pieces begins elsewhere or is a sentence, or where tabs part them."""
    if "\t" in row:
        return None
    cells = [""] * len(places)
    for start, piece in _pieces(row):
        columns = [column for column, place in enumerate(places) if abs(place - start) <= MOST_SHIFTED]
        if not columns or cells[columns[0]] or SENTENCE.search(piece):
            return None
        cells[columns[0]] = piece
    return cells


def _goes_on(cells: Sequence[str], above: Sequence[str], *, has_rows: bool) -> bool:
    """Whether the line goes on with cells of the row above: it fills few columns, and none that is blank there."""
    is_below = all(over for own, over in zip(cells, above, strict=True) if own)
    return has_rows and is_below and sum(map(bool, cells)) < WRAPPED * len(cells)


def _pieces(row: str) -> list[tuple[int, str]]:
    """The pieces of the line between wide gaps, each with where it begins, in half-width letters."""
    return [(_width(row[: match.start()]), match[0]) for match in PIECE.finditer(row)]


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)
