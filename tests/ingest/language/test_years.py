"""Years, spans of years, and the part that each plays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.language.years import Form, Role, find_republic_years, find_short_years, find_years


@pytest.mark.parametrize(
    ("text", "spans", "form"),
    [
        ("2024年的校车", [(2024, 2024)], Form.YEAR),
        ("二○二四年", [(2024, 2024)], Form.YEAR),
        ("二o一四年", [(2014, 2014)], Form.YEAR),
        ("2023—2024学年", [(2023, 2024)], Form.SCHOOL_YEAR),
        ("2023-24学年", [(2023, 2024)], Form.SCHOOL_YEAR),
        ("2023学年度", [(2023, 2023)], Form.SCHOOL_YEAR),
        ("规划期为2021年至2025年", [(2021, 2025)], Form.YEAR),
        ("民国113年", [(2024, 2024)], Form.YEAR),
        ("民国一一三年", [(2024, 2024)], Form.YEAR),
        ("113学年度", [(2024, 2024)], Form.SCHOOL_YEAR),
        ("“十四五”期间", [(2021, 2025)], Form.FIVE_YEARS),
        ("十五五规划", [(2026, 2030)], Form.FIVE_YEARS),
    ],
)
def test_year_is_read_in_every_form(text: str, spans: list[tuple[int, int]], form: Form) -> None:
    found = find_years(text)
    assert [(year.first, year.last) for year in found] == spans
    assert [year.form for year in found] == [form]


@pytest.mark.parametrize(
    "text", ["2000名学生", "补助2000至5000元", "12024", "in the 1980s", "建校113年", "十五年", "九月一日", ""]
)
def test_number_of_something_else_is_no_year(text: str) -> None:
    assert find_years(text) == ()


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("2025年要建几所", Role.NAMED),
        ("到2025年建成", Role.GOAL),
        ("面向2035", Role.GOAL),
        ("by 2025", Role.GOAL),
        ("哪里说到2024年", Role.NAMED),
        ("自2019年以来", Role.START),
        ("比2023年多", Role.COMPARED),
        ("2018年8月31日前出生", Role.BIRTH),
        ("he was born in 2018", Role.BIRTH),
    ],
)
def test_part_that_a_year_plays_is_told(text: str, role: Role) -> None:
    (year,) = find_years(text)
    assert year.role is role


def test_two_digits_are_a_year_where_it_is_known() -> None:
    assert [year.first for year in find_short_years("24年和25年", {2024, 2025})] == [2024, 2025]
    assert [year.first for year in find_short_years("二五年", {2024, 2025})] == [2025]
    assert find_short_years("24年", {2021}) == ()
    assert find_short_years("近24年", {2024}) == ()


def test_year_of_the_republic_needs_no_name_in_taiwan() -> None:
    assert [year.first for year in find_republic_years("113年度、2022年、民国98年")] == [2024, 2022, 2009]
    assert find_years("113年度") == ()


@given(st.integers(1900, 2099), st.sampled_from(["{}年", "{}学年", "在{}年的校车", "in {}"]))
def test_any_year_is_read_where_it_stands(year: int, text: str) -> None:
    text = text.format(year)
    (found,) = find_years(text)
    assert (found.first, found.last) == (year, year)
    assert found.printed == text[found.start : found.end]
