"""The words of a sentence that say when, with what stands before and behind them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.language.whens import find_whens


@pytest.mark.parametrize(
    ("text", "whens"),
    [
        ("到2025年底,覆盖率达到91%", ["到2025年底"]),
        ("6月20日至28日报名,8月10日前发放", ["6月20日至28日", "8月10日前"]),
        ("自2024年秋季学期起", ["自2024年秋季学期起"]),
        ("今年9月底前完成", ["今年9月底前"]),
        ("年内新建5所", ["年内"]),
        ("“十四五”期间", ["“十四五”期间"]),
        ("落实“十四五”规划", []),
        ("上课不早于8时20分", []),
        ("限期15日整改", []),
        ("2024教育", []),
    ],
)
def test_words_that_say_when_are_taken_together(text: str, whens: list[str]) -> None:
    assert [text[when.start : when.end] for when in find_whens(text)] == whens


def test_year_or_month_is_a_date_and_this_year_is_none() -> None:
    dated = {text: find_whens(text)[0].is_dated for text in ("9月", "2024年", "年底", "秋季学期", "今年", "三年内")}
    assert [text for text, is_dated in dated.items() if is_dated] == ["9月", "2024年", "年底", "秋季学期"]


@given(st.text(alphabet="0123456789年月日至到自前起内底今明去学期秋季十四五“”期间,。、 ", max_size=40))
def test_no_text_breaks_the_reading_and_parts_stand_within(text: str) -> None:
    for when in find_whens(text):
        assert when.parts
        assert when.start <= when.parts[0].start
        assert when.parts[-1].end <= when.end <= len(text)
