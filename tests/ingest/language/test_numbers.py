import cn2an
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.language.numbers import find_numbers, read_number, read_percent, read_value
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


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("4", 4),
        ("1,560", 1560),
        ("12.5", 12.5),
        ("1.5万", 15_000),
        ("4.6亿", 460_000_000),
        ("3 千万", 30_000_000),
        ("两百六", 260),
        ("一万二", 12_000),
        ("一万二千六百", 12_600),
        ("百万", 1_000_000),
        ("二〇二五", 2025),
        ("三百二十", 320),
        ("十", 10),
        ("百", 100),
        ("一点五", 1.5),
        ("百分之八十", 0.8),
        ("八成", 0.8),
        ("课", None),
        ("万", None),
        ("", None),
    ],
)
def test_value_of_a_numeral_is_read_whatever_it_is_written_in(numeral: str, value: float | None) -> None:
    assert read_value(numeral) == value


@pytest.mark.parametrize(
    ("share", "percent"),
    [
        ("百分之八十", 80),
        ("百分之3.5", 3.5),
        ("百分之百", 100),
        ("三分之一", 33.33),
        ("千分之五", 0.5),
        ("八成", 80),
        ("九成五", 95),
        ("七成半", 75),
        ("八成立", None),
        ("80", None),
    ],
)
def test_share_is_read_in_hundredths(share: str, percent: float | None) -> None:
    assert read_percent(share) == percent


@given(st.integers(1, 99_999_999))
def test_value_written_in_chinese_is_that_in_digits(number: int) -> None:
    assert read_value(cn2an.an2cn(str(number), "low")) == read_value(str(number)) == number


def test_numbers_of_a_text_are_found_as_printed() -> None:
    assert find_numbers("投入12,500元，三十所") == [("12,500", 12_500), ("三十", 30)]


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
