from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.ask import Assistant
from vectorstore.embedder import Embedder
from vectorstore.store import Store
from vectorstore.update import add_files

GUIDE = """柏屿区转学办事指南

一、谁可以转学
户籍或者住所迁入柏屿区的学生。
二、办理流程
1.网上填表。登录柏屿区入学平台填写转学表。
2.交验材料。到转入学校交验户口簿。
3.领取通知。学校在十个工作日内发给通知。
三、咨询
咨询电话：5550121。
"""
RULES = """柏屿一小平板电脑管理规定

第一条 平板电脑一般不得带入校园。
第二条 确需带入的，按下列程序办理：
（一）家长填写申请；
（二）班主任签字；
（三）信息中心登记。
第三条 违反规定的，由班主任代为保管一周。
"""

Write = Callable[[str, str], Path]


@pytest.fixture
def assistant(tmp_path: Path, embedder: Embedder, write: Write) -> Callable[[str], Assistant]:
    def of(text: str) -> Assistant:
        store = Store.create(tmp_path / "store", embedder)
        list(add_files(store, [write("paper.txt", text)]))
        return Assistant(store)

    return of


@pytest.mark.parametrize("question", ["怎么办理转学", "转学的流程是什么"])
def test_how_something_is_done_is_answered_with_all_its_steps(
    assistant: Callable[[str], Assistant], question: str
) -> None:
    answer = assistant(GUIDE).invoke(question)
    assert [citation.item.ref for citation in answer.citations] == ["二.1", "二.2", "二.3"]


def test_steps_below_an_article_come_with_it(assistant: Callable[[str], Assistant]) -> None:
    answer = assistant(RULES).invoke("想带平板电脑进校园怎么办理")
    assert [citation.item.ref for citation in answer.citations] == ["第2条", "第2条(一)", "第2条(二)", "第2条(三)"]


def test_what_happens_is_no_question_for_steps(assistant: Callable[[str], Assistant]) -> None:
    answer = assistant(RULES).invoke("违反规定的怎么处理")
    assert [citation.item.ref for citation in answer.citations] == ["第3条"]


ENROLMENT = """柏屿区2026年小学一年级招生公告

一、招生对象
2019年9月1日至2020年8月31日出生的儿童。
二、报名办法
1. 网上登记：6月15日至19日，家长在柏屿入学平台填写信息。
2. 现场审核：6月27日至28日，家长到学校交验原件。
3. 补报名：7月15日，限错过登记的家庭。
三、所需材料
（一）本区户籍
户口簿、房产证、预防接种证。
（二）外来务工人员子女
居住证、劳动合同、预防接种证。
"""


@pytest.mark.parametrize(
    ("question", "refs"),
    [
        ("报名要带什么材料", ["三(一)", "三(二)"]),
        ("没有本地户口要带什么材料", ["三(二)"]),
        ("什么时候报名", ["二.1", "二.2", "二.3"]),
        ("怎么报名", ["二.1", "二.2", "二.3"]),
        ("孩子多大能上一年级", ["一"]),
    ],
)
def test_papers_and_days_are_told_together(
    assistant: Callable[[str], Assistant], question: str, refs: list[str]
) -> None:
    answer = assistant(ENROLMENT).invoke(question)
    assert [citation.item.ref for citation in answer.citations] == refs


def test_plan_for_another_stage_of_school_tells_nothing(assistant: Callable[[str], Assistant]) -> None:
    assert assistant(ENROLMENT).invoke("高中什么时候报名").status == "not_found"
