import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from assistant.ask import Assistant
from assistant.evaluation.evaluate import evaluate, read_questions, summary, table
from ingest.errors import UserError
from vectorstore.store import Store


def row(question: str, *gold: tuple[str, str], kind: str = "fact", **more: Any) -> dict[str, Any]:
    pairs = [{"plan": plan, "item": item} for plan, item in gold]
    return {"question": question, "kind": kind, "gold": pairs, "answer_contains": [], **more}


ROWS = [
    row("澄原县课后服务每学期收费多少？", ("chengyuan.txt", "(三)"), answer_contains=["二百四十元"]),
    row("澄原县招聘特岗教师多少名？", ("baiyu.txt", "二.1")),
    row("哪些条提到校车", ("chengyuan.txt", "(一)"), ("baiyu.txt", "一.1"), kind="listing"),
    row("澄原县第二部分", ("chengyuan.txt", "(三)"), ("chengyuan.txt", "(四)"), kind="section"),
    row("澄原县第九条", kind="missing_item"),
    row("下一条呢", ("chengyuan.txt", "(三)"), kind="followup", history=["澄原县第（二）条"]),
    row("第一部分第1条", ("baiyu.txt", "一.1"), kind="scoped", plan="baiyu.txt"),
]


@pytest.fixture(scope="module")
def scores(small_store: Store) -> dict[str, Any]:
    return summary(evaluate(Assistant(small_store), ROWS))


@pytest.mark.parametrize(
    ("kind", "right", "recall_at_1", "recall_at_3", "precision", "refused"),
    [
        ("fact", 0.5, 0.5, 0.5, 0.5, 0),
        ("listing", 1, 0.5, 1, 1, 0),
        ("section", 1, 0.5, 1, 1, 0),
        ("missing_item", 1, 0, 0, 0, 1),
        ("followup", 1, 1, 1, 1, 0),
        ("scoped", 1, 1, 1, 1, 0),
    ],
)
def test_kind_is_scored_by_itself(
    scores: dict[str, Any],
    kind: str,
    right: float,
    recall_at_1: float,
    recall_at_3: float,
    precision: float,
    refused: float,
) -> None:
    of_kind = scores["kinds"][kind]
    assert of_kind["right"] == right
    assert (of_kind["recall_at_1"], of_kind["recall_at_3"]) == (recall_at_1, recall_at_3)
    assert (of_kind["precision"], of_kind["refused"]) == (precision, refused)


def test_all_are_counted_together(scores: dict[str, Any]) -> None:
    assert scores["kinds"]["all"]["questions"] == len(ROWS)
    assert scores["kinds"]["all"]["right"] == round(6 / 7, 3)
    assert scores["invented"] == 0


def test_table_has_a_line_a_kind_with_each_figure_below_its_name(scores: dict[str, Any]) -> None:
    head, *lines, last = table(scores).splitlines()
    assert head.split() == [
        "kind",
        "n",
        "right",
        "status",
        "cited",
        "shown",
        "first",
        "refused",
        "R@1",
        "R@3",
        "R@5",
        "prec.",
    ]
    assert [line.split()[0] for line in lines] == list(scores["kinds"])
    assert {len(line) for line in lines} == {len(head)}
    assert last == "invented 0"


def test_questions_are_read_with_plan_and_history(write: Callable[[str, str], Path]) -> None:
    text = "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in ROWS)
    assert read_questions(write("questions.jsonl", text)) == ROWS
    with pytest.raises(UserError, match="gold"):
        read_questions(write("broken.jsonl", '{"question": "校车", "kind": "fact"}\n'))
