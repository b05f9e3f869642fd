"""Keyword and vector findings weighed into one score an item."""

import json
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path


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


# Of these the mean reciprocal rank was highest over everyday, English and other questions alike, with every other question's
# item first; without words, sentence vectors or official words of the topics it was lower. The file says how it was measured.
WEIGHTS = Features(**json.loads((Path(__file__).parent / "fusion.json").read_text(encoding="utf-8"))["weights"])


def fuse(features: Features) -> float:
    """One score between 0 and 1."""
    return (
        WEIGHTS.item_coverage * features.item_coverage
        + WEIGHTS.sentence_coverage * features.sentence_coverage
        + WEIGHTS.item_similarity * max(0.0, features.item_similarity)
        + WEIGHTS.sentence_similarity * max(0.0, features.sentence_similarity)
        + WEIGHTS.official_similarity * max(0.0, features.official_similarity)
        + WEIGHTS.topic_bearing * features.topic_bearing
    )


def word_weights(words: Sequence[str], *, frequency: Callable[[str], int], count: int) -> dict[str, float]:
    """How much each word tells: its inverse document frequency among `count` items, longer words a little more."""
    return {word: math.log(1 + count / (1 + frequency(word))) * min(len(word), 4) ** 0.5 for word in words}
