"""How a question was read is said, and what may have been meant is offered: never is another place answered for unsaid."""

import pytest

from assistant.answer import ANSWERED, NOT_FOUND
from assistant.ask import Assistant
from assistant.question import Question
from assistant.render import to_json, to_markdown
from assistant.suggestions import suggest
from vectorstore.store import Store


@pytest.fixture(scope="module")
def assistant(sample_store: Store) -> Assistant:
    return Assistant(sample_store)


@pytest.mark.parametrize(
    ("asked", "meant", "said", "place"),
    [
        ("望厅区2025年课后服务一学期收多少钱", "望汀区2025年课后服务一学期收多少钱", "您是不是要问望汀区？", "望汀区"),
        ("奇川市2023年招聘多少名教师", "栖川市2023年招聘多少名教师", "您是不是要问栖川市？", "栖川市"),
        ("齐川市2023年招聘多少名教師", "栖川市2023年招聘多少名教師", "您是不是要", "栖川市"),
        ("霁善县有哪几年的计划", "霁山县有哪几年的计划", "您是不是要问霁山县？", "霁山县"),
    ],
)
def test_mistyped_place_is_answered_for_and_said(
    assistant: Assistant, asked: str, meant: str, said: str, place: str
) -> None:
    answer, right = assistant.invoke(asked), assistant.invoke(meant)
    assert answer.status == ANSWERED
    assert said in to_markdown(answer).split("\n\n")[0]
    assert to_markdown(answer).endswith(to_markdown(right))
    assert answer.citations == right.citations
    assert {citation.plan.region for citation in answer.citations} <= {place}
    assert (answer.question, answer.reading, answer.choices, answer.offers) == (asked, meant, (place,), ())


@pytest.mark.parametrize(
    ("asked", "offered", "said", "choice"),
    [
        ("望河区课后服务怎么收费", "望汀区课后服务怎么收费", "您是不是要问望汀区？", "望汀区"),
        ("Wangtin after-school care", "Wangting after-school care", "Did you mean Wangting?", "望汀区"),
        (
            "What about school buses in Qinlan?",
            "What about school buses in Qinglan?",
            "Did you mean Qinglan?",
            "青嵐縣",
        ),
    ],
)
def test_place_one_letter_away_is_offered_and_not_answered_for(
    assistant: Assistant, asked: str, offered: str, said: str, choice: str
) -> None:
    answer = assistant.invoke(asked)
    assert (answer.status, answer.citations, answer.nearest) == (NOT_FOUND, (), ())
    assert to_markdown(answer).startswith(said)
    assert (answer.choices, answer.offers) == ((choice,), (offered,))
    assert to_json(answer)["offers"] == [offered]
    assert suggest(answer, assistant, lambda: 0.0, history=(asked,)) == (offered,)


def test_mistyped_title_is_that_plan(assistant: Assistant) -> None:
    answer = assistant.invoke("《栖川市教育局2023年工作计化》讲什么")
    assert "您是不是要问《栖川市教育局2023年工作计划》？" in to_markdown(answer)
    assert answer.choices == ()
    assert {citation.plan.title for citation in answer.citations} <= {"栖川市教育局2023年工作计划"}


def test_talk_about_a_mistyped_place_goes_on(assistant: Assistant) -> None:
    history = ("望厅区2025年课后服务一学期收多少钱",)
    answer = assistant.invoke(Question("那2024年呢", history))
    assert {(citation.plan.region, citation.plan.year) for citation in answer.citations} == {("望汀区", 2024)}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("qichuan zhaopin jiaoshi", "栖川 招聘教师"),
        ("望汀区2025年 kehoufuwu shoufei", "望汀区2025年 课后服务收费"),
    ],
)
def test_pinyin_is_answered_with_its_reading(assistant: Assistant, typed: str, meant: str) -> None:
    answer, right = assistant.invoke(typed), assistant.invoke(meant)
    assert answer.status == ANSWERED
    assert to_markdown(answer).startswith("（理解为：")
    assert answer.reading == meant
    assert [citation.item for citation in answer.citations] == [citation.item for citation in right.citations]
    assert (answer.language, answer.question) == ("zh-Hans", typed)


def test_pinyin_of_several_meanings_is_asked_back(assistant: Assistant) -> None:
    answer = assistant.invoke("jiaoshi")
    assert answer.status == NOT_FOUND
    assert "“教师”" in to_markdown(answer)
    assert "“教室”" in to_markdown(answer)
    assert set(suggest(answer, assistant, lambda: 0.0, history=("jiaoshi",))) == {"教师", "教室"}


def test_pinyin_that_says_nothing_known_is_told_how_to_be_typed(assistant: Assistant) -> None:
    answer = assistant.invoke("zhanguolingmei dehe")
    assert (answer.status, answer.nearest, answer.offers) == (NOT_FOUND, (), ())
    assert "请用汉字输入问题" in to_markdown(answer)
    assert "Chinese characters" in to_markdown(answer)
