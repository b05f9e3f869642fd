"""An item that opens a list, with its entries, and an entry with the item that opens its list.

`第四条 申请转学应当提交下列材料：` says nothing without （一）转学申请表 below it, nor does that without the words above it.
"""

from collections.abc import Callable, Iterator, Sequence

from assistant.understanding.classes import conflict
from assistant.weighing.evidence import Evidence
from assistant.weighing.select import select_opening
from ingest.language.folding import fold
from vectorstore.item_store import StoredItem
from vectorstore.search import Hit
from vectorstore.stored_plan import StoredPlan

MOST_ENTRIES = 12  # of one list
BRACKETS = ("(", "（", "①", ".")  # with which the refs of entries go on
NUMERALS = tuple("一二三四五六七八九十")
LONGEST_ENTRY = 200  # characters
ItemsOf = Callable[[str], Sequence[StoredItem]]
Weigh = Callable[[StoredPlan, StoredItem], Hit]


def with_entries(
    evidence: Sequence[Evidence], items_of: ItemsOf, weigh: Weigh, *, asked: str = ""
) -> tuple[Evidence, ...]:
    """The evidence with what belongs to it, each item once, then in the plan's order; as it is where nothing does.

    `items_of` gives the items of an edition, `weigh` an item as a hit. Entries of another stage of school, grade or season
    than the folded question asks of are left out.
    """
    whole: dict[tuple[str, int], Evidence] = {}
    for one in evidence:
        for own in _whole(one, items_of(one.hit.plan.edition), weigh, asked):
            whole.setdefault((own.hit.plan.id, own.hit.position), own)
    if len(whole) == len(evidence):
        return tuple(evidence)
    plans = list(dict.fromkeys(plan for plan, _ in whole))
    return tuple(whole[key] for key in sorted(whole, key=lambda key: (plans.index(key[0]), key[1])))


def _whole(evidence: Evidence, items: Sequence[StoredItem], weigh: Weigh, asked: str) -> Iterator[Evidence]:
    plan, item = evidence.hit.plan, items[evidence.hit.position]
    if opens_list(item):
        yield evidence
        entries = entries_of(item, items)
        meant = [entry for entry in entries if not conflict(asked, fold(entry.item.text))]
        for entry in (meant or entries)[:MOST_ENTRIES]:
            yield Evidence(weigh(plan, entry), select_opening(entry.item, LONGEST_ENTRY), evidence.score)
        return
    if opening := _opening_of(item, items):
        yield Evidence(weigh(plan, opening), select_opening(opening.item, LONGEST_ENTRY), evidence.score)
    yield evidence


def opens_list(stored: StoredItem) -> bool:
    """Whether the item ends in a colon, before its entries."""
    return stored.item.text.rstrip().endswith(("：", ":"))


def entries_of(opening: StoredItem, items: Sequence[StoredItem]) -> list[StoredItem]:
    """The items below one that opens a list: 第4条(一) and 第4条(二) of 第4条, not 10 of 1."""
    ref = opening.item.ref
    below = [one for one in items if one.item.section == opening.item.section and one.item.ref.startswith(ref)]
    goes_on = BRACKETS + NUMERALS if ref.endswith(("条", "條")) else BRACKETS  # 第5条一, of Taiwan's laws
    return [one for one in below if one.item.ref[len(ref) : len(ref) + 1] in goes_on]


def _opening_of(stored: StoredItem, items: Sequence[StoredItem]) -> StoredItem | None:
    """The item that opens the list which this one is an entry of; None where it is none."""
    opening = [one for one in items if opens_list(one) and stored in entries_of(one, items)]
    return opening[-1] if opening else None
