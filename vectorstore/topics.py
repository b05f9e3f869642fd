"""How people ask and what plans say, topic by topic: a question and an item meet in the topics that both are about.

Each line of wordings/*.jsonl is a topic: how people ask about it, words that come up when they speak of it, and what
plans say of it. An item's topics are those whose official passages are nearest to it, which is sure, since both are
official prose. A question's are those that people speak of in its words: 孩子放学没人接怎么办 is spoken of as 课后服务
is. What is searched and found in is thus widened by everyday speech, item by item.
"""

import hashlib
import json
import math
import zlib
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from importlib.metadata import version
from itertools import chain
from pathlib import Path

import numpy as np
import numpy.typing as npt

from ingest.language.sentences import cut_entries
from ingest.language.words import STOP_WORDS, cut_pairs, cut_words
from vectorstore.embedder import Embedder, Vectors
from vectorstore.prepared import Arrays, keep

FOLDER = Path(__file__).parent / "wordings"
# Chosen on the everyday and English questions of benchmarks/questions/development.jsonl; benchmarks/fusion.py shows
# what the topics alone find.
PAIR_WEIGHT = 0.4  # of two neighbouring characters beside a word
TOPICS_OF_ITEM = 5
CLOSENESS_POWER = 2  # an item's further topics count by their closeness to it, beside that of its first, so sharpened
TOPICS_OF_QUESTION = 4  # whose official passages a question is searched for in
CACHED_ITEMS = 20_000

Scores = npt.NDArray[np.float32]


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


class Topics:
    """The topics, ready to be met by questions and items, by the vectors of the shipped model."""

    def __init__(self, topics: Sequence[Topic], embedder: Embedder, prepared: Arrays | None = None) -> None:
        """The topics, by the arrays that `prepare` gave for them, which are made where not given."""
        self._topics = topics
        self._embedder = embedder
        arrays = prepare(topics, embedder) if prepared is None else prepared
        self._said, self._official = arrays["said"], arrays["official"]
        self._starts = np.cumsum([0, *(len(topic.official) for topic in topics)])[:-1]
        self._spoken = _Spoken(arrays, count=len(topics))
        self._topics_of = lru_cache(maxsize=CACHED_ITEMS)(self._find_topics)

    def ask(self, question: str) -> Scores:
        """How far each topic is what the question speaks of, each 0 to 1. Shape (topics,)."""
        cosines = self._said @ self._embedder.embed_queries([question])[0]
        scores: Scores = (cosines.clip(0) + self._spoken.shared(question)) / 2
        return scores

    def bearing(self, scores: Scores, item: str) -> float:
        """How far an item is about what a question speaks of: the best of its topics, 0 to 1."""
        numbers, closeness = self._topics_of(item)
        return float((closeness * scores[numbers]).max(initial=0.0))

    def learn(self, item: str) -> None:
        """Compute an item's topics before they are asked for."""
        self._topics_of(item)

    def explain(self, words: Sequence[str], item: str) -> Scores:
        """How firmly each word belongs to what people say of an item's topics, 0 to 1. Shape (words,)."""
        numbers, closeness = self._topics_of(item)
        return self._spoken.firmness(words, numbers, closeness)

    def specific(self, words: Sequence[str]) -> Scores:
        """How far each word tells topics apart: 1 for one that people say of a single topic, 0 for one never met."""
        return self._spoken.specific(words)

    def best(self, scores: Scores) -> tuple[tuple[Topic, float], ...]:
        """The topics that a question speaks of most, with their scores, best first."""
        return tuple((self._topics[n], float(scores[n])) for n in np.argsort(-scores)[:TOPICS_OF_QUESTION])

    def _find_topics(self, item: str) -> tuple[npt.NDArray[np.intp], Scores]:
        # By its best sentence too: items of older plans speak of many things.
        vectors = self._embedder.embed_passages([item, *cut_entries(item)])
        nearness = np.maximum.reduceat((self._official @ vectors.T).max(axis=1), self._starts).clip(0)
        numbers = np.argsort(-nearness)[:TOPICS_OF_ITEM]
        sharpened = nearness[numbers] ** CLOSENESS_POWER
        return numbers, (sharpened / max(float(sharpened[0]), 1e-9)).astype(np.float32)


@cache
def shipped_topics() -> Topics:
    """The shipped topics, by the shipped model, made ready once and kept in a file beside them."""
    topics, embedder = read_topics(), Embedder()
    made_of = hashlib.blake2b(embedder.fingerprint.encode(), digest_size=8)
    for path in (*sorted(FOLDER.glob("*.jsonl")), Path(__file__), *sorted(Path(__file__).parent.glob("*words*"))):
        made_of.update(path.read_bytes())
    made_of.update(version("rjieba").encode())
    return Topics(topics, embedder, keep(FOLDER, made_of.hexdigest(), partial(prepare, topics, embedder)))


