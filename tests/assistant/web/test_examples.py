"""Examples are questions that the plans in the store answer."""

import html
import re
from pathlib import Path

import pytest

from assistant.answer import ANSWERED
from assistant.ask import Assistant
from assistant.web.examples import examples
from assistant.web.shelf import choices, read_plans, shelf
from vectorstore.store import Store


@pytest.mark.parametrize("name", ["sample_store", "small_store"])
def test_every_example_is_answered(name: str, request: pytest.FixtureRequest) -> None:
    store: Store = request.getfixturevalue(name)
    shown = examples(read_plans(store), store)
    questions = [html.unescape(question) for question in re.findall('data-question="([^"]*)"', shown)]
    assert len(questions) >= 3
    assistant = Assistant(store)
    assert [question for question in questions if assistant.invoke(question).status != ANSWERED] == []


def test_choices_show_title_and_year(small_store: Store) -> None:
    titles = [title for title, _ in choices(read_plans(small_store))]
    assert titles == ["《澄原县教育局2023年工作要点》", "《柏嶼區教育局2022年工作計劃》"]


def test_empty_store_says_how_to_add_plans(store: Store, tmp_path: Path) -> None:
    shown = shelf(read_plans(store), store)
    assert f"eduplan add 计划文件夹 --store {tmp_path / 'store'}" in shown
    assert "<button" not in examples((), store)
