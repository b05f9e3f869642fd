"""How near words are in meaning, by the shipped embedding's vectors; whatever model searches, these stay the measure."""

from collections.abc import Sequence
from functools import cache

import numpy as np
import numpy.typing as npt

from vectorstore.embedder import SHIPPED, Embedder

MOST_WORDS = 50_000  # kept in memory, 1 KB each; past that all are forgotten
Array = npt.NDArray[np.float32]
_known: dict[str, Array] = {}


def nearest(words: Sequence[str], told: Sequence[str]) -> Array:
    """The cosine of each word with the nearest of the told ones, 0 to 1; 0 where none is told."""
    if not words or not told:
        return np.zeros(len(words), np.float32)
    vectors = _vectors([*words, *told])
    cosines: Array = (vectors[: len(words)] @ vectors[len(words) :].T).max(axis=1).clip(0, 1)
    return cosines


def _vectors(words: Sequence[str]) -> Array:
    """One vector a word, each computed once."""
    found = {word: vector for word in words if (vector := _known.get(word)) is not None}
    new = [word for word in dict.fromkeys(words) if word not in found]
    if new:
        made = dict(zip(new, _embedder().embed_passages(new), strict=True))
        if len(_known) + len(made) > MOST_WORDS:
            _known.clear()
        _known.update(made)
        found |= made
    return np.stack([found[word] for word in words])


@cache
def _embedder() -> Embedder:
    return Embedder(SHIPPED)
