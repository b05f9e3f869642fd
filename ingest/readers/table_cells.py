"""The cells of a table as its readers find them, on a grid: a cell that spans rows or columns stands in each."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cell:
    """One place of the grid. `place` is the same in all places that one printed cell covers, and in no other.

    `is_head` says that the file itself calls it a heading; `inner` are the rows of a table that stands in the cell.
    """

    text: str
    place: int
    is_head: bool = False
    inner: tuple[str, ...] = ()


Row = Sequence[Cell]


def separate_cells(rows: Sequence[Sequence[str]]) -> list[Row]:
    """The cells of a table in which none spans another's place, their white space drawn together."""
    places = iter(range(sum(map(len, rows))))
    return [[Cell(" ".join(cell.split()), next(places)) for cell in row] for row in rows]


def is_across(row: Row) -> bool:
    """Whether one text stands in all places of the row, or alone in its first: a caption, a group's name."""
    told = {cell.text for cell in row if cell.text}
    is_one = len(told) == 1 and not any(cell.inner for cell in row)
    return is_one and (all(cell.text for cell in row) or (bool(row[0].text) and len(row) > 2))
