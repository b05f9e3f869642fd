"""What search would bring for a question beside what answers it: passages on other matter, in like words."""

import random
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from ingest.language.words import cut_pairs
from vectorstore.embedder import Embedder, Vectors
from vectorstore.topics import Topic
from vectorstore.training.reader.own import PlanItems, Question

RANKS = range(4, 24)  # of the topics by their nearness to a question's: nearer ones may speak of the same
CHOSEN = 3  # one of so many nearest passages


class NearestPassages:
    """By meaning and by shared words together."""

    def __init__(self, topics: Mapping[str, Topic], plans: Sequence[PlanItems], *, seed: int) -> None:
        self._embedder = Embedder()
        self._choose = random.Random(seed)
        self._beside = self._of_topics(topics)
        self._plans = {plan.source: (plan.texts, self._embedder.embed_passages(list(plan.texts))) for plan in plans}
        self._pairs: dict[str, frozenset[str]] = {}

    def of_topic(self, question: Question) -> str:
        """A passage of another topic."""
        texts, vectors = self._beside[question.about]
        return self._nearest(question, texts, vectors, range(len(texts)))

    def of_plan(self, question: Question) -> str:
        """Another item of the plan, that does not answer."""
        source, _, _ = question.about.partition("/")
        texts, vectors = self._plans[source]
        return self._nearest(question, texts, vectors, (p for p in range(len(texts)) if p not in question.answered_by))

    def _nearest(self, question: Question, texts: Sequence[str], vectors: Vectors, places: Iterable[int]) -> str:
        cosines = vectors @ self._embedder.embed_queries([question.text])[0]
        asked = frozenset(cut_pairs(question.text))
        ranked = sorted(places, key=lambda place: -(float(cosines[place]) + self._share(asked, texts[place])))
        return texts[self._choose.choice(ranked[:CHOSEN])]

    def _share(self, asked: frozenset[str], text: str) -> float:
        if text not in self._pairs:
            self._pairs[text] = frozenset(cut_pairs(text))
        return len(asked & self._pairs[text]) / max(1, len(asked))

    def _of_topics(self, topics: Mapping[str, Topic]) -> dict[str, tuple[list[str], Vectors]]:
        keys, known = list(topics), list(topics.values())
        vectors = np.array([self._embedder.embed_passages(list(topic.official)) for topic in known])
        centres = vectors.mean(axis=1)
        centres /= np.linalg.norm(centres, axis=1, keepdims=True)
        order = np.argsort(-centres @ centres.T, axis=1)
        beside = {}
        for place, key in enumerate(keys):
            near = [order[place][rank] for rank in RANKS if not known[order[place][rank]].is_held_out]
            texts = [passage for number in near for passage in known[number].official]
            beside[key] = (texts, vectors[near].reshape(len(texts), -1))
        return beside
