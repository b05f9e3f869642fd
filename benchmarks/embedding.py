"""How well an embedding model finds passages, beside keywords alone and fused with them, in the program's own indexes.

`python -m benchmarks.embedding --data FOLDER [--model NAME]...` prints a table a model. The folder holds copies of
google-deepmind/xquad, ymcui/cmrc2018 and DRCKnowledgeTeam/DRCD; what is not there is left out. No model of ours was
trained or tuned on these. Our own set is the tenth of the topics that training leaves out; the fused search does not
know those topics either.
"""

import argparse
import random
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from benchmarks.retrieval_sets import RetrievalSet, read_sets
from ingest.language.words import content_words
from ingest.plan import Identity, Item
from vectorstore.embedder import SHIPPED, SHIPPED_FOLDER, Embedder
from vectorstore.search import Search
from vectorstore.store import Store
from vectorstore.stored_plan import Body, StoredPlan, WholePlan
from vectorstore.topics import read_topics
from vectorstore.update import write_plans

DEPTHS = (1, 5)
SPEED_PASSAGES = 5_000
IDENTITY = Identity("set", "set", None, None, None, None, None, "set.txt", "zh-Hans")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.embedding", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with copies of the public sets")
    parser.add_argument("--model", action="append", help="a name or folder, as for EDUPLAN_EMBEDDING; repeatable")
    parser.add_argument("--questions", type=int, help="so many of each set, drawn at random (default: all)")
    options = parser.parse_args()
    sets = [sample(one, options.questions) for one in read_sets(options.data)]
    for name in options.model or [SHIPPED]:
        embedder = Embedder(name)
        print(f"\n**{name}**: {describe(embedder, sets)}\n")
        print(
            f"| recall at {' / '.join(map(str, DEPTHS))} | keywords alone | vectors alone | fused |\n|---|---|---|---|"
        )
        for one in sets:
            print(f"| {one.name} ({len(one.questions)}) | " + " | ".join(row(one, embedder)) + " |", flush=True)


def sample(whole: RetrievalSet, count: int | None) -> RetrievalSet:
    """The set with so many of its questions, always the same ones."""
    if count is None or count >= len(whole.questions):
        return whole
    return RetrievalSet(whole.name, whole.passages, tuple(random.Random(1).sample(whole.questions, count)))


def describe(embedder: Embedder, sets: Sequence[RetrievalSet]) -> str:
    """The time to load the model, once its library is imported, the passages it embeds a second, and its size."""
    embedder.embed_passages(["课后服务"])
    began = time.perf_counter()
    Embedder(embedder.name).embed_passages(["课后服务"])
    loading = time.perf_counter() - began
    passages = [text for one in sets for text in one.passages][:SPEED_PASSAGES]
    began = time.perf_counter()
    embedder.embed_passages(passages)
    speed = len(passages) / (time.perf_counter() - began)
    folder = SHIPPED_FOLDER if embedder.name == SHIPPED else Path(embedder.name)
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6 if folder.is_dir() else None
    length = sum(map(len, passages)) / len(passages)
    return (
        f"{f'{size:.1f} MB' if size else 'downloaded'}, loaded in {loading:.2f} s, {speed:,.0f} passages a second "
        f"of {length:.0f} characters"
    )


def row(one: RetrievalSet, embedder: Embedder) -> list[str]:
    """Recall of the three ways, each as one cell."""
    with passage_store(one.passages, embedder) as store:
        held = [topic for topic in read_topics() if not topic.is_held_out]
        search = Search(store, topics=held)
        deepest = DEPTHS[-1]

        def by_keywords(question: str) -> list[str]:
            return [key for key, _ in store.lexical.search(content_words(question), limit=deepest, editions=None)]

        def by_vectors(question: str) -> list[str]:
            (near,) = store.vectors.nearest(embedder.embed_queries([question]), limit=3 * deepest, editions=None)
            return list(near)[:deepest]

        def by_both(question: str) -> list[str]:
            hits = search.search(search.query(question), limit=deepest)
            return [f"{hit.plan.edition}/{hit.position}" for hit in hits]

        return [recall(one, find) for find in (by_keywords, by_vectors, by_both)]


def recall(one: RetrievalSet, find: Callable[[str], list[str]]) -> str:
    """The share of questions with a right passage among the first, at each depth."""
    found = dict.fromkeys(DEPTHS, 0)
    for question, right in one.questions:
        places = [int(key.rpartition("/")[2]) for key in find(question)]
        for depth in DEPTHS:
            found[depth] += any(place in right for place in places[:depth])
    return " / ".join(f"{count / len(one.questions):.3f}" for count in found.values())


@contextmanager
def passage_store(passages: Sequence[str], embedder: Embedder) -> Iterator[Store]:
    """A store whose one plan has the passages as its items."""
    with tempfile.TemporaryDirectory() as folder:
        store = Store.create(Path(folder) / "store", embedder)
        items = [Item(str(number), None, None, "", "", text) for number, text in enumerate(passages)]
        plan = StoredPlan(IDENTITY, len(items), "", "1")
        write_plans(store, [WholePlan(plan, Body((), ""), tuple(items))])
        yield store


if __name__ == "__main__":
    main()
