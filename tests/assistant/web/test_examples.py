"""Examples are questions that the plans in the store answer, in each language of the page."""

import html
import re
from pathlib import Path

import pytest

from assistant.answer import ANSWERED
from assistant.ask import Assistant
from assistant.web.ask.examples import examples
from assistant.web.shelf import choices, read_plans, shelf
from assistant.web.words import LANGUAGES, SIMPLIFIED, Words
from vectorstore.store import Store


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("name", "least"), [("sample_store", 9), ("small_store", 3)])
def test_every_example_is_answered(name: str, least: int, language: str, request: pytest.FixtureRequest) -> None:
    store: Store = request.getfixturevalue(name)
    assistant = Assistant(store)
    shown = examples(read_plans(store), assistant, Words(language))
    questions = [html.unescape(question) for question in re.findall('data-ask="([^"]*)"', shown)]
    assert len(questions) >= least
    assert [question for question in questions if assistant.invoke(question).status != ANSWERED] == []


def test_choices_show_title_and_year(small_store: Store) -> None:
    titles = [title for title, _ in choices(read_plans(small_store), Words(SIMPLIFIED))]
    assert titles == ["《澄原县教育局2023年工作要点》", "《柏嶼區教育局2022年工作計劃》"]


@pytest.mark.parametrize(("language", "command"), [(SIMPLIFIED, "eduplan add 计划文件夹"), ("en", "eduplan add PLANS")])
def test_empty_store_says_how_to_add_plans(store: Store, tmp_path: Path, language: str, command: str) -> None:
    shown = shelf(read_plans(store), store, Words(language))
    assert f"{command} --store {tmp_path / 'store'}" in shown
    assert examples((), Assistant(store), Words(language)) == ""
