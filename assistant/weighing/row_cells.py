"""The cells of a table's row, each behind the name of its column."""

import re

from ingest.language.folding import fold

Cells = dict[str, str]  # folded values by the names of their columns
COLUMN = re.compile(r"\s*([^：:；;\n]{1,60})[：:]")


def cells_of(row: str) -> Cells:
    """The folded cells of a row: of `学校：一小；班数：12` 学校 and 班数, 一小 and 12."""
    cells: Cells = {}
    column = ""
    for part in re.split("[；;]", fold(row)):
        if match := COLUMN.match(part):
            column = match[1].strip()
            cells[column] = part[match.end() :].strip()
        elif column:  # a list in a cell
            cells[column] += f"、{part.strip()}"
    return cells
