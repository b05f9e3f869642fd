"""How people ask and what plans say, topic by topic: a question is searched for in the official words of its topic too.

Each line of wordings/*.jsonl is a topic: how people ask about it, and what plans say of it. A question is matched with
the wordings nearest to it: 孩子放学没人接怎么办 stands near wordings of 课后服务.
"""

import json
import zlib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

import numpy as np

from vectorstore.embedder import Embedder, Vectors

FOLDER = Path(__file__).parent / "wordings"
NEAREST_WORDINGS = 8  # of a question; their topics are weighed by the squares of their cosines


@dataclass(frozen=True, slots=True)
class Topic:
    """One topic: what people say of it, and what plans say of it."""

    name: str
    everyday: tuple[str, ...]
    english: tuple[str, ...]
    official: tuple[str, ...]
    words: tuple[str, ...] = ()  # everyday words, in Chinese and English, that come up when people speak of it

    @property
    def is_held_out(self) -> bool:
        """Whether the topic is kept out of the embedded model's training, to measure it: one in ten, by its name."""
        return zlib.crc32(self.name.encode()) % 10 == 0


@dataclass(frozen=True, slots=True)
class Wording:
    """A question in official words: the mean vector of what its topics say, and their names with their weights."""

    vector: Vectors
    topics: tuple[tuple[str, float], ...]


class Topics:
    """The topics with their vectors, computed at the first question."""

    def __init__(self, topics: Sequence[Topic], embedder: Embedder) -> None:
        wordings = [(text, number) for number, topic in enumerate(topics) for text in topic.everyday + topic.english]
        self._topics = topics
        self._topic_of = [number for _, number in wordings]
        self._wordings = embedder.embed_queries([text for text, _ in wordings])
        said = embedder.embed_passages([text for topic in topics for text in topic.official])
        ends = np.cumsum([0, *(len(topic.official) for topic in topics)])
        self._official = _unit(np.stack([said[a:b].mean(axis=0) for a, b in pairwise(ends)]))

    def official(self, question: Vectors) -> Wording:
        """The question, given as a vector, in the official words of the topics whose wordings are nearest to it."""
        cosines = self._wordings @ question
        weights: dict[int, float] = defaultdict(float)
        for index in np.argsort(-cosines)[:NEAREST_WORDINGS]:
            weights[self._topic_of[index]] += max(0.0, float(cosines[index])) ** 2
        vector = np.sum([weight * self._official[number] for number, weight in weights.items()], axis=0)
        ranked = sorted(weights.items(), key=lambda pair: -pair[1])
        return Wording(_unit(vector), tuple((self._topics[number].name, round(w, 3)) for number, w in ranked))


@cache
def read_topics(folder: Path = FOLDER) -> tuple[Topic, ...]:
    """The topics of the folder's *.jsonl files."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.jsonl"))]
    rows = [json.loads(line) for text in texts for line in text.splitlines()]
    return tuple(
        Topic(
            row["topic"],
            tuple(row["everyday"]),
            tuple(row["english"]),
            tuple(row["official"]),
            (*row.get("words", ()), *row.get("english_words", ())),
        )
        for row in rows
    )


def _unit(vectors: Vectors) -> Vectors:
    unit: Vectors = vectors / np.maximum(np.linalg.norm(vectors, axis=-1, keepdims=True), 1e-9)
    return unit
