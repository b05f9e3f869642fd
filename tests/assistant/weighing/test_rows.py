from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.answer import ANSWERED
from assistant.ask import Assistant
from assistant.render import to_markdown
from assistant.weighing.rows import is_row, named_share
from ingest.plan import Item
from vectorstore.embedder import Embedder
from vectorstore.store import Store
from vectorstore.update import Change, add_files

AREAS = """榆桥区2025年小学招生范围一览表

学校\t招生范围\t计划班数\t咨询电话
柏树小学\t柏树街1号至60号、棉纺厂宿舍\t4\t7730011
枫林路小学\t枫林路全段、碧湖苑一期\t6\t7730022
碧湖小学\t碧湖苑二期、南庄村\t3\t7730033
"""
FEES = """# 榆桥区公办幼儿园收费标准（2025年）

| 园所等级 | 保教费（元/月） | 伙食费（元/月） |
|---|---|---|
| 省一级园 | 750 | 390 |
| 市一级园 | 610 | 370 |
| 普通园 | 470 | 350 |
"""


ENROLMENT = """榆桥师范学院2025年招生计划表

专业代号\t专业\t科类\t学费\t总计
01\t秘书学\t历史\t4950\t70
02\t会计学\t物理\t5200\t85
03\t园林\t物理\t5800\t40
"""


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Assistant:
    folder = tmp_path_factory.mktemp("tables")
    files = [folder / "areas.txt", folder / "fees.md", folder / "enrolment.txt"]
    for file, text in zip(files, (AREAS, FEES, ENROLMENT), strict=True):
        file.write_text(text, encoding="utf-8")
    store = Store.create(folder / "store", embedder)
    assert {outcome.change for outcome in add_files(store, files)} == {Change.ADDED}
    return Assistant(store)


@pytest.mark.parametrize(
    ("question", "shown", "hidden"),
    [
        ("碧湖苑二期上哪个小学", "碧湖小学", "枫林路小学"),
        ("碧湖苑一期上哪个小学", "枫林路小学", "碧湖小学"),
        ("棉纺厂宿舍的孩子上哪所学校", "柏树小学", "碧湖小学"),
        ("枫林路小学招几个班", "计划班数：**6**", "**一期**"),
        ("碧湖小学电话多少", "7730033", "7730022"),
        ("市一级幼儿园每个月多少钱", "**610**", "750"),
        ("普通园伙食费多少", "**350**", "390"),
        ("榆桥师范学院秘书学专业招多少人", "**70**", "85"),
        ("榆桥师范学院园林专业学费多少", "**5800**", "5200"),
    ],
)
def test_row_that_is_named_answers_whole_and_no_other(
    tables: Assistant, question: str, shown: str, hidden: str
) -> None:
    answer = tables.invoke(question)
    assert answer.status == ANSWERED
    assert shown in to_markdown(answer)
    assert hidden not in to_markdown(answer)


def row(text: str, ref: str = "表1-2") -> Item:
    return Item(ref, None, "", "", "", text)


def test_share_is_of_the_name_that_stands_longest_in_the_question() -> None:
    question = "碧湖苑二期上哪个小学"
    assert named_share(row("学校：碧湖小学；范围：碧湖苑二期、南庄村"), question) == 1
    assert named_share(row("学校：枫林路小学；范围：碧湖苑一期"), question) == 0.6
    assert named_share(row("学校：柏树小学；班数：4"), "报名要多少钱") == 0


def test_what_is_no_row_has_no_share() -> None:
    assert not is_row(row("碧湖苑二期的孩子上碧湖小学。", ref="3"))
    assert named_share(row("范围：碧湖苑二期", ref="3"), "碧湖苑二期上哪个小学") == 0


TASKS = """# 榆桥区2026年教育重点任务分解表

| 序号 | 重点任务 | 牵头股室 | 配合单位 | 完成时限 |
|---|---|---|---|---|
| 1 | 新建城南幼儿园，新增学位240个 | 项目股 | 财务股 | 2026年8月底 |
| 2 | 更换教室护眼灯900盏 | 后勤中心 | 各学校 | 2026年6月底 |
"""


def test_cells_of_a_row_answer_each_thing_that_is_asked_of_it(store: Store, write: Callable[[str, str], Path]) -> None:
    assert [outcome.change for outcome in add_files(store, [write("任务.md", TASKS)])] == [Change.ADDED]
    assistant = Assistant(store)
    answer = assistant.invoke("护眼灯换多少盏，哪个部门管，什么时候换完")
    assert answer.missing == ()
    assert [citation.item.ref for citation in answer.citations] == ["2"]
    for told in ("**900盏**", "**后勤中心**", "**2026年6月底**"):
        assert told in to_markdown(answer)
    assert "**2026年8月底**" in to_markdown(assistant.invoke("城南幼儿园什么时候建好"))