def prepare(topics: Sequence[Topic], embedder: Embedder) -> Arrays:
    """What Topics needs: the vectors of what is said and of the official passages, and the words said of each topic.

    The words stand one a line in `words`; `ends` says where each one's stretch of `numbers` (topics) and `times` ends.
    """
    said = ["\n".join((*topic.everyday, *topic.english, *topic.words)) for topic in topics]
    counts: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, text in enumerate(said):
        for word, count in _spoken_in(text).items():
            counts[word].append((number, count))
    numbers, times = np.array(list(chain.from_iterable(counts.values())), np.int32).reshape(-1, 2).T
    return {
        "said": embedder.embed_queries(said),
        "official": embedder.embed_passages([text for topic in topics for text in topic.official]),
        "words": np.frombuffer("\n".join(counts).encode(), np.uint8),
        "ends": np.cumsum([len(of) for of in counts.values()]),
        "numbers": numbers,
        "times": times,
    }


@cache
def read_topics(folder: Path = FOLDER) -> tuple[Topic, ...]:
    """The topics of the folder's *.jsonl files."""
    return tuple(chain.from_iterable(map(read_file, sorted(folder.glob("*.jsonl")))))


def read_file(path: Path) -> tuple[Topic, ...]:
    """The topics of one file, a line each."""
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
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


@cache
def _said_by_anyone() -> str:
    return "\n".join(text for topic in read_topics() for text in (*topic.everyday, *topic.official, *topic.words))


def is_spoken(word: str) -> bool:
    """Whether the shipped topics' wordings hold the word: one that none holds names something of its own."""
    return word in _said_by_anyone()


def official_vector(best: Sequence[tuple[Topic, float]], embedder: Embedder) -> Vectors:
    """The question in official words: the mean of what its topics say, by their scores, as the given model embeds it."""
    passages = np.stack([_embed_official(topic, embedder).mean(axis=0) for topic, _ in best])
    weights = np.array([score**2 for _, score in best], np.float32)
    return unit(weights @ passages)


def unit(vector: Vectors) -> Vectors:
    """The vector at length 1."""
    scaled: Vectors = vector / max(float(np.linalg.norm(vector)), 1e-9)
    return scaled


@lru_cache(maxsize=2_000)
def _embed_official(topic: Topic, embedder: Embedder) -> Vectors:
    return embedder.embed_passages(topic.official)


def _spoken_in(text: str) -> Counter[str]:
    """The words and pairs of characters of what is said, each with how often; pairs are marked."""
    words = (word for word in cut_words(text) if word not in STOP_WORDS)
    return Counter([*words, *(f"#{pair}" for pair in cut_pairs(text))])


class _Spoken:
    """Which topics are spoken of with which words, and how firmly."""

    def __init__(self, arrays: Arrays, *, count: int) -> None:
        words, ends = arrays["words"].tobytes().decode().split("\n"), arrays["ends"].tolist()
        self._places = {word: slice(a, b) for word, a, b in zip(words, [0, *ends], ends, strict=False)}
        self._numbers, times = arrays["numbers"], arrays["times"]
        self._firmness = (times / (times + 1)).astype(np.float32)
        self._count = count

    def shared(self, question: str) -> Scores:
        """The share of the question's words, by weight, that each topic is spoken of with. Shape (topics,)."""
        shared, whole = np.zeros(self._count, np.float32), 1e-9
        for word in _spoken_in(question):
            if place := self._places.get(word):
                numbers = self._numbers[place]
                weight = math.log(1 + self._count / len(numbers)) * (PAIR_WEIGHT if word[0] == "#" else 1)
                shared[numbers] += weight * self._firmness[place]
                whole += weight
        return shared / np.float32(whole)

    def firmness(self, words: Sequence[str], topics: npt.NDArray[np.intp], closeness: Scores) -> Scores:
        """How firmly each word is one of those that the topics are spoken of with, the closest topic's most."""
        firm = np.zeros(len(words), np.float32)
        for at, word in enumerate(words):
            if place := self._places.get(word):
                spoken = self._firmness[place]
                for topic, close in zip(topics, closeness, strict=True):
                    if (found := spoken[self._numbers[place] == topic]).size:
                        firm[at] = max(firm[at], close * found[0])
        return firm

    def specific(self, words: Sequence[str]) -> Scores:
        """How far each word tells topics apart, 0 to 1, times how firmly it is said of the topic it is said of most."""
        whole = math.log(1 + self._count)
        return np.array(
            [
                math.log(1 + self._count / (place.stop - place.start)) / whole * float(self._firmness[place].max())
                if (place := self._places.get(word))
                else 0.0
                for word in words
            ],
            np.float32,
        )
