"""How well the figures, dates, names and bodies of a sentence give what is asked for."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.understanding.classes import speaks_of_opposite
from assistant.understanding.wants import Want, WantKind, find_answers
from assistant.units import is_row_line
from assistant.weighing.asked_cells import cells_asked_for, in_named_columns
from ingest.language.actors import is_made_responsible
from ingest.language.folding import fold
from ingest.language.sentences import find_phrases
from ingest.language.words import content_words
from vectorstore.alignment import Alignment

OTHER_BODY = 0.4  # a body that a sentence merely names fits "who" less than one that it makes responsible
OWN_CLAUSE = 0.1  # what the figure's own clause covers of the question, beside what the clauses around it cover
OPENING_CLAUSE = 0.8  # of what the clauses around it cover together with that with which the sentence opens
LEAST_BESIDE = 0.4  # the same, for a figure to answer 照管员呢 after 校车有多少辆: of the question, not of the talk
# 轮岗几年: three years of something else fit half as well; 多少学位: 3900个 in the clause of the 学位 fits better than 4所 beside it.
LEAST_FOCUSED, OF_OTHER, OWN_FOCUS = 0.3, 0.5, 0.06
GOVERNING, LEAST_GOVERNED = (
    frozenset({WantKind.PERMISSION, WantKind.DUTY}),
    0.15,
)  # 不得 of another matter is no verdict
# What stands after 其中 is part of the figure before it, which fits better unless parts are asked for.
PART_OF_FIGURE = 0.85
PART = re.compile("其中")


@dataclass(frozen=True, slots=True)
class Fit:
    """Where in a sentence something stands that is asked for, and how well it fits: 0 to 1.1."""

    start: int
    end: int
    value: float


def find_fits(
    want: Want, sentence: str, *, heading: str, alignment: Alignment, asked: str, focus: Sequence[str] = ()
) -> tuple[Fit, ...]:
    """What of the sentence gives the want: each fits as well as the words around it cover the question's.

    The clause before counts too, that with which the sentence opens, and the item's heading: `课后服务……，收费标准为每生每学期320元`. Who is responsible
    stands at the end of an item, in a sentence of its own, so there the item's heading alone may cover the question.
    """
    is_row = is_row_line(sentence)  # each cell of which is of what the row is about
    spans = find_answers(want, sentence, asked=asked)
    if is_row and not spans:
        spans = cells_asked_for(want, sentence, heading=heading, asked=asked)
    spans = spans or find_answers(want, sentence, asked=asked, above=heading)
    if is_row:
        spans = in_named_columns(spans, sentence, asked=asked)
    if want.kind is WantKind.BODY:
        weight = 1.0 if is_made_responsible(fold(sentence)) else OTHER_BODY
        value = weight * alignment.coverage(content_words(f"{heading}\n{sentence}")) if spans else 0.0
        return tuple(Fit(start, end, value) for start, end in spans)
    phrases = find_phrases(sentence) or ((0, len(sentence)),)
    of_focus = alignment.within(focus) if focus else None
    fits = []
    for start, end in spans:
        at = max((i for i, (first, _) in enumerate(phrases) if first <= start), default=0)
        own = sentence[slice(*phrases[at])]
        if speaks_of_opposite(asked, fold(own)):
            continue
        beside = alignment.coverage(content_words(own))
        governed = alignment.coverage(content_words(sentence)) if is_row and want.is_carried else beside
        if governed < (LEAST_BESIDE if want.is_carried else LEAST_GOVERNED if want.kind in GOVERNING else 0.0):
            continue
        near = sentence if is_row else sentence[phrases[max(0, at - 1)][0] : phrases[at][1]]
        around = f"{heading}\n{near}"
        opened = f"{sentence[slice(*phrases[0])]}\n{around}"
        covered, covered_by_all = (alignment.coverage(content_words(text)) for text in (around, opened))
        value = max(covered, OPENING_CLAUSE * covered_by_all) + OWN_CLAUSE * beside
        if of_focus:
            value += OWN_FOCUS * of_focus.coverage(content_words(own))
            value *= OF_OTHER if of_focus.coverage(content_words(opened)) < LEAST_FOCUSED else 1.0
        if PART.search(sentence[:start]) and not PART.search(asked):
            value *= PART_OF_FIGURE
        fits.append(Fit(start, end, value))
    return tuple(fits)
