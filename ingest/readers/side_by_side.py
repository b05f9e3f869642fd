"""A table printed in strips side by side to save room: 科室 | 电话 | 科室 | 电话, whose rows each hold two entries."""

from collections.abc import Sequence

from ingest.readers.table_cells import Row, is_across

FEWEST_COLUMNS = 2  # of a strip


def cut_strips(rows: Sequence[Row]) -> list[tuple[int, Row]]:
    """The rows of a table with one strip below the other, each with the number of the row that it is cut from.

    Below `科室 | 电话 | 科室 | 电话` the row `人事科 | 8801 | 督导室 | 8802` is `人事科 | 8801` and `督导室 | 8802`, both of
    row 1. A table whose head says nothing twice stays as it is.
    """
    head = next((number for number, row in enumerate(rows) if not is_across(row)), len(rows))
    width = _strip_width(rows[head]) if head < len(rows) else 0
    if not width:
        return list(enumerate(rows))
    told: list[tuple[int, Row]] = []
    is_body = False
    for number, row in enumerate(rows):
        strips = [row[start : start + width] for start in range(0, len(row), width)]
        is_body = is_body or (number > head and not _is_repeated(strips))
        if is_across(row):
            told.append((number, row))
        else:
            told += [(number, strip) for strip in (strips if is_body else strips[:1])]
    return told


def _strip_width(head: Row) -> int:
    """How many columns each strip has; 0 where the head does not say the same names again and again."""
    texts, places = [cell.text for cell in head], {cell.place for cell in head}
    if not all(texts) or len(places) < len(head):
        return 0
    for width in range(FEWEST_COLUMNS, len(head) // 2 + 1):
        names = texts[:width]
        if len(set(names)) == width and texts == names * (len(head) // width):
            return width
    return 0


def _is_repeated(strips: Sequence[Row]) -> bool:
    """Whether all strips of the row say the same: a further row of the head."""
    return len({tuple(cell.text for cell in strip) for strip in strips}) == 1
