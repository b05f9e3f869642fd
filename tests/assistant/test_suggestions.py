"""Every question that is offered after an answer is in people's words, and answered well when it is asked next."""

import pytest

from assistant.answer import ANSWERED
from assistant.answer_quality import faults
from assistant.ask import Assistant
from assistant.question import Question, Scope
from assistant.suggestions import MOST_OFFERED, suggest
from vectorstore.store import Store

ASKED = (
    "望汀区2025年课后服务一学期收多少钱？",
    "栖川市2023年招聘多少名教师？",
    "青岚县随迁子女能上公办学校吗？",
    "望汀区2024年工作要点第18条写了什么？",
    "各份计划的近视率目标分别是多少？",
    "學校門口堵車誰管",
    "How much is after-school care in Wangting in 2025?",
    "How many teachers does Qichuan recruit in 2023?",
    "望汀区2030年课后服务收费多少？",
    "孩子放学没人接怎么办",
)


@pytest.fixture(scope="module")
def assistant(sample_store: Store) -> Assistant:
    return Assistant(sample_store)


def still() -> float:
    """A clock that stands, so that a slow machine finds as many as a fast one."""
    return 0.0


@pytest.mark.parametrize("question", ASKED)
def test_every_suggestion_is_answered_in_the_talk(assistant: Assistant, question: str) -> None:
    offered = suggest(assistant.invoke(question), assistant, still, history=(question,))
    assert 1 <= len(offered) <= MOST_OFFERED
    assert question not in offered
    answers = [assistant.invoke(Question(text, (question,))) for text in offered]
    assert [answer.status for answer in answers] == [ANSWERED] * len(offered)
    assert [faults(answer) for answer in answers] == [()] * len(offered)
    assert not [text for text in offered if "  " in text or " ，" in text or "年写了" in text or "“" in text]


def test_same_question_is_offered_about_the_places_other_year_first(assistant: Assistant) -> None:
    answer = assistant.invoke(ASKED[0])
    assert suggest(answer, assistant, still, history=(ASKED[0],))[0] == "望汀区2024年课后服务一学期收多少钱？"


def test_suggestions_are_in_the_script_and_language_of_the_question(assistant: Assistant) -> None:
    for question, words in (("學校門口堵車誰管", "望汀區202"), (ASKED[6], "What about 2024?")):
        assert any(words in text for text in suggest(assistant.invoke(question), assistant, still, history=(question,)))


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("望汀区2024年工作要点第18条写了什么？", "《望汀区教育局2024年工作要点》第19条写了什么？"),
        ("望汀区2025年小学一年级什么时候网上报名？", "望汀区2024年小学一年级什么时候网上报名？"),
        ("2025年望汀区课后服务一学期收多少钱？", "2024年望汀区课后服务一学期收多少钱？"),
        ("望汀2025年公开招聘多少名教师", "望汀区2024年公开招聘多少名教师？"),
        ("青岚县随迁子女能上公办学校吗？", "青岚县2022年课后服务怎么收费？"),
    ],
)
def test_what_is_asked_next_is_whole_and_near(assistant: Assistant, question: str, expected: str) -> None:
    assert expected in suggest(assistant.invoke(question), assistant, still, history=(question,))


def test_comparison_is_not_asked_of_another_place(assistant: Assistant) -> None:
    question = "望汀区课后服务2024年和2025年收费各是多少？"
    offered = suggest(assistant.invoke(question), assistant, still, history=(question,))
    assert offered
    assert not [text for text in offered if "各是多少" in text]


def test_suggestions_keep_to_the_chosen_scope(assistant: Assistant, sample_store: Store) -> None:
    scope = Scope(years=(2025,))
    answer = assistant.invoke(Question("课后服务一学期收多少钱？", scope=scope))
    offered = suggest(answer, assistant, still, history=(answer.question,), scope=scope)
    assert offered
    for text in offered:
        again = assistant.invoke(Question(text, (answer.question,), scope))
        assert {citation.plan.year for citation in again.citations} == {2025}


def test_nothing_is_tried_once_the_time_is_up(assistant: Assistant) -> None:
    times = iter([0.0, 9.0])
    assert suggest(assistant.invoke(ASKED[0]), assistant, lambda: next(times), history=(ASKED[0],)) == ()
