"""The official passages of other topics that stand near one topic's: on other matter, in like words."""

from collections.abc import Mapping, Sequence

import numpy as np

from vectorstore.embedder import Embedder
from vectorstore.topics import Topic

RANKS = range(4, 24)  # of the nearest topics: nearer ones may speak of the same


def near_passages(topics: Mapping[str, Topic]) -> Mapping[str, Sequence[str]]:
    """By each topic's key, the passages of topics that are near to it."""
    embedder = Embedder()
    keys, known = list(topics), list(topics.values())
    vectors = np.array([embedder.embed_passages(list(topic.official)) for topic in known])
    centres = vectors.mean(axis=1)
    centres /= np.linalg.norm(centres, axis=1, keepdims=True)
    order = np.argsort(-centres @ centres.T, axis=1)
    return {
        key: [passage for rank in RANKS for passage in known[order[place][rank]].official]
        for place, key in enumerate(keys)
    }
