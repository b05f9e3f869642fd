"""The table above a paper on a government's page that tells its index number, office, day and number, as lines of fields."""

import re
from collections.abc import Sequence

from ingest.fields import field_of

FEWEST_FIELDS = 3  # names of fields in such a table
FEWEST_PAIRS = 2  # where nothing else stands there, and each name tells of a paper: 法規名稱 above 發布日期
TELL_OF_PAPERS = frozenset({"title", "issuer", "number", "date", "published"})
SHORTEST_NAME = 3  # characters; 名称 and 时间 stand in any table
SHARE_OF_FIELDS = 0.4  # of its cells: each name has its value beside it, which may be empty


def index_lines(rows: Sequence[Sequence[str]]) -> list[str]:
    """The fields of the table, a line each; none where it is another table.

    The row `索引号`, `X1`, `文号`, `望教〔2024〕6号` gives `索引号：X1` and `文号：望教〔2024〕6号`.
    """
    cells = [cell for row in rows for cell in row if cell]
    names = [cell for cell in cells if field_of(cell)]
    fewest = FEWEST_PAIRS if all(map(_tells_of_paper, rows)) else FEWEST_FIELDS
    if len(set(names)) < fewest or len(names) < SHARE_OF_FIELDS * len(cells):
        return []
    if any(len(row) > 1 and all(map(field_of, row)) for row in rows):
        return []  # the names stand above a list of papers
    return [line for row in rows for line in _pairs(row)]


def _tells_of_paper(row: Sequence[str]) -> bool:
    """Whether the row is one name and its value, and the name is one of a paper's: 法規名稱."""
    name = re.sub(r"[\s:：]", "", row[0]) if row else ""
    return len(row) == 2 and field_of(name) in TELL_OF_PAPERS and len(name) >= SHORTEST_NAME


def _pairs(row: Sequence[str]) -> list[str]:
    lines: list[str] = []
    for cell in row:
        if field_of(cell):
            lines.append(f"{cell.rstrip(':： ')}：")
        elif lines:
            lines[-1] += cell
    return lines
