import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from assistant.targets.amounts import find_amounts
from ingest.language.folding import fold

Found = list[tuple[float | None, str]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("新建幼儿园5所", [(5, "所")]),
        ("新增学位1.5万个", [(15000, "个")]),
        ("總投資4.6億元", [(460_000_000, "元")]),
        ("安排1,200人次", [(1200, "人次")]),
        ("覆盖率达到百分之八十五", [(85, "%")]),
        ("保持百分之百", [(100, "%")]),
        ("提高百分之三点五", [(3.5, "%")]),
        ("提高一点五個百分點", [(1.5, "个百分点")]),
        ("达到98.5％以上", [(98.5, "%")]),
        ("三分之一的学校", [(33.33, "%")]),
        ("占九成五", [(95, "%")]),
        ("不到半数，占八成", [(80, "%")]),
        ("培训一万二千六百名教师", [(12600, "人")]),
        ("每周两次，每次60分钟", [(2, "次"), (60, "分钟")]),
        ("3个工作日内", [(3, "个工作日")]),
        ("下降1个百分点", [(1, "个百分点")]),
        ("80余人", [(80, "人")]),
        ("成立八成立项", []),  # 成立 is a word
        ("5名师", []),  # 名师
        ("三年级和六年级", []),
        ("高一1班主任", []),
        ("建党100周年", []),
        ("千人以上学校", []),
        ("一级教师和三级管理", []),
        ("第三批和首批", []),
        ("第2024号", []),
        ("", []),
    ],
)
def test_number_with_its_unit_is_read(text: str, found: Found) -> None:
    assert [(one.value, one.unit) for one in find_amounts(fold(text))] == found


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [("奖励200元至1000元", 200, 1000, "元"), ("掌握1至2项", 1, 2, "项"), ("每校20万—30万元", 200_000, 300_000, "元")],
)
def test_range_has_a_low_and_a_high_end(text: str, low: float, high: float, unit: str) -> None:
    (one,) = find_amounts(fold(text))
    assert (one.value, one.low, one.high, one.unit) == (None, low, high, unit)


def test_range_that_falls_is_none() -> None:
    assert find_amounts("5至2项") == ()


def test_ratio_has_no_value() -> None:
    (one,) = find_amounts(fold("职普比不低于4：6"))
    assert (one.value, one.unit) == (None, "比")


def test_place_is_that_of_number_and_unit() -> None:
    text = "新建幼儿园5所和2班"
    assert [text[one.start : one.end] for one in find_amounts(text)] == ["5所", "2班"]


@given(st.text(alphabet="0123456789.,一二三十百千万亿分之点成至-—所名个%年月日第每，。", max_size=30))
@example("新建3所、扩建五所")
def test_no_text_breaks_the_reading(text: str) -> None:
    found = list(find_amounts(text))
    assert found or text != "新建3所、扩建五所"
    for one in found:
        assert 0 <= one.start < one.end <= len(text)
