"""What tells against a row of a table as the answer: it is of something else than is named, or blank where it is asked."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.units import is_row_alone
from assistant.weighing.attributes import lacking_attribute
from assistant.weighing.row_choices import choice_missed, other_season
from assistant.weighing.row_groups import rows_together
from assistant.weighing.rows import lacks_asked_column, lacks_in_named_rows, rows_beside, rows_of_others, rows_within
from ingest.language.folding import fold
from ingest.plan import Item


@dataclass(frozen=True, slots=True)
class Against:
    """Why a row does not answer, and whether it is the row that is named, without what is asked for."""

    reason: str
    is_blank: bool = False


def against_row(folded_question: str, item: Item, beside: Sequence[Item], title: str) -> Against | None:
    """What tells against an item that is a row, or holds rows; `beside` are the items of its plan, which has that title."""
    if not is_row_alone(item):
        column = lacks_in_named_rows(rows_within(item), folded_question)
        return Against(f"its row is blank in the column {column}", is_blank=True) if column else None
    paper = [title, *(f"{one.section_title}{one.heading}{one.text}" for one in beside)]
    if season := other_season(folded_question, fold(item.text), paper):
        return Against(f"says nothing of {season}")
    if lacking := lacking_attribute(folded_question, fold(item.text)):
        return Against(f"says nothing of {lacking}", is_blank=True)
    if choice := choice_missed(folded_question, fold(item.text), beside):
        return Against(f"does not say {choice}")
    rows = rows_beside(item, beside)
    if rows_of_others(rows, folded_question)[rows.index(item.text)]:
        return Against("is a row of something else")
    if column := lacks_asked_column(item.text, rows, folded_question):
        return Against(f"is blank in the column {column}", is_blank=True)
    return None


def is_of_rows_together(folded_question: str, item: Item, beside: Sequence[Item]) -> bool:
    """Whether the item is one of several rows that the question picks from their table by what they say."""
    if not is_row_alone(item):
        return False
    rows = rows_beside(item, beside)
    return rows.index(item.text) in rows_together(rows, folded_question)
