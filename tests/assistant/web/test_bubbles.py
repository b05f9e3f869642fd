"""The chat's messages show what people and plans wrote letter by letter."""

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.ask import Assistant
from assistant.web.bubbles import WAITING, literal, messages
from assistant.web.talk import Turn, ask
from vectorstore.store import Store


@given(st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=126)))
def test_literal_text_reads_back_and_holds_no_sign_of_markdown_or_html(text: str) -> None:
    shown = literal(text)
    assert html.unescape(shown) == text.strip()
    assert not set(shown) & set("<>*_`[]()!$~|\\\"'+-:./")


def test_lines_of_a_question_stay_lines() -> None:
    assert literal("一\n# 二") == "一<br>&#35; 二"


def test_question_without_an_answer_yet_says_that_the_plans_are_being_read() -> None:
    assert [message["content"] for message in messages((Turn("校车"),))] == ["校车", WAITING]


@pytest.mark.parametrize(
    ("question", "link"),
    [
        ("望汀区2024年工作要点第18条写了什么？", "[\\[1\\]](#cite-1-1)"),
        ("望汀区2030年课后服务收费多少？", "](#cite-1-3)"),
    ],
)
def test_marks_and_nearest_items_are_links_to_their_sources(sample_store: Store, question: str, link: str) -> None:
    *_, talk = ask(Assistant(sample_store), question, (), ())
    assert link in messages(talk)[-1]["content"]
