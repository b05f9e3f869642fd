"""Lines that are no part of the plan: dropped, and each says why."""

import pytest

from ingest.clean import furniture, is_prose, masthead, tail
from ingest.document import read_lines
from ingest.load import cut_plan
from ingest.plan import Plan, Role

HEAD = "澄原县教育局2023年工作要点\n"
BODY = "一、党建\n1.抓学习。全体党员每月集中学习一次。\n2.抓作风。每季一次，结果在全县通报。\n"


def plan_of(text: str) -> Plan:
    return cut_plan(read_lines(text, source="要点.txt"))


def dropped(plan: Plan) -> dict[str, str]:
    return {reading.text: reading.reason for reading in plan.readings if reading.role is Role.DROPPED}


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("首页 > 政务公开 > 规划计划", "the web page's path"),
        ("当前位置：首页", "the web page's path"),
        ("发布时间：2024-01-05", "the web page's date and source line"),
        ("来源：澄原县教育局", "the web page's date and source line"),
        ("浏览次数：88", "the web page's date and source line"),
        ("索引号：003", "the web page's date and source line"),
        ("【打印】【关闭】", "a button of the web page"),
        ("字体：大 中 小", "a button of the web page"),
        ("2023年2月3日", "a date line"),
        ("（2023年2月3日）", "a note under the title"),
        ("各乡镇中心学校、县直各学校：", "the letter's addressees"),
        ("各鄉鎮中心學校、縣直各學校：", "the letter's addressees"),
        ("局机关各科室：", "the letter's addressees"),
        ("澄教〔2023〕7号", "the paper's number"),
    ],
)
def test_line_above_the_plan_is_dropped_and_says_why(line: str, reason: str) -> None:
    plan = plan_of(f"{HEAD}{line}\n{BODY}")
    assert dropped(plan) == {line: reason}
    assert [item.ref for item in plan.items] == ["1", "2"]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("澄原县教育局", "the signature"),
        ("澄原县教育局 2023年2月3日", "the signature"),
        ("澄原縣教育局", "the signature"),
        ("2023年2月3日", "the date line"),
        ("二〇二三年二月三日", "the date line"),
        ("抄送：县委办公室，县政府办公室。", "the copies' addressees"),
        ("附件：重点任务分工表", "the list of attachments"),
        ("附件1：重点任务分工表", "the list of attachments"),
        ("（此件公开发布）", "the contact line"),
        ("联系人：张三 联系电话：5550101", "the contact line"),
        ("澄原县教育局办公室 2023年2月3日印发", "the printer's line"),
        ("澄原縣教育局辦公室 2023年2月3日印發", "the printer's line"),
        ("共印80份", "the number of copies printed"),
        ("上一篇：没有了", "links of the web page"),
        ("扫一扫在手机打开当前页", "a prompt of the web page"),
        ("版权所有：澄原县教育局", "the web site's imprint"),
        ("某ICP备00000000号", "the web site's registration"),
    ],
)
def test_line_below_the_plan_is_dropped_and_says_why(line: str, reason: str) -> None:
    plan = plan_of(f"{HEAD}{BODY}{line}\n")
    assert dropped(plan) == {line: reason}
    assert plan.items[-1].text == "2.抓作风。每季一次，结果在全县通报。"


def test_whole_signature_with_attachments_and_copies_is_dropped() -> None:
    tail_lines = [
        "附件：1.任务表",
        "2.联系表",
        "澄原县教育局",
        "2023年2月3日",
        "抄送：县委办公室",
        "澄原县教育局办公室 2023年2月3日印发",
    ]
    plan = plan_of(HEAD + BODY + "\n".join(tail_lines))
    assert list(dropped(plan)) == tail_lines
    assert all(dropped(plan).values())
    assert (plan.identity.issuer, plan.identity.date) == ("澄原县教育局", "2023-02-03")


def test_furniture_within_the_plan_is_dropped_and_the_items_go_on() -> None:
    plan = plan_of(HEAD + BODY.replace("2.", "扫一扫在手机打开当前页\n2."))
    assert list(dropped(plan)) == ["扫一扫在手机打开当前页"]
    assert [item.ref for item in plan.items] == ["1", "2"]


@pytest.mark.parametrize(
    "paragraph",
    [
        "2023年2月3日起，全县各校开展安全检查，每周一次。",
        "澄原县教育局成立专班，每月调度一次，结果通报。",
        "各学校要认真落实，年底考核。",
        "附件中的任务由各科室分别负责，年底总结。",
        "来源于财政的经费不得挪用，专款专用。",
    ],
)
def test_paragraph_that_opens_like_such_a_line_stays(paragraph: str) -> None:
    plan = plan_of(f"{HEAD}{BODY}3.抓安全。\n{paragraph}\n")
    assert dropped(plan) == {}
    assert any(paragraph in item.text for item in plan.items)


def test_paragraph_is_told_from_a_furniture_line_by_its_length() -> None:
    line = "上一篇" + "，说的是全县教育工作" * 20
    assert furniture("上一篇：没有了") == "links of the web page"
    assert [furniture(line), masthead(line), tail(line)] == [None, None, None]


@pytest.mark.parametrize(
    ("line", "prose"),
    [("每季一次。", True), ("每季一次；", True), ("任务分工表", False), ("1.任务表，2.联系表", False)],
)
def test_prose_ends_its_sentences(line: str, prose: bool) -> None:
    assert is_prose(line) is prose
