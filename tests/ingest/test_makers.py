"""Who issued a paper and when, by what stands above and below its text; None where it does not say: one row a paper."""

from dataclasses import dataclass

import pytest

from ingest.document import read_lines
from ingest.load import cut_plan
from ingest.plan import Identity

ARTICLES = "第一条 校门每天七点开。\n第二条 校门夜里十点关。\n第三条 周末只开边门。\n"
POINTS = "一、开门\n（一）早上。七点开，门卫先扫雪。\n（二）晚上。十点关，值班老师查一遍。\n二、关门\n（一）周末。只开边门，登记后进。\n"
ENGLISH = (
    "1. The gate opens at seven, when the guard has swept the snow.\n2. The gate closes at ten, and nobody climbs it.\n"
)


def identity_of(head: str, tail: str = "", *, body: str = POINTS, source: str = "scan.txt") -> Identity:
    return cut_plan(read_lines(f"{head}\n{body}{tail}", source=source)).identity


@dataclass(frozen=True, slots=True)
class Row:
    """The lines around a text, and what they say; `...` is not looked at."""

    name: str
    head: str
    tail: str = ""
    issuer: object = ...
    year: object = ...
    date: object = ...
    number: object = ...
    body: str = POINTS


ROWS = [
    Row("an order in a note", "樟汀县校门管理规定\n（2011年3月7日樟汀县人民政府令第21号公布）", "", "樟汀县人民政府", 2011, "2011-03-07", body=ARTICLES),
    Row(
        "an order that another changed",
        "樟汀县校门管理规定\n（2011年3月7日樟汀县教育局令第4号发布 根据2018年9月12日《樟汀县教育局关于修改〈樟汀县校门管理规定〉的决定》第一次修正 自2018年10月1日起施行）",
        "", "樟汀县教育局", 2018, "2018-09-12", body=ARTICLES,
    ),
    Row(
        "a council's session",
        "樟汀县校门管理条例\n（2009年5月26日樟汀县第十三届人民代表大会常务委员会第八次会议通过）",
        "", "樟汀县人民代表大会常务委员会", 2009, "2009-05-26", body=ARTICLES,
    ),
    Row("promulgated without a number", "樟汀县校门管理办法\n2013年6月2日 樟汀县人民政府公布", "", "樟汀县人民政府", 2013, "2013-06-02", body=ARTICLES),
    Row(
        "an order above its rule",
        "樟汀县人民政府令\n第31号\n《樟汀县校门管理办法》已经2020年4月1日县政府第9次常务会议通过，现予公布，自2020年6月1日起施行。\n县长　李某某\n2020年4月15日\n樟汀县校门管理办法",
        "", ..., 2020, "2020-04-15", body=ARTICLES,
    ),
    Row(
        "a page's publisher beside the order's office",
        "校门管理规定\n发布单位：樟汀学院后勤处\n发布日期：2021-03-02\n教育部令第88号\n《校门管理规定》已于2016年2月3日经教育部第2次部务会议审议通过，现予公布。\n部长 某某\n2016年3月1日\n校门管理规定",
        "", "教育部", 2016, "2016-03-01", body=ARTICLES,
    ),
    Row("a law of Taiwan", "法規名稱：澄湖縣校門管理辦法\n修正日期：民國 112 年 06 月 14 日", "", None, 2023, "2023-06-14", body="第 1 條 校門七點開。\n第 2 條 校門十點關。\n"),
    Row("short dates of the Republic", "澄湖縣校門管理要點\n99.3.5 縣務會議通過\n112.6.14 縣務會議修正通過", "", ..., 2023, "2023-06-14", body="一、 校門七點開。\n二、 校門十點關。\n三、 週末開邊門。\n"),
    Row("a letter's number of the Republic", "澄湖縣政府 函\n發文日期：中華民國112年6月14日\n發文字號：澄府教學字第1120098765號\n主旨：檢送「校門管理要點」一份，請查照。", "", "澄湖縣政府", 2023, "2023-06-14", "澄府教學字第1120098765號", body="說明：\n一、校門七點開。\n二、校門十點關。\n"),
    Row("a bracket in the number", "澄湖縣校門管理要點\n澄教總(二)字第1120000555號", "", ..., 2023, ..., "澄教總(二)字第1120000555號", body="一、 校門七點開。\n二、 校門十點關。\n"),
    Row("a school's part that signs, with a bracket", "樟汀学院校门管理规定", "樟汀学院安全保卫处（部）\n2012年5月8日\n", "樟汀学院安全保卫处（部）", 2012, "2012-05-08"),
    Row("a school before its topic", "樟汀学院校门夜间开关办法", "", "樟汀学院", None, None),
    Row("a middle school before its topic", "樟汀县第二中学校门夜间开关办法", "", "樟汀县第二中学", None, None),
    Row("schools of a kind are no issuer", "樟汀县民办学校校门开关办法", "", None, None, None),
    Row("pupils are no issuer", "大学生进出校门办法", "", None, None, None),
    Row("schools of a place are no issuer", "樟汀县小学校门开关办法", "", None, None, None),
    Row("a library that signs", "2026年图书借阅公告", "樟汀县图书馆\n2026年1月9日\n", "樟汀县图书馆", 2026, "2026-01-09"),
    Row("a party's office that signs", "老干部读书班公告", "中共樟汀县委老干部局\n2025年12月3日\n", "中共樟汀县委老干部局", 2025, "2025-12-03"),
    Row("a university's office that signs", "2026年艺术类专业考试公告", "樟汀学院招生办公室\n2025年12月3日\n", "樟汀学院招生办公室", 2026, "2025-12-03"),
    Row("a 政府 that is a 人民政府", "樟汀县政府办公室关于校门的意见\n樟政办发〔2017〕6号", "樟汀县人民政府办公室\n2017年2月1日\n", "樟汀县人民政府办公室", 2017),
    Row(
        "schools in a table are no issuer",
        "樟汀县教育局关于评选示范校门的通知\n樟教〔2016〕9号",
        "樟汀县教育局\n2016年5月4日\n附件1\n入选学校\n序号\n学校\n1\n樟汀县第二中学\n2\n樟汀县桥北小学\n",
        "樟汀县教育局", 2016, "2016-05-04",
    ),
    Row("a news dispatch", "中共樟汀县委办公室、樟汀县人民政府办公室印发《关于开放校门的意见》\n近日，两个办公室印发了《关于开放校门的意见》，要求各地照办。", "（樟汀通讯社樟汀2019年4月2日电）\n", "中共樟汀县委办公室、樟汀县人民政府办公室", 2019, "2019-04-02"),
    Row("a report's day on its page", "樟汀二中校门换新颜\n发布时间：2024-11-08 来源：樟汀教育", "", ..., 2024, "2024-11-08", body="校门用了三十年，门轴早就响了，推一下要使全身的劲。\n新门是铁的，刷了绿漆，推起来没有声音。\n"),
    Row("the upload of a rule says nothing", "樟汀县校门管理办法\n发布时间：2024-11-08", "", None, None, None, body=ARTICLES),
    Row("a five years' plan of a known day", "樟汀县人民政府关于印发“十三五”校门改造规划的通知\n樟政发〔2017〕4号\n各乡镇人民政府：\n《“十三五”校门改造规划》已经议定，发给你们。\n樟汀县人民政府\n2017年3月3日\n“十三五”校门改造规划", "", "樟汀县人民政府", 2017, "2017-03-03"),
    Row("a five years' plan of no known day", "樟汀县“十三五”校门改造规划", "", None, None, None),
    Row("a year at the title's end", "樟汀县校门白皮书2021", "", None, 2021, None),
    Row("a year in brackets", "樟汀县校门开放规范（2022年版）", "", None, 2022, None),
    Row("a line of the year alone", "樟汀县校门开放规范\n2022年3月", "", None, 2022, "2022-03"),
    Row("a goal is no year", "面向2035年的校门改造设想", "", None, None, None),
    Row("nothing said", "校门开放规范", "", None, None, None),
    Row("a school page's head", "澄湖樂群小學 Ching Wu Lok Kwan Primary School\n首頁 >\n校園 >\n校門開放安排：", "", "澄湖樂群小學", None, None, body="1. 校門七點開，由校工打理，四季如此。\n2. 校門十點關。\n"),
    Row("front matter", '---\ntitle: "樟汀县校门开放安排"\nissued_date: "2023-08-25"\npublisher: 樟汀县教育局\n---', "", "樟汀县教育局", 2023, "2023-08-25"),
    Row("front matter whose title is a number", '---\ntitle: "澄教總字第1120000777號"\nissued_date: 2023-08-25\nsubject: 檢送「校門開放流程」一份，請查照\n---\n主旨：檢送「校門開放流程」一份。', "", ..., 2023, "2023-08-25", "澄教總字第1120000777號", body="說明：\n一、校門七點開。\n二、校門十點關。\n"),
    Row("an order by its document number in a numbered note", "樟汀縣公立學校校門管理辦法\n1. 中華民國 97 年 4 月 1 日樟汀縣政府府教字第 0970011111 號令訂定發布全文 3 條\n2. 中華民國 111 年 5 月 6 日樟汀縣政府府教字第 1110022222 號令修正發布第 2 條條文", "", "樟汀縣政府", 2022, "2022-05-06", None, body="第 1 條\n校門七點開。\n第 2 條\n校門十點關。\n第 3 條\n本辦法自發布日施行。\n"),
    Row("the day on which a law was made public", "樟汀縣校門管理自治條例\n公布日期：民國 108 年 07 月 09 日", "", ..., 2019, "2019-07-09", body="第 1 條\n校門七點開。\n第 2 條\n校門十點關。\n"),
    Row("a page's day in the paper's year", "樟汀县2023年校门开放安排\n发布时间：2023-08-25 来源：樟汀县教育局", "", "樟汀县教育局", 2023, "2023-08-25"),
    Row("a page's day in another year", "樟汀县2023年校门开放安排\n发布时间：2024-01-05 来源：樟汀县教育局", "", "樟汀县教育局", 2023, None),
    Row("a school before its pupils", "樟汀职业学校学生出入校门办法", "本办法由学生处负责解释。\n", "樟汀职业学校", None, None),
    Row("news of a paper given out", "樟汀县校门有了新规矩\n来源：樟汀日报 记者 方晓 2021-03-04\n本报讯 日前，樟汀县教育局印发《校门开放安排》，全文如下：", "", "樟汀县教育局", 2021, ...),
    Row("English, a day below the office", "School Gate Hours 2022: Questions and Answers\nRiverside Board of Education\n9 May 2022", "", ..., 2022, "2022-05-09", body=ENGLISH),
    Row("English, in a memorandum's fields", "Riverside Department of Education\nOffice of Gates\nTO: All principals\nDATE: 4 May 2021\nSUBJECT: School Gate Plan", "", "Riverside Department of Education", 2021, "2021-05-04", body=ENGLISH),
    Row("English, opening the title", "Lakeview High School Gate Rules 2022", "", "Lakeview High School", 2022, None, body=ENGLISH),
    Row("English, in capitals with a season", "RIVERSIDE SCHOOL DISTRICT\nGATE RULES\nFall 2020", "", "RIVERSIDE SCHOOL DISTRICT", 2020, None, body=ENGLISH),
    Row("English, adopted and revised", "School Gate Policy\nRiverside Board of Education\nAdopted: June 12, 2018", "", "Riverside Board of Education", 2018, "2018-06-12", body=ENGLISH),
    Row("English that says nothing", "School Gate Rules", "", None, None, None, body=ENGLISH),
]  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name.replace(" ", "-"))
def test_paper_says_who_issued_it_and_when(row: Row) -> None:
    found = identity_of(row.head, row.tail, body=row.body)
    for field in ("issuer", "year", "date", "number"):
        said = getattr(row, field)
        assert said is ... or getattr(found, field) == said, (field, found)
