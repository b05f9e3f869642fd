import pytest

from ingest.document import read_lines
from ingest.leads import lead_sentence
from ingest.load import cut_plan
from ingest.outline import outline
from ingest.plan import Item, Role


def cut(lines: str) -> dict[str, Item]:
    return {item.ref: item for item in outline(read_lines(lines, source="plan.txt").lines).items}


def test_item_names_its_label_its_section_and_its_heading() -> None:
    items = cut(
        "二、提高质量\n本部分由教研室负责。\n2．抓课堂。每周一次。\n3．抓评价：学期末一次。\n各校要落实，年底考核。"
    )
    assert items["2"] == Item("2", "2．", "二", "提高质量", "抓课堂", "2．抓课堂。每周一次。")
    assert items["3"].heading == "抓评价"
    assert (items["二"].label, items["二"].heading) == (None, "提高质量")
    assert (items["二-结语"].label, items["二-结语"].section) == (None, "二")


def test_unnumbered_item_keeps_its_lead_sentence() -> None:
    item = cut("一、党建\n抓学习。全体党员每月学习一次。\n抓作风。全体干部每季检查一次。")["一-2"]
    assert item == Item("一-2", None, "一", "党建", "抓作风", "抓作风。全体干部每季检查一次。")


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("加快发展学前教育。新改建四所公办幼儿园。", "加快发展学前教育"),
        ("加强领导：成立专班。", "加强领导"),
        ("加强领导", "加强领导"),
        ("加强领导，" + "落实" * 30 + "。", "加强领导"),
        ("落实" * 30, ""),
        ("", ""),
    ],
)
def test_lead_sentence_is_the_heading(text: str, lead: str) -> None:
    assert lead_sentence(text) == lead


def test_nodes_are_the_numbered_lines_with_their_parents_and_the_text_up_to_the_next() -> None:
    lines = (
        "一、党建\n先说几句。\n（一）抓学习。总的要求。\n1.读文件。\n每月一次。\n（二）抓作风。好。\n"
        "二、质量\n抓课堂。每周一次。\n抓评价。每年一次。"
    )
    nodes = outline(read_lines(lines, source="plan.txt").lines).nodes
    assert [(node.label, node.level, node.parent, node.text) for node in nodes] == [
        ("一", 1, None, "党建\n先说几句。"),
        ("(一)", 2, 0, "抓学习。总的要求。"),
        ("1", 3, 1, "读文件。\n每月一次。"),
        ("(二)", 2, 0, "抓作风。好。"),
        ("二", 1, None, "质量"),
        (None, 2, 4, "抓课堂。每周一次。"),
        (None, 2, 4, "抓评价。每年一次。"),
    ]


def test_each_line_says_what_it_was_taken_for_and_why() -> None:
    lines = "前面的话，请先读。\n一、党建\n1.抓学习。分三批：\n90、二十人。\n2.抓作风。好。"
    readings = outline(read_lines(lines, source="plan.txt").lines).readings
    assert [(reading.role, reading.reason) for reading in readings] == [
        (Role.ITEM, "item 前言, prose without a number"),
        (Role.HEADING, "numbered “一、”"),
        (Role.ITEM, "item 1, numbered “1.”"),
        (Role.TEXT, "“90、” is out of sequence, so it is no label"),
        (Role.ITEM, "item 2, numbered “2.”"),
    ]


@pytest.mark.parametrize("alone", ["。", "？", "……", "。。\n！", "*****", "●", "—— ——", "\u0301", "😀"])
@pytest.mark.parametrize(
    ("lines", "refs"),
    [
        ("{}\n一、党建\n1.抓学习。每月一次。\n2.抓作风。好。", ["1", "2"]),
        ("一、党建\n{}\n1.抓学习。每月一次。\n2.抓作风。好。", ["1", "2"]),
        ("一、党建\n1.抓学习。每月一次。\n2.抓作风。好。\n{}", ["1", "2"]),
        ("一、党建\n1.抓学习。每月一次。\n2.抓作风。好。\n{}\n二、质量\n3.抓课堂。每周一次。", ["1", "2", "3"]),
        ("一、党建\n抓学习。每月学习一次。\n{}\n抓作风。每季检查一次。\n二、质量\n{}", ["一-1", "一-2", "二"]),
    ],
)
def test_line_without_a_word_is_no_item_and_is_dropped_with_a_reason(alone: str, lines: str, refs: list[str]) -> None:
    cut = outline(read_lines(lines.format(*[alone] * 2), source="plan.txt").lines)
    assert [item.ref for item in cut.items] == refs
    assert all(any(map(str.isalnum, node.text)) for node in cut.nodes)
    dropped = [(reading.text, reading.reason) for reading in cut.readings if reading.role is Role.DROPPED]
    assert dropped == [(line, "holds no word") for line in alone.split("\n")] * lines.count("{}")


def test_line_without_a_word_within_an_item_stays_in_it() -> None:
    item = cut("一、党建\n1.抓学习。每月一次。\n……\n每季一次。\n2.抓作风。好。")["1"]
    assert item.text == "1.抓学习。每月一次。\n……\n每季一次。"


def test_paper_without_a_word_has_no_item() -> None:
    assert cut("。\n？\n……") == {}


@pytest.mark.parametrize(
    ("line", "is_kept"),
    [
        ("（回执请于9月5日前交班主任）", True),
        ("请家长在周五前把回执交回。", True),
        ("请于  月  日前交回", False),
        ("学生姓名：    家长签名：", False),
    ],
)
def test_of_a_slip_only_the_day_by_which_it_is_due_is_kept(line: str, is_kept: bool) -> None:
    letter = (
        "樟汀二小致家长的一封信\n灶台要换，请您看清。\n一、时间\n九月三日。\n二、吃饭\n带饭盒。\n樟汀二小\n2025年9月1日\n"
        f"………………请沿虚线剪下………………\n回执\n我已读过这封信。\n学生姓名：    班级：\n家长签名：    年  月  日\n{line}\n"
    )
    text = "\n".join(item.text for item in cut_plan(read_lines(letter, source="a.txt")).items)
    assert (line in text) == is_kept
    assert "我已读过" not in text
