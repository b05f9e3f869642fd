"""What a question names is told, and each of it can be taken off."""

import pytest

from assistant.answer import ANSWERED, NOT_FOUND
from assistant.ask import Assistant
from assistant.question import Question
from assistant.render import to_json
from assistant.understanding.named import Kind, Named
from vectorstore.store import Store

FEE = "望汀区2025年课后服务一学期收多少钱？"


@pytest.fixture(scope="module")
def assistant(sample_store: Store) -> Assistant:
    return Assistant(sample_store)


@pytest.mark.parametrize(
    ("question", "named"),
    [
        (FEE, [("place", "望汀区"), ("year", "2025")]),
        ("望汀區2025年課後服務收多少錢？", [("place", "望汀区"), ("year", "2025")]),
        ("How much is after-school care in Wangting in 2025?", [("place", "望汀区"), ("year", "2025")]),
        ("北京课后服务多少钱", [("place", "北京")]),
        ("课后服务多少钱", []),
    ],
)
def test_places_and_years_of_a_question_are_told(
    assistant: Assistant, question: str, named: list[tuple[str, str]]
) -> None:
    answer = assistant.invoke(question)
    assert [(one.kind.value, one.value) for one in answer.named] == named
    assert not any(one.is_carried for one in answer.named)
    assert not answer.is_carried


def test_plan_that_is_named_by_its_number_is_told_by_its_title(assistant: Assistant) -> None:
    (named,) = assistant.invoke("望教〔2025〕4号里课后服务收多少钱").named
    assert (named.kind, named.text) == (Kind.PLAN, "《望汀区教育局2025年工作要点》")


def test_what_the_talk_lends_a_question_is_told_as_such(assistant: Assistant) -> None:
    answer = assistant.invoke(Question("那2024年呢？", (FEE,)))
    assert [(one.value, one.is_carried) for one in answer.named] == [("望汀区", True), ("2024", False)]
    assert answer.is_carried


def test_year_that_is_taken_off_opens_the_other_years(assistant: Assistant) -> None:
    answer = assistant.invoke(Question(FEE, without=(Named(Kind.YEAR, "2025"),)))
    assert {plan.year for plan in answer.scope} == {2024, 2025}
    assert answer.reading == "望汀区课后服务一学期收多少钱"
    assert [one.value for one in answer.named] == ["望汀区"]


def test_place_that_is_taken_off_opens_the_other_places(assistant: Assistant) -> None:
    question = "望汀区的校车有多少辆？"
    off = assistant.invoke(Question(question, without=(Named(Kind.PLACE, "望汀区"),)))
    assert {citation.plan.region for citation in assistant.invoke(question).citations} == {"望汀区"}
    assert {citation.plan.region for citation in off.citations} - {"望汀区"}


def test_place_that_no_plan_is_of_is_taken_off_the_words_too(assistant: Assistant) -> None:
    assert assistant.invoke("北京课后服务多少钱").status == NOT_FOUND
    answer = assistant.invoke(Question("北京课后服务多少钱", without=(Named(Kind.PLACE, "北京"),)))
    assert answer.status == ANSWERED
    assert answer.reading == "课后服务多少钱"


def test_named_things_are_no_part_of_the_json(assistant: Assistant) -> None:
    assert not {"named", "is_carried"} & set(to_json(assistant.invoke(FEE)))
