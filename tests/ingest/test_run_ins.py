"""Items that run on in one paragraph: one row a paragraph."""

import pytest

from ingest.document import read_lines
from ingest.outline import outline
from ingest.plan import Role
from tests.ingest.drawing import draw

PARTED = [
    ("brackets after full stops", "一、甲|（一）备课。认真写。（二）上课。讲清楚。|二、乙", "一[(一) (二)] 二"),
    ("figures after semicolons", "一、甲|1.备课；2.上课；3.批改。|二、乙", "一[1 2 3] 二"),
    ("figures after a colon", "一、甲|（一）教学。要做到：1.备课；2.上课。|（二）安全。|二、乙", "一[(一)[1 2] (二)] 二"),
    ("figures after white space", "一、甲|1.备课 2.上课 3.批改|二、乙", "一[1 2 3] 二"),
    ("bracketed figures", "1.材料：（1）户口簿；（2）房产证。|2.时间。", "1[(1) (2)] 2"),
    ("circled figures", "1.材料：①户口簿；②房产证。|2.时间。", "1[① ②] 2"),
    ("articles", "第一条 甲事。 第二条 乙事。 第三条 丙事。", "第一条 第二条 第三条"),
    ("sections with their parts", "一、总体要求 二、重点任务（一）加强学习。（二）加强作风。 三、保障", "一 二[(一) (二)] 三"),
    ("the first of a list that goes on below", "一、甲。主要有：（一）备课。|（二）上课。|二、乙", "一[(一) (二)] 二"),
    ("the second of a list that began above", "一、甲|1.备课。|2.上课。3.批改。|4.辅导。|二、乙", "一[1 2 3 4] 二"),
]  # fmt: skip

WHOLE = [
    ("一是, 二是", "一、甲。一是备课。二是上课。三是批改。|二、乙", "一 二"),
    ("first, second", "一、甲。第一，备课。第二，上课。|二、乙", "一 二"),
    ("首先, 其次", "一、甲。首先，备课。其次，上课。再次，批改。|二、乙", "一 二"),
    ("a list in brackets", "一、甲（材料：1.户口簿；2.房产证）。|二、乙", "一 二"),
    ("a list in quotation marks", "一、甲。通知说：“1.备课；2.上课。”|二、乙", "一 二"),
    ("names of lists", "一、甲。见《职位表（一）》、《职位表（二）》。|二、乙", "一 二"),
    ("figures that only look like labels", "一、甲。增长3.5%。共1.2万人。达到2.8万元。|二、乙", "一 二"),
    ("ratios and times", "一、甲：1:5的比例。时间：8:30。电话：0512-1234567。|二、乙", "一 二"),
    ("an article that is spoken of", "第一条 甲。第二条规定的除外。|第二条 乙。", "第一条 第二条"),
    ("a list that has one point only", "一、甲。要求：1.备课。|二、乙", "一 二"),
    ("a number in the midst of a sentence", "一、甲小学一、二年级、初中一、二年级。|二、乙", "一 二"),
    ("bracketed figures in the midst of a sentence", "一、甲。依照本办法（一）（二）两项办理。|二、乙", "一 二"),
]  # fmt: skip


@pytest.mark.parametrize(("about", "lines", "tree"), PARTED, ids=[row[0].replace(" ", "-") for row in PARTED])
def test_items_that_run_on_are_parted(about: str, lines: str, tree: str) -> None:
    assert draw(lines.replace("|", "\n")) == tree


@pytest.mark.parametrize(("about", "lines", "tree"), WHOLE, ids=[row[0].replace(" ", "-") for row in WHOLE])
def test_paragraph_that_only_looks_like_several_items_stays_whole(about: str, lines: str, tree: str) -> None:
    assert draw(lines.replace("|", "\n")) == tree


def test_line_that_holds_several_items_says_so() -> None:
    cut = outline(read_lines("一、甲\n1.备课。2.上课。\n二、乙\n1.批改。", source="plan.txt").lines)
    assert [(item.ref, item.text) for item in cut.items] == [
        ("一.1", "1.备课。"),
        ("一.2", "2.上课。"),
        ("二.1", "1.批改。"),
    ]
    assert (cut.readings[1].role, cut.readings[1].reason) == (
        Role.ITEM,
        "items 一.1, 一.2, which run on in one paragraph",
    )
    assert [reading.number for reading in cut.readings] == [1, 2, 3, 4]


def test_whole_paper_on_one_line_is_parted_from_its_title_on() -> None:
    body = "一、总体要求坚持立德树人。二、重点任务（一）加强学习。每月一次。（二）加强作风。每季一次。三、保障措施1.落实经费。2.加强督导。"
    assert draw("澄原县教育局2023年工作要点" + body + "各校要认真落实。" * 50) == "一 二[(一) (二)] 三[1 2]"


def test_paper_whose_pages_are_each_one_line_is_parted() -> None:
    pages = "一、总体要求。好好办学。二、重点任务。（一）加强学习。每月一次。\n（二）加强作风。每季一次。三、保障措施。落实经费。"
    assert draw(pages) == "一 二[(一) (二)] 三"


def test_space_between_parts_that_belong_together_is_kept() -> None:
    items = outline(read_lines("一、甲\n1.备课 认真。 2.上课。\n二、乙。", source="plan.txt").lines).items
    assert [item.text for item in items] == ["1.备课 认真。", "2.上课。", "二、乙。"]
