from dataclasses import replace

import pytest

from assistant.cite import cite
from ingest.plan import Identity

PLAN = Identity(
    "15538db37086",
    "望汀区教育局2024年工作要点",
    "望汀区教育局",
    "望汀区",
    2024,
    "望教〔2024〕6号",
    "2024-02-26",
    "w.txt",
    "zh-Hans",
)


@pytest.mark.parametrize(
    ("ref", "language", "cited"),
    [
        ("16", "zh-Hans", "《望汀区教育局2024年工作要点》第16条"),
        ("(九)", "zh-Hans", "《望汀区教育局2024年工作要点》第（九）条"),
        ("三(七)", "zh-Hans", "《望汀区教育局2024年工作要点》第三部分第（七）条"),
        ("三(七)", "zh-Hant", "《望汀区教育局2024年工作要点》第三部分第（七）條"),
        ("三-2", "zh-Hant", "《望汀区教育局2024年工作要点》第三部分第2項"),
        ("16", "en", "《望汀区教育局2024年工作要点》 item 16"),
        ("第12条", "zh-Hans", "《望汀区教育局2024年工作要点》第12条"),
        ("前言", "zh-Hans", "《望汀区教育局2024年工作要点》前言"),
    ],
)
def test_item_is_cited_in_the_askers_script_with_the_title_as_it_is(ref: str, language: str, cited: str) -> None:
    assert cite(PLAN, ref, language) == cited


@pytest.mark.parametrize(
    ("language", "cited"),
    [
        ("zh-Hans", "望汀区教育局：《望汀区教育局2024年工作要点》（望教〔2024〕6号，2024年2月26日）第16条"),
        ("zh-Hant", "望汀区教育局：《望汀区教育局2024年工作要点》（望教〔2024〕6号，2024年2月26日）第16條"),
        ("en", "望汀区教育局: 《望汀区教育局2024年工作要点》 (望教〔2024〕6号, 2024-02-26) item 16"),
    ],
)
def test_full_citation_names_issuer_number_and_date(language: str, cited: str) -> None:
    assert cite(PLAN, "16", language, in_full=True) == cited


def test_year_is_told_where_the_title_does_not_hold_it() -> None:
    plan = replace(PLAN, title="关于推进教育高质量发展的实施意见", number=None, date=None)
    assert cite(plan, "16", "zh-Hans") == "《关于推进教育高质量发展的实施意见》（2024年）第16条"
    assert cite(plan, "16", "en") == "《关于推进教育高质量发展的实施意见》 (2024) item 16"
    assert (
        cite(plan, "16", "zh-Hans", in_full=True)
        == "望汀区教育局：《关于推进教育高质量发展的实施意见》（2024年）第16条"
    )


def test_what_the_plan_does_not_say_is_left_out() -> None:
    plan = replace(PLAN, title="工作计划", issuer=None, number=None, date=None, year=None)
    assert cite(plan, "2", "zh-Hans", in_full=True) == cite(plan, "2", "zh-Hans") == "《工作计划》第2条"


def test_date_of_a_month_is_told_as_far_as_it_is_known() -> None:
    assert "，2024年2月）" in cite(replace(PLAN, date="2024-02"), "16", "zh-Hans", in_full=True)
