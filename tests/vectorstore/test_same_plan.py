"""A paper that the store holds already is told when it comes again in another file, and not doubled."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document

from tests.vectorstore.checks import add
from vectorstore.store import Store
from vectorstore.update import Change, remove_plan

PLAN = (
    "望汀区教育局2025年工作要点\n\n一、守住安全底线\n（一）管好校车。全区校车60辆全部安装定位装置。\n"
    "（二）办好食堂。每周公布带量食谱。\n二、提高教育质量\n（一）开好课后服务。每学期收费240元。\n"
)


def word_file(text: str) -> bytes:
    document, content = Document(), io.BytesIO()
    for line in text.splitlines():
        document.add_paragraph(line)
    document.save(content)
    return content.getvalue()


FORMS = {
    "another encoding": PLAN.encode("gb18030"),
    "line ends of Windows": PLAN.replace("\n", "\r\n").encode(),
    "plain brackets": PLAN.replace("（", "(").replace("）", ")").encode(),
    "wide figures": PLAN.replace("60", "６０").encode(),
    "blank lines and indents": PLAN.replace("\n", "\n\n　　").encode(),
    "traditional characters": PLAN.replace("区", "區").encode(),
}


@pytest.mark.parametrize("content", FORMS.values(), ids=FORMS)
def test_same_paper_in_another_form_is_told_and_not_doubled(store: Store, tmp_path: Path, content: bytes) -> None:
    first, second = tmp_path / "a.txt", tmp_path / "b.txt"
    first.write_bytes(PLAN.encode())
    second.write_bytes(content)
    add(store, first)
    (outcome,) = add(store, second)
    assert (outcome.change, outcome.reason) == (Change.UNCHANGED, "the store holds this plan already, as a.txt")
    assert len(store.plans) == 1


def test_same_paper_as_a_word_file_and_as_text_in_one_go_is_held_once(store: Store, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(word_file(PLAN))
    (tmp_path / "b.txt").write_text(PLAN, encoding="utf-8")
    outcomes = add(store, tmp_path / "a.docx", tmp_path / "b.txt")
    assert [outcome.change for outcome in outcomes] == [Change.ADDED, Change.UNCHANGED]
    assert [plan.identity.source for plan in store.plans] == ["a.docx"]


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param(lambda text: text.replace("2025年", "2026年", 1), id="another year"),
        pytest.param(lambda text: text.replace("望汀区", "岚澄县", 1), id="another place"),
        pytest.param(lambda text: text.replace("240", "260"), id="another figure"),
    ],
)
def test_paper_that_differs_in_what_it_says_is_added(
    store: Store, tmp_path: Path, changed: Callable[[str], str]
) -> None:
    (tmp_path / "a.txt").write_text(PLAN, encoding="utf-8")
    (tmp_path / "b.txt").write_text(changed(PLAN), encoding="utf-8")
    outcomes = add(store, tmp_path / "a.txt", tmp_path / "b.txt")
    assert [outcome.change for outcome in outcomes] == [Change.ADDED, Change.ADDED]


def test_paper_whose_other_file_was_removed_is_added(store: Store, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PLAN, encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(FORMS["another encoding"])
    add(store, tmp_path / "a.txt")
    remove_plan(store, store.plans[0])
    assert [outcome.change for outcome in add(store, tmp_path / "b.txt")] == [Change.ADDED]
