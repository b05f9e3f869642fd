"""Pieces of text where they stand on pages become paragraphs in reading order.

A printed line goes on with the next one where the next one's first word would not have fitted on it and that one is not
indented. Page numbers and running heads are left out, columns read one after the other.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from ingest.labels import read_label
from ingest.readers.edges import without_edges
from ingest.readers.pieces import Piece, Row
from ingest.readers.printed_table import printed_tables

SENTENCE_END = "。；！？：;!?"
WITHIN_SENTENCE = "，、"  # what no paragraph ends in
LEAST_LONG = 0.7  # of the column's width: a line so long that ends within a sentence goes on
COLUMN_LINES = 4  # lines that each of two columns has at least
FEWEST_MARKED = 2  # pages that a mark stands on
LEAST_MARKED = 0.6  # of the pages
LEAST_MARK = 1.6  # of a letter's usual height: a mark is set larger than the text
MOST_ON_SHORT_PAGE = 8  # lines a column
PIECE_GAP = 1.5  # heights of a letter, from which on what follows is a piece of its own: a cell, a column, a number
WIDE_GAP = 2.5  # the same, between the cells of a row; a label may stand nearer to its text


def read_layout(pages: Sequence[Sequence[Piece]]) -> list[tuple[str, int | None]]:
    """The paragraphs of the pages' pieces, each with the page that it begins on."""
    filled = [page for page in _without_marks(pages) if page]
    gutters = _with_those_of_short_pages(filled, [_gutter(page) for page in filled])
    rows = without_edges([_rows(page, gutter) for page, gutter in zip(filled, gutters, strict=True)])
    return list(_paragraphs([row for page in rows for row in page]))


def _without_marks(pages: Sequence[Sequence[Piece]]) -> list[list[Piece]]:
    """The pages without what is set large in the same place of most: a watermark that stands upright."""
    pieces = [piece for page in pages for piece in page if not piece.ruled]
    if len(pages) < FEWEST_MARKED or not pieces:
        return [list(page) for page in pages]
    large = LEAST_MARK * median(piece.height for piece in pieces)
    seen = Counter(key for page in pages for key in {_mark_key(piece) for piece in page if _is_large(piece, large)})
    marks = {key for key, count in seen.items() if count >= max(FEWEST_MARKED, LEAST_MARKED * len(pages))}
    return [[piece for piece in page if not (_is_large(piece, large) and _mark_key(piece) in marks)] for page in pages]


def _is_large(piece: Piece, large: float) -> bool:
    return piece.height >= large and not piece.ruled


def _mark_key(piece: Piece) -> tuple[str, int, int]:
    return piece.text, round(piece.left / 10), round(piece.top / 10)


def _with_those_of_short_pages(pages: Sequence[Sequence[Piece]], gutters: Sequence[float | None]) -> list[float | None]:
    """The gutters, a page of few lines with that of the page before it, where nothing stands across it."""
    found: list[float | None] = []
    for page, gutter in zip(pages, gutters, strict=True):
        before = found[-1] if found else None
        if gutter is None and before is not None and len(page) < 2 * MOST_ON_SHORT_PAGE:
            sides = [piece.left >= before for piece in page if piece.right <= before or piece.left >= before]
            gutter = before if len(sides) == len(page) and True in sides and False in sides else None
        found.append(gutter)
    return found


def _rows(page: Sequence[Piece], gutter: float | None) -> list[Row]:
    """The printed lines of a page in reading order."""
    if gutter is None:
        return _lines(page, (page[0].page, 0))
    across = sorted((p for p in page if p.left < gutter < p.right), key=lambda p: p.top)
    rows: list[Row] = []
    above = float("-inf")
    for limit, piece in [*((p.top, p) for p in across), (float("inf"), None)]:
        band = [p for p in page if p not in across and above <= p.top < limit]
        rows += _lines([p for p in band if p.right <= gutter], (page[0].page, 1))
        rows += _lines([p for p in band if p.left >= gutter], (page[0].page, 2))
        rows += [Row((piece,), (page[0].page, 0))] if piece else []
        above = limit
    return rows


def _lines(pieces: Sequence[Piece], column: tuple[int, int]) -> list[Row]:
    lines: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda p: (p.top + p.bottom) / 2):
        middle = (piece.top + piece.bottom) / 2
        is_ruled = piece.ruled is not None or (bool(lines) and lines[-1][0].ruled is not None)
        if lines and not is_ruled and lines[-1][0].top < middle < lines[-1][0].bottom:
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return [_row(sorted(line, key=lambda p: p.left), column) for line in lines]


