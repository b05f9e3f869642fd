"""Page numbers and running heads: the lines at the top and the foot of pages that are none of the text."""

import re
from collections import Counter
from collections.abc import Sequence
from statistics import median

from ingest.labels import read_label
from ingest.readers.pieces import Piece, Row

PAGE_NUMBER = re.compile(
    r"[-－—–―·•\s]*(?:第\s*)?(?:\d{1,4}|[ivxl]{1,5}|[一二三四五六七八九十]{1,3}(?=\s*页))\s*(?:页|頁)?\s*"
    r"(?:[,，/／、\s]*(?:共|of)?\s*\d{1,4}\s*(?:页|頁)?)?[-－—–―·•\s]*|page\s*\d+(?:\s*of\s*\d+)?",
    re.I,
)
GLUED_NUMBER = re.compile(
    r"^[-－—–―]+\s*\d{1,4}\s*[-－—–―]+\s*|\s*[-－—–―]+\s*\d{1,4}\s*[-－—–―]+$|\s*第\s*\d+\s*[页頁]\s*[,，/]?\s*共\s*\d+\s*[页頁]\s*$"
)
LEAST_OF_TITLE = 1.2  # of a letter's usual height: set so large on the first page, what stands on each is the title
EDGE_LINES = 2  # lines at the top and the foot of a page among which its number and running head are
LONGEST_HEAD = 40  # characters of a running head
MOST_PIECES = 2  # of a running head: left and right on the page


def without_edges(pages: Sequence[list[Row]]) -> list[list[Row]]:
    """The pages without their numbers and running heads."""
    seen = Counter(key for rows in pages for key in {_edge_key(row) for row in _edges(rows)})
    often = max(min(3, len(pages)), len(pages) * 0.4)
    heights = [row.height for rows in pages for row in rows if not row.ruled and seen[_edge_key(row)] < often]
    large = LEAST_OF_TITLE * median(heights or [0.0])
    kept = []
    for place, rows in enumerate(pages):
        edges = {id(row) for row in _edges(rows) if not row.ruled}
        heads = {id(row) for row in _edges(rows) if place or row.height < large}
        kept.append(
            [
                _unglued(row) if id(row) in edges else row
                for row in rows
                if id(row) not in edges
                or not (PAGE_NUMBER.fullmatch(row.text) or (id(row) in heads and _is_head(row, seen, often)))
            ]
        )
    return kept


def _is_head(row: Row, seen: Counter[tuple[str, int]], often: float) -> bool:
    """Whether the row stands on many pages and is no sentence or label of the text."""
    if seen[_edge_key(row)] < max(often, 2) or len(row.text) > LONGEST_HEAD:
        return False
    if len(row.pieces) > MOST_PIECES:
        return False  # the head of a table that goes on over pages
    return not re.search("[。；]", row.text) and read_label(row.text) is None


def _edges(rows: Sequence[Row]) -> list[Row]:
    by_place = sorted(rows, key=lambda row: row.top)
    return by_place[:EDGE_LINES] + by_place[EDGE_LINES:][-EDGE_LINES:]


def _edge_key(row: Row) -> tuple[str, int]:
    """A running head's words without figures, and where it stands to a letter's height."""
    return re.sub(r"[\d\s]+", "", row.text), round(row.top / max(row.height, 1))


def _unglued(row: Row) -> Row:
    last = row.pieces[-1]
    text = GLUED_NUMBER.sub("", last.text)
    if text == last.text or not text:
        return row
    return Row((*row.pieces[:-1], Piece(text, last.left, last.top, last.right, last.bottom, last.page)), row.column)
