from dataclasses import replace
from typing import Any

import pytest

from assistant.answer import ANSWERED, NOT_FOUND, Answer, Citation, Said
from assistant.evaluation.metrics import Verdict, invented, judge, mean_precision, mean_recall, share
from ingest.plan import Identity, Item


def citation(number: int, cited: str, quote: str = "收费300元。", text: str = "课后服务。收费300元。") -> Citation:
    source, ref = cited.split("/")
    plan = Identity(source, source, None, None, None, None, None, source, "zh-Hans")
    return Citation(number, plan, Item(ref, None, None, "", "", text), quote, 1.0)


def answer(*cited: str, text: str = "收费300元", status: str = ANSWERED) -> Answer:
    citations = tuple(citation(number, one) for number, one in enumerate(cited, 1))
    return Answer("问", "zh-Hans", status, (), citations, (), (), "extractive", before=(Said(text),))


def row(*gold: str, contains: tuple[str, ...] = (), kind: str = "fact_number") -> dict[str, Any]:
    pairs = [dict(zip(("plan", "item"), one.split("/"), strict=True)) for one in gold]
    return {"kind": kind, "gold": pairs, "answer_contains": list(contains)}


@pytest.mark.parametrize(
    ("asked", "answered", "verdict"),
    [
        (row("a/1"), answer("a/1"), Verdict(status=True, cited=True, shown=True, first=True)),
        (row("a/1", "b/2"), answer("b/2"), Verdict(status=True, cited=True, shown=True, first=True)),
        (row("a/1"), answer("b/1", "a/1"), Verdict(status=True, cited=True, shown=True, first=False)),
        (row("a/1"), answer("b/1", "b/2", "b/3", "a/1"), Verdict(status=True, cited=False, shown=True, first=False)),
        (row("a/1"), answer("a/2"), Verdict(status=True, cited=False, shown=True, first=False)),
        (row("a/1"), answer(status=NOT_FOUND), Verdict(status=False, cited=False, shown=True, first=False)),
        (row("a/1", contains=("300元",)), answer("a/1"), Verdict(status=True, cited=True, shown=True, first=True)),
        (row("a/1", contains=("三百元",)), answer("a/1"), Verdict(status=True, cited=True, shown=True, first=True)),
        (row("a/1", contains=("400元",)), answer("a/1"), Verdict(status=True, cited=True, shown=False, first=True)),
        (row(), answer(status=NOT_FOUND), Verdict(status=True, cited=True, shown=True, first=True)),
        (row(), answer("a/1"), Verdict(status=False, cited=False, shown=False, first=False)),
    ],
)
def test_answer_is_judged(asked: dict[str, Any], answered: Answer, verdict: Verdict) -> None:
    assert replace(judge(asked, answered), refused=False, recall=None, precision=None) == verdict


@pytest.mark.parametrize(
    ("cited", "is_right"),
    [
        (("a/1", "b/2"), True),
        (("c/3", "b/2", "a/1"), True),
        (("a/1",), False),
        (("a/1", "c/1", "c/2", "c/3", "c/4", "b/2"), False),
    ],
)
def test_comparison_must_cite_every_plan(cited: tuple[str, ...], is_right: bool) -> None:
    verdict = judge(row("a/1", "b/2", kind="compare_across_plans"), answer(*cited))
    assert verdict.cited is verdict.right is is_right


def test_what_stands_far_below_is_not_shown() -> None:
    late = answer("a/1", text="课" * 600 + "999元")
    assert not judge(row("a/1", contains=("999元",)), late).shown


def test_verdict_is_right_where_all_but_the_first_place_are() -> None:
    assert Verdict(status=True, cited=True, shown=True, first=False).right
    assert not Verdict(status=True, cited=True, shown=False, first=True).right


@pytest.mark.parametrize(("quote", "count"), [("收费300元。", 0), ("收费三百元", 0), ("收费400元。", 1), ("", 1)])
def test_quote_that_does_not_stand_in_its_item_is_invented(quote: str, count: int) -> None:
    citations = (citation(1, "a/1"), citation(2, "a/2", quote))
    assert invented(Answer("问", "zh-Hans", ANSWERED, (), citations, (), (), "extractive")) == count


def test_share_is_the_part_of_verdicts_that_are_so() -> None:
    right = Verdict(status=True, cited=True, shown=True, first=True)
    wrong = Verdict(status=True, cited=False, shown=True, first=False)
    assert share([right, wrong, wrong, wrong], "right") == 0.25
    assert share([right, wrong], "status") == 1
    assert share([], "right") == 0


@pytest.mark.parametrize(
    ("gold", "cited", "recall", "precision"),
    [
        (("a/1",), ("a/1",), (1, 1, 1), 1),
        (("a/1",), ("b/1", "a/1"), (0, 1, 1), 0.5),
        (("a/1", "a/2"), ("a/1", "b/1", "b/2", "a/2"), (0.5, 0.5, 1), 0.5),
        (("a/1", "a/2"), ("b/1",), (0, 0, 0), 0),
        (("a/1",), (), (0, 0, 0), None),
    ],
)
def test_recall_and_precision_are_counted_by_citations(
    gold: tuple[str, ...], cited: tuple[str, ...], recall: tuple[float, ...], precision: float | None
) -> None:
    verdict = judge(row(*gold), answer(*cited, status=ANSWERED if cited else NOT_FOUND))
    assert (verdict.recall, verdict.precision) == (recall, precision)


@pytest.mark.parametrize(("asked", "is_refused"), [(row(), True), (row("a/1"), True), (row("a/1"), False)])
def test_refusal_is_told_whether_it_was_right_or_not(asked: dict[str, Any], *, is_refused: bool) -> None:
    verdict = judge(asked, answer(status=NOT_FOUND) if is_refused else answer("a/1"))
    assert verdict.refused is is_refused


def test_question_without_gold_has_neither_recall_nor_precision() -> None:
    verdict = judge(row(), answer("a/1"))
    assert (verdict.recall, verdict.precision) == (None, None)


@pytest.mark.parametrize("kind", ["listing", "section", "item_range"])
@pytest.mark.parametrize(
    ("cited", "is_right"),
    [
        (("a/1", "a/2", "a/3"), True),
        (("a/3", "a/1", "a/2"), True),
        (("a/1", "a/2", "b/1", "a/3"), True),
        (("a/1", "a/2"), False),
        (("a/1", "a/2", "a/3", "b/1", "b/2"), False),
    ],
)
def test_listing_must_cite_every_item_and_little_beside(kind: str, cited: tuple[str, ...], *, is_right: bool) -> None:
    assert judge(row("a/1", "a/2", "a/3", kind=kind), answer(*cited)).right is is_right


def test_item_of_a_listing_counts_wherever_it_is_cited() -> None:
    gold = [f"a/{number}" for number in range(1, 13)]
    verdict = judge(row(*gold, kind="listing"), answer(*gold))
    assert verdict.right
    assert verdict.recall == (1 / 12, 3 / 12, 5 / 12)


def test_means_are_over_the_questions_with_gold_alone() -> None:
    verdicts = [
        judge(row("a/1"), answer("a/1")),
        judge(row("a/1"), answer("b/1", "a/1")),
        judge(row("a/1"), answer(status=NOT_FOUND)),
        judge(row(), answer(status=NOT_FOUND)),
    ]
    assert mean_recall(verdicts) == pytest.approx((1 / 3, 2 / 3, 2 / 3))
    assert mean_precision(verdicts) == 0.75
    assert mean_recall([]) == (0, 0, 0)
    assert mean_precision([]) == 0
