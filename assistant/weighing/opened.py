"""Evidence of items that are shown beside or in place of the best: opened whole, told together, rows that fill a column."""

from collections.abc import Sequence

from assistant.intents import Ask
from assistant.units import end_of_heading, is_row_alone
from assistant.weighing.evidence import Evidence
from assistant.weighing.row_groups import rows_together
from assistant.weighing.rows import fills_asked_column, rows_beside
from assistant.weighing.select import Piece, Selection, select_answer, select_opening
from assistant.weighing.support import Support, weigh
from assistant.weighing.told_together import find_together
from ingest.language.folding import fold
from vectorstore.item_store import StoredItem
from vectorstore.search import Hit, Query, Search
from vectorstore.stored_plan import StoredPlan

LONGEST_OPENED = 600  # characters of one item that was named; more are counted


def tell_together(ask: Ask, query: Query, best: Support, search: Search) -> tuple[Evidence, ...]:
    """All the steps or papers that are asked for, where the plan of the best item tells them one by one."""
    plan = best.hit.plan
    items = search.store.items.items_of(plan.edition)
    told = find_together(fold(ask.text), items, plan.identity.title, query.alignment, best=items[best.hit.position])
    return tuple(open_item(query, plan, one, search, whole=True) for one in told)


def filling_asked_column(ask: Ask, supports: Sequence[Support], search: Search) -> list[Support]:
    """The items without rows that lack the column which is asked for, where the best is a row that fills it."""
    asked = fold(ask.text)

    def fills(support: Support) -> bool:
        item = support.hit.item
        if not is_row_alone(item):
            return False
        items = [one.item for one in search.store.items.items_of(support.hit.plan.edition)]
        return fills_asked_column(item.text, rows_beside(item, items), asked)

    if not fills(supports[0]):
        return list(supports)
    return [support for support in supports if not is_row_alone(support.hit.item) or fills(support)]


def tell_rows_together(ask: Ask, query: Query, best: Support, search: Search) -> tuple[Evidence, ...]:
    """The rows that are asked for together, where the best item is a row of their table."""
    plan, item = best.hit.plan, best.hit.item
    items = search.store.items.items_of(plan.edition)
    own = rows_beside(item, [stored.item for stored in items]) if is_row_alone(item) else []
    asked = {own[row] for row in rows_together(own, fold(ask.text))}
    if item.text not in asked:
        return ()
    hits = [search.weigh(query, plan, stored) for stored in items if stored.item.text in asked]
    return tuple(Evidence(hit, select_answer(weigh(ask, query, hit)), best.score) for hit in hits)


def open_item(query: Query, plan: StoredPlan, stored: StoredItem, search: Search, *, whole: bool) -> Evidence:
    """An item as it begins: all of it where it is not very long, or its first sentence where an outline is asked for."""
    hit = search.weigh(query, plan, stored)
    if whole:
        return Evidence(hit, select_opening(stored.item, LONGEST_OPENED), 1.0)
    end = len(hit.sentences[0].text) if hit.sentences else len(stored.item.text)
    return Evidence(hit, Selection((beyond_heading(hit, 0, end),)), 1.0)


def beyond_heading(hit: Hit, start: int, end: int) -> Piece:
    """The run, with the sentence that follows where it only repeats the item's heading."""
    if end > end_of_heading(hit.item):
        return Piece(start, end)
    at = 0
    for sentence in hit.sentences:
        at = hit.item.text.index(sentence.text, at) + len(sentence.text)
        if at > end:
            return Piece(start, at)
    return Piece(start, end)
