"""The head of a table: how many of its first rows name the columns, and what each column is called."""

import re
from collections.abc import Sequence

from ingest.labels import read_label
from ingest.readers.table_cells import Row

LONGEST_NAME = 24  # characters of a column's name; longer cells are text
MOST_HEADS = 4  # rows
LONGEST_KEY = 16  # characters of what stands before a value: 报名时间
LONGEST_PLAIN = 14  # characters of a cell that may yet be a name and not a value
YEAR = re.compile(r"(?:19|20)\d\d\s*(?:[-—~至]\s*(?:19|20)\d\d)?\s*(?:年度|学年度?|年)?")
VALUE = re.compile(r"\d|[、，。；,;]")
HAN_GAP = re.compile(r"(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff（(])")


def head_depth(rows: Sequence[Row]) -> int:
    """How many rows at the top name the columns; 0 where none does.

    A second row belongs to the head where it parts a cell that spans columns: 小学 and 初中 below 招生计划.
    """
    if len(rows) < 2:
        return 0
    if _is_marked_head(rows[0]):
        marked = 1
        while marked < min(MOST_HEADS, len(rows) - 1) and _is_marked_head(rows[marked]):
            marked += 1
        if marked > 1:
            return marked
    elif not _are_names(rows[0], rows[1:]):
        return 0
    depth = 1
    while depth < min(MOST_HEADS, len(rows) - 1) and _is_parted_below(rows, depth):
        depth += 1
    return depth


def column_names(head: Sequence[Row]) -> list[str]:
    """What each column is called, the wider name first: `招生计划（人）·小学`."""
    width = max(len(row) for row in head)
    names = []
    for column in range(width):
        parts = [_as_name(row[column].text) for row in head if column < len(row)]
        names.append("·".join(dict.fromkeys(part for part in parts if part)))
    return names


def is_paired(rows: Sequence[Row]) -> bool:
    """Whether the table is a list of names and values, without a head: 报名时间 | 六月二十日."""
    if len(rows) < 2 or any(len(row) != 2 or row[0].place == row[1].place for row in rows):
        return False
    keys = [row[0].text for row in rows]
    if len(set(keys)) < len(keys) or any(not 0 < len(key) <= LONGEST_KEY or key[0].isdecimal() for key in keys):
        return False
    if any(read_label(key) or re.search("[：:].", key) for key in keys):
        return False  # headings with their pages: the table of contents; or names with values in one cell
    if any(row[0].is_head for row in rows):
        return all(row[0].is_head and not row[1].is_head for row in rows)
    first = rows[0][1].text
    if YEAR.fullmatch(first) and not any(YEAR.fullmatch(row[1].text) for row in rows[1:]):
        return False
    return bool(VALUE.search(first)) or len(first) > LONGEST_PLAIN


def _is_marked_head(row: Row) -> bool:
    return len(row) > 1 and all(cell.is_head or not cell.text for cell in row) and any(cell.text for cell in row)


def _are_names(row: Row, below: Sequence[Row]) -> bool:
    """Whether the cells name columns: short, no sentences, no figures but years, and unlike what stands below them."""
    told = {cell.place: cell.text for cell in row if cell.text}
    if len(told) < 2 or not all(map(_is_name, told.values())) or row[0].text.isdecimal():
        return False
    if any(not cell.text for cell in row[1:]):
        return False
    return not any(
        re.search(r"\d", YEAR.sub("", cell.text)) and _is_like_most(cell.text, column, below)
        for column, cell in enumerate(row)
    )


def _is_name(text: str) -> bool:
    if re.search("[：:].", text):
        return False
    return len(text) <= LONGEST_NAME and text[-1] not in "。；" and (not text.isdecimal() or bool(YEAR.fullmatch(text)))


def _is_like_most(text: str, column: int, below: Sequence[Row]) -> bool:
    """Whether most cells of the column are formed like this one: 12班 like 8班."""
    others = [row[column].text for row in below if column < len(row) and row[column].text]
    alike = sum(_shape(other) == _shape(text) for other in others)
    return bool(others) and alike * 2 > len(others)


def _shape(text: str) -> str:
    return re.sub(r"\d+", "0", text)


def _is_parted_below(rows: Sequence[Row], depth: int) -> bool:
    """Whether the row goes on with the head above it: cells of that reach down, or are parted below."""
    above, row = rows[depth - 1], rows[depth]
    width = min(len(above), len(row))
    places = [cell.place for cell in above]
    wide = {column for column in range(width) if places.count(places[column]) > 1}
    held = {column for column in range(width) if row[column].place == above[column].place}
    own = [column for column in range(width) if column not in held and row[column].text]
    if not own or not (wide or held) or not all(_is_name(row[column].text) for column in own):
        return False
    if held - wide:
        return all(column in wide for column in own) or not any(re.search(r"\d", row[c].text) for c in own)
    parted = {column for column in own if column in wide}
    if set(own) != parted or len({row[column].text for column in own}) < 2:
        return False
    return any(re.search(r"\d", cell.text) for cell in rows[depth + 1]) if depth + 1 < len(rows) else False


def _as_name(text: str) -> str:
    """The text as a name: `历史类 最低` is 历史类最低; what would end a name or a row does not stand in it."""
    return (
        HAN_GAP.sub("", text).rstrip("：:").replace("：", " ").replace(":", " ").replace("；", "、").replace(";", "、")
    )
