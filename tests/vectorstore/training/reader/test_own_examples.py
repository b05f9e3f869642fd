import pytest

from vectorstore.topics import Topic
from vectorstore.training.reader.examples import UNKNOWN, Support
from vectorstore.training.reader.own import PlanItems, Question, Statement
from vectorstore.training.reader.own_examples import (
    copied_examples,
    item_examples,
    question_examples,
    statement_examples,
)

FEE, BUS = "课后服务。每学期收费300元。", "校车每天两趟。"
TOPIC = Topic("课后服务", (), (), (FEE, BUS, "教师坐班到六点。"))
FAR = "食堂每餐留样。"
TOPICS = {"甲/课后服务": TOPIC}
PLAN = PlanItems("甲.txt", ("1", "2"), (FEE, BUS))


def nearest(_: Question) -> str:
    return FAR


def asked(*answered_by: int, missing: str | None = None, completion: str = "") -> Question:
    return Question("甲/课后服务", "everyday", answered_by, missing, "下课晚托多少钱", completion)


def test_an_item_answers_with_the_passage_that_does_and_not_without() -> None:
    examples = list(question_examples([asked(0)] * 30, TOPICS, nearest, seed=1))
    for example in examples:
        assert example.answers == int("每学期收费300元。" in example.sentences), example
        for sentence, bears in zip(example.sentences, example.bearing, strict=True):
            assert bears == (UNKNOWN if sentence == "课后服务。" else int(sentence == "每学期收费300元。")), example


def test_a_near_miss_is_answered_by_the_sentence_that_was_written_for_it() -> None:
    question = asked(missing="refund", completion="中途退出的按月退费。")
    examples = list(question_examples([question] * 30, TOPICS, nearest, seed=1))
    answered = [example for example in examples if example.answers]
    assert answered
    assert all("中途退出的按月退费。" in example.sentences for example in answered)
    assert all("中途退出的按月退费。" not in e.sentences for e in examples if not e.answers)


def test_a_sentence_that_answers_another_question_answers_none() -> None:
    beside = Question("甲/课后服务", "staff", (), "contact", "咨询电话", "电话5550101。")
    examples = list(question_examples([asked(0), beside] * 30, TOPICS, nearest, seed=1))
    misled = [e for e in examples if e.asked != beside.text and "电话5550101。" in e.sentences]
    assert {example.answers for example in misled} == {0, 1}
    assert all(example.answers == int("每学期收费300元。" in example.sentences) for example in misled)


@pytest.mark.parametrize(
    ("kind", "support"),
    [("plain", Support.BORNE_OUT), ("figure", Support.CONTRADICTED), ("unsaid", Support.UNSAID)],
)
def test_a_statement_is_judged_by_its_own_passage(kind: str, support: Support) -> None:
    statements = [Statement("甲/课后服务", 1, kind, "校车一天跑两回")] * 20
    for example in statement_examples(statements, TOPICS, seed=1):
        assert example.support == (support if BUS in example.sentences else Support.UNSAID)
        assert example.answers == UNKNOWN


def test_a_question_is_also_asked_of_what_is_near_to_it_on_another_matter() -> None:
    examples = list(question_examples([asked(0)] * 30, TOPICS, nearest, seed=1))
    far = [example for example in examples if example.sentences == (FAR,)]
    assert far
    assert all(not example.answers for example in far)


def test_an_item_is_read_whole_with_and_without_the_sentence_that_would_answer() -> None:
    answered = Question("甲.txt/1", "everyday", (0,), None, "晚托多少钱")
    near_miss = Question("甲.txt/2", "everyday", (), "person", "校车上谁管娃", "每车配照管员一名。")
    examples = list(item_examples([answered, near_miss], [PLAN], nearest, seed=1))
    assert [e.answers for e in examples if e.asked == answered.text] == [1, 0]
    told = {"".join(e.sentences): e.answers for e in examples if e.asked == near_miss.text}
    assert told[BUS] == 0
    assert told[BUS + near_miss.completion] == 1


def test_a_sentence_of_a_passage_is_borne_out_by_it_alone_and_not_with_another_figure() -> None:
    examples = [example for seed in range(20) for example in copied_examples([TOPIC], seed=seed)]
    assert {example.support for example in examples} == set(Support)
    for example in examples:
        is_there = example.asked in example.sentences
        assert (example.support == Support.BORNE_OUT) == is_there, example
        if example.support == Support.CONTRADICTED:
            assert example.asked.startswith("每学期收费")
            assert "每学期收费300元。" in example.sentences