def _row(pieces: Sequence[Piece], column: tuple[int, int]) -> Row:
    gaps = [after.left - before.right for before, after in pairwise(pieces)]
    is_label = read_label(pieces[0].text + "x") is not None and len(pieces) == 2
    is_ruled = pieces[0].ruled is not None
    return Row(
        tuple(pieces), column, is_ruled or (not is_label and any(gap > WIDE_GAP * pieces[0].height for gap in gaps))
    )


def _gutter(page: Sequence[Piece]) -> float | None:
    """Where the space between two columns of prose stands, None where there is one column."""
    if len(page) < 2 * COLUMN_LINES:
        return None
    left, right = min(p.left for p in page), max(p.right for p in page)
    best = None
    for percent in range(38, 63, 2):
        x = left + (right - left) * percent / 100
        before, after = [p for p in page if p.right <= x], [p for p in page if p.left >= x]
        crossing = len(page) - len(before) - len(after)
        if min(len(before), len(after)) < COLUMN_LINES or crossing * 3 > len(page):
            continue
        is_prose = all(
            median(p.right - p.left for p in side) > 0.6 * width
            for side, width in ((before, x - left), (after, right - x))
        )
        if is_prose and (best is None or crossing < best[0]):
            best = (crossing, x)
    return best[1] if best else None


def _paragraphs(rows: Sequence[Row]) -> Iterator[tuple[str, int | None]]:
    margins = _margins(rows)
    has_indents = _has_indents(rows, margins)
    text, page = "", 0
    before: Row | None = None
    tables = {place: table for table in printed_tables(rows) for place in range(table.start, table.end)}
    for place, row in enumerate(rows):
        if table := tables.get(place):
            if text:
                yield text, page
            if place == table.start:
                yield from table.lines
            text, before = "", None
            continue
        if before is not None and _goes_on(before, row, margins, has_indents=has_indents):
            text = _joined(text, row.text)
        else:
            if text:
                yield text, page
            text, page = row.text, row.page
        before = row
    if text:
        yield text, page


def _goes_on(before: Row, row: Row, margins: dict[tuple[int, int], tuple[float, float]], *, has_indents: bool) -> bool:
    """Whether the row is the same paragraph's as the one before it."""
    if before.is_split or row.is_split or not 0.7 < before.height / max(row.height, 0.1) < 1.4:
        return False
    right_edge, left_edge = margins[before.column][1], margins[row.column][0]
    if row.left > left_edge + 0.8 * row.height:
        return False
    is_long = before.text[-1] in WITHIN_SENTENCE and before.right > left_edge + LEAST_LONG * (right_edge - left_edge)
    if not is_long and before.right + _first_word_width(row) + 0.6 * row.height <= right_edge:
        return False
    if before.text[-1] not in SENTENCE_END:
        return has_indents or read_label(row.text) is None
    return has_indents and read_label(row.text) is None


def _margins(rows: Sequence[Row]) -> dict[tuple[int, int], tuple[float, float]]:
    """Left and right edge of each column's text."""
    edges: dict[tuple[int, int], tuple[float, float]] = {}
    everywhere = _edges_of(rows) if rows else (0.0, 0.0)
    for column in {row.column for row in rows}:
        own = [row for row in rows if row.column == column]
        edges[column] = _edges_of(own) if len(own) >= 5 or column[1] else everywhere
        if not column[1]:  # a page of short lines has the margins of the other pages
            edges[column] = min(edges[column][0], everywhere[0]), max(edges[column][1], everywhere[1])
    return edges


def _edges_of(rows: Sequence[Row]) -> tuple[float, float]:
    whole = [row for row in rows if not row.is_split] or list(rows)
    rights = sorted(row.right for row in whole)
    width = rights[-1] - min(row.left for row in whole)
    long = [row.left for row in whole if row.right - row.left > 0.6 * width] or [min(row.left for row in whole)]
    return min(long), rights[min(len(rights) - 1, int(len(rights) * 0.95))]


def _has_indents(rows: Sequence[Row], margins: dict[tuple[int, int], tuple[float, float]]) -> bool:
    """Whether paragraphs open indented, by one to three letters."""
    indents = [(row.left - margins[row.column][0]) / max(row.height, 0.1) for row in rows if not row.is_split]
    return sum(1 < indent < 4 for indent in indents) >= max(2, len(indents) * 0.05)


def _first_word_width(row: Row) -> float:
    word = re.match(r"[!-~]+|.[，。、；：！？）》”’]*", row.text)
    signs = word[0] if word else "x"
    return row.height * sum(1 if unicodedata.east_asian_width(sign) in "WF" else 0.5 for sign in signs) * 0.9


def _joined(text: str, more: str) -> str:
    between = " " if text[-1].isascii() and more[0].isascii() and text[-1].isalpha() and more[0].isalpha() else ""
    return text + between + more
