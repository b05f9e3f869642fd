"""The vectors of a store's items in Chroma: an entry a passage, with nothing large beside its vector."""

import sqlite3
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from vectorstore.connect import FOLDER, connect, no_server
from vectorstore.damage import Part, told_as_damage
from vectorstore.embedder import Embedder, Vectors
from vectorstore.item_store import StoredItem
from vectorstore.passages import cut_passages

if TYPE_CHECKING:
    from chromadb.api import ClientAPI

# Chroma's own 100 and 100 find 0.904 of the true 40 nearest among 46,000 made-up passages, these 0.960, and the graph
# grows in half the time, which is what makes adding dearer the more there is (benchmarks/adding.py).
GRAPH: Any = {"space": "cosine", "ef_construction": 30, "ef_search": 300}
BATCH = 1_000  # passages written at once; Chroma takes up to 5,461


@dataclass(frozen=True, slots=True, eq=False)
class Passages:
    """Passages of items, each an item and the passage's number in it, and their vectors: (passages, dimensions)."""

    of: tuple[tuple[StoredItem, int], ...]
    vectors: Vectors

    @classmethod
    def embedded(cls, items: Sequence[StoredItem], embedder: Embedder) -> "Passages":
        """The items' passages as the model can read them."""
        longest = embedder.longest_passage
        cut = [(one, cut_passages(one.item.text, longest=longest)) for one in items]
        if not cut:
            return cls((), np.zeros((0, 0), np.float32))
        vectors = embedder.embed_passages([text for _, texts in cut for text in texts])
        return cls(tuple((one, number) for one, texts in cut for number in range(len(texts))), vectors)

    @classmethod
    def joined(cls, parts: Sequence["Passages"]) -> "Passages":
        """The passages of several, in their order."""
        full = [part for part in parts if part.of]
        return cls(tuple(one for part in full for one in part.of), np.concatenate([part.vectors for part in full]))

    def of_editions(self, editions: Collection[str]) -> "Passages":
        """Those of the editions alone."""
        kept = [place for place, (stored, _) in enumerate(self.of) if stored.edition in editions]
        return (
            self if len(kept) == len(self.of) else Passages(tuple(self.of[place] for place in kept), self.vectors[kept])
        )


class VectorIndex:
    """The passages of one store. Raises DamagedStoreError where Chroma cannot read what it wrote."""

    def __init__(self, client: "ClientAPI", name: str, *, store: Path, url: str | None, create: bool) -> None:
        """The collection of that name; it is made where `create` is true, and has to be there where not."""
        self._store, self._url = store, url
        with self._telling():
            self._passages = (
                client.get_or_create_collection(name, embedding_function=None, configuration={"hnsw": GRAPH})
                if create
                else client.get_collection(name, embedding_function=None)
            )

    @classmethod
    def open(cls, store: Path, name: str, *, url: str | None, create: bool) -> "VectorIndex":
        """The collection of that name in the store's folder, or on the Chroma server."""
        with told_as_damage(store, Part.VECTORS, *telling_kinds(url)):
            client = connect(store / FOLDER, url=url)
        return cls(client, name, store=store, url=url, create=create)

    def write(self, passages: Passages) -> None:
        """Write the passages, in place of those of the same items and numbers."""
        for start in range(0, len(passages.of), BATCH):
            batch = passages.of[start : start + BATCH]
            with self._telling():
                self._passages.upsert(
                    ids=[f"{stored.key}#{number}" for stored, number in batch],
                    embeddings=passages.vectors[start : start + BATCH],
                    metadatas=[{"edition": stored.edition} for stored, _ in batch],
                )

    def delete_editions(self, editions: Sequence[str]) -> None:
        """Delete the passages of the editions."""
        if editions:  # Chroma takes an empty list for a mistake
            where: Any = {"edition": {"$in": list(editions)}}
            with self._telling():
                self._passages.delete(where=where)

    def editions(self) -> set[str]:
        """The editions that passages belong to, left-overs among them."""
        with self._telling():
            rows = self._passages.get(include=["metadatas"])["metadatas"] or []
        return {str(row["edition"]) for row in rows}

    def count(self) -> int:
        """How many passages there are, left-overs among them."""
        with self._telling():
            return self._passages.count()

    def nearest(self, vectors: Vectors, *, limit: int, editions: Sequence[str] | None) -> list[dict[str, float]]:
        """For each vector the keys of the items nearest to it by their best passage, with its cosine, nearest first.

        `vectors` has the shape (vectors, dimensions). `editions` narrows the search; None searches all.
        """
        where: Any = None if editions is None else {"edition": {"$in": list(editions)}}
        with self._telling():
            found = self._passages.query(query_embeddings=vectors, n_results=limit, where=where, include=["distances"])
        nearest = []
        for passages, distances in zip(found["ids"], found["distances"] or [], strict=True):
            best: dict[str, float] = {}
            for passage, distance in zip(passages, distances, strict=True):
                best.setdefault(passage.rpartition("#")[0], 1 - distance)
            nearest.append(best)
        return nearest

    @contextmanager
    def _telling(self) -> Iterator[None]:
        import httpx

        try:
            with told_as_damage(self._store, Part.VECTORS, *telling_kinds(self._url)):
                yield
        except httpx.HTTPError as error:
            raise no_server(self._url or "") from error


def telling_kinds(url: str | None) -> tuple[type[Exception], ...]:
    """What Chroma raises where it cannot read its files, or does not hold the collection."""
    from chromadb.errors import InternalError, NotFoundError

    return (NotFoundError,) if url else (InternalError, NotFoundError, sqlite3.DatabaseError)
