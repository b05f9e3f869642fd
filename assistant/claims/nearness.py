"""How near words are in meaning, by the shipped embedding's vectors; whatever model searches, these stay the measure."""

from collections.abc import Sequence
from functools import cache

import numpy as np
import numpy.typing as npt

from vectorstore.alignment import WordVectors
from vectorstore.embedder import SHIPPED, Embedder


def nearest(words: Sequence[str], told: Sequence[str]) -> npt.NDArray[np.float32]:
    """The cosine of each word with the nearest of the told ones, 0 to 1; 0 where none is told."""
    if not words or not told:
        return np.zeros(len(words), np.float32)
    vectors = _vectors()
    return np.asarray((vectors.of(words) @ vectors.of(told).T).max(axis=1).clip(0, 1), np.float32)


def likeness(one: str, other: str) -> float:
    """The cosine of two texts, 0 to 1."""
    vectors = _vectors().of((one, other))
    return float(max(0.0, vectors[0] @ vectors[1]))


@cache
def _vectors() -> WordVectors:
    return WordVectors(Embedder(SHIPPED))
