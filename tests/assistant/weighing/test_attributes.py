"""A row tells no e-mail address, no room and no age where it has no such column or cell; where it has one it is quoted."""

from pathlib import Path

import pytest

from assistant.answer import ANSWERED, NOT_FOUND
from assistant.ask import Assistant
from assistant.render import to_markdown
from assistant.weighing.attributes import lacking_attribute
from ingest.language.folding import fold
from vectorstore.embedder import Embedder
from vectorstore.store import Store
from vectorstore.update import Change, add_files

ROW = "科室：人事科；房间：302；电话：5550127"


@pytest.mark.parametrize(
    ("question", "row", "lacking"),
    [
        ("人事科的邮箱是多少", ROW, "邮箱"),
        ("人事科的传真是多少", ROW, "传真"),
        ("人事科在几楼", ROW, ""),
        ("人事科电话多少", ROW, ""),
        ("人事科的邮箱是多少", f"{ROW}；电子邮箱：rsk@qs.example", ""),
        ("What is the e-mail of the nurse?", "Office：Nurse；Phone：5550188", "e-mail"),
        ("活动室面积多大", "场所：活动室；面积（平方米）：90", ""),
    ],
)
def test_attribute_is_lacking_where_no_column_or_cell_is_of_it(question: str, row: str, lacking: str) -> None:
    assert lacking_attribute(fold(question), fold(row)) == lacking


OFFICES = """# 青梧县教育局科室电话（2026年）

| 科室 | 负责人 | 房间 | 电话 |
|---|---|---|---|
| 人事科 | 沈一鸣 | 302 | 5550127 |
| 督导科 | 顾晓岚 | 305 | 5550133 |
"""
AREAS = """# 青梧县2026年招生范围

表1 小学招生范围

| 学校 | 招生范围 | 电话 |
|---|---|---|
| 桥东小学 | 桥东社区、粮库宿舍 | 5550201 |
| 河湾小学 | 河湾社区 | 5550202 |

表2 初中招生范围

| 初中 | 对口小学 |
|---|---|
| 青梧三中 | 桥东小学、梅岭小学 |
| 青梧四中 | 河湾小学 |
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Assistant:
    folder = tmp_path_factory.mktemp("attributes")
    files: list[Path] = []
    for name, text in {"offices.md": OFFICES, "areas.md": AREAS}.items():
        files.append(folder / name)
        files[-1].write_text(text, encoding="utf-8")
    store = Store.create(folder / "store", embedder)
    assert {outcome.change for outcome in add_files(store, files)} == {Change.ADDED}
    return Assistant(store)


@pytest.mark.parametrize("question", ["青梧县教育局人事科的邮箱是多少", "青梧县教育局督导科传真号码是多少"])
def test_attribute_that_no_column_has_is_not_found(assistant: Assistant, question: str) -> None:
    assert assistant.invoke(question).status == NOT_FOUND


@pytest.mark.parametrize(
    ("question", "shown", "hidden"),
    [
        ("青梧县教育局人事科的电话是多少", "5550127", "5550133"),
        ("青梧县桥东小学毕业上哪个初中", "青梧三中", "粮库宿舍"),
        ("青梧县桥东小学的电话是多少", "5550201", "青梧三中"),
    ],
)
def test_row_that_has_the_column_is_quoted_alone(assistant: Assistant, question: str, shown: str, hidden: str) -> None:
    answer = assistant.invoke(question)
    assert answer.status == ANSWERED
    assert shown in to_markdown(answer)
    assert hidden not in to_markdown(answer)
