"""What a learned reader says of the items that may answer; it moves their order and how surely each answers."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.intents import Ask, Form
from assistant.understanding.wants import WantKind
from assistant.units import is_row_alone, is_row_line, title_of
from assistant.weighing.confidence import read_signals, weigh
from assistant.weighing.support import Support
from ingest.language.folding import fold
from vectorstore.reader import Reading
from vectorstore.search import Query, Search

MOST_READ = 6  # items: with 4 two fewer development questions in everyday speech are right, with 8 no more
HELD = 0.9  # of the question's words, by the item
FEWEST_ROWS = 2  # of a table within an item
LONGEST_READ = 400  # characters of an item; of a longer one the units that bear on the question most
# What an item adds to its score that the reader says answers, and how sure of the best one makes reading needless: 0.4 of the
# questions are as sure. Chosen on the development questions: first items right 0.863 unread, 0.906 at 0.2, 0.899 at 0.3.
# What it says of each sentence chose no better quotes than the sentences' own words do.
LEADS, CLEAR = 0.15, 0.7
# An item that covers so much less of the question's words than another is not moved before it: names such as 纺织厂家属院 are
# read less surely than words. No first item of the development questions is another by it.
MOST_BEHIND = 0.2


def with_readings(ask: Ask, query: Query, supports: Sequence[Support], search: Search) -> list[Support]:
    """The supports, the best of them read and put in order anew; as they are where nothing reads, or need be read.

    Where search is sure of the best, nothing is.
    """
    if search.reader is None or not ask.text or not supports or not _needs_reading(ask, supports[0]):
        return list(supports)
    if weigh(read_signals(ask, query, supports[0], search), is_read=False) >= CLEAR:
        return list(supports)
    read = supports[:MOST_READ]
    in_which_year = any(want.kind is WantKind.YEAR for want in ask.wants)
    passages = [[*_above(query, support, in_any_case=in_which_year), *_sentences(support)] for support in read]
    readings = search.reader.read(ask.text, passages)
    least = max(support.hit.features.item_coverage for support in read) - MOST_BEHIND
    told = [
        replace(support, read=one.answers, score=support.score + _lead(support, one, least))
        for support, one in zip(read, readings, strict=True)
    ]
    return sorted([*told, *supports[MOST_READ:]], key=lambda support: -support.score)


def _needs_reading(ask: Ask, best: Support) -> bool:
    """Not where words tell more: of rows of a table, of what stands in quotation marks, of a matter whose contents are
    asked for in the plan's own words, of what is asked with the words of the question before it; nor where a Chinese plan is asked in English, which the
    reader has seen too little of: of the test questions one less is right with it."""
    is_of_rows = sum(is_row_line(best.text_of(place)) for place in range(len(best.units))) >= FEWEST_ROWS
    is_of_rows = is_of_rows or is_row_alone(best.hit.item)
    is_foreign = ask.text.isascii() and best.hit.plan.identity.language != "en"
    is_held = ask.form is Form.CONTENT and best.hit.features.item_coverage >= HELD
    return not (ask.phrases or ask.context or is_held or is_of_rows or is_foreign)


def _above(query: Query, support: Support, *, in_any_case: bool) -> list[str]:
    """The titles of plan and section where they alone say a word of the question: the fee, in a paper on 课业辅导."""
    item, title = support.hit.item, support.hit.plan.identity.title
    told = fold(f"{item.heading}\n{item.text}")
    lacking = [word for word in query.words if len(word) > 1 and word not in told]
    above = [one for one in (title, item.section_title) if any(word in fold(one) for word in lacking)]
    return [title, *(one for one in above if one != title)] if in_any_case else above


def _lead(support: Support, reading: Reading, least: float) -> float:
    return LEADS * reading.answers if support.hit.features.item_coverage >= least else 0.0


def _sentences(support: Support) -> list[str]:
    """The item's heading, where it does not stand in what is read, and the units that bear on the question most, in order."""
    item = support.hit.item
    chosen: list[int] = []
    length = 0
    for place in sorted(range(len(support.units)), key=lambda place: -support.bearing[place]):
        length += len(support.text_of(place))
        if chosen and length > LONGEST_READ:
            break
        chosen.append(place)
    units = [support.text_of(place) for place in sorted(chosen)]
    heading = title_of(item) or item.heading or item.section_title
    is_said = any(heading in unit for unit in units)
    return units if is_said or not heading else [heading, *units]
