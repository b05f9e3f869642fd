"""Plans and items in Chroma, which is the truth; the keyword index can be made from it anew."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from ingest.plan import Item
from vectorstore.embedder import Vectors
from vectorstore.stored_plan import StoredPlan

if TYPE_CHECKING:
    from chromadb.api import ClientAPI

BATCH = 1_000  # items written at once; Chroma takes up to 5,461
MOST_PLANS = 100_000
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

    def plans(self) -> list[StoredPlan]:
        """All plans, by title."""
        records = self._plans.get(include=["documents"], limit=MOST_PLANS)["documents"] or []
        return sorted((StoredPlan.from_record(r) for r in records), key=lambda p: (p.identity.title, p.identity.source))

    def write_passages(self, passages: Sequence[tuple[StoredItem, int]], vectors: Vectors) -> None:
        """Write the passages of items, each an item and the passage's number in it, with their vectors.

        `vectors` has the shape (passages, dimensions). Each passage holds its whole item, which is what is cited.
        """
        for start in range(0, len(passages), BATCH):
            batch = passages[start : start + BATCH]
            self._items.upsert(
                ids=[f"{stored.key}#{number}" for stored, number in batch],
                embeddings=vectors[start : start + BATCH],
                documents=[stored.item.text for stored, _ in batch],
                metadatas=[_metadata(stored) | {"passage": number} for stored, number in batch],
            )

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

    def editions_of_items(self) -> set[str]:
        """The editions that items belong to, left-overs among them."""
        rows = self._items.get(include=["metadatas"])["metadatas"] or []
        return {str(row["edition"]) for row in rows}

    def count_passages(self) -> int:
        """How many passages there are, left-overs among them."""
        return self._items.count()

    def items_of(self, edition: str) -> list[StoredItem]:
        """The items of one edition in reading order."""
        first: Any = {"$and": [{"edition": edition}, {"passage": 0}]}
        found = self._items.get(where=first, include=["documents", "metadatas"])
        items = _stored(found["documents"] or [], found["metadatas"] or [])
        return sorted(items, key=lambda stored: stored.position)

    def all_items(self) -> list[StoredItem]:
        """The items of all editions, left-overs among them, in any order; of many plans faster than one by one."""
        found = self._items.get(where={"passage": 0}, include=["documents", "metadatas"])
        return _stored(found["documents"] or [], found["metadatas"] or [])

    def items_by_key(self, keys: Sequence[str]) -> list[StoredItem]:
        """The items with the given keys, in any order."""
        if not keys:
            return []
        found = self._items.get(ids=[f"{key}#0" for key in keys], include=["documents", "metadatas"])
        return _stored(found["documents"] or [], found["metadatas"] or [])

    def nearest(self, vector: Vectors, *, limit: int, editions: Sequence[str] | None) -> list[tuple[StoredItem, float]]:
        """The items nearest to the vector by their best passage, with its cosine similarity, nearest first.

        `editions` narrows the search; None searches all.
        """
        where: Any = None if editions is None else {"edition": {"$in": list(editions)}}
        found = self._items.query(
            query_embeddings=np.atleast_2d(vector),
            n_results=limit,
            where=where,
            include=["documents", "metadatas", "distances"],
        )
        items = _stored((found["documents"] or [[]])[0], (found["metadatas"] or [[]])[0])
        distances = (found["distances"] or [[]])[0]
        best: dict[StoredItem, float] = {}
        for stored, distance in zip(items, distances, strict=True):
            best.setdefault(stored, 1 - distance)
        return list(best.items())


def _metadata(stored: StoredItem) -> dict[str, str | int]:
    item = stored.item
    row: dict[str, str | int | None] = {
        "edition": stored.edition,
        "position": stored.position,
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
