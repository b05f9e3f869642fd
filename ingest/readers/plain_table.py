"""Tables in plain text: rows whose cells tabs, bars, commas or wide gaps part, told as tables are."""

import csv
import re
from collections.abc import Callable, Sequence

from ingest.document import MARKS, PAGE
from ingest.labels import read_label
from ingest.readers.table import carried_down, table_lines

FEWEST_ROWS = 3  # of a run of lines that is taken for a table, its head among them
FRAME = re.compile(r"[\s+=─━┌┐└┘├┤┬┴┼│|｜-]+")  # a line that only draws the table
BAR = re.compile(r"\s*[|｜│┃]\s*")
WIDE_GAP = re.compile(r"\u3000{2,}|\s{3,}")
CELL_SIGN = re.compile(r"[\t|｜│┃,]|\u3000{2}|\S {3,}\S")
LONGEST_GAPPED = 24  # characters of a cell that only white space parts from the next


def tell_tables(text: str) -> str:
    """The text with its tables' rows as `table_lines` gives them; every other line stays as it is, in its place.

    `学校\\t班数` over `一小\\t12` and `二小\\t8` gives `学校：一小；班数：12` and `学校：二小；班数：8`.
    """
    if not CELL_SIGN.search(text):
        return text
    rows = text.split("\n")
    for cut in (_by_tabs, _by_bars, _by_commas, _by_gaps):
        for numbers, cells in _runs(rows, cut):
            lines = table_lines(carried_down(cells))
            if lines and lines[0][:1] in MARKS:
                put_lines(rows, numbers, lines)
    return "\n".join(rows)


def put_lines(rows: list[str], numbers: Sequence[int], lines: Sequence[str]) -> None:
    """Put a table's lines, of which there are no more than rows, where its last rows stood; pages begin where they did."""
    for number in numbers:
        rows[number] = PAGE * rows[number].count(PAGE)
    for number, line in zip(numbers[len(numbers) - len(lines) :], lines, strict=True):
        rows[number] += line


def _runs(rows: Sequence[str], cut: Callable[[str], list[str] | None]) -> list[tuple[list[int], list[list[str]]]]:
    """The runs of lines that the cut parts into equally many cells; blank lines and drawn ones may stand between."""
    found: list[tuple[list[int], list[list[str]]]] = []
    numbers: list[int] = []
    cells: list[list[str]] = []
    for number, row in enumerate([*rows, "end"]):
        if number < len(rows) and (not row.strip() or FRAME.fullmatch(row)):
            continue
        parted = None if number == len(rows) or row[0] in MARKS else cut(row)
        if parted is not None and (not cells or len(parted) == len(cells[0])):
            numbers.append(number)
            cells.append(parted)
            continue
        if cut is _by_tabs and parted is not None and cells and _ends_in_blanks(parted, cells[0]):
            numbers.append(number)
            cells.append(parted + [""] * (len(cells[0]) - len(parted)))
            continue
        if len(cells) >= FEWEST_ROWS:
            found.append((numbers, cells))
        numbers, cells = ([number], [parted]) if parted is not None else ([], [])
    return found


def _by_tabs(row: str) -> list[str] | None:
    cells = [cell.strip() for cell in row.rstrip().split("\t")]
    return cells if len(cells) > 1 and any(cells[1:]) and row.strip(" \u3000").count("\t") else None


def _ends_in_blanks(cells: Sequence[str], head: Sequence[str]) -> bool:
    """Whether the cells are of a row of the table whose last ones are blank: their tabs are at the line's end, or lost."""
    return len(cells) < len(head) and all(head) and read_label(f"{cells[0]}x") is None


def _by_bars(row: str) -> list[str] | None:
    cells = BAR.split(row.strip().strip("|｜│┃").strip())
    return cells if len(cells) > 1 else None


def _by_commas(row: str) -> list[str] | None:
    """The cells of a line of CSV; prose has sentences, and Chinese prose no plain commas."""
    if row.count(",") < 1 or (re.search(r"[。！？]$|，", row) and '"' not in row):
        return None
    try:
        cells = next(csv.reader([row]), [])
    except csv.Error:
        return None
    return [cell.strip() for cell in cells] if len(cells) > 1 else None


def _by_gaps(row: str) -> list[str] | None:
    """The cells of a line that was set in columns."""
    cells = WIDE_GAP.split(row.strip())
    is_short = all(0 < len(cell) <= LONGEST_GAPPED and not re.search("[。！？]", cell) for cell in cells)
    return cells if len(cells) > 2 and is_short else None
