"""Which rows of a table a question asks for: 市一级园 and not 省一级园, 12邻 in 9至17邻 and not in 1至8邻."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from assistant.units import is_row_alone, is_row_line
from assistant.weighing.number_ranges import ranges_missed
from assistant.weighing.row_cells import Cells, cells_of
from assistant.weighing.row_columns import columns_asked
from assistant.weighing.row_names import NameInRow, names_in_question
from assistant.weighing.unlisted import names_unlisted
from ingest.language.folding import fold
from ingest.plan import Item

CELL = re.compile(r"[^：:；;\n]{1,60}[：:]([^；;\n]+)")  # a cell behind the name of its column
NAMES = re.compile(r"[、，,\s]+")  # between the names that a cell lists
SHORTEST_NAME = 2  # characters
# What a row says of all there are, whichever is named: 全里, 不限.
OF_ALL = re.compile(r"全.{0,3}|不限.{0,4}|各.{0,6}|所有.{0,4}|通用|均可|all|any")
BESIDES = re.compile(r"除|以外|之外|其[他它余]|别的|另外|比(?!例|重|率|赛|如)|except|other than|\bthan\b")


def named_share(item: Item, folded_question: str) -> float:
    """The largest share of a name in the row's cells that stands in the question as it is, 0 to 1; 0 for what is no row."""
    if not is_row_alone(item):
        return 0.0
    cells = CELL.findall(fold(item.text))
    names = [name for cell in cells for name in NAMES.split(cell) if len(name) >= SHORTEST_NAME and not name.isdigit()]
    return max((_share(name, folded_question) for name in names), default=0.0)


def rows_beside(item: Item, items: Sequence[Item]) -> list[str]:
    """The texts of all rows of the table that the item is a row of, its own among them."""
    table = _table_of(item)
    return [one.text for one in items if _table_of(one) == table and is_row_alone(one)]


def rows_within(item: Item) -> list[str]:
    """The texts of the rows that an item which is no row itself holds as its own text."""
    return [line for line in item.text.split("\n") if is_row_line(line)]


@dataclass(frozen=True, slots=True)
class AskedTable:
    """A table as a question asks of it: the cells by row, the names that it gives, the columns that it asks for, other rows."""

    cells: tuple[Cells, ...]
    names: tuple[NameInRow, ...]
    columns: tuple[str, ...]
    others: tuple[bool, ...]  # by row whether it is of something else than the question names


@lru_cache(maxsize=16)
def read_table(rows: tuple[str, ...], folded_question: str) -> AskedTable:
    """The table of these rows as the folded question asks of it; each of its rows that is found asks for it again."""
    cells = tuple(map(cells_of, rows))
    names = tuple(names_in_question(cells, folded_question))
    columns = tuple(columns_asked(cells, names, folded_question))
    return AskedTable(cells, names, columns, tuple(_others(cells, names, folded_question)))


def rows_of_others(rows: Sequence[str], folded_question: str) -> list[bool]:
    """By row of one table whether it is of something else than the question names.

    Of `学校：一小；学科：美术` and `学校：一小；学科：音乐` the second, where 一小招美术老师吗 is asked; none where nothing is named.
    """
    if len(rows) < 2 or BESIDES.search(folded_question):
        return [False] * len(rows)
    return list(read_table(tuple(rows), folded_question).others)


def lacks_asked_column(row: str, rows: Sequence[str], folded_question: str) -> str:
    """The column that the question asks for and the row leaves blank, unless it fills another that is asked for; else ''."""
    asked = read_table(tuple(rows), folded_question).columns
    return asked[0] if asked and not fills_asked_column(row, rows, folded_question) else ""


def fills_asked_column(row: str, rows: Sequence[str], folded_question: str) -> bool:
    """Whether the row fills a column that the question asks for: `初中：二中；小学：东关小学` where 东关小学上哪个初中 is asked."""
    own = cells_of(row)
    return any(column in own for column in read_table(tuple(rows), folded_question).columns)


def lacks_in_named_rows(rows: Sequence[str], folded_question: str) -> str:
    """The column that the question asks for, where it names some of the rows and all of these leave it blank; else ''."""
    flags = rows_of_others(rows, folded_question)
    left = [row for row, is_other in zip(rows, flags, strict=True) if not is_other]
    if not left or len(left) == len(rows):
        return ""
    lacking = [lacks_asked_column(row, rows, folded_question) for row in left]
    return lacking[0] if all(lacking) else ""


def _table_of(item: Item) -> tuple[str | None, str]:
    """What all rows of one table share: `表1-3` and `表1-4` are of one."""
    ref = re.sub(r"\d+$", "", item.ref)
    return (item.section if ref else None, ref)


def _others(table: Sequence[Cells], names: Sequence[NameInRow], folded_question: str) -> list[bool]:
    left = [not ranges_missed(cells.values(), folded_question) for cells in table]
    if names_unlisted(table, names, folded_question):
        return [True] * len(table)
    for group in _by_columns(names):
        left = _narrowed(left, group, table)
    return [not one for one in left]


def _by_columns(names: Sequence[NameInRow]) -> list[list[NameInRow]]:
    """The names in groups whose columns are the same, that of the longest name first."""
    groups: list[list[NameInRow]] = []
    for name in sorted(names, key=lambda name: -len(name.said)):
        own = [group for group in groups if any(name.columns & other.columns for other in group)]
        merged = [one for group in own for one in group] + [name]
        groups = [*(group for group in groups if group not in own), merged]
    return sorted(groups, key=lambda group: -max(len(name.said) for name in group))


def _narrowed(left: Sequence[bool], group: Sequence[NameInRow], table: Sequence[Cells]) -> list[bool]:
    """The rows left that are named; else those that hold for all; else none, unless cells of the column list names."""
    columns = frozenset[str]().union(*(name.columns for name in group))
    named = frozenset[int]().union(*(name.rows for name in group))
    kept = [one and row in named for row, one in enumerate(left)]
    if any(kept):
        return kept
    kept = [one and _holds_for_all(cells, columns) for one, cells in zip(left, table, strict=True)]
    return kept if any(kept) or not all(_lists_names(column, table) for column in columns) else list(left)


def _lists_names(column: str, table: Sequence[Cells]) -> bool:
    return any(len(NAMES.split(cells.get(column, ""))) > 1 for cells in table)


def _holds_for_all(cells: Cells, columns: frozenset[str]) -> bool:
    own = [cells[column] for column in columns if column in cells]
    return all(OF_ALL.fullmatch(value) for value in own)


def _share(name: str, text: str) -> float:
    match = SequenceMatcher(None, name, text, autojunk=False).find_longest_match()
    return match.size / len(name) if match.size >= SHORTEST_NAME else 0.0
