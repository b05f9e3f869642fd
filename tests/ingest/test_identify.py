"""Who issued a plan, for which place and year: one row a masthead."""

from dataclasses import dataclass

import pytest

from ingest.document import read_lines
from ingest.identify import plan_id
from ingest.load import cut_plan
from ingest.plan import Identity, Role

BODY = "一、党建\n1.抓学习。全体党员每月集中学习一次。\n2.抓作风。每季一次。\n"


@dataclass(frozen=True, slots=True)
class Row:
    """The lines before and after a plan's text, and what they say of it."""

    masthead: str
    head: str
    tail: str
    title: str
    issuer: str | None = "澄原县教育局"
    region: str | None = "澄原县"
    year: int | None = 2023
    number: str | None = None
    date: str | None = None
    language: str = "zh-Hans"


ROWS = [
    Row("a title alone", "澄原县教育局2023年工作要点", "", "澄原县教育局2023年工作要点"),
    Row(
        "a web page",
        "首页 > 政务公开\n澄原县教育局2023年工作要点\n来源：县政府网 发布时间：2024-01-05\n【打印】【关闭】",
        "上一篇：没有了\n版权所有：澄原县教育局\n",
        "澄原县教育局2023年工作要点",
    ),
    Row(
        "a red-headed paper",
        "澄教〔2023〕7号\n澄原县教育局\n关于印发《2023年工作要点》的通知\n各乡镇中心学校、县直各学校：",
        "附件：1.任务表\n2.联系表\n澄原县教育局\n二○二三年二月三日\n抄送：县委办公室\n",
        "澄原县教育局关于印发《2023年工作要点》的通知",
        number="澄教〔2023〕7号",
        date="2023-02-03",
    ),
    Row(
        "a number with spaces and other brackets",
        "澄原县教育局2023年工作要点\n澄教发 [2023] 第 12 号",
        "",
        "澄原县教育局2023年工作要点",
        number="澄教发[2023]第12号",
    ),
    Row(
        "a number before the title in its line",
        "澄教〔2023〕7号：澄原县教育局2023年工作要点",
        "",
        "澄原县教育局2023年工作要点",
        number="澄教〔2023〕7号",
    ),
    Row(
        "the issuer's line above the title's",
        "澄原县教育局\n2023年工作要点",
        "",
        "澄原县教育局2023年工作要点",
    ),
    Row(
        "an issuer that only signs",
        "关于做好2023年招生工作的通知\n各中小学校：",
        "澄原县教育局\n2023年5月3日\n",
        "关于做好2023年招生工作的通知",
        date="2023-05-03",
    ),
    Row(
        "an issuer that only the web page's line names",
        "关于做好2023年招生工作的通知\n来源：澄原县教育局",
        "",
        "关于做好2023年招生工作的通知",
    ),
    Row(
        "a source that names no place",
        "关于做好2023年招生工作的通知\n来源：县教育局",
        "",
        "关于做好2023年招生工作的通知",
        issuer=None,
        region=None,
    ),
    Row(
        "a year in the number alone",
        "澄原县人民政府办公室关于加强校车管理的意见\n澄政办发〔2021〕15号",
        "",
        "澄原县人民政府办公室关于加强校车管理的意见",
        issuer="澄原县人民政府办公室",
        year=2021,
        number="澄政办发〔2021〕15号",
    ),
    Row(
        "a year in the signature's date alone",
        "澄原县教育局关于加强校车管理的意见",
        "澄原县教育局\n2022年12月30日\n",
        "澄原县教育局关于加强校车管理的意见",
        year=2022,
        date="2022-12-30",
    ),
    Row(
        "the day of its upload alone",
        "澄原县教育局工作要点\n发布时间：2024-01-05",
        "",
        "澄原县教育局工作要点",
        year=None,
    ),
    Row(
        "a title's year before the number's and the date's",
        "澄原县教育局2023年工作要点\n澄教〔2022〕40号",
        "澄原县教育局\n2022年12月30日\n",
        "澄原县教育局2023年工作要点",
        number="澄教〔2022〕40号",
        date="2022-12-30",
    ),
    Row(
        "no title, but a place and a year in the text",
        "2022年全区教育工作的总体要求是：办好学校。\n柏屿区现有学校四十所。柏屿区现有幼儿园三十所。",
        "",
        "柏屿区2022年教育工作",
        issuer=None,
        region="柏屿区",
        year=2022,
    ),
    Row(
        "no title, and a place that stands after a word",
        "2022年全区教育工作的总体要求是：办好学校。在柏屿区推进集团办学。对柏屿区各校开展督导。",
        "",
        "柏屿区2022年教育工作",
        issuer=None,
        region="柏屿区",
        year=2022,
    ),
    Row("nothing at all", "", "", "要点", issuer=None, region=None, year=None),
    Row(
        "Traditional characters",
        "澄原縣教育局2023年工作要點\n澄教〔2023〕7號\n各鄉鎮中心學校：",
        "澄原縣教育局\n2023年2月3日\n",
        "澄原縣教育局2023年工作要點",
        issuer="澄原縣教育局",
        region="澄原縣",
        number="澄教〔2023〕7號",
        date="2023-02-03",
        language="zh-Hant",
    ),
]


