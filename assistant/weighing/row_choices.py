"""What a question leaves a choice of, or names one of two of, that a row of a table has nothing of."""

import re
from collections.abc import Mapping, Sequence

from assistant.units import is_row_alone
from assistant.weighing.row_cells import cells_of
from ingest.language.folding import fold
from ingest.plan import Item

# Of each two a row that has but the second says nothing of the first.
SEASONS = (("暑假", "寒假"), ("春季", "秋季"), ("上半年", "下半年"), ("summer", "winter"), ("spring", "autumn"))
OR = re.compile(r"(?P<one>[^\W\d_a-z]{1,8})还是(?P<other>[^\W\d_a-z]{1,8})")
HOURS = re.compile("[上下]午|早[上晨]|中午|晚上|白天")  # told by what the clock says, too
SHORTEST_NAME = 2  # characters


def other_season(folded_question: str, folded_row: str, paper: Sequence[str]) -> str:
    """The season that the question names where the row, or all of its paper, has only the other one; else ''.

    `paper` are the paper's texts. 暑假哪天开始 is answered by no row of a table with the column 寒假开始, nor by others of a paper that says 寒假 alone.
    """
    for one, other in (pair for two in SEASONS for pair in (two, two[::-1])):
        is_asked = one in folded_question and other not in folded_question
        if is_asked and any(other in text and one not in text for text in (folded_row, fold("\n".join(paper)))):
            return one
    return ""


def choice_missed(folded_question: str, folded_row: str, items: Sequence[Item]) -> str:
    """The choice that the question leaves where the cells of one column give both and this row neither; else ''.

    开卷还是闭卷 is answered by no row of a table without either, where another table says which.
    """
    match = OR.search(folded_question)
    if not match or HOURS.search(match[0]):
        return ""
    for one, other in _pairs_in_a_column([cells_of(item.text) for item in items if is_row_alone(item)]):
        if match["one"].endswith(one) and match["other"].startswith(other):
            return "" if one in folded_row or other in folded_row else f"{one}还是{other}"
    return ""


def _pairs_in_a_column(tables: Sequence[Mapping[str, str]]) -> list[tuple[str, str]]:
    """Each two different cells of one column."""
    values: dict[str, dict[str, None]] = {}
    for cells in tables:
        for column, value in cells.items():
            if len(value) >= SHORTEST_NAME:
                values.setdefault(column, {})[value] = None
    return [(one, other) for own in values.values() for one in own for other in own if one != other]
