"""Rows that are asked for together come together: those of several names, and which rows are such; others stay single."""

from pathlib import Path

import pytest

from assistant.answer import ANSWERED, NOT_FOUND
from assistant.ask import Assistant
from assistant.render import to_markdown
from assistant.weighing.row_groups import rows_together
from ingest.language.folding import fold
from vectorstore.embedder import Embedder
from vectorstore.store import Store
from vectorstore.update import Change, add_files

NURSERIES = (
    "幼儿园：晨星幼儿园；保教费：690；校车费：310",
    "幼儿园：柳岸幼儿园；保教费：380",
    "幼儿园：枣园幼儿园；保教费：420；校车费：260",
)
LINES = (
    "线路：1号线；终点：石塘一小；首班：6:40",
    "线路：2号线；终点：石塘二小；首班：6:35",
    "线路：3号线；终点：石塘二小；首班：6:50",
)
SUBJECTS = ("科目：语文；形式：闭卷", "科目：历史；形式：开卷", "科目：政治；形式：开卷")
CHARGES = (
    "Item：Deposit；Amount：900；Refundable：Yes",
    "Item：Uniform；Amount：120；Refundable：No",
    "Item：Locker；Amount：60；Refundable：No",
)
SERVICES = ("项目：午餐；是否自愿：是", "项目：保险；是否自愿：否", "项目：校服；是否自愿：是")


@pytest.mark.parametrize(
    ("rows", "question", "together"),
    [
        pytest.param(NURSERIES, "哪些幼儿园收校车费", [0, 2], id="a column that is filled"),
        pytest.param(NURSERIES, "哪些幼儿园有校车费", [0, 2], id="the same, asked otherwise"),
        pytest.param(NURSERIES, "哪些幼儿园收保教费", [], id="a column that all fill"),
        pytest.param(NURSERIES, "晨星幼儿园和枣园幼儿园的保教费各多少", [0, 2], id="two names"),
        pytest.param(NURSERIES, "晨星幼儿园保教费多少", [], id="one name"),
        pytest.param(NURSERIES, "哪家幼儿园最贵", [], id="one of all"),
        pytest.param(LINES, "到石塘二小的是哪几条线", [1, 2], id="a cell's value"),
        pytest.param(LINES, "到石塘一小的是哪几条线", [], id="a value of one row"),
        pytest.param(SUBJECTS, "哪些科目开卷", [1, 2], id="a short value"),
        pytest.param(CHARGES, "Which charges cannot be refunded?", [1, 2], id="no, by the stem of a word"),
        pytest.param(CHARGES, "What is the amount of the locker?", [], id="what is, of one"),
        pytest.param(SERVICES, "哪些项目是自愿的", [0, 2], id="yes"),
        pytest.param(SERVICES, "哪些项目不是自愿的", [], id="no, of one row"),
    ],
)
def test_rows_that_are_asked_for_together(rows: tuple[str, ...], question: str, together: list[int]) -> None:
    assert rows_together(rows, fold(question)) == together


POOLS = """# 澄江区2026年游泳课安排

| 学校 | 上课泳馆 | 星期 | 接送车费（元/学期） |
|---|---|---|---|
| 梅林中学 | 东湖馆 | 星期一 | 80 |
| 石塘中学 | 江畔馆 | 星期二 | |
| 白沙中学 | 东湖馆 | 星期四 | 95 |
| 青禾中学 | 江畔馆 | 星期五 | |
"""
CLUBS = """# Whitmore School clubs 2026

Table 1. Clubs

| Club | Year | Fee | Places left |
|---|---|---|---|
| Chess, beginners | Years 4–6 | 1,200 per term | 8 |
| Chess, masters | Years 7–9 | 1,350 per term | |
| Pottery | Years 10–12 | 1,900 per term | 5 |
"""

EXAMS = """# 澄江区2026年中考安排

今年中考在6月举行，开考前十五分钟入场，各校做好考务工作。

表1 考试时间

| 科目 | 时间 | 形式 |
|---|---|---|
| 语文 | 9:00 | 闭卷 |
| 历史 | 14:00 | 开卷 |
| 政治 | 16:00 | 开卷 |
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Assistant:
    folder = tmp_path_factory.mktemp("groups")
    files: list[Path] = []
    for name, text in {"pools.md": POOLS, "clubs.md": CLUBS, "exams.md": EXAMS}.items():
        files.append(folder / name)
        files[-1].write_text(text, encoding="utf-8")
    store = Store.create(folder / "store", embedder)
    assert {outcome.change for outcome in add_files(store, files)} == {Change.ADDED}
    return Assistant(store)


@pytest.mark.parametrize(
    ("question", "shown", "hidden"),
    [
        ("澄江区哪些学校去东湖馆上游泳课", ("梅林中学", "白沙中学"), ("石塘中学", "青禾中学")),
        ("澄江区哪些学校收接送车费", ("梅林中学", "白沙中学"), ("石塘中学", "青禾中学")),
        ("澄江区梅林中学和青禾中学星期几上游泳课", ("星期一", "星期五"), ("星期二", "星期四")),
        ("澄江区白沙中学星期几上游泳课", ("星期四",), ("星期一", "星期五")),
        ("澄江区中考哪几门是开卷", ("历史", "政治"), ("语文", "入场")),
        ("How much is the chess club for masters?", ("1,350",), ("1,900",)),
        ("My daughter is in fifth year. How much is the chess club?", ("1,200",), ("1,350", "1,900")),
    ],
)
def test_rows_are_quoted_that_are_asked_for(
    assistant: Assistant, question: str, shown: tuple[str, ...], hidden: tuple[str, ...]
) -> None:
    answer = assistant.invoke(question)
    assert answer.status == ANSWERED
    assert all(one in to_markdown(answer) for one in shown)
    assert not any(one in to_markdown(answer) for one in hidden)


@pytest.mark.parametrize(
    "question",
    [
        "澄江区青禾中学接送车费一学期多少钱",
        "澄江区凤台中学星期几上游泳课",
        "How many places are left in Chess, masters?",
        "How many places are left for Years 7-9?",
    ],
)
def test_blank_cell_or_unlisted_row_is_not_found(assistant: Assistant, question: str) -> None:
    assert assistant.invoke(question).status == NOT_FOUND
