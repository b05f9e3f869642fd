"""Tables whose cells are drawn on the page: their rows, and what these say over all the pages that they go on over."""

from collections.abc import Sequence
from itertools import groupby, pairwise

from ingest.document import MARKS
from ingest.readers.grid import Grid
from ingest.readers.pieces import Piece, Row, RuledRow
from ingest.readers.side_by_side import cut_strips
from ingest.readers.table import table_lines
from ingest.readers.table_cells import Cell

MOST_LAID_OUT = 3  # rows of a frame that only lays out the page
FEWEST_PRINTED = 6  # printed lines in a cell of such a frame
MOST_REPEATED = 4  # rows of a head that stands again on the next page
FEWEST_FILLED = 4  # cells of a table that hold text


def ruled_rows(pieces: Sequence[tuple[Piece, int]], grid: Grid, *, table: tuple[int, int]) -> list[Piece]:
    """The table's rows as pieces, from the pieces that stand in its cells; the pieces where it only lays out the page."""
    inside: dict[int, list[Piece]] = {}
    for piece, cell in pieces:
        inside.setdefault(cell, []).append(piece)
    if len(inside) < FEWEST_FILLED or not _has_columns(inside, grid) or _lays_out(inside, grid):
        return [piece for piece, _ in pieces]
    texts = {cell: _text(own) for cell, own in inside.items()}
    first = table[0] * 1_000_000 + table[1] * 100_000  # cells of other tables and pages are others
    rows = []
    for top, bottom, row in zip(grid.tops, grid.tops[1:], grid.cells, strict=False):
        if not any(cell in texts for cell in row):
            continue
        cells = tuple(Cell(texts.get(cell, ""), first + cell) for cell in row)
        told = "  ".join(dict.fromkeys(cell.text for cell in cells if cell.text))
        rows.append(Piece(told, grid.lefts[0], top, grid.lefts[-1], bottom, table[0], RuledRow(cells, table)))
    return rows


def _has_columns(inside: dict[int, list[Piece]], grid: Grid) -> bool:
    """Whether several rows hold text in several cells."""
    return sum(len({cell for cell in row if cell in inside}) > 1 for row in grid.cells) > 1


def _lays_out(inside: dict[int, list[Piece]], grid: Grid) -> bool:
    """Whether the lines frame parts of a page: few of them, with whole paragraphs in one."""
    longest = max(len({round(piece.top) for piece in own}) for own in inside.values())
    return len(grid.cells) <= MOST_LAID_OUT and longest >= FEWEST_PRINTED


def _text(pieces: Sequence[Piece]) -> str:
    """What stands in a cell, its printed lines put together: 天 above 津 is 天津."""
    ordered = sorted(pieces, key=lambda piece: ((piece.top + piece.bottom) / 2, piece.left))
    text = ordered[0].text
    for before, piece in pairwise(ordered):
        is_latin = text[-1:].isascii() and piece.text[:1].isascii() and text[-1:].isalpha() and piece.text[:1].isalpha()
        is_beside = piece.left > before.right and piece.top < before.bottom - before.height / 2
        text += (" " if is_latin or is_beside else "") + piece.text
    return text


def goes_on_with(before: Row, row: Row) -> bool:
    """Whether the row is of the same table as the one before it: in one grid, or in as many columns on the next page."""
    if not before.ruled or not row.ruled:
        return False
    is_same = before.ruled.table == row.ruled.table
    is_next = row.page == before.page + 1 and row.ruled.table[1] == 0
    return is_same or (is_next and len(row.ruled.cells) == len(before.ruled.cells))


def lines_of_ruled(rows: Sequence[Row]) -> list[tuple[str, int]]:
    """What the table says, each line with its page; nothing where no columns are named, so that it stays as printed."""
    told: list[tuple[Cell, ...]] = []
    pages: list[int] = []
    heads: list[list[str]] = []
    for page, group in groupby(rows, key=lambda row: row.page):
        is_head = bool(told)
        for row in group:
            cells = row.ruled.cells if row.ruled else ()
            texts = [cell.text for cell in cells]
            is_head = is_head and texts in heads[:MOST_REPEATED]
            if not is_head:
                told.append(cells)
                pages.append(page)
                heads.append(texts)
    strips = cut_strips(told)
    pages = [pages[number] for number, _ in strips]
    lines = table_lines([row for _, row in strips])
    if not lines or lines[0][:1] not in MARKS or len(lines) > len(pages):
        return []
    return list(zip(lines, pages[len(pages) - len(lines) :], strict=True))
