"""How many cells of comparison tables are right: filled with a right item, or rightly left empty.

`python -m benchmarks.comparison` fills a table of the five sample plans for every topic of questions/comparison.jsonl,
in which we wrote down the items that speak of it, and where none does. Beside it what comes of all that `gather` finds.
"""

import json
from collections import Counter
from collections.abc import Callable
from typing import Any

from assistant.browsing.comparison import compare
from assistant.intents import Compare
from assistant.question import Question, Scope
from assistant.understanding.understand import understand
from assistant.weighing.gather import gather
from benchmarks.sample_store import QUESTIONS, sample_store
from vectorstore.search import Search
from vectorstore.stored_plan import StoredPlan

Fill = Callable[[str, StoredPlan, Search], list[str]]


def compared(topic: str, plan: StoredPlan, search: Search) -> list[str]:
    """The refs that the table's cell cites."""
    return [citation.item.ref for citation in compare(topic, [plan], search).citations]


def gathered(topic: str, plan: StoredPlan, search: Search) -> list[str]:
    """The refs of what is found for one of several plans that are set side by side."""
    understood = understand(Question(topic, scope=Scope(plans=(plan.id,))), search.store.plans)
    found = (gather(Compare(intent.ask), search) for intent in understood.intents)
    return [evidence.hit.item.ref for one in found for evidence in one.evidence]


def score(split: str, search: Search, fill: Fill = compared) -> Counter[str]:
    """Counts over the split's topics: cells that are to be filled and empty, and how many of each are right."""
    counts: Counter[str] = Counter()
    plans = {plan.identity.source: plan for plan in search.store.plans}
    for row in read_topics(split):
        for source, right in row["cells"].items():
            if right is None:  # it may be taken either way
                continue
            refs = fill(row["topic"], plans[source], search)
            kind = "filled" if right else "empty"
            counts[kind] += 1
            counts[f"{kind} rightly"] += bool(set(refs) & set(right)) if right else not refs
    return counts


def read_topics(split: str) -> list[dict[str, Any]]:
    """The split's topics, each with the right refs of each plan."""
    lines = (QUESTIONS / "comparison.jsonl").read_text(encoding="utf-8").splitlines()
    return [row for row in map(json.loads, lines) if row["split"] == split]


def main() -> None:
    with sample_store() as store:
        search = Search(store)
        for split in ("development", "test"):
            for name, fill in (("compare", compared), ("all that is found", gathered)):
                n = score(split, search, fill)
                print(
                    f"{split:12s} {name:18s} filled {n['filled rightly']} of {n['filled']}, "
                    f"left empty {n['empty rightly']} of {n['empty']}"
                )


if __name__ == "__main__":
    main()
