"""Keyword and vector findings weighed into one score an item."""

import math
from collections.abc import Callable, Mapping, Sequence

# Chosen on benchmarks/questions/development.jsonl; benchmarks/fusion.py repeats the choice.
COVERAGE_WEIGHT = 0.35
BM25_WEIGHT = 0.15
ITEM_VECTOR_WEIGHT = 0.25
SENTENCE_VECTOR_WEIGHT = 0.25


def fuse(*, coverage: float, bm25: float, item_similarity: float, sentence_similarity: float) -> float:
    """One score from the share of the question's words (0 to 1), BM25 over the best (0 to 1), and two cosines."""
    return (
        COVERAGE_WEIGHT * coverage
        + BM25_WEIGHT * bm25
        + ITEM_VECTOR_WEIGHT * max(0.0, item_similarity)
        + SENTENCE_VECTOR_WEIGHT * max(0.0, sentence_similarity)
    )


def word_weights(words: Sequence[str], *, frequency: Callable[[str], int], count: int) -> dict[str, float]:
    """How much each word tells: its inverse document frequency among `count` items, longer words a little more."""
    return {word: math.log(1 + count / (1 + frequency(word))) * min(len(word), 4) ** 0.5 for word in words}


def coverage(text: str, weights: Mapping[str, float]) -> float:
    """The share of the words, by weight, that stand in the folded text; 0 where there are no words."""
    total = sum(weights.values())
    return sum(weight for word, weight in weights.items() if word in text) / total if total else 0.0
