"""Tables of printed pages: rows of pieces that stand in columns, told as tables are."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from ingest.document import MARKS
from ingest.labels import read_label
from ingest.readers.pieces import Piece, Row
from ingest.readers.ruled_table import goes_on_with, lines_of_ruled
from ingest.readers.side_by_side import cut_strips
from ingest.readers.table import carried_down, table_lines

FEWEST_ROWS = 3  # printed lines in columns that are taken for a table, its head among them
MOST_WRAPPED = 4  # printed lines of one column between two that stand in several: a long cell goes on
ROW_STEP = 2.0  # heights of a letter between two rows of a table; the lines of a cell are nearer
WIDEST_CELL = 0.7  # of the table's width; a line that is wider is none of a cell's
Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """The printed lines from the index `start` to `end`, and what they say, each line with the page that it is on."""

    start: int
    end: int
    lines: tuple[tuple[str, int], ...]


def printed_tables(rows: Sequence[Row]) -> list[PrintedTable]:
    """The tables among the printed lines, in reading order; one goes on over pages where no other text stands between."""
    found: list[PrintedTable] = []
    start = 0
    for table, group in groupby(_with_tables(rows), key=lambda pair: pair[1]):
        own = [row for row, _ in group]
        if table:
            found += _told(start, start + len(own), lines_of_ruled(own))
        else:
            for first, end in _runs(own):
                found += _told(start + first, start + end, _lines_of(own[first:end]))
        start += len(own)
    return found


def _told(start: int, end: int, lines: Sequence[tuple[str, int]]) -> list[PrintedTable]:
    return [PrintedTable(start, end, tuple(lines))] if lines else []


def _with_tables(rows: Sequence[Row]) -> Iterator[tuple[Row, int]]:
    """The printed lines, each with the number of the drawn table that it is a row of, from 1; 0 for all others."""
    number = 0
    before: Row | None = None
    for row in rows:
        if row.ruled and not (before and goes_on_with(before, row)):
            number += 1
        yield row, number if row.ruled else 0
        before = row


def _runs(rows: Sequence[Row]) -> Iterator[tuple[int, int]]:
    """From where to where lines that stand in columns follow each other, with what goes on a cell between them."""
    start, last = -1, -1
    for index, row in enumerate(rows):
        if _is_parted(row) and (start < 0 or row.column[1] == rows[start].column[1]):
            start, last = (index if start < 0 else start), index
        elif start >= 0 and not (index - last <= MOST_WRAPPED and _may_go_on(row, rows[start : last + 1])):
            yield start, _end_of_last(rows, start, last)
            start = -1
    if start >= 0:
        yield start, _end_of_last(rows, start, last)


def _end_of_last(rows: Sequence[Row], start: int, last: int) -> int:
    """The index after the last row with what goes on its cells, close below and right of the first column."""
    run, end = rows[start : last + 1], last + 1
    left = min(one.left for one in run)
    while end < len(rows) and end - last <= MOST_WRAPPED:
        row, above = rows[end], rows[end - 1]
        is_inner = row.left > left + row.height and _may_go_on(row, run) and row.page == above.page
        if not is_inner or _is_apart(above, row):
            break
        end += 1
    return end


def _is_parted(row: Row) -> bool:
    """Whether the line stands in columns; a label before its text is no column."""
    return len(row.pieces) > 2 or (
        len(row.pieces) == 2 and (row.is_split or read_label(row.pieces[0].text + "x") is None)
    )


def _may_go_on(row: Row, run: Sequence[Row]) -> bool:
    left, right = min(one.left for one in run), max(one.right for one in run)
    is_inside = row.left >= left - 0.5 * row.height and row.right <= right + 0.5 * row.height
    return is_inside and row.right - row.left < WIDEST_CELL * (right - left)


def _lines_of(rows: Sequence[Row]) -> list[tuple[str, int]]:
    """What the table says; nothing where it is none."""
    parted = [row for row in rows if _is_parted(row)]
    columns = _columns(parted)
    if len(parted) < FEWEST_ROWS or len(columns) < 2:
        return []
    told: list[list[str]] = []
    pages: list[int] = []
    waiting: list[tuple[Row, list[str]]] = []
    bottom = 0.0
    for above_it, row in zip([None, *rows], rows, strict=False):
        cells = _cells(row, columns)
        opens = _is_parted(row) and (bool(cells[0]) or (above_it is not None and _is_apart(above_it, row)))
        if opens:
            for before, own in waiting:
                above = not told or row.page != before.page or row.top - before.top < before.top - bottom
                _add(cells if above else told[-1], own, at_front=above)
            waiting = []
            if told[:1] != [cells]:  # the head again, on the next page
                told.append(cells)
                pages.append(row.page)
            bottom = row.top
        else:
            waiting.append((row, cells))
    for _, own in waiting:
        if told:
            _add(told[-1], own, at_front=False)
    strips = cut_strips(carried_down(told))
    pages = [pages[number] for number, _ in strips]
    lines = table_lines([row for _, row in strips])
    if not lines or lines[0][:1] not in MARKS:
        return []
    return list(zip(lines, pages[len(pages) - len(lines) :], strict=True)) if len(lines) <= len(pages) else []


def _is_apart(above: Row, row: Row) -> bool:
    """Whether the line stands further below the one above than the lines of one cell do: its first cell spans rows."""
    return row.page == above.page and row.top - above.top > ROW_STEP * row.height


def _columns(rows: Sequence[Row]) -> list[Span]:
    """Where the columns stand, by the lines that have as many pieces as most; none where these run into each other."""
    counts = Counter(len(row.pieces) for row in rows)
    most = max(counts, key=lambda count: (counts[count], count), default=0)
    full = [row.pieces for row in rows if len(row.pieces) == most]
    columns = [(min(p.left for p in pieces), max(p.right for p in pieces)) for pieces in zip(*full, strict=True)]
    is_parted = all(before[1] <= after[0] for before, after in pairwise(columns))
    return columns if is_parted else []


def _cells(row: Row, columns: Sequence[Span]) -> list[str]:
    cells = [""] * len(columns)
    for piece in row.pieces:
        column = max(range(len(columns)), key=lambda place: _overlap(piece, columns[place]))
        cells[column] += piece.text
    return cells


def _overlap(piece: Piece, column: Span) -> float:
    """How far the piece and the column overlap; below 0 how far they stand apart."""
    return min(piece.right, column[1]) - max(piece.left, column[0])


def _add(cells: list[str], more: Sequence[str], *, at_front: bool) -> None:
    for place, text in enumerate(more):
        cells[place] = text + cells[place] if at_front else cells[place] + text
