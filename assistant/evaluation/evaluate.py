"""Scores a question file against a store: how many questions of each kind are answered rightly."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.answer import Answer
from assistant.ask import Assistant
from assistant.evaluation.metrics import RECALL_AT, Verdict, invented, judge, mean_precision, mean_recall, share
from assistant.json_lines import read_json_lines
from assistant.question import Question, Scope

ASPECTS = ("right", "status", "cited", "shown", "first", "refused")


@dataclass(frozen=True, slots=True)
class Scored:
    """A row of the question file with its answer and verdict."""

    row: dict[str, Any]
    answer: Answer
    verdict: Verdict


def evaluate(assistant: Assistant, rows: Sequence[dict[str, Any]]) -> list[Scored]:
    """Every question's answer and verdict, in order."""
    scored = []
    for row in rows:
        scope = Scope((row["plan"],) if row.get("plan") else ())
        answer = assistant.invoke(Question(row["question"], tuple(row.get("history") or ()), scope))
        scored.append(Scored(row, answer, judge(row, answer)))
    return scored


def read_questions(path: Path) -> list[dict[str, Any]]:
    """The rows of a question file: id, question, kind, gold [{plan, item}], answer_contains, plan, history.

    Raises UserError where the file cannot be read or a row lacks a field.
    """
    needed = ("question", "kind", "gold", "answer_contains")
    return [row for _, row in read_json_lines(path, needed=needed)]


def summary(scored: Sequence[Scored]) -> dict[str, Any]:
    """Shares by kind and overall, with recall, citation precision and the number of invented citations."""
    kinds: dict[str, list[Verdict]] = defaultdict(list)
    for one in scored:
        kinds[one.row["kind"]].append(one.verdict)
    kinds["all"] = [one.verdict for one in scored]
    return {
        "kinds": {kind: _kind_summary(verdicts) for kind, verdicts in kinds.items()},
        "invented": sum(invented(one.answer) for one in scored),
    }


def _kind_summary(verdicts: Sequence[Verdict]) -> dict[str, Any]:
    shares = {aspect: round(share(verdicts, aspect), 3) for aspect in ASPECTS}
    recall = zip(RECALL_AT, mean_recall(verdicts), strict=True)
    found = {f"recall_at_{count}": round(value, 3) for count, value in recall}
    return {"questions": len(verdicts), **shares, **found, "precision": round(mean_precision(verdicts), 3)}


def table(scores: dict[str, Any]) -> str:
    """The summary as text, a line a kind."""
    names = {f"recall_at_{count}": f"R@{count}" for count in RECALL_AT} | {"precision": "prec."}
    columns = [*ASPECTS, *names]
    lines = [f"{'kind':22s} {'n':>4s} " + " ".join(f"{names.get(column, column):>7s}" for column in columns)]
    for kind, row in scores["kinds"].items():
        lines.append(f"{kind:22s} {row['questions']:4d} " + " ".join(f"{row[column]:7.3f}" for column in columns))
    return "\n".join([*lines, f"invented {scores['invented']}"])
