"""Search: both indexes → fuse → scope. The items that bear on a question, best first."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial

import numpy as np
from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict

from ingest.characters import fold
from ingest.plan import Item
from vectorstore.alignment import Alignment, WordVectors, words_of
from vectorstore.embedder import SHIPPED, Embedder, Vectors
from vectorstore.fusion import Features, fuse, word_weights
from vectorstore.item_store import StoredItem
from vectorstore.sentences import cut_sentences
from vectorstore.store import Store
from vectorstore.stored_plan import StoredPlan
from vectorstore.thesaurus import Expansion, Thesaurus, shipped_thesaurus
from vectorstore.topics import Scores, Topic, Topics, official_vector, shipped_topics
from vectorstore.words import content_words

CANDIDATES = 40  # items that each index gives to the fusion
CACHED_ITEMS = 5_000  # items whose sentence vectors are kept in memory; some 16 KB each


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an item and how it bears on the question, each 0 to 1.

    `similarity` is its cosine with the question, `official` with the question in official words, `coverage` the share
    of the question's words that it covers.
    """

    text: str
    similarity: float
    official: float
    coverage: float


@dataclass(frozen=True, slots=True)
class Hit:
    """An item that was found, its plan, its score, what the score was made of, and its sentences in order."""

    plan: StoredPlan
    item: Item
    position: int
    score: float
    features: Features
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Query:
    """What is searched for.

    The words that tell what is asked, what the thesaurus says for them, and both laid over texts; the question as a
    vector, and in the official words of the topics that it speaks of; and how far it speaks of each topic.
    """

    text: str
    words: tuple[str, ...]
    expansions: tuple[Expansion, ...]
    alignment: Alignment
    vector: Vectors
    official: Vectors
    topics: tuple[tuple[Topic, float], ...]
    topic_scores: Scores

    @property
    def keywords(self) -> tuple[str, ...]:
        """The words to look up: the question's own, and those of the thesaurus's official terms."""
        terms = (word for one in self.expansions for term in one.official for word in content_words(term))
        return tuple(dict.fromkeys((*self.words, *terms)))


class Search:
    """Search over one store."""

    def __init__(
        self, store: Store, thesaurus: Thesaurus | None = None, *, topics: Sequence[Topic] | None = None
    ) -> None:
        """Search in the store's plans, with the shipped thesaurus and topics or those given."""
        self.store = store
        self._thesaurus = thesaurus or shipped_thesaurus()
        self._given_topics = topics
        self._shipped = store.embedder if store.embedder.name == SHIPPED else Embedder()
        self._words = WordVectors(self._shipped)

    def query(self, text: str) -> Query:
        """The query for a question or for keywords."""
        words = content_words(text)
        known = None if self.store.is_clean else [plan.edition for plan in self.store.plans]
        frequency = partial(self.store.lexical.frequency, editions=known)
        weights = word_weights(words, frequency=frequency, count=sum(plan.item_count for plan in self.store.plans))
        vector = self.store.embedder.embed_queries([text])[0]
        expansions = self._thesaurus.expand(text)
        alignment = Alignment(weights, self._words, expansions)
        scores = self._topics.ask(text)
        best = self._topics.best(scores)
        official = official_vector(best, self.store.embedder)
        return Query(text, words, expansions, alignment, vector, official, best, scores)

    @cached_property
    def _topics(self) -> Topics:
        return shipped_topics() if self._given_topics is None else Topics(self._given_topics, self._shipped)

    def search(self, query: Query, *, plans: Sequence[StoredPlan] | None = None, limit: int = 10) -> list[Hit]:
        """The best items of the given plans, or of all, best first; fewer than `limit` where there are fewer."""
        scope = self.store.plans if plans is None else plans
        known = {plan.edition: plan for plan in scope}
        if not known:
            return []
        editions = None if len(known) == len(self.store.plans) and self.store.is_clean else list(known)
        candidates = max(CANDIDATES, limit)
        near = dict(self.store.items.nearest(query.vector, limit=candidates, editions=editions))
        official = dict(self.store.items.nearest(query.official, limit=candidates, editions=editions))
        worded = self.store.lexical.search(query.keywords, limit=candidates, editions=editions)
        missing = {key for key, _ in worded} - {stored.key for stored in (*near, *official)}
        found = dict.fromkeys((*near, *official, *self.store.items.items_by_key(sorted(missing))))
        self._words.learn(word for stored in found for word in words_of(stored.item.text))
        # An item that an index did not find is no nearer than the last that it found.
        near_floor, official_floor = (min(values.values(), default=0.0) for values in (near, official))
        hits = [
            self.weigh(query, known[one.edition], one, near.get(one, near_floor), official.get(one, official_floor))
            for one in found
            if one.edition in known
        ]
        return sorted(hits, key=lambda hit: (-hit.score, hit.plan.id, hit.position))[:limit]

    def weigh(
        self, query: Query, plan: StoredPlan, stored: StoredItem, similarity: float = 0.0, official: float = 0.0
    ) -> Hit:
        """The hit for an item, found or looked up, with its sentences weighed."""
        item = stored.item
        texts, vectors = _sentence_vectors(item.text, self.store.embedder)
        sentences = tuple(
            Sentence(text, float(near), float(official_near), query.alignment.coverage(words_of(text)))
            for text, near, official_near in zip(texts, vectors @ query.vector, vectors @ query.official, strict=True)
        )
        features = Features(
            item_coverage=query.alignment.coverage(words_of(item.text)),
            sentence_coverage=max((s.coverage for s in sentences), default=0.0),
            item_similarity=similarity,
            sentence_similarity=max((s.similarity for s in sentences), default=0.0),
            official_similarity=max(official, *(s.official for s in sentences)) if sentences else official,
            topic_bearing=self._topics.bearing(query.topic_scores, item.text),
        )
        return Hit(plan, item, stored.position, fuse(features), features, sentences)

    def holding(self, query: Query, *, plans: Sequence[StoredPlan]) -> list[Hit]:
        """Every item of the plans that holds all the query's words, plan by plan in reading order."""
        hits = []
        for plan in plans:
            for stored in self.store.items.items_of(plan.edition):
                text = fold(f"{stored.item.section_title}\n{stored.item.text}")
                if query.words and all(word in text for word in query.words):
                    hits.append(self.weigh(query, plan, stored))
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


@lru_cache(maxsize=CACHED_ITEMS)
def _sentence_vectors(text: str, embedder: Embedder) -> tuple[list[str], Vectors]:
    sentences = cut_sentences(text)
    return sentences, embedder.embed_passages(sentences) if sentences else np.zeros((0, 1), np.float32)
