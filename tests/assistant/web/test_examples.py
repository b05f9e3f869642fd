"""Examples are questions in people's words that the plans in the store answer well, in each language of the page."""

import html
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.answer import ANSWERED
from assistant.answer_quality import faults
from assistant.ask import Assistant
from assistant.web.ask.examples import examples
from assistant.web.shelf import choices, read_plans, shelf
from assistant.web.words import ENGLISH, LANGUAGES, SIMPLIFIED, TRADITIONAL, Words
from vectorstore.store import Store
from vectorstore.update import Change, add_files


def offered(store: Store, language: str) -> list[str]:
    shown = examples(read_plans(store), Assistant(store), Words(language))
    return [html.unescape(question) for question in re.findall('data-ask="([^"]*)"', shown)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("name", "least"), [("sample_store", 9), ("small_store", 2)])
def test_every_example_is_answered_well(name: str, least: int, language: str, request: pytest.FixtureRequest) -> None:
    store: Store = request.getfixturevalue(name)
    assistant, questions = Assistant(store), offered(store, language)
    assert len(questions) >= least
    for question in questions:
        answer = assistant.invoke(question)
        assert answer.status == ANSWERED, question
        assert faults(answer) == (), question
        assert answer.is_sure, question


@pytest.mark.parametrize(
    ("language", "question"),
    [
        (SIMPLIFIED, "柏屿区2022年校车怎么管？"),
        (TRADITIONAL, "柏嶼區2022年校車怎麼管？"),
        (ENGLISH, "How many teachers are recruited in Chengyuan in 2023?"),
    ],
)
def test_examples_are_what_people_ask_of_the_plans(small_store: Store, language: str, question: str) -> None:
    questions = offered(small_store, language)
    assert question in questions
    assert not [asked for asked in questions if "“" in asked or "  " in asked or "写了" in asked]


def test_plan_of_any_kind_has_an_example(store: Store, write: Callable[[str, str], Path]) -> None:
    text = "澄原县校服管理办法\n第一条 校服由家长自愿购买。\n第二条 校服款式五年内不得变更。\n2024年3月1日\n"
    assert [outcome.change for outcome in add_files(store, [write("校服.txt", text)])] == [Change.ADDED]
    assert offered(store, SIMPLIFIED) == ["澄原县2024年主要讲什么？"]


def test_choices_show_title_and_year(small_store: Store) -> None:
    titles = [title for title, _ in choices(read_plans(small_store), Words(SIMPLIFIED))]
    assert titles == ["《澄原县教育局2023年工作要点》", "《柏嶼區教育局2022年工作計劃》"]


@pytest.mark.parametrize(("language", "command"), [(SIMPLIFIED, "eduplan add 计划文件夹"), ("en", "eduplan add PLANS")])
def test_empty_store_says_how_to_add_plans(store: Store, tmp_path: Path, language: str, command: str) -> None:
    shown = shelf(read_plans(store), store, Words(language))
    assert f"{command} --store {tmp_path / 'store'}" in shown
    assert examples((), Assistant(store), Words(language)) == ""
