"""Dates, times of day and weekdays, with what each says and what it leaves out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.language.dates import find_dates
from ingest.language.reading import Reading


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("2024年9月底前", [(2024, 9, None, None)]),
        ("二〇二五年", [(2025, None, None, None)]),
        ("2023-2024学年", [(2023, None, None, None), (2024, None, None, None)]),
        ("6月20日至28日", [(None, 6, 20, None), (None, 6, 28, None)]),
        ("6月20至28日报名", [(None, 6, 20, None), (None, 6, 28, None)]),
        ("2024年9月5日、10月8日", [(2024, 9, 5, None), (2024, 10, 8, None)]),
        ("2023年12月至2024年3月", [(2023, 12, None, None), (2024, 3, None, None)]),
        ("2023年至2024年9月", [(2023, None, None, None), (2024, 9, None, None)]),
        ("民国113年3月5日", [(2024, 3, 5, None)]),
        ("2024.9.1", [(2024, 9, 1, None)]),
        ("17时30分", [(None, None, None, 1050)]),
        ("下午五点半", [(None, None, None, 1050)]),
        ("8:20", [(None, None, None, 500)]),
        ("on july 8, 2023", [(2023, 7, 8, None)]),
        ("8 july", [(None, 7, 8, None)]),
        ("1.5万人", []),
        ("3日内办结", []),
        ("2000名学生", []),
        ("职普比不低于4:60", []),
        ("提出三点要求", []),
        ("6号楼", []),
    ],
)
def test_date_is_read(text: str, dates: list[tuple[int | None, ...]]) -> None:
    assert [(date.year, date.month, date.day, date.minutes) for date in find_dates(text)] == dates


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("9月底前", "before"),
        ("截至2024年6月", "before"),
        ("9月1日起", "from"),
        ("不晚于21时", "before"),
        ("不早于8时", "from"),
        ("国庆节前后,9月", ""),
        ("9月", ""),
    ],
)
def test_deadline_and_start_are_told_apart(text: str, side: str) -> None:
    assert find_dates(text)[0].side == side


@pytest.mark.parametrize(
    ("text", "part", "printed"),
    [
        ("9月上旬完成", "上旬", "9月上旬"),
        ("2024年底", "底", "2024年底"),
        ("5月初", "初", "5月初"),
        ("2024年初中毕业", "", "2024年"),
        ("9月1日", "", "9月1日"),
    ],
)
def test_part_of_the_month_or_year_is_told(text: str, part: str, printed: str) -> None:
    date = find_dates(text)[0]
    assert (date.part, date.printed) == (part, printed)


def test_weekday_is_numbered_from_monday() -> None:
    assert [date.weekday for date in find_dates("每周三下午、星期天")] == [3, 7]
    assert find_dates("每周三次") == ()


def test_so_many_days_may_be_a_length() -> None:
    (one,) = find_dates("限期15日整改")
    assert one.may_be_length
    assert not find_dates("9月15日")[0].may_be_length


def test_reading_holds_dates_by_their_places_in_the_folded_text() -> None:
    reading = Reading("於２０２４年９月１日開學")
    (date,) = reading.dates
    assert reading.folded[date.start : date.end] == "2024年9月1日"
    assert [year.first for year in reading.years] == [2024]
    assert [(when.start, when.end) for when in reading.whens] == [(date.start, date.end)]


@given(st.text(alphabet="0123456789年月日号时点分:.-—至到前起底初上旬周一二三十〇民国学度,。 juy", max_size=40))
def test_no_text_breaks_the_reading_and_no_two_dates_overlap(text: str) -> None:
    end = 0
    for date in find_dates(text):
        assert end <= date.start <= date.end <= len(text)
        assert 1 <= (date.month or 1) <= 12
        assert 1 <= (date.day or 1) <= 31
        end = date.end
