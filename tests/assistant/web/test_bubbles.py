"""The chat's messages show what people and plans wrote letter by letter."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from assistant.answer import ANSWERED, Answer, Citation, Layout, Statement
from assistant.ask import Assistant
from assistant.render import render_statements
from assistant.web.bubbles import WAITING, literal, messages
from assistant.web.talk import Turn, ask
from ingest.plan import Identity, Item
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


@pytest.mark.parametrize(
    "question",
    ["霁山和青岚谁的校车多？各有多少辆？", "哪些条提到校车", "望汀区2024年第二部分讲什么", "近视率下降多少个百分点"],
)
def test_each_mark_in_a_table_or_list_is_a_link_to_its_source(sample_store: Store, question: str) -> None:
    *_, talk = ask(Assistant(sample_store), question, (), ())
    links = re.findall(r"\[\\\[(\d+)\\\]\]\(#cite-1-(\d+)\)", messages(talk)[-1]["content"])
    numbers = [str(source.number) for source in talk[-1].sources]
    assert len(numbers) > 1
    assert links == list(zip(numbers, numbers, strict=True))


HOSTILE = "a|b\\|c<script>alert(1)</script>[2] [甲](javascript:alert(3))\n|---|\n- <img src=x onerror=alert(1)> **d** https://e.f"


@pytest.mark.parametrize("layout", [Layout.TABLE, Layout.LIST])
def test_hostile_plan_in_a_table_or_list_is_text_with_one_link(layout: Layout) -> None:
    item = Item("1", None, None, "", "<b>|[3]", HOSTILE)
    plan = Identity("id", "县|<img src=x>[1](x)", None, None, 2024, None, None, "plan.txt", "zh-Hans")
    cited, said = Citation(1, plan, item, HOSTILE, 1.0), Statement(HOSTILE, 1)
    text = render_statements([said], [cited], "zh-Hans", layout)
    assert ("|---|---|" in text.splitlines()) is (layout is Layout.TABLE)
    answer = Answer("问", "zh-Hans", ANSWERED, text, (said,), (cited,), (), (plan,), "extractive", layout=layout)
    tokens = MarkdownIt("commonmark").enable("table").parse(messages((Turn("问", answer),))[-1]["content"])
    inline = [child for token in tokens for child in token.children or []]
    assert [t.attrs["href"] for t in inline if t.type == "link_open"] == ["#cite-1-1"]
    assert {t.type for t in inline} <= {"text", "text_special", "link_open", "link_close"}
    assert not [token for token in tokens if token.type == "html_block"]
    assert sum(token.type in {"td_open", "list_item_open"} for token in tokens) == (2 if layout is Layout.TABLE else 1)
    assert HOSTILE.replace("\n", " ") in "".join(t.content for t in inline)
