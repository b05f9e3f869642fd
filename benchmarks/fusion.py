"""How well items are found: keywords, vectors and the fusion, over the development questions.

`python -m benchmarks.fusion` prints the table; `--grid` tries other weights and prints the best, which is how the
weights in vectorstore/fusion.json were chosen.
"""

import argparse
import itertools
from collections.abc import Callable, Sequence
from dataclasses import astuple, dataclass

import numpy as np

from assistant.evaluation.evaluate import read_questions
from assistant.intents import Listing, Lookup
from assistant.question import Question, Scope
from assistant.understanding.understand import understand
from assistant.weighing.gather import query_of
from benchmarks.sample_store import QUESTIONS, sample_store
from vectorstore import fusion
from vectorstore.fusion import Features
from vectorstore.search import Search
from vectorstore.store import Store

KINDS = {
    "all": (),
    "everyday": ("colloquial_parent",),
    "English": ("english",),
    "facts": ("fact_number", "fact_who_what"),
}
GRID = (0.0, 0.5, 1.0)
DEEPEST = 200  # items ranked, more than the sample plans hold
WEIGHTS = astuple(fusion.WEIGHTS)


@dataclass(frozen=True, slots=True)
class Case:
    """One thing to find: the kind of its question, each candidate's features and BM25, and which candidates are gold."""

    kind: str
    features: tuple[Features, ...]
    bm25: tuple[float, ...]
    gold: tuple[bool, ...]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fusion", description=__doc__)
    parser.add_argument("--grid", action="store_true", help="try other weights")
    grid = parser.parse_args().grid
    with sample_store() as store:
        cases = read_cases(store)
    print(f"{len(cases)} things to find; mean reciprocal rank / recall at 1 / recall at 3")
    print(f"{'':34s}" + "".join(f"{name:>22s}" for name in KINDS))
    show("keywords alone (BM25)", cases, lambda case: case.bm25)
    compared: dict[str, Sequence[float]] = {
        "item vectors alone": (0, 0, 1, 0, 0, 0),
        "sentence vectors alone": (0, 0, 0, 1, 0, 0),
        "words, near meaning, thesaurus": (1, 1, 0, 0, 0, 0),
        "official words of the topics": (0, 0, 0, 0, 1, 0),
        "topics of question and item": (0, 0, 0, 0, 0, 1),
        "fused": WEIGHTS,
    }
    for name, weights in compared.items():
        show(name, cases, weighed(weights))
    if grid:
        tried = itertools.product(GRID, repeat=len(WEIGHTS))
        best = sorted(tried, key=lambda w: -scores(cases, weighed(w))[0])[:10]
        for weights in best:
            show(" ".join(f"{w:.1f}" for w in weights), cases, weighed(weights))


def read_cases(store: Store) -> list[Case]:
    """The development questions with all items of their plans."""
    search = Search(store)
    cases = []
    for row in read_questions(QUESTIONS / "development.jsonl"):
        gold = {(g["plan"], g["item"]) for g in row["gold"]}
        scope = Scope((row["plan"],) if row["plan"] else ())
        understood = understand(Question(row["question"], tuple(row["history"]), scope), store.plans)
        for intent in understood.intents if gold else ():
            if isinstance(intent, Lookup | Listing):
                continue
            query = query_of(intent.ask, search)
            hits = search.search(query, plans=intent.ask.plans, limit=DEEPEST)
            editions = [plan.edition for plan in intent.ask.plans]
            bm25 = dict(store.lexical.search(query.words, limit=DEEPEST, editions=editions))
            is_gold = tuple((hit.plan.identity.source, hit.item.ref) in gold for hit in hits)
            if any(is_gold):
                keys = [f"{hit.plan.edition}/{hit.position}" for hit in hits]
                found = tuple(bm25.get(key, 0.0) for key in keys)
                cases.append(Case(row["kind"], tuple(hit.features for hit in hits), found, is_gold))
    return cases


def weighed(weights: Sequence[float]) -> Callable[[Case], Sequence[float]]:
    """A scorer that sums the features with the weights."""
    return lambda case: [float(np.dot(np.clip(astuple(features), 0, None), weights)) for features in case.features]


def scores(cases: Sequence[Case], scorer: Callable[[Case], Sequence[float]]) -> tuple[float, float, float]:
    """Mean reciprocal rank and recall at 1 and 3; items of equal score share their mean rank."""
    ranks = []
    for case in cases:
        values = np.array(scorer(case))
        best = values[np.array(case.gold)].max()
        ranks.append(1 + (values > best).sum() + ((values == best).sum() - 1) / 2)
    found = np.array(ranks)
    return float((1 / found).mean()), float((found < 2).mean()), float((found <= 3).mean())


def show(name: str, cases: Sequence[Case], scorer: Callable[[Case], Sequence[float]]) -> None:
    """Print one line of the table."""
    cells = []
    for kinds in KINDS.values():
        chosen = [case for case in cases if not kinds or case.kind in kinds]
        cells.append(" / ".join(f"{value:.3f}" for value in scores(chosen, scorer)))
    print(f"{name:34s}" + "".join(f"{cell:>22s}" for cell in cells))


if __name__ == "__main__":
    main()
