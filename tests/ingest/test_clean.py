"""Lines that are no part of the plan: dropped, and each says why."""

import pytest

from ingest.clean import furniture, is_prose, masthead, tail
from ingest.document import read_lines
from ingest.language.spacing import clean
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
    assert dropped(plan) == {clean(line): reason}
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
        ("联系人：张三", "the contact line"),
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
    assert dropped(plan) == {clean(line): reason}
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


@pytest.mark.parametrize(
    "line",
    [
        "首页 > 政务公开",
        "> 政府信息公开 > 规划计划",
        "您现在的位置：首页",
        "您當前的位置：首頁",
        "【字体：大 中 小】",
        "【字體：大 中 小】",
        "字号：[大] [中] [小]",
        "打印 关闭",
        "打印本页 | 关闭窗口",
        "友善列印 轉寄友人 回上一頁",
        "分享到：微信 微博 QQ空间",
        "分享到",
        "扫描二维码在手机上查看",
        "掃一掃在手機打開",
        "上一篇：工作动态",
        "下一条：没有了",
        "相关链接：",
        "相關文章",
        "某公网安备 00000000号",
        "版權所有：某縣教育局",
        "Copyright 2024 某县",
        "网站标识码：0000000000",
        "网站主办单位：某县教育局",
        "（共印80份）",
        "抄送：县委办。",
        "抄 送：县委办，县府办",
        "导语：本文来自网友。",
        ":::",
    ],
)
def test_furniture_is_dropped_wherever_it_stands(line: str) -> None:
    for text in (f"{line}\n{HEAD}{BODY}", f"{HEAD}{line}\n{BODY}", f"{HEAD}{BODY}{line}\n"):
        plan = plan_of(text)
        assert list(dropped(plan)) == [clean(line)]
        assert [item.ref for item in plan.items] == ["1", "2"]


@pytest.mark.parametrize(
    "paragraph",
    [
        "关闭不合格培训机构12家。",
        "打印作业一律免费，收费的立即纠正。",
        "收藏图书增加一千册。",
        "分享到位的经验，逐校推广。",
        "字体端正、书写工整是基本要求。",
        "相关阅读活动每月一次，结果公示。",
        "下一页任务另行部署。",
        "技术支持由教研室承担，经费列入预算。",
        "主办单位要签订安全责任书。",
        "联系人制度要落实到班。",
        "上一条渠道，下接一线教师。",
        "友情链接两地学校，互派教师。",
        "返回校园的学生要登记。",
        "编辑校本教材三册。",
        "共印发宣传单80份，发到每户。",
        "发布时间由各校自定。",
        "關閉不合格機構12家。",
    ],
)
def test_paragraph_that_opens_like_furniture_stays_wherever_it_stands(paragraph: str) -> None:
    for text in (f"{HEAD}{paragraph}\n{BODY}", f"{HEAD}{BODY}3.抓安全。\n{paragraph}\n4.抓稳定。每周一查。\n"):
        plan = plan_of(text)
        assert paragraph not in dropped(plan)
        assert any(paragraph in item.text for item in plan.items)
    plan = plan_of(f"{HEAD}{BODY}3.抓安全。\n{paragraph}\n澄原县教育局\n2023年2月3日\n")
    assert list(dropped(plan)) == ["澄原县教育局", "2023年2月3日"]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("澄原县教育局文件", "the letterhead"),
        ("澄 原 县 教 育 局 文 件", "the letterhead"),
        ("特急", "the paper's grade"),
        ("签发人：李某", "the web page's date and source line"),
        ("目　录", "the heading of the contents"),
        ("同志们：", "the greeting"),
        ("2024-01-05 10:22:08", "a date line"),
        ("新闻中心 政务公开 互动交流", "navigation"),
        ("各县（市、区）教育局，局直属各学校，有关单位：", "the letter's addressees"),
        ("局属各单位：", "the letter's addressees"),
        ("责任编辑：王某", "the web page's date and source line"),
        ("有效性：有效", "the web page's date and source line"),
    ],
)
def test_masthead_says_what_each_line_is(line: str, reason: str) -> None:
    assert dropped(plan_of(f"{HEAD}{line}\n{BODY}")) == {clean(line): reason}


@pytest.mark.parametrize("line", ["现将有关事项通知如下：", "各学校要做好以下工作：", "指导思想", "总体要求："])
def test_short_line_that_opens_the_text_is_text(line: str) -> None:
    plan = plan_of(f"{HEAD}{line}\n{BODY}")
    assert dropped(plan) == {}


@pytest.mark.parametrize(
    "line",
    [
        "澄 原 县 教 育 局",
        "二 〇 二 三 年 二 月 三 日",
        "澄原县教育局（盖章）",
        "澄原县教育局 澄原县财政局",
        "汀兰小学",
        "2023.2.3",
        "附 件",
        "附件2",
        "任务分工表.docx",
        "1.任务分工表.xlsx 点击下载",
        "责任编辑：王某",
        "来源：澄原县教育局",
        "主办单位：澄原县教育局",
        "—END—",
        "- 3 -",
    ],
)
def test_tail_in_other_forms_is_dropped(line: str) -> None:
    plan = plan_of(f"{HEAD}{BODY}{line}\n")
    assert list(dropped(plan)) == [clean(line)]


@pytest.mark.parametrize(
    "line",
    [
        "联系人：张三 联系电话：5550101",
        "（联系人：李某；电话：5550101）",
        "咨询电话：0700-5550101",
        "监督邮箱：office@example.org",
        "地址：澄原县文教路8号",
        "諮詢電話：5550101",
    ],
)
def test_how_somebody_is_reached_stays_above_and_below_the_signature(line: str) -> None:
    above = plan_of(f"{HEAD}{BODY}{line}\n澄原县教育局\n2023年2月3日\n")
    below = plan_of(f"{HEAD}{BODY}澄原县教育局\n2023年2月3日\n{line}\n")
    assert [list(dropped(plan)) for plan in (above, below)] == [["澄原县教育局", "2023年2月3日"]] * 2
    assert [plan.items[-1].text.split("\n")[-1] for plan in (above, below)] == [line, line]


def test_telephone_of_the_web_site_is_none_of_the_paper_s() -> None:
    plan = plan_of(f"{HEAD}{BODY}澄原县教育局\n2023年2月3日\n主办单位：澄原县教育局\n联系电话：5550101\n")
    assert "5550101" not in plan.items[-1].text


def test_signature_before_attachments_is_dropped_with_their_list_and_the_attachments_stay() -> None:
    plan = plan_of(
        f"{HEAD}{BODY}附件：1.考点表\n2.考务表\n澄原县教育局\n2023年2月3日\n附件1\n考点表\n第一考点设在三中，共三十个考场。\n"
    )
    assert list(dropped(plan)) == ["附件：1.考点表", "2.考务表", "澄原县教育局", "2023年2月3日"]
    assert "三十个考场" in plan.items[-1].text
    assert (plan.identity.issuer, plan.identity.date) == ("澄原县教育局", "2023-02-03")


def test_short_last_items_above_a_signature_stay() -> None:
    plan = plan_of(f"{HEAD}一、党建\n1.抓学习\n2.健全领导小组\n3.完善联席会议\n澄原县教育局\n2023年2月3日\n")
    assert [item.ref for item in plan.items] == ["1", "2", "3"]
