"""Use one index of a store once, in a process of its own: `python -m vectorstore.trial VECTORS store items-1 ""`.

Ends with exit code 0 where it can be used. Damaged files may raise, hang or kill the process, which is why it is one.
"""

import sys
from pathlib import Path

import numpy as np

from vectorstore.connect import FOLDER, connect
from vectorstore.damage import Part
from vectorstore.lexical_index import LexicalIndex

MOST_FOUND = 1_000
WORDS = ("教育", "学校", "工作")


def main(part: str, folder: str, name: str, url: str) -> None:
    """Use the index of that name; whatever goes wrong is raised."""
    if part == Part.WORDS.name:
        index = LexicalIndex(Path(folder) / name)
        index.search(WORDS, limit=max(1, index.count()), editions=None)
        return
    collection = connect(Path(folder) / FOLDER, url=url or None).get_collection(name, embedding_function=None)
    count = collection.count()
    vectors = collection.get(limit=1, include=["embeddings"])["embeddings"]
    if count and vectors is not None:
        most = min(count, MOST_FOUND)
        found = collection.query(query_embeddings=np.asarray(vectors), n_results=most, include=["distances"])
        assert found["ids"][0]  # deleted entries of the graph may leave fewer than were asked for


if __name__ == "__main__":
    main(*sys.argv[1:])
