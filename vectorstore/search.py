"""Search: both indexes → fuse → scope. The items that bear on a question, best first."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from itertools import islice

import numpy as np
from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict

from ingest.language.folding import fold
from ingest.language.quantities import find_quantities
from ingest.language.reading import read
from ingest.language.sentences import cut_entries
from ingest.language.taiwan_words import in_common_words
from ingest.language.words import content_words
from ingest.plan import Item
from vectorstore.alignment import Alignment, WordVectors
from vectorstore.embedder import SHIPPED, Embedder, Vectors
from vectorstore.fusion import Features, fuse, word_weights
from vectorstore.item_store import StoredItem
from vectorstore.reader import NO_READER, open_reader
from vectorstore.store import Store
from vectorstore.stored_plan import StoredPlan
from vectorstore.thesaurus import Expansion, Thesaurus, shipped_thesaurus
from vectorstore.topics import Scores, Topic, Topics, official_vector, shipped_topics, unit

CONTEXT_WEIGHT = 0.5  # of what was spoken of before, beside what is asked now
SHORT_TITLE = 12  # characters of a section's title that says what its items are about
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
    """An item that was found, its plan, its score, what the score was made of, and its sentences in order, at least one."""

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

    @property
    def wordings(self) -> list[tuple[str, ...]]:
        """What may stand for each word: itself, or the official terms that the thesaurus gives for it."""
        given = {
            word: [fold(term) for one in self.expansions if word in one.words for term in one.official]
            for word in self.words
        }
        return list(dict.fromkeys((word, *terms) for word, terms in given.items()))


class Search:
    """Search over one store."""

    def __init__(
        self,
        store: Store,
        thesaurus: Thesaurus | None = None,
        *,
        topics: Sequence[Topic] | None = None,
        reader: str = NO_READER,
    ) -> None:
        """Search in the store's plans, with the shipped thesaurus and topics or those given, and the reader of that name."""
        self.store = store
        self.reader = open_reader(reader)
        self._thesaurus = thesaurus or shipped_thesaurus()
        self._given_topics = topics
        self._shipped = store.embedder if store.embedder.name == SHIPPED else Embedder()
        self._words = WordVectors(self._shipped)

    def query(self, text: str, *, context: str = "") -> Query:
        """The query for a question or for keywords; `context` is what was spoken of before, and counts less."""
        words = content_words(text)
        beside = tuple(word for word in content_words(context) if word not in words)
        known = None if self.store.is_clean else [plan.edition for plan in self.store.plans]
        frequency = partial(self.store.lexical.frequency, editions=known)
        count = sum(plan.item_count for plan in self.store.plans)
        weights = word_weights((*words, *beside), frequency=frequency, count=count)
        weights.update({word: CONTEXT_WEIGHT * weights[word] for word in beside})
        vector = self.store.embedder.embed_queries([text])[0]
        expansions = self._thesaurus.expand(text)
        scores = self._topics.ask(text)
        if beside:
            vector = unit(vector + CONTEXT_WEIGHT * self.store.embedder.embed_queries([context])[0])
            expansions = tuple(dict.fromkeys((*expansions, *self._thesaurus.expand(context))))
            both = np.stack([scores, self._topics.ask(context)])
            scores = np.average(both, axis=0, weights=(1, CONTEXT_WEIGHT)).astype(np.float32)
        alignment = Alignment(weights, self._words, expansions)
        best = self._topics.best(scores)
        official = official_vector(best, self.store.embedder)
        return Query(text, (*words, *beside), expansions, alignment, vector, official, best, scores)

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
        both = np.stack([query.vector, query.official])
        near, official = self.store.vectors.nearest(both, limit=candidates, editions=editions)
        worded = self.store.lexical.search(query.keywords, limit=candidates, editions=editions)
        keys = list(dict.fromkeys((*near, *official, *(key for key, _ in worded))))
        found = self.store.items.items_by_key(keys)
        self._words.learn(word for stored in found for word in content_words(stored.item.text))
        # An item that an index did not find is no nearer than the last that it found.
        near_floor, official_floor = (min(values.values(), default=0.0) for values in (near, official))
        met = [
            (known[one.edition], one, near.get(one.key, near_floor), official.get(one.key, official_floor))
            for one in found
            if one.edition in known
        ]
        return sorted(self._weigh(query, met), key=lambda hit: (-hit.score, hit.plan.id, hit.position))[:limit]

    def weigh(self, query: Query, plan: StoredPlan, stored: StoredItem) -> Hit:
        """The hit for an item that was looked up, with its sentences weighed."""
        return self._weigh(query, [(plan, stored, 0.0, 0.0)])[0]

    def _weigh(self, query: Query, met: Sequence[tuple[StoredPlan, StoredItem, float, float]]) -> list[Hit]:
        """The hits for items, each with its similarity to the question and to the question in official words."""
        cut = [_sentence_vectors(one.item.text, _heading_above(one.item), self.store.embedder) for _, one, *_ in met]
        texts = [
            text
            for (sentences, _), (_, stored, *_) in zip(cut, met, strict=True)
            for text in (
                *(_with_heading(one, stored.item) for one in sentences),
                _with_heading(stored.item.text, stored.item),
            )
        ]
        coverages = iter(query.alignment.coverages([content_words(text) for text in texts]).tolist())
        hits = []
        for (plan, stored, similarity, official), (sentence_texts, vectors) in zip(met, cut, strict=True):
            nearness, official_nearness = (vectors @ query.vector).tolist(), (vectors @ query.official).tolist()
            sentences = tuple(
                map(Sentence, sentence_texts, nearness, official_nearness, islice(coverages, len(sentence_texts)))
            )
            features = Features(
                item_coverage=next(coverages),
                sentence_coverage=max(s.coverage for s in sentences),
                item_similarity=similarity,
                sentence_similarity=max(s.similarity for s in sentences),
                official_similarity=max(official, *(s.official for s in sentences)),
                topic_bearing=self._topics.bearing(query.topic_scores, _with_heading(stored.item.text, stored.item)),
            )
            hits.append(Hit(plan, stored.item, stored.position, fuse(features), features, sentences))
        return hits

    def learn(self, most_items: int) -> None:
        """Compute what the first question about an item waits for, of so many items, those of the newest plans first."""
        plans = sorted(self.store.plans, key=lambda plan: -(plan.identity.year or 0))
        items = (stored.item for plan in plans for stored in self.store.items.items_of(plan.edition))
        for item in islice(items, most_items):
            text = item.text
            sentences, _ = _sentence_vectors(text, _heading_above(item), self.store.embedder)
            self._words.learn(word for part in (text, *sentences) for word in content_words(part))
            self._topics.learn(text)

    def explained(self, query: Query, item: Item) -> Scores:
        """How firmly each of the question's words belongs to what people say of an item's topics, 0 to 1."""
        return self._topics.explain(query.words, item.text)

    def specific(self, query: Query) -> Scores:
        """How far each of the question's words tells topics apart, 0 to 1."""
        return self._topics.specific(query.words)

    def holding(
        self, query: Query, *, plans: Sequence[StoredPlan], together: bool = False, in_figures: bool = False
    ) -> list[Hit]:
        """Every item of the plans that holds all the query's words, plan by plan in reading order.

        With `together` one sentence of it, or its heading, holds them, and where no item does, the thesaurus's official
        terms may stand for them; with `in_figures` that sentence holds a figure too.
        """
        items = [(plan, stored) for plan in plans for stored in self.store.items.items_of(plan.edition)]
        as_they_are: list[tuple[str, ...]] = [(word,) for word in query.words]
        ways = [as_they_are, query.wordings] if together else [as_they_are]
        for wordings in ways:
            held = [(plan, one) for plan, one in items if _holds(one.item, wordings, together, in_figures)]
            if held:
                return self._weigh(query, [(plan, stored, 0.0, 0.0) for plan, stored in held])
        return []