def identity_of(text: str) -> Identity:
    return cut_plan(read_lines(text, source="要点.txt")).identity


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.masthead.replace(" ", "-"))
def test_plan_is_what_its_masthead_and_signature_say(row: Row) -> None:
    body = BODY.replace("党建", "黨建").replace("学习", "學習") if row.language == "zh-Hant" else BODY
    found = identity_of(f"{row.head}\n{body}{row.tail}")
    said = (row.title, row.issuer, row.region, row.year, row.number, row.date, row.language)
    assert (found.title, found.issuer, found.region, found.year, found.number, found.date, found.language) == said
    assert found.source == "要点.txt"


@pytest.mark.parametrize("body", ["教育和体育局", "教育体育局", "教体局", "教委", "教育委员会", "教育厅"])
def test_education_offices_of_every_name_are_issuers(body: str) -> None:
    found = identity_of(f"芷浦市{body}2023年工作计划\n{BODY}")
    assert (found.issuer, found.region) == (f"芷浦市{body}", "芷浦市")


def test_title_in_two_lines_is_read_as_title_in_both() -> None:
    plan = cut_plan(read_lines(f"澄原县教育局\n2023年工作要点\n{BODY}", source="要点.txt"))
    assert [reading.role for reading in plan.readings[:2]] == [Role.TITLE, Role.TITLE]


def test_title_that_the_page_repeats_is_dropped_the_second_time() -> None:
    title = "澄原县教育局2023年工作要点"
    plan = cut_plan(read_lines(f"{title}\n发布时间：2024-01-05\n{title}\n{BODY}", source="要点.txt"))
    assert plan.identity.title == title
    assert [reading.role for reading in plan.readings[:3]] == [Role.TITLE, Role.DROPPED, Role.DROPPED]
    assert plan.readings[2].reason == "repeats the title"


def test_id_stays_while_file_name_and_title_stay_whatever_the_script() -> None:
    assert plan_id("a.txt", "澄原县工作要点") == plan_id("a.txt", "澄原縣工作要點")
    assert len({plan_id("a.txt", "甲"), plan_id("b.txt", "甲"), plan_id("a.txt", "乙")}) == 3


@pytest.mark.parametrize(
    ("title", "issuer"),
    [
        ("国务院组织法", None),
        ("教育部組織規程", None),
        ("望汀区教育局工作规则", "望汀区教育局"),
        ("教育部國民及學前教育署106年度教育優先區計畫", "教育部國民及學前教育署"),
    ],
)
def test_office_that_a_law_is_about_is_none_that_issues_it(title: str, issuer: str | None) -> None:
    plan = cut_plan(read_lines(f"{title}\n第一条 事项一，逐年办理。\n第二条 事项二，逐年办理。\n", source="x.txt"))
    assert plan.identity.issuer == issuer


@pytest.mark.parametrize("origin", ["[来源]望汀区招办 [时间]2024-06-03", "来源：望汀区招办收藏", "【来源】望汀区招办"])
def test_source_in_brackets_or_with_a_button_behind_it_is_read(origin: str) -> None:
    head = f"{origin}\n望汀区2024年加分名单公示\n"
    plan = cut_plan(read_lines(f"{head}根据有关规定，现将名单予以公示，公示五个工作日。", source="x.txt"))
    assert plan.identity.issuer == "望汀区招办"
