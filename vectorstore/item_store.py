"""Plans and items in Chroma, which is the truth; the keyword index can be made from it anew."""

from collections.abc import Sequence
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, Any

import numpy as np
from cachetools import LRUCache

from ingest.plan import Item
from vectorstore.embedder import Vectors
from vectorstore.stored_plan import StoredPlan

if TYPE_CHECKING:
    from chromadb.api import ClientAPI

BATCH = 1_000  # items written at once; Chroma takes up to 5,461
MOST_PLANS = 100_000
KEPT_ITEMS = 20_000  # in memory, some 2 KB each, so that Chroma need not read what was found before
UNUSED_VECTOR = np.zeros((1, 1), np.float32)  # of a plan's record, which Chroma does not keep without one


@dataclass(frozen=True, slots=True)
class StoredItem:
    """An item in the store: its plan's edition, its position in the plan from 0, and its own fields."""

    edition: str
    position: int
    item: Item

    @property
    def key(self) -> str:
        """The item's id in both indexes."""
        return f"{self.edition}/{self.position}"


class ItemStore:
    """The plans' and items' collections of one store. A plan's record is written last, so half a plan is never seen."""

    def __init__(self, client: "ClientAPI", *, items_name: str) -> None:
        self._plans = client.get_or_create_collection("plans", embedding_function=None)
        self._items = client.get_or_create_collection(
            items_name, embedding_function=None, configuration={"hnsw": {"space": "cosine"}}
        )
        self._lock = Lock()
        self._kept: LRUCache[str, StoredItem] = LRUCache(KEPT_ITEMS)
        self._counts: dict[str, int] = {}  # of the items of editions that were read whole; an edition never changes

    def plans(self) -> list[StoredPlan]:
        """All plans, by title."""
        records = self._plans.get(include=["documents"], limit=MOST_PLANS)["documents"] or []
        return sorted((StoredPlan.from_record(r) for r in records), key=lambda p: (p.identity.title, p.identity.source))

    def write_passages(self, passages: Sequence[tuple[StoredItem, int]], vectors: Vectors) -> None:
        """Write the passages of items, each an item and the passage's number in it, with their vectors.

        `vectors` has the shape (passages, dimensions). The first passage holds the whole item, which is what is cited.
        """
        for start in range(0, len(passages), BATCH):
            batch = passages[start : start + BATCH]
            self._items.upsert(
                ids=[f"{stored.key}#{number}" for stored, number in batch],
                embeddings=vectors[start : start + BATCH],
                documents=["" if number else stored.item.text for stored, number in batch],
                metadatas=[(_place if number else _metadata)(stored) | {"passage": number} for stored, number in batch],
            )
        self._let_go()  # also of what was read of it half written

    def write_plan(self, plan: StoredPlan) -> None:
        """Make the plan known, in place of an earlier edition of it."""
        self._plans.upsert(ids=[plan.id], documents=[plan.to_record()], embeddings=UNUSED_VECTOR)

    def forget_plan(self, plan_id: str) -> None:
        """Make the plan unknown; its items are left-overs from now on."""
        self._plans.delete(ids=[plan_id])

    def delete_editions(self, editions: Sequence[str]) -> None:
        """Delete the items of the editions."""
        if editions:  # Chroma takes an empty list for a mistake
            where: Any = {"edition": {"$in": list(editions)}}
            self._items.delete(where=where)
        self._let_go()

    def editions_of_items(self) -> set[str]:
        """The editions that items belong to, left-overs among them."""
        rows = self._items.get(include=["metadatas"])["metadatas"] or []
        return {str(row["edition"]) for row in rows}

    def count_passages(self) -> int:
        """How many passages there are, left-overs among them."""
        return self._items.count()

    def items_of(self, edition: str) -> list[StoredItem]:
        """The items of one edition in reading order."""
        count = self._counts.get(edition)
        if count is not None:
            items = self.items_by_key([f"{edition}/{position}" for position in range(count)])
            if len(items) == count:
                return items
        first: Any = {"$and": [{"edition": edition}, {"passage": 0}]}
        found = self._items.get(where=first, include=["documents", "metadatas"])
        items = sorted(_stored(found["documents"] or [], found["metadatas"] or []), key=lambda stored: stored.position)
        if items and items[-1].position == len(items) - 1:
            self._keep(items)
            self._counts[edition] = len(items)
        return items

    def all_items(self) -> list[StoredItem]:
        """The items of all editions, left-overs among them, in any order; of many plans faster than one by one."""
        found = self._items.get(where={"passage": 0}, include=["documents", "metadatas"])
        return _stored(found["documents"] or [], found["metadatas"] or [])

    def items_by_key(self, keys: Sequence[str]) -> list[StoredItem]:
        """The items with the given keys, in their order; one that is not there is left out."""
        with self._lock:
            found = {key: stored for key in keys if (stored := self._kept.get(key))}
        if missing := [f"{key}#0" for key in dict.fromkeys(keys) if key not in found]:
            got = self._items.get(ids=missing, include=["documents", "metadatas"])
            read = _stored(got["documents"] or [], got["metadatas"] or [])
            self._keep(read)
            found |= {stored.key: stored for stored in read}
        return [found[key] for key in keys if key in found]

    def nearest(self, vectors: Vectors, *, limit: int, editions: Sequence[str] | None) -> list[dict[str, float]]:
        """For each vector the keys of the items nearest to it by their best passage, with its cosine, nearest first.

        `vectors` has the shape (vectors, dimensions). `editions` narrows the search; None searches all.
        """
        where: Any = None if editions is None else {"edition": {"$in": list(editions)}}
        found = self._items.query(query_embeddings=vectors, n_results=limit, where=where, include=["distances"])
        nearest = []
        for passages, distances in zip(found["ids"], found["distances"] or [], strict=True):
            best: dict[str, float] = {}
            for passage, distance in zip(passages, distances, strict=True):
                best.setdefault(passage.rpartition("#")[0], 1 - distance)
            nearest.append(best)
        return nearest

    def _keep(self, items: Sequence[StoredItem]) -> None:
        with self._lock:
            self._kept.update((stored.key, stored) for stored in items)

    def _let_go(self) -> None:
        with self._lock:
            self._kept.clear()
            self._counts.clear()


def _place(stored: StoredItem) -> dict[str, str | int]:
    return {"edition": stored.edition, "position": stored.position}


def _metadata(stored: StoredItem) -> dict[str, str | int]:
    item = stored.item
    row: dict[str, str | int | None] = {
        **_place(stored),
        "ref": item.ref,
        "label": item.label,
        "section": item.section,
        "section_title": item.section_title,
        "heading": item.heading,
        "page": item.page,
    }
    return {key: value for key, value in row.items() if value is not None}


def _stored(documents: Sequence[str], metadatas: Sequence[Any]) -> list[StoredItem]:
    return [
        StoredItem(
            row["edition"],
            row["position"],
            Item(
                row["ref"],
                row.get("label"),
                row.get("section"),
                row["section_title"],
                row["heading"],
                text,
                row.get("page"),
            ),
        )
        for text, row in zip(documents, metadatas, strict=True)
    ]