def _with_heading(text: str, item: Item) -> str:
    """The text below the headings that stand above it, for its words: 报名办法 above `1. 网上登记：6月15日至19日`."""
    section = item.section_title if len(item.section_title) <= SHORT_TITLE else ""
    return f"{section}\n{_heading_above(item)}{text}"


def _heading_above(item: Item) -> str:
    """The item's heading and a line end where it stands above the text and not in it: 报名时间 above 六月二十日至二十五日。"""
    return "" if not item.heading or item.heading in item.text else f"{item.heading}\n"


def _holds(item: Item, wordings: Sequence[tuple[str, ...]], together: bool, in_figures: bool) -> bool:
    """Whether the item, or with `together` one sentence of it, holds a wording of each."""
    heading = _in_both_words(f"{item.section_title}\n{item.heading}")
    texts = read(item.text).entries if together else (f"{item.section_title}\n{item.text}",)
    return bool(wordings) and any(
        all(any(wording in text or (together and wording in heading) for wording in one) for one in wordings)
        and (not in_figures or holds_figure(read(printed).folded, item))
        for printed, text in ((text, _in_both_words(text)) for text in texts)
    )


def _in_both_words(text: str) -> str:
    """The folded text, and once more in the mainland's words where it has some of Taiwan's."""
    folded = read(text).folded
    common = in_common_words(folded)
    return folded if common == folded else f"{folded}\n{common}"


def holds_figure(sentence: str, item: Item) -> bool:
    """Whether a sentence of the item gives a figure; the number that the item is labelled with is none."""
    text = read(sentence).folded.removeprefix(fold(item.label or ""))
    return any(not one.is_loose for one in find_quantities(text))


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
def _sentence_vectors(text: str, heading: str, embedder: Embedder) -> tuple[list[str], Vectors]:
    """The item's sentences with their vectors, below the heading that stands above them.

    A text that holds none, such as a lone stop, stands for one as it is.
    """
    sentences = cut_entries(text) or [text]
    return sentences, embedder.embed_passages([f"{heading}{sentence}" for sentence in sentences])
