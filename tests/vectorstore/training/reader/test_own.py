from collections import Counter

import pytest

from vectorstore.topics import Topic
from vectorstore.training.reader.examples import UNKNOWN, Support
from vectorstore.training.reader.own import (
    Question,
    Statement,
    question_examples,
    read_questions,
    read_statements,
    statement_examples,
    topics_by_key,
)

VOICES = {"everyday", "staff", "traditional", "english"}
MISSING = {
    "amount",
    "number",
    "date",
    "duration",
    "place",
    "person",
    "contact",
    "permission",
    "condition",
    "procedure",
    "material",
    "reason",
    "result",
    "penalty",
    "refund",
    "subject",
}
ALTERED = {"figure", "date", "place", "actor", "denial", "bound", "object", "direction"}
FEE, BUS = "课后服务。每学期收费300元。", "校车每天两趟。"
TOPIC = Topic("课后服务", (), (), (FEE, BUS, "教师坐班到六点。"))
NEAR = {"甲/课后服务": ("食堂每餐留样。",)}
TOPICS = {"甲/课后服务": TOPIC}


def asked(*answered_by: int, missing: str | None = None, completion: str = "") -> Question:
    return Question("甲/课后服务", "everyday", answered_by, missing, "下课晚托多少钱", completion)


def test_every_topic_has_questions_that_are_answered_and_near_misses() -> None:
    questions, topics = read_questions(), topics_by_key()
    by_topic = Counter(question.topic for question in questions)
    assert set(by_topic) == set(topics)
    assert min(by_topic.values()) >= 18
    answered = Counter(question.topic for question in questions if question.answered_by)
    assert all(0.35 <= answered[topic] / count <= 0.65 for topic, count in by_topic.items())
    assert len(questions) >= 10_000


def test_every_question_says_who_asks_and_what_is_missing() -> None:
    questions, topics = read_questions(), topics_by_key()
    assert {question.voice for question in questions} == VOICES
    assert {question.missing for question in questions} - {None} == MISSING
    for question in questions:
        assert bool(question.answered_by) == (question.missing is None), question
        assert not (question.answered_by and question.completion), question
        assert all(0 <= place < len(topics[question.topic].official) for place in question.answered_by), question
    assert max(Counter(question.text for question in questions).values()) == 1


def test_every_statement_is_of_a_passage_and_of_a_known_kind() -> None:
    statements, topics = read_statements(), topics_by_key()
    assert len(statements) >= 4_000
    assert {statement.kind for statement in statements} == {"plain", "unsaid"} | ALTERED
    assert all(0 <= one.passage < len(topics[one.topic].official) for one in statements)
    shares = Counter(statement.support for statement in statements)
    assert all(shares[support] >= 0.2 * len(statements) for support in Support)


def test_an_item_answers_with_the_passage_that_does_and_not_without() -> None:
    examples = list(question_examples([asked(0)] * 30, TOPICS, NEAR, seed=1))
    for example in examples:
        assert example.answers == int("每学期收费300元。" in example.sentences), example
        for sentence, bears in zip(example.sentences, example.bearing, strict=True):
            assert bears == (UNKNOWN if sentence == "课后服务。" else int(sentence == "每学期收费300元。")), example


def test_a_near_miss_is_answered_by_the_sentence_that_was_written_for_it() -> None:
    question = asked(missing="refund", completion="中途退出的按月退费。")
    examples = list(question_examples([question] * 30, TOPICS, NEAR, seed=1))
    answered = [example for example in examples if example.answers]
    assert answered
    assert all("中途退出的按月退费。" in example.sentences for example in answered)
    assert all("中途退出的按月退费。" not in e.sentences for e in examples if not e.answers)


def test_a_sentence_that_answers_another_question_answers_none() -> None:
    beside = Question("甲/课后服务", "staff", (), "contact", "咨询电话", "电话5550101。")
    examples = list(question_examples([asked(0), beside] * 30, TOPICS, NEAR, seed=1))
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
