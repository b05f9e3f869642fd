"""Stretches of time without a year, and which years they are seen from a day."""

from datetime import date

import pytest

from ingest.language.timespans import Unit, find_timespans, resolve

SPRING, AUTUMN = date(2024, 3, 1), date(2024, 10, 1)


@pytest.mark.parametrize(
    ("text", "printed", "years"),
    [
        ("今年新建5所", "今年", (2024, 2024)),
        ("本年度预算", "本年度", (2024, 2024)),
        ("明年底前", "明年底", (2025, 2025)),
        ("去年完成", "去年", (2023, 2023)),
        ("上一年度", "上一年度", (2023, 2023)),
        ("前年", "前年", (2022, 2022)),
        ("今明两年", "今明两年", (2024, 2025)),
        ("近两年", "近两年", (2023, 2024)),
        ("三年内", "三年内", (2024, 2027)),
        ("年内建成", "年内", (2024, 2024)),
        ("到年底", "年底", (2024, 2024)),
        ("上半年", "上半年", (2024, 2024)),
        ("第三季度", "第三季度", (2024, 2024)),
        ("秋季学期开学", "秋季学期", (2024, 2024)),
        ("上学年", "上学年", (2022, 2023)),
        ("新学年", "新学年", (2024, 2025)),
        ("学年末", "学年末", (2024, 2024)),
        ("月底前", "月底", (2024, 2024)),
        ("下学期", "下学期", None),
    ],
)
def test_years_are_told_from_a_day_in_spring(text: str, printed: str, years: tuple[int, int] | None) -> None:
    (span,) = find_timespans(text)
    assert (span.printed, resolve(span, SPRING)) == (printed, years)


def test_school_year_begins_in_september() -> None:
    (span,) = find_timespans("上学年")
    assert resolve(span, AUTUMN) == (2023, 2024)


@pytest.mark.parametrize("text", ["2024年底", "9月底", "每年底", "三年行动计划", "一年级", "以上年龄", "每学期", ""])
def test_other_words_are_no_stretch_of_time(text: str) -> None:
    assert find_timespans(text) == ()


def test_what_a_stretch_is_part_of_is_told() -> None:
    found = find_timespans("今年秋季学期,教师节前")
    assert [(span.unit, span.part) for span in found] == [
        (Unit.YEAR, ""),
        (Unit.SEASON, "秋季学期"),
        (Unit.DAY, "教师节"),
    ]
