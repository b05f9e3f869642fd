from collections import Counter

from vectorstore.training.reader.examples import Support
from vectorstore.training.reader.own import (
    Question,
    read_item_questions,
    read_plans,
    read_questions,
    read_statements,
    read_wordings,
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


def test_every_topic_has_questions_that_are_answered_and_near_misses() -> None:
    questions, topics = read_questions(), topics_by_key()
    by_topic = Counter(question.about for question in questions)
    assert set(by_topic) == set(topics)
    assert min(by_topic.values()) >= 18
    answered = Counter(question.about for question in questions if question.answered_by)
    assert all(0.35 <= answered[topic] / count <= 0.65 for topic, count in by_topic.items())
    assert len(questions) >= 10_000


def test_every_question_says_who_asks_and_what_is_missing() -> None:
    questions, topics = read_questions(), topics_by_key()
    assert {question.voice for question in questions} == VOICES
    assert {question.missing for question in questions} - {None} == MISSING
    for question in questions:
        assert bool(question.answered_by) == (question.missing is None), question
        assert not (question.answered_by and question.completion), question
        assert all(0 <= place < len(topics[question.about].official) for place in question.answered_by), question
    assert max(Counter(question.text for question in questions).values()) == 1


def test_every_statement_is_of_a_passage_and_of_a_known_kind() -> None:
    statements, topics = read_statements(), topics_by_key()
    assert len(statements) >= 7_000
    assert {statement.kind for statement in statements} == {"plain", "unsaid"} | ALTERED
    assert all(0 <= one.passage < len(topics[one.about].official) for one in statements)
    shares = Counter(statement.support for statement in statements)
    assert all(shares[support] >= 0.1 * len(statements) for support in Support)


def test_of_every_topic_it_is_said_which_wordings_its_passages_answer() -> None:
    wordings, topics = read_wordings(), topics_by_key()
    assert {wording.about for wording in wordings} == set(topics)
    assert len(wordings) >= 14_000
    for wording in wordings:
        topic = topics[wording.about]
        assert wording.text in topic.everyday + topic.english, wording
        assert bool(wording.answered_by) == (wording.missing is None), wording
        assert all(0 <= place < len(topic.official) for place in wording.answered_by), wording


def test_every_item_of_the_sample_plans_has_questions_that_are_answered_and_near_misses() -> None:
    plans = read_plans()
    questions = read_item_questions(plans)
    of_item: dict[str, list[Question]] = {}
    for question in questions:
        of_item.setdefault(question.about, []).append(question)
    assert set(of_item) == {f"{plan.source}/{ref}" for plan in plans for ref in plan.refs}
    for about, asked in of_item.items():
        answered = sum(bool(question.answered_by) for question in asked)
        assert len(asked) >= 10, about
        assert 0.35 <= answered / len(asked) <= 0.65, about
    for question in questions:
        assert bool(question.answered_by) == (question.missing is None) == (not question.completion), question
    assert {question.missing for question in questions} - {None} <= MISSING
    assert {question.voice for question in questions} == VOICES
