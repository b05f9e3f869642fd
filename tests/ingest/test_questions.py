"""Sheets of questions and answers: an item is a question with its answer, however the sheet marks them."""

import pytest

from ingest.document import read_lines
from ingest.load import cut_plan
from ingest.plan import Plan
from ingest.questions import question_of


def plan_of(text: str) -> Plan:
    return cut_plan(read_lines(text.replace("|", "\n"), source="问答.txt"))


SHEETS = {
    "marked in Chinese": (
        "望汀区2026年入学问答||问：几岁可以报名？|答：年满六周岁。|问：租房可以报名吗？|答：可以。|带租房合同。",
        {"问1": ("几岁可以报名？", "六周岁"), "问2": ("租房可以报名吗？", "带租房合同")},
    ),
    "marked in brackets": (
        "望汀区2026年入学问答||【问】几岁可以报名？|【答】年满六周岁。|【问】租房怎么报名？|【答】带租房合同。",
        {"问1": ("几岁可以报名？", "六周岁"), "问2": ("租房怎么报名？", "租房合同")},
    ),
    "marked by letters": (
        "望汀区2026年入学问答||Q1：几岁可以报名？|A1：年满六周岁。|Q2：租房可以报名吗？|A2：可以，带租房合同。",
        {"问1": ("几岁可以报名？", "六周岁"), "问2": ("租房可以报名吗？", "租房合同")},
    ),
    "numbered, the answer marked": (
        "望汀区2026年入学问答||1.几岁可以报名？|答：年满六周岁。|2.租房可以报名吗？|答：可以。",
        {"1": ("几岁可以报名？", "六周岁"), "2": ("租房可以报名吗？", "可以")},
    ),
    "numbered and marked": (
        "望汀区2026年入学问答||1.问：几岁可以报名？|答：年满六周岁。|2.问：租房可以报名吗？|答：可以。",
        {"1": ("几岁可以报名？", "六周岁"), "2": ("租房可以报名吗？", "可以")},
    ),
    "numbered in Chinese, prose of several paragraphs below": (
        "望汀区2026年入学问答||一、几岁可以报名？|年满六周岁。八月三十一日前出生。|七周岁的也可以报名。|二、何时报名？|六月二十日。",
        {"一": ("几岁可以报名？", "七周岁"), "二": ("何时报名？", "六月二十日")},
    ),
    "two questions in one line": (
        "望汀区2026年入学问答||1.租房可以报名吗？要带什么？|可以。带合同。|2.何时报名？|六月二十日。",
        {"1": ("租房可以报名吗？要带什么？", "带合同"), "2": ("何时报名？", "六月")},
    ),
    "an answer with a list of its own": (
        "望汀区2026年入学问答||一、要带什么材料？|下列材料：|1.户口簿；|2.出生证。|二、何时报名？|（一）网上报名六月二十日；|（二）现场报名七月一日。",
        {"一": ("要带什么材料？", "2.出生证"), "二": ("何时报名？", "（二）现场报名")},
    ),
    "an answer whose list is numbered as the questions are": (
        "望汀区2026年入学问答||1.要带什么材料？|下列材料：|1.户口簿；|2.出生证。|2.何时报名？|六月二十日。|3.在哪里报名？|学校。",
        {"1": ("要带什么材料？", "2.出生证"), "2": ("何时报名？", "六月"), "3": ("在哪里报名？", "学校")},
    ),
    "neither numbered nor marked": (
        "望汀区2026年入学政策解答||外地户口可以报名吗？|可以，凭居住证报名，由教育局统筹安排。|几岁可以报名？|年满六周岁。",
        {"问1": ("外地户口可以报名吗？", "居住证"), "问2": ("几岁可以报名？", "六周岁")},
    ),
    "below sections": (
        "望汀区2026年入学问答||一、报名|问：几岁可以报名？|答：年满六周岁。|二、录取|问：何时公布？|答：七月十二日。|三、联系|电话：5510000。",
        {"问1": ("几岁可以报名？", "六周岁"), "问2": ("何时公布？", "七月十二日")},
    ),
    "on one line": (
        "望汀区2026年入学问答||问：几岁可以报名？ 答：年满六周岁。|问：租房可以报名吗？答：可以。",
        {"问1": ("几岁可以报名？", "六周岁"), "问2": ("租房可以报名吗？", "可以")},
    ),
    "a question within an answer": (
        "望汀区2026年入学问答||1.可以换学校吗？|问：录取以后还能换吗？|答：不能。|2.学费多少？|免费。",
        {"1": ("可以换学校吗？", "不能"), "2": ("学费多少？", "免费")},
    ),
}


@pytest.mark.parametrize(("text", "expected"), SHEETS.values(), ids=SHEETS)
def test_item_is_a_question_with_its_answer(text: str, expected: dict[str, tuple[str, str]]) -> None:
    items = {item.ref: item for item in plan_of(text).items}
    assert set(expected) <= set(items)
    for ref, (question, answer) in expected.items():
        assert items[ref].heading == question
        assert question in items[ref].text
        assert answer in items[ref].text


@pytest.mark.parametrize(
    ("text", "refs"),
    [
        (
            "望汀区2026年工作方案||一、为什么要改？|（一）路太远。|（二）车太少。|二、任务|（一）修路。",
            ["一(一)", "一(二)", "二(一)"],
        ),
        (
            "致家长的一封信||各位家长：|孩子放学没人接，怎么办？我们想了办法。|一、开课后班。|二、开校车。",
            ["前言", "一", "二"],
        ),
    ],
)
def test_paper_with_a_question_in_it_is_no_sheet(text: str, refs: list[str]) -> None:
    assert [item.ref for item in plan_of(text).items] == refs


@pytest.mark.parametrize(
    ("line", "question"),
    [
        ("问：几岁上学？ 答：六周岁。", "几岁上学？"),
        ("几岁上学？", "几岁上学？"),
        ("问：怎样报名", "怎样报名"),
        ("答：六周岁。", None),
        ("年满六周岁。", None),
        ("谁来接？学校来接。", None),
    ],
)
def test_question_of_a_line(line: str, question: str | None) -> None:
    assert question_of(line) == question
