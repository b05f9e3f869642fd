"""The plan's own year, from titles, openings, numbers and dates."""

import pytest

from ingest.document import read_lines
from ingest.load import cut_plan
from ingest.year import plan_year, year_of_number


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("澄原县教育局2024年工作要点", 2024),
        ("澄原县教育局二〇二四年工作要点", 2024),
        ("澄原县教育局二○二四年工作要点", 2024),
        ("澄原县教育局二O二四年工作要点", 2024),
        ("澄原县教育局２０２４年工作要点", 2024),
        ("2024工作要点", 2024),
        ("2024年度工作要点", 2024),
        ("2024年春季学期工作计划", 2024),
        ("2024春季学期工作计划", 2024),
        ("2023—2024学年工作计划", 2023),
        ("2023-2024学年度第二学期工作计划", 2023),
        ("2023学年工作计划", 2023),
        ("2023年工作总结和2024年工作计划", 2024),
        ("2023年工作总结及2024年工作打算", 2024),
        ("2023年工作总结暨2024年工作思路", 2024),
        ("2024年工作要点及2023年工作总结", 2024),
        ("2023年工作回顾与2024年重点任务", 2024),
        ("2024年上半年工作总结及下半年工作计划", 2024),
        ("2023年度工作总结", 2023),
        ("学前教育发展规划（2021-2025年）", 2021),
        ("学前教育行动计划（2024年—2026年）", 2024),
        ("关于印发《2024年工作要点》的通知", 2024),
        ("关于转发《2024年招生工作意见》的通知", 2024),
        ("关于贯彻落实《规划纲要（2010—2020年）》的实施意见", None),
        ("到2025年建成教育强县行动方案", None),
        ("面向2035年教育现代化行动方案", None),
        ("教育现代化2035实施方案", None),
        ("民國103年施政計畫", 2014),
        ("中華民國一一三年施政計畫", 2024),
        ("113學年度課後照顧實施計畫", 2024),
        ("113年度教育施政計畫", 2024),
        ("98學年度實施計畫", 2009),
        ("建校113年校庆工作方案", None),
        ("小学100课时劳动课程方案", None),
        ("三年行动计划", None),
        ("2024届高三备考方案", None),
        ("第20241号提案的答复意见", None),
    ],
)
def test_title_names_the_plan_s_own_year(title: str, year: int | None) -> None:
    assert plan_year([title], "", [], None) == year


@pytest.mark.parametrize(
    ("opening", "year"),
    [
        ("2024年全区教育工作的总体要求是：办好学校。", 2024),
        ("二〇二四年，全区教育工作以质量为本。", 2024),
        ("为做好2024年全区教育工作，制定本计划。", 2024),
        ("现就2024年秋季招生工作提出如下意见。", 2024),
        ("本规划期为2022年至2025年。", 2022),
        ("自2019年以来，全区教育工作稳步前进。", None),
        ("到2025年，全区教育工作走在前列。", None),
        ("截至2023年底，全区有学校四十所。", None),
        ("全面贯彻党的教育方针。", None),
    ],
)
def test_opening_names_the_year_of_the_work(opening: str, year: int | None) -> None:
    assert plan_year(["教育工作计划"], opening, [], None) == year


@pytest.mark.parametrize(
    ("number", "year"),
    [
        ("望教〔2024〕6号", 2024),
        ("望教发[2024]6号", 2024),
        ("望教字（2024）第6号", 2024),
        ("望教【2024】6号", 2024),
        ("望教﹝2024﹞6号", 2024),
        ("府教學字第1130012345號", 2024),
        ("北教國字第0980012345號", None),
        ("教育局通告第3/2024號", 2024),
        ("望教办6号", None),
    ],
)
def test_number_holds_its_year(number: str, year: int | None) -> None:
    assert year_of_number(number) == year


def test_title_goes_before_opening_opening_before_number_number_before_date() -> None:
    opening, number, date = "2023年全区教育工作", ["望教〔2022〕1号"], "2021-12-30"
    assert plan_year(["2024年工作要点"], opening, number, date) == 2024
    assert plan_year(["工作要点"], opening, number, date) == 2023
    assert plan_year(["工作要点"], "", number, date) == 2022
    assert plan_year(["工作要点"], "", [], date) == 2021
    assert plan_year(["工作要点"], "", [], None) is None


def test_five_years_plan_has_a_year_only_where_its_text_says_which() -> None:
    title, number = ["澄原县“十四五”教育发展规划"], ["澄政〔2022〕5号"]
    assert plan_year(title, "", number, None) is None
    assert plan_year(title, "", number, None, text="规划期为2021—2025年。") == 2021
    assert plan_year(title, "", number, None, text="规划期为2021年至2025年。") == 2021
    assert plan_year(["“十五五”规划（2026—2030年）"], "", [], None) == 2026


@pytest.mark.parametrize(
    ("title", "opening", "year"),
    [
        ("106年度 優先區填報 常見問題", "", 2017),
        ("教育部推動優先區計畫(99 年度)", "", 2010),
        ("全区学校名单", "截至2025年6月20日，全区有学校四十所。", 2025),
        ("全区学校名单", "截至2025年底，全区有学校四十所。", None),
    ],
)
def test_years_of_the_republic_and_of_counts_are_read(title: str, opening: str, year: int | None) -> None:
    assert plan_year([title], opening, [], None) == year


RULE = "樟汀二中灶台规则\n第一条 {opening}\n第二条 灶上不离人。\n第三条 碗用热水洗。\n"


@pytest.mark.parametrize(
    ("opening", "below", "year"),
    [
        ("根据教育部2021年的通知，定此规则。", "樟汀二中\n二〇二五年八月二十九日", 2025),
        ("依据县里2019年灶台会的说法，定此规则。", "樟汀二中\n二○二四年十二月三日", 2024),
        ("为落实2022年灶台工作会议，定此规则。", "樟汀二中　二Ｏ二三年一月五日", 2023),
        ("按照2021年县教育局的要求，定此规则。", "", 2021),
        ("为看好灶台，定此规则。", "征求意见时间：2024年6月3日至2024年7月2日\n意见反馈邮箱：zao@example.org", 2024),
        ("为看好灶台，定此规则。", "意见反馈截止日期：2023年7月2日", 2023),
        ("为看好灶台，定此规则。", "请于2022年7月2日前将修改意见发至zao@example.org。", 2022),
        ("为看好灶台，定此规则。", "", None),
    ],
)
def test_year_of_a_paper_is_that_of_its_date_not_of_what_it_goes_by(opening: str, below: str, year: int | None) -> None:
    text = RULE.format(opening=opening) + below
    assert cut_plan(read_lines(text, source="规则.txt")).identity.year == year


def test_draft_mark_below_the_title_is_no_year_and_no_item() -> None:
    text = RULE.replace("\n第一条", "\n（征求意见稿）\n第一条", 1).format(opening="为看好灶台，定此规则。")
    plan = cut_plan(read_lines(text + "公开征求意见时间：2024年6月3日至7月2日", source="规则.txt"))
    assert plan.identity.title.startswith("樟汀二中灶台规则")
    assert plan.identity.year == 2024
    assert [item.ref for item in plan.items][:3] == ["第1条", "第2条", "第3条"]
