"""The talk's bubbles show what people and plans wrote letter by letter."""

import html
import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answer import ANSWERED, Answer, Citation, Layout, Run, Said, Statement
from assistant.ask import Assistant
from assistant.understanding.named import Kind, Named
from assistant.web.ask.answer_html import to_html
from assistant.web.ask.bubbles import WAITING, Around, earlier, latest, literal
from assistant.web.ask.talk import Talk, Turn, ask
from assistant.web.words import ENGLISH, SIMPLIFIED, TRADITIONAL, Words
from ingest.plan import Identity, Item
from vectorstore.store import Store

TAG = re.compile(r"<(/?\w+)[^>]*>")
AROUND = Around((), date(2026, 3, 1), Words(SIMPLIFIED))


def answered(store: Store, *questions: str) -> Talk:
    talk = Talk("talk")
    for question in questions:
        *_, talk = ask(Assistant(store), Turn(question), talk, Words(SIMPLIFIED))
    return talk


@given(st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=126)))
def test_literal_text_reads_back_and_holds_no_tag(text: str) -> None:
    shown = literal(text)
    assert html.unescape(shown) == text.strip()
    assert not set(shown) & set("<>\"'")


def test_lines_of_a_question_stay_lines() -> None:
    assert literal("一\n# <二>") == "一<br># &lt;二&gt;"


def test_question_without_an_answer_yet_says_that_the_plans_are_being_read_and_can_be_stopped() -> None:
    shown = latest(Talk("talk", (Turn("校车"),)), AROUND)
    assert WAITING in shown
    assert 'data-do="stop"' in shown
    assert 'data-do="again"' not in shown


def test_only_the_last_answer_can_be_asked_again_and_its_chips_taken_off(sample_store: Store) -> None:
    talk = answered(sample_store, "望汀区2025年课后服务收费多少？", "那2024年呢？")
    assert {"again", "toggle"} <= set(re.findall('data-do="([^"]+)"', latest(talk, AROUND)))
    assert re.findall('data-do="([^"]+)"', earlier(talk, AROUND)) == []
    assert "望汀区" in earlier(talk, AROUND)
    assert 'data-key="talk"' in latest(talk, AROUND)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (SIMPLIFIED, "这是2024年的计划，可能已有新规定。库里另有《望汀区教育局2025年工作要点》。"),
        (TRADITIONAL, "這是2024年的計劃，可能已有新規定。庫裏另有《望汀区教育局2025年工作要点》。"),
        (
            ENGLISH,
            "This is a plan of 2024; newer rules may apply. The store also holds 《望汀区教育局2025年工作要点》.",
        ),
    ],
)
def test_old_plan_is_read_with_caution_in_the_readers_language(sample_store: Store, language: str, said: str) -> None:
    talk = answered(sample_store, "望汀区2024年课后服务收费多少？")
    assert said in latest(talk, Around(sample_store.plans, date(2024, 3, 1), Words(language)))


def test_answer_of_this_years_newest_plan_needs_no_caution(sample_store: Store) -> None:
    talk = answered(sample_store, "望汀区2025年课后服务收费多少？")
    assert "caution" not in latest(talk, Around(sample_store.plans, date(2025, 3, 1), Words(SIMPLIFIED)))


@pytest.mark.parametrize(
    ("question", "link"),
    [
        ("望汀区2024年工作要点第18条写了什么？", 'href="#cite-1-1"'),
        ("望汀区2030年课后服务收费多少？", 'href="#cite-1-3"'),
    ],
)
def test_marks_and_nearest_items_are_links_to_their_sources(sample_store: Store, question: str, link: str) -> None:
    assert link in latest(answered(sample_store, question), AROUND)


@pytest.mark.parametrize(
    "question",
    ["霁山和青岚谁的校车多？各有多少辆？", "哪些条提到校车", "望汀区2024年第二部分讲什么", "近视率下降多少个百分点"],
)
def test_each_mark_in_a_table_or_list_is_a_link_to_its_source(sample_store: Store, question: str) -> None:
    talk = answered(sample_store, question)
    links = re.findall(r'<a class="cite" href="#cite-1-(\d+)"[^>]*>\[(\d+)\]</a>', latest(talk, AROUND))
    numbers = [str(source.number) for source in talk.turns[-1].sources]
    assert len(numbers) > 1
    assert links == list(zip(numbers, numbers, strict=True))


def test_quotation_is_in_the_language_of_its_plan(sample_store: Store) -> None:
    assert '<blockquote lang="zh-Hant">' in latest(answered(sample_store, "青岚县随迁子女能上公办学校吗？"), AROUND)


HOSTILE = "a|b\\|c<script>alert(1)</script>[2] [甲](javascript:alert(3))\n|---|\n- <img src=x onerror=alert(1)> **d** https://e.f `g` $h$ {{i}} ${j}"
OWN_TAGS = {"p", "/p", "a", "/a", "blockquote", "/blockquote", "ul", "/ul", "li", "/li", "strong", "/strong"}
TABLE_TAGS = {f"{slash}{tag}" for tag in ("table", "thead", "tbody", "tr", "th", "td") for slash in ("", "/")}


@pytest.mark.parametrize("layout", list(Layout))
def test_hostile_plan_is_text_with_one_link_in_every_layout(layout: Layout) -> None:
    item = Item("1", None, None, "", "<b>|[3]", HOSTILE)
    plan = Identity("id", "县|<img src=x>[1](x)", None, None, 2024, None, None, "plan.txt", "zh-Hans")
    cited, said = Citation(1, plan, item, HOSTILE, 1.0), Statement((Run(HOSTILE),), 1)
    answer = Answer("问", "zh-Hans", ANSWERED, (said,), (cited,), (), (plan,), "extractive", layout=layout)
    shown = to_html(answer, 1)
    assert set(TAG.findall(shown)) <= OWN_TAGS | TABLE_TAGS
    assert re.findall(r'<a [^>]*?href="([^"]*)"', shown) == ["#cite-1-1"]
    assert HOSTILE.replace("\n", " ") in html.unescape(TAG.sub("", shown))


@given(st.text(alphabet="<>[](){}*_`#!|&;:/\\$ 甲a1\n\ue000\ue001\ue002"))
def test_whatever_an_answer_holds_only_marks_become_links(text: str) -> None:
    answer = Answer("问", "zh-Hans", ANSWERED, (), (), (), (), "extractive", before=(Said(text, points=(text,)),))
    assert set(TAG.findall(to_html(answer, 1))) <= OWN_TAGS - {"a", "/a"}


def test_note_and_names_from_a_browsers_keeping_are_text() -> None:
    bad = '"><img src=x onerror=alert(1)>'
    turn = Turn(bad, note=bad, is_complete=True, asked_at=bad, name=bad, is_kept=True)
    shown = latest(Talk(bad, (turn,)), AROUND)
    assert "<img" not in shown
    assert "<img" not in latest(Talk(bad, (replace(turn, is_changed=True),)), AROUND)
    answer = Answer(bad, bad, ANSWERED, (), (), (), (), bad, before=(Said(bad),), reading=bad, is_carried=True)
    answer = replace(answer, named=(Named(Kind.PLACE, bad, bad),))
    shown = latest(Talk(bad, (turn, replace(turn, answer=answer))), AROUND)
    assert shown.count("&lt;img") > 4
    assert "<img" not in shown
