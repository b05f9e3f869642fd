"""The rows of a table that a question asks for together: those of all the names that it gives, and which rows are such."""

import re
from collections.abc import Sequence

from assistant.weighing.row_cells import Cells
from assistant.weighing.row_names import NameInRow
from assistant.weighing.rows import read_table, rows_of_others

MOST_ROWS = 12  # that are shown together
WHICH = re.compile(
    r"哪些|哪几|哪[两二三四五六七八九]|有哪|\bwhich (?:\w+ )?\w{2,}s\b|\bwhat (?!is|was|does)(?:\w+ )?\w{3,}s\b"
)
NOT = r"(?:不[能可予得会用需必]?|没有?|无需?|免|非|未|\bnot?\b|n't\b|\bcannot\b|\bnever\b)"
YES = re.compile(r"是|可|可以|能|有|需|需要|要|√|✓|yes|y")
NO = re.compile(r"否|不可?|不可以|不能|无|没有|不需要?|不要|×|✗|no|n")
ENDING = re.compile(r"(?:able|ible|ed|ing|s)$")  # of an English word: refund of Refundable
SHORTEST_STEM = 4  # letters


def rows_together(rows: Sequence[str], folded_question: str) -> list[int]:
    """The numbers of the rows of one table that answer together; none where one row, or no certain ones, are asked for.

    哪些学校有校车 asks for all rows that fill the column 校车, 哪些科目是开卷 for all that say 开卷, 一中和二中的学费 for both.
    """
    asked = read_table(tuple(rows), folded_question)
    left = [row for row, is_other in enumerate(rows_of_others(rows, folded_question)) if not is_other]
    if WHICH.search(folded_question):
        told = _told_yes_or_no(asked.cells, left, folded_question)
        left = told or _filled(asked.cells, left, asked.columns)
    elif not _names_several(asked.names):
        return []
    return left if 1 < len(left) < len(rows) and len(left) <= MOST_ROWS else []


def _names_several(names: Sequence[NameInRow]) -> bool:
    """Whether two names call for different rows by the same column: 一中 and 二中."""
    return any(
        one.columns & other.columns and not one.rows & other.rows and one.said != other.said
        for one in names
        for other in names
    )


def _filled(table: Sequence[Cells], left: Sequence[int], columns: Sequence[str]) -> list[int]:
    """The rows left that fill a column which is asked for, where others leave it blank."""
    filled = [row for row in left if any(table[row].get(column) for column in columns)]
    return filled if filled else list(left)


def _told_yes_or_no(table: Sequence[Cells], left: Sequence[int], question: str) -> list[int]:
    """The rows left that say yes, or no, in the column that is asked for: No below Refundable for cannot be refunded."""
    for column in dict.fromkeys(column for cells in table for column in cells):
        values = [cells[column] for cells in table if cells.get(column)]
        if not any(map(NO.fullmatch, values)) or not any(map(YES.fullmatch, values)):
            continue
        stem = _stem(column)
        if not (match := re.search(rf"(?P<no>{NOT}[^，。？?]{{0,8}})?{re.escape(stem)}", question)):
            continue
        said = NO if match["no"] else YES
        return [row for row in left if said.fullmatch(table[row].get(column, ""))]
    return []


def _stem(column: str) -> str:
    """What the question says of the column's name: refund of refundable, 退 of 可否退, 住宿 of 是否住宿."""
    bare = re.sub(r"[(（][^)）]*[)）]|^(?:是否|可否|能否|有无)(?:可以?|能|需要?|有)?|^(?:可|能)", "", column).strip()
    stem = ENDING.sub("", bare)
    return stem if len(stem) >= SHORTEST_STEM else bare
