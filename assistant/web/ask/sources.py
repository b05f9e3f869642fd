"""The items behind an answer, each with its neighbours in the plan."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer import Answer, Citation, Nearest
from ingest.plan import Identity, Item
from vectorstore.store import Store


@dataclass(frozen=True, slots=True)
class Source:
    """An item, its number in the answer, the words quoted from it ("" where it is only near), and its neighbours."""

    number: int
    plan: Identity
    item: Item
    quote: str
    before: Item | None = None
    after: Item | None = None


def read_sources(answer: Answer, store: Store, *, known: Sequence[Source] = ()) -> tuple[Source, ...]:
    """The answer's citations, or its nearest items numbered from 1; those in `known` are not read again."""
    read = {(source.number, source.quote): source for source in known}
    cited = [(citation.number, citation.quote, citation) for citation in answer.citations]
    near = [(number, "", nearest) for number, nearest in enumerate(answer.nearest, 1)]
    return tuple(read.get((number, quote)) or _read(number, quote, one, store) for number, quote, one in cited + near)


def anchor(turn: int, number: int) -> str:
    """The id of a source on the page: `cite-3-1` is the first source of the third answer."""
    return f"cite-{turn}-{number}"


def _read(number: int, quote: str, cited: Citation | Nearest, store: Store) -> Source:
    items = _items_of(cited.plan, store)
    place = next((i for i, item in enumerate(items) if item.ref == cited.item.ref), None)
    if place is None:  # the plan was replaced or taken out a moment ago; the item itself is in the answer
        return Source(number, cited.plan, cited.item, quote)
    before = items[place - 1] if place else None
    after = items[place + 1] if place + 1 < len(items) else None
    return Source(number, cited.plan, cited.item, quote, before, after)


def _items_of(plan: Identity, store: Store) -> list[Item]:
    edition = next((stored.edition for stored in store.plans if stored.id == plan.id), None)
    return [stored.item for stored in store.items.items_of(edition)] if edition else []
