import cn2an
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.language.numbers import read_number
from ingest.year import plan_year


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("〇", 0),
        ("一", 1),
        ("两", 2),
        ("十", 10),
        ("十八", 18),
        ("二十", 20),
        ("二十一", 21),
        ("一百零五", 105),
        ("一百〇五", 105),
        ("三百二十", 320),
        ("一千二百", 1200),
        ("二〇一四", 2014),
        ("二○一四", 2014),
        ("二零二三", 2023),
        ("18", 18),
        ("１８", 18),
        (" 7 ", 7),
        ("①", 1),
        ("⑳", 20),
        ("兩百", 200),
    ],
)
def test_numeral_is_read(written: str, number: int) -> None:
    assert read_number(written) == number


@pytest.mark.parametrize("text", ["", " ", "abc", "一个", "第一", "3.5", "-1", "1,000", "年", "十个百"])
def test_text_that_is_no_numeral_is_none(text: str) -> None:
    assert read_number(text) is None


@given(st.integers(1, 999))
def test_number_written_in_chinese_reads_back(number: int) -> None:
    written = cn2an.an2cn(str(number), "low")
    assert read_number(written) == number
    assert read_number(written.removeprefix("一") if 10 <= number < 20 else written) == number  # labels say 十八


@given(st.integers(1900, 2099))
def test_year_written_digit_by_digit_reads_back(year: int) -> None:
    digits = "".join("〇一二三四五六七八九"[int(digit)] for digit in str(year))
    assert read_number(digits) == year
    assert plan_year([f"{digits}年工作要点"], "", [], None) == plan_year([f"{year}年工作要点"], "", [], None) == year


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("二○一四年、2019—2021年工作要点", 2014),
        ("2023至2025年工作要点", 2023),
        ("12024年工作要点", None),
        ("1024年工作要点", None),
        ("十年规划", None),
        ("二〇二五 年工作要点", 2025),
    ],
)
def test_only_years_are_taken_for_years(title: str, year: int | None) -> None:
    assert plan_year([title], "", [], None) == year
