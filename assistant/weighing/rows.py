"""How far the row of a table is the one that a question names: 市一级园 and not 省一级园, 翠湖花园二期 and not 一期."""

import re
from difflib import SequenceMatcher

from assistant.units import ROW_REF
from ingest.language.folding import fold
from ingest.plan import Item

CELL = re.compile(r"[^：:；;\n]{1,60}[：:]([^；;\n]+)")  # a cell behind the name of its column
NAMES = re.compile(r"[、，,\s]+")  # between the names that a cell lists
SHORTEST_NAME = 2  # characters


def is_row(item: Item) -> bool:
    """Whether the item is one row of a table: its ref is `表1-3`."""
    return bool(ROW_REF.search(item.ref))


def named_share(item: Item, folded_question: str) -> float:
    """The largest share of a name in the row's cells that stands in the question as it is, 0 to 1; 0 for what is no row."""
    if not is_row(item):
        return 0.0
    cells = CELL.findall(fold(item.text))
    names = [name for cell in cells for name in NAMES.split(cell) if len(name) >= SHORTEST_NAME and not name.isdigit()]
    return max((_share(name, folded_question) for name in names), default=0.0)


def _share(name: str, text: str) -> float:
    match = SequenceMatcher(None, name, text, autojunk=False).find_longest_match()
    return match.size / len(name) if match.size >= SHORTEST_NAME else 0.0
