"""Keyword and vector findings weighed into one score an item."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

# Chosen on benchmarks/questions/development.jsonl with benchmarks/fusion.py, which prints each part alone and, with
# --grid, other weights: of these the mean reciprocal rank was highest over everyday, English and other questions alike
# (0.90) with every other question's item first. Without its words (0.86), sentence vectors (0.89) or official words of
# the topics (0.88) it was lower.
ITEM_COVERAGE_WEIGHT = 0.37
SENTENCE_COVERAGE_WEIGHT = 0.05
ITEM_VECTOR_WEIGHT = 0.07
SENTENCE_VECTOR_WEIGHT = 0.26
OFFICIAL_VECTOR_WEIGHT = 0.11
TOPIC_WEIGHT = 0.14


@dataclass(frozen=True, slots=True)
class Features:
    """How an item bears on a question, each 0 to 1: words covered, and cosines.

    Coverage is the share of the question's words that the item, and its best sentence, cover. The cosines are those of
    the question with the item and with its best sentence, and of the question in official words with the item or
    its best sentence. The topic's bearing is how far the item is about what the question speaks of.
    """

    item_coverage: float
    sentence_coverage: float
    item_similarity: float
    sentence_similarity: float
    official_similarity: float
    topic_bearing: float


def fuse(features: Features) -> float:
    """One score between 0 and 1."""
    return (
        ITEM_COVERAGE_WEIGHT * features.item_coverage
        + SENTENCE_COVERAGE_WEIGHT * features.sentence_coverage
        + ITEM_VECTOR_WEIGHT * max(0.0, features.item_similarity)
        + SENTENCE_VECTOR_WEIGHT * max(0.0, features.sentence_similarity)
        + OFFICIAL_VECTOR_WEIGHT * max(0.0, features.official_similarity)
        + TOPIC_WEIGHT * features.topic_bearing
    )


def word_weights(words: Sequence[str], *, frequency: Callable[[str], int], count: int) -> dict[str, float]:
    """How much each word tells: its inverse document frequency among `count` items, longer words a little more."""
    return {word: math.log(1 + count / (1 + frequency(word))) * min(len(word), 4) ** 0.5 for word in words}
