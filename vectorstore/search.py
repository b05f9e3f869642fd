"""Search: both indexes → fuse → scope. The items that bear on a question, best first."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict

from ingest.characters import fold
from ingest.plan import Item
from vectorstore.embedder import Embedder, Vectors
from vectorstore.fusion import coverage, fuse, word_weights
from vectorstore.sentences import cut_sentences
from vectorstore.store import Store
from vectorstore.stored_plan import StoredPlan
from vectorstore.words import content_words

CANDIDATES = 40  # items that each index gives to the fusion
CACHED_ITEMS = 5_000  # items whose sentence vectors are kept in memory; some 8 KB each


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an item and how it bears on the question: its cosine and the share of the question's words."""

    text: str
    similarity: float
    coverage: float


@dataclass(frozen=True, slots=True)
class Hit:
    """An item that was found, its plan, its score, what the score was made of, and its sentences in order."""

    plan: StoredPlan
    item: Item
    position: int
    score: float
    coverage: float
    bm25: float
    similarity: float
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Query:
    """What is searched: the words that must be found, their weights, and the vector of the whole question."""

    text: str
    words: tuple[str, ...]
    weights: dict[str, float]
    vector: Vectors


class Search:
    """Search over one store."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def query(self, text: str) -> Query:
        """The query for a question or for keywords."""
        words = content_words(text)
        weights = word_weights(words, frequency=self.store.lexical.frequency, count=self.store.lexical.count())
        return Query(text, words, weights, self.store.embedder.embed([text])[0])

    def search(self, query: Query, *, plans: Sequence[StoredPlan] | None = None, limit: int = 10) -> list[Hit]:
        """The best items of the given plans, or of all, best first; fewer than `limit` where there are fewer."""
        scope = self.store.plans if plans is None else plans
        known = {plan.edition: plan for plan in scope}
        editions = None if plans is None and self.store.is_clean else list(known)
        if not known:
            return []
        nearest = dict(self.store.items.nearest(query.vector, limit=CANDIDATES, editions=editions))
        worded = dict(self.store.lexical.search(query.words, limit=CANDIDATES, editions=editions))
        missing = [key for key in worded if key not in {stored.key for stored in nearest}]
        floor = min(nearest.values(), default=0.0)
        candidates = nearest | {stored: floor for stored in self.store.items.items_by_key(missing)}
        best_bm25 = max(worded.values(), default=1.0)
        hits = []
        for stored, similarity in candidates.items():
            if stored.edition in known:
                bm25 = worded.get(stored.key, 0.0) / best_bm25
                hits.append(_weigh(query, known[stored.edition], stored.item, stored.position, bm25, similarity, self.store.embedder))
        return sorted(hits, key=lambda hit: -hit.score)[:limit]


    def holding(self, query: Query, *, plans: Sequence[StoredPlan]) -> list[Hit]:
        """Every item of the plans that holds all the query's words, plan by plan in reading order."""
        hits = []
        for plan in plans:
            for stored in self.store.items.items_of(plan.edition):
                text = fold(f"{stored.item.section_title}\n{stored.item.text}")
                if query.words and all(word in text for word in query.words):
                    hits.append(_weigh(query, plan, stored.item, stored.position, 0.0, 0.0, self.store.embedder))
        return hits


class ItemRetriever(BaseRetriever):
    """The search as a LangChain retriever: a Document an item, with the plan's identity and the ref as metadata."""

    model_config = ConfigDict(arbitrary_types_allowed=True)
    search: Search
    limit: int = 10

    def _get_relevant_documents(self, query: str, *, run_manager: CallbackManagerForRetrieverRun) -> list[Document]:
        hits = self.search.search(self.search.query(query), limit=self.limit)
        return [
            Document(
                page_content=hit.item.text,
                metadata={
                    "plan": hit.plan.id,
                    "title": hit.plan.identity.title,
                    "year": hit.plan.identity.year,
                    "ref": hit.item.ref,
                    "score": hit.score,
                },
            )
            for hit in hits
        ]


def weigh_item(query: Query, plan: StoredPlan, item: Item, position: int, embedder: Embedder) -> Hit:
    """The hit for an item that was looked up, not found."""
    return _weigh(query, plan, item, position, 0.0, 0.0, embedder)


def _weigh(
    query: Query, plan: StoredPlan, item: Item, position: int, bm25: float, similarity: float, embedder: Embedder
) -> Hit:
    texts, vectors = _sentence_vectors(item.text, embedder)
    cosines = vectors @ query.vector
    sentences = tuple(
        Sentence(text, float(cosine), coverage(fold(text), query.weights))
        for text, cosine in zip(texts, cosines, strict=True)
    )
    covered = coverage(fold(f"{item.section_title}\n{item.text}"), query.weights)
    best = float(cosines.max(initial=0.0))
    score = fuse(coverage=covered, bm25=bm25, item_similarity=similarity, sentence_similarity=best)
    return Hit(plan, item, position, score, covered, bm25, similarity, sentences)


@lru_cache(maxsize=CACHED_ITEMS)
def _sentence_vectors(text: str, embedder: Embedder) -> tuple[list[str], Vectors]:
    sentences = cut_sentences(text)
    return sentences, embedder.embed(sentences) if sentences else np.zeros((0, 1), np.float32)
