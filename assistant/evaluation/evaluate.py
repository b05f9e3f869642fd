"""Scores a question file against a store: how many questions of each kind are answered rightly."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.answer import Answer
from assistant.ask import Assistant
from assistant.batch import question_of
from assistant.evaluation.metrics import RECALL_AT, Verdict, invented, judge, mean_precision, mean_recall, share
from assistant.json_lines import BadLine, Row, read_json_lines
from assistant.question import NO_SCOPE
from ingest.errors import UserError

NEEDED = ("question", "kind", "gold", "answer_contains")  # fields of a question file's line
ASPECTS = ("right", "status", "cited", "shown", "first", "refused")


@dataclass(frozen=True, slots=True)
class Scored:
    """A row of the question file with its answer and verdict."""

    row: Mapping[str, Any]
    answer: Answer
    verdict: Verdict


def evaluate(assistant: Assistant, rows: Sequence[Mapping[str, Any]]) -> list[Scored]:
    """Every question's answer and verdict, in order."""
    return [_score(assistant, row) for row in rows]


def evaluate_lines(assistant: Assistant, lines: Sequence[Row | BadLine]) -> tuple[list[Scored], list[BadLine]]:
    """Every question's answer and verdict, in order; and the lines that cannot be answered, which are not scored."""
    scored: list[Scored] = []
    bad_lines: list[BadLine] = []
    for line in lines:
        if isinstance(line, BadLine):
            bad_lines.append(line)
            continue
        try:
            scored.append(_score(assistant, line.fields))
        except UserError as error:
            reason = f"Line {line.number} cannot be answered: {error}"
            bad_lines.append(BadLine(line.number, line.fields.get("id"), reason))
    return scored, bad_lines


def read_questions(path: Path) -> list[dict[str, Any]]:
    """The rows of a question file: id, question, kind, gold [{plan, item}], answer_contains, plan, history.

    Raises UserError where the file cannot be read, or a row lacks a field or has one of another form.
    """
    rows = []
    for line in read_json_lines(path, needed=NEEDED):
        if isinstance(line, BadLine):
            raise UserError(f"{path}: {line.reason}")
        rows.append(dict(line.fields))
    return rows


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


def _score(assistant: Assistant, row: Mapping[str, Any]) -> Scored:
    answer = assistant.invoke(question_of(row, NO_SCOPE))
    return Scored(row, answer, judge(row, answer))


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
