"""What the tests of the store share: what it holds seen from outside, and a change that is broken off."""

from pathlib import Path

from ingest.language.words import content_words
from ingest.plan import Item
from vectorstore.connect import connect
from vectorstore.item_store import StoredItem
from vectorstore.search import Search
from vectorstore.store import Store
from vectorstore.stored_plan import Body, StoredPlan, WholePlan
from vectorstore.update import Outcome, add_files
from vectorstore.vector_index import Passages

GHOST = StoredItem("ghost:1", 0, Item("9", "9.", None, "", "抓校车", "9.抓校车。全县校车全部停运。"))


class BrokenOffError(Exception):
    """Stands for a full disk or a power cut."""


def break_off(store: Store, item: StoredItem, plan: StoredPlan | None = None) -> None:
    """Begin a change, write the item into both indexes and the plan's record, if any, and break off there."""
    with store.change():
        store.vectors.write(Passages.embedded([item], store.embedder))
        store.lexical.write([item])
        if plan:
            store.items.write([WholePlan(plan, Body((), item.item.text), (item.item,))])
        raise BrokenOffError


def add(store: Store, *files: Path, **mends: str | int) -> list[Outcome]:
    return list(add_files(store, files, mends))


def counts(store: Store) -> tuple[int, int, int]:
    """How many plans, passages and keyword entries there are, as another client of the same folder sees them."""
    collection = connect(store.folder / "chroma").get_collection(store.note.items, embedding_function=None)
    return len(store.plans), collection.count(), store.lexical.count()


def assert_whole(store: Store) -> None:
    """Each plan has all its items in both indexes, and there is nothing else in them."""
    assert store.is_clean
    assert store.vectors.editions() == {plan.edition for plan in store.plans}
    assert [len(store.items.items_of(plan.edition)) for plan in store.plans] == [p.item_count for p in store.plans]
    assert store.lexical.count() == sum(plan.item_count for plan in store.plans)


def results(store: Store, words: str) -> list[str]:
    """Keys of the items that each index finds for the words: the nearest, nearest first, then those that hold them."""
    editions = [plan.edition for plan in store.plans]
    (near,) = store.vectors.nearest(store.embedder.embed_queries([words]), limit=10, editions=editions)
    worded = store.lexical.search(content_words(words), limit=10, editions=editions)
    return [*near, *sorted(key for key, _ in worded)]


def found(search: Search, words: str, *, limit: int = 10) -> list[tuple[str, str]]:
    """File and ref of the items found, best first."""
    return [(hit.plan.identity.source, hit.item.ref) for hit in search.search(search.query(words), limit=limit)]
