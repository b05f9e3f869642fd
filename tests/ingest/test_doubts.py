"""Each doubtful place of a plan is named by its line, with a short reason."""

import pytest

from assistant import show
from ingest.document import read_lines
from ingest.load import cut_plan
from ingest.outline import outline


def doubts(text: str) -> list[tuple[int, str]]:
    cut = outline(read_lines(text.replace("|", "\n"), source="plan.txt").lines)
    return [(doubt.line, doubt.reason) for doubt in cut.doubts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一、甲|二、乙|三、丙", []),
        ("一、甲|1.乙|2.丙|二、丁|3.戊|三、己|4.庚", []),
        ("一、甲|（一）乙|（二）丙|二、丁|（一）戊", []),
        ("## 甲|好好办学。|## 乙|好好办学。", []),
        ("1.1 甲|1.2 乙|2.1 丙", []),
        ("一、甲|二、乙|四、丙", [(3, "“四、” follows “二、”: a number is missing")]),
        (
            "一、甲|五、乙|五、丙|六、丁",
            [(2, "“五、” follows “一、”: a number is missing"), (3, "“五、” stands twice")],
        ),
        ("一、甲|（一）乙|（二）丙|（一）丁", [(4, "“（一）” follows “（二）”: the numbering begins anew")]),
        ("三、甲|四、乙", [(1, "the numbering begins with “三、”")]),
        ("一、甲|1.乙|80、丙|2.丁", [(3, "“80、” is out of sequence, so it is no label")]),
        ("一、甲|" + "认真落实" * 800 + "。|二、乙", [(2, "item 一 is very long (3201 characters)")]),
        ("认真落实" * 800 + "。|一、甲|二、乙", [(1, "3201 characters stand under no heading")]),
        ("认真落实" * 800 + "。", [(1, "3201 characters stand under no heading")]),
        ("第一条 甲。|第一条之一 乙。|第二条 丙。", []),
    ],
)
def test_doubtful_line_is_named_with_its_reason(text: str, expected: list[tuple[int, str]]) -> None:
    assert doubts(text) == expected


def test_outline_marks_a_doubtful_line_with_a_question_mark() -> None:
    text = "澄原县教育局2023年工作要点\n一、党建\n抓学习，每月一次。\n三、质量\n抓课堂，每周一次。"
    plan = cut_plan(read_lines(text, source="plan.txt"))
    assert [doubt.line for doubt in plan.doubts] == [4]
    lines = show.outline(plan).split("\n")
    assert "   2 # 一、党建  <- numbered “一、”" in lines
    assert "   4?# 三、质量  <- numbered “三、”; ? “三、” follows “一、”: a number is missing" in lines
