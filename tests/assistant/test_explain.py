import json

import pytest

from assistant.answer import Answer
from assistant.ask import Assistant
from assistant.explain import MOST_JUDGED, Explanation
from assistant.question import Question
from assistant.render import to_markdown
from vectorstore.store import Store

FEES = "澄原县课后服务每学期收多少钱？"


@pytest.fixture(scope="module")
def assistant(small_store: Store) -> Assistant:
    return Assistant(small_store)


def explained(assistant: Assistant, question: str, *history: str) -> tuple[Answer, Explanation]:
    return assistant.explained(Question(question, history))


def told(why: Explanation) -> dict[str, str]:
    """What stands behind each word of the explanation's left column, the first time."""
    rows = [line.split(None, 1) for line in why.lines() if line]
    return {row[0]: row[1] for row in reversed(rows)}


def test_explanation_tells_plans_words_and_what_is_wanted(assistant: Assistant) -> None:
    _, why = explained(assistant, FEES)
    rows = told(why)
    assert rows["plans"] == "《澄原县教育局2023年工作要点》"
    assert rows["wanted"] == "money"
    assert {"课后", "服务"} <= set(rows["words"].split())
    assert "课后服务" in rows["topics"]


def test_each_cited_item_has_a_reason(assistant: Assistant) -> None:
    for question in (FEES, "哪些条提到校车", "澄原县第二部分", "柏嶼區第一部分第2条", "学校食堂怎么办"):
        answer, why = explained(assistant, question)
        items = [item for part in why.to_json()["parts"] for item in part["items"]]
        answering = {(item["plan"], item["ref"]) for item in items if item["answers"]}
        assert {(c.plan.title, c.item.ref) for c in answer.citations} <= answering, question
        assert all(item["reason"] for item in items)


@pytest.mark.parametrize(
    ("question", "wanted", "reason"),
    [
        ("哪些条提到校车", "every item that holds the words", "holds the words"),
        ("列出所有关于校车的指标", "every item that holds the words, with a figure", "holds the words and a figure"),
        ("澄原县第（二）条", "the items that are named", "is named"),
    ],
)
def test_what_was_taken_without_a_judgement_has_its_reason_too(
    assistant: Assistant, question: str, wanted: str, reason: str
) -> None:
    _, why = explained(assistant, question)
    assert told(why)["wanted"] == wanted
    (part,) = why.to_json()["parts"]
    assert {(item["reason"], item["confidence"]) for item in part["items"]} == {(reason, None)}
    assert told(why)["answers"].endswith(f": {reason}")


def test_next_item_is_told_from_the_one_that_answers(assistant: Assistant) -> None:
    answer, why = explained(assistant, "下一条呢", FEES)
    assert [citation.item.ref for citation in answer.citations] == ["(四)"]
    items = {item["ref"]: item for item in why.to_json()["parts"][0]["items"] if item["confidence"] is None}
    assert items["(四)"]["reason"] == "+1 from the item that answers"


def test_refused_question_tells_why_the_best_items_were_refused(assistant: Assistant) -> None:
    answer, why = explained(assistant, "澄原县火箭发动机多少台？")
    assert answer.citations == ()
    items = why.to_json()["parts"][0]["items"]
    assert 1 <= len(items) <= MOST_JUDGED
    assert not any(item["answers"] for item in items)
    assert "refused" in told(why)


def test_place_that_no_plan_is_of_is_told(assistant: Assistant) -> None:
    _, why = explained(assistant, "株洲市有多少辆校车？")
    assert why.to_json()["uncovered"] == "株洲市"
    assert told(why)["uncovered"].startswith("株洲市: no plan is of it")
    assert told(why)["wanted"].endswith("; must name 株洲市")


def test_follow_up_is_explained_as_it_was_completed(assistant: Assistant) -> None:
    answer, why = explained(assistant, "那校车呢？", "澄原县2023年学校食堂怎么办？")
    assert told(why)["understood"] == answer.reading == why.to_json()["understood"] == "澄原县2023年校车"


def test_explanation_is_json_and_the_answer_is_that_without_it(assistant: Assistant) -> None:
    answer, why = explained(assistant, FEES)
    assert json.loads(json.dumps(why.to_json(), ensure_ascii=False)) == why.to_json()
    assert to_markdown(answer) == to_markdown(assistant.invoke(FEES))
