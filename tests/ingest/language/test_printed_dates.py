"""Dates, letter-spaced lines, fields of metadata and names of files."""

import pytest

from ingest.fields import is_field_line, read_fields
from ingest.file_name import read_file_name
from ingest.language.folding import plain_digits
from ingest.language.printed_dates import find_date, find_date_in_taiwan


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2024年2月18日", "2024-02-18"),
        ("２０２４年２月１８日", "2024-02-18"),
        ("二○一四年二月十八日", "2014-02-18"),
        ("二〇二四年十二月三十一日", "2024-12-31"),
        ("二OO四年一月一日", "2004-01-01"),
        ("2024.2.8", "2024-02-08"),
        ("2024-02-08 10:22", "2024-02-08"),
        ("2024/2/8", "2024-02-08"),
        ("2024年2月", "2024-02"),
        ("中華民國113年3月5日", "2024-03-05"),
        ("民國一一三年三月", "2024-03"),
        ("2024年13月5日", None),
        ("2024年2月40日", None),
        ("2024年", None),
        ("比例为3.5.2", None),
    ],
)
def test_date_is_read_from_every_form(text: str, date: str | None) -> None:
    assert find_date(plain_digits(text)) == date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("112.8.25 縣務會議修正通過", "2023-08-25"),
        ("113年3月5日", "2024-03-05"),
        ("113年3月", "2024-03"),
        ("民國 112 年 08 月 25 日", "2023-08-25"),
        ("2024.2.18", "2024-02-18"),
        ("112.13.25", None),
        ("1.12.8", None),
        ("113年度", None),
    ],
)
def test_paper_from_taiwan_counts_by_the_republic_without_saying_so(text: str, date: str | None) -> None:
    assert find_date_in_taiwan(text) == date


def test_elsewhere_two_or_three_figures_are_no_year_of_the_republic() -> None:
    assert find_date("112.8.25") is None


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("发文机关：澄原县教育局 成文日期：2024-02-06", {"issuer": ["澄原县教育局"], "date": ["2024-02-06"]}),
        ("發文機關：澄原縣教育局", {"issuer": ["澄原縣教育局"]}),
        ("文　　号：澄教〔2024〕3号", {"number": ["澄教〔2024〕3号"]}),
        ("标 题：2024年工作要点", {"title": ["2024年工作要点"]}),
        ("2024-01-05　来源：县教育局", {"source": ["县教育局"]}),
        ("【发布时间：2024-01-05】", {"published": ["2024-01-05"]}),
        ("【更新时间：2024-01-05】", {"other": ["2024-01-05"]}),
    ],
)
def test_field_line_gives_its_values(line: str, found: dict[str, list[str]]) -> None:
    assert is_field_line(line)
    assert {field: values for field, values in read_fields([line]).items() if values} == found


@pytest.mark.parametrize(
    "line", ["来源于财政的经费", "时间紧、任务重", "名称规范", "地址变更的学校要报备", "澄原县：来源"]
)
def test_line_that_opens_like_a_field_is_none(line: str) -> None:
    assert not is_field_line(line)


@pytest.mark.parametrize(
    ("source", "title", "number"),
    [
        ("2024年工作要点.docx", "2024年工作要点", None),
        ("望教发〔2024〕3号 关于做好招生工作的通知.pdf", "关于做好招生工作的通知", "望教发〔2024〕3号"),
        ("附件1：望汀区教育局2024年工作计划.doc", "望汀区教育局2024年工作计划", None),
        ("望汀区教育局2024年工作计划（定稿）.doc", "望汀区教育局2024年工作计划", None),
        ("20240105-望汀区教育局工作计划.txt", "望汀区教育局工作计划", None),
        ("000_d77a8ac5f925.txt", None, None),
        ("要点.txt", None, None),
        ("scan.pdf", None, None),
    ],
)
def test_file_name_gives_title_and_number(source: str, title: str | None, number: str | None) -> None:
    named = read_file_name(source)
    assert (named.title, named.number) == (title, number)
