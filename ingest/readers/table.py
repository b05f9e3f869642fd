"""A table's rows as lines that can be cited, each with its column names."""

from collections.abc import Sequence

LONGEST_NAME = 20  # characters of a column's name; longer cells are text


def table_lines(rows: Sequence[Sequence[str]]) -> list[str]:
    """A line a row, the first row's names before the values where it holds names.

    `学校 | 班数` over `汀南小学 | 12` gives `学校：汀南小学；班数：12`. A cell that spans the whole row is a line.
    """
    filled = [[" ".join(cell.split()) for cell in row] for row in rows if any(cell.strip() for cell in row)]
    lines: list[str] = []
    names: Sequence[str] | None = None
    for index, row in enumerate(filled):
        told = {cell for cell in row if cell}
        if len(told) == 1 and ("" not in row or names is None):
            lines.append(next(cell for cell in row if cell))
        elif names is None and index + 1 < len(filled) and _are_names(row):
            names = row
        else:
            names = names or ()
            lines.append(_line(names, row))
    return lines


def _are_names(row: Sequence[str]) -> bool:
    cells = [cell for cell in row if cell]
    return len(cells) > 1 and all(len(c) <= LONGEST_NAME and not c.isdecimal() and c[-1] not in "。；" for c in cells)


def _line(names: Sequence[str], row: Sequence[str]) -> str:
    parts: list[str] = []
    for column, cell in enumerate(row):
        name = names[column].rstrip("：:") if column < len(names) else ""
        part = f"{name}：{cell}" if name and name != cell else cell
        if cell and (not parts or parts[-1] != part):  # a cell that spans columns of one name is told once
            parts.append(part.rstrip("；;"))
    return "；".join(parts)
