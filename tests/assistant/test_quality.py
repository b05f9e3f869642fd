"""The share of questions answered rightly does not fall, and every line that is quoted stands in the item that it cites.

quality.json keeps what was reached less one question of a kind and two of all, which another processor may round away.
"""

import json
from pathlib import Path

import pytest

from assistant.ask import Assistant
from assistant.evaluation.evaluate import evaluate, read_questions, summary
from tests.assistant.quotes import misquotes
from vectorstore.store import Store

ROOT = Path(__file__).parents[2]
LEAST = json.loads((Path(__file__).parent / "quality.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", sorted(LEAST))
def test_questions_are_answered_at_least_as_well_as_before(sample_store: Store, name: str) -> None:
    rows = read_questions(ROOT / "benchmarks" / "questions" / f"{name}.jsonl")
    scored = evaluate(Assistant(sample_store), rows)
    assert [wrong for one in scored for wrong in misquotes(one.answer)] == []
    scores = summary(scored)
    reached = {kind: row["right"] for kind, row in scores["kinds"].items()}
    assert scores["invented"] == 0
    assert {kind: share for kind, share in reached.items() if share < LEAST[name][kind]} == {}
