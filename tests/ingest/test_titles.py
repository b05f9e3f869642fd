"""A title is what stands as one, in any genre, form of file and script: one row a paper's head."""

import pytest

from ingest.document import make_document, read_lines
from ingest.load import cut_plan
from ingest.plan import Plan, Role
from ingest.readers.text import read_text

BODY = (
    "一、报名\n（一）时间为六月一日至十日，过时不候。\n（二）地点在教学楼一层。\n二、录取\n（一）按成绩从高到低录取。\n"
)


def plan_of(head: str, *, body: str = BODY, source: str = "scan.txt") -> Plan:
    return cut_plan(read_lines(f"{head}\n{body}", source=source))


GENRES = [
    "樟汀县2026年小学学区划分一览表",
    "樟汀县2026年小学学区划分表",
    "樟汀二中学生守则",
    "樟汀县教育经费执行情况统计公报",
    "开学温馨提示",
    "致全县家长的一封信",
    "致2026级新生的一封公开信",
    "樟汀县职业教育白皮书（2026）",
    "新生入学百问百答",
    "樟汀县2026年高考情况介绍",
    "樟汀县托管服务情况汇报",
    "关于校车停运的说明",
    "樟汀县新建三所幼儿园九月开园",
    "樟汀二中获评全省文明校园",
    "孩子放学早，谁来接？",
    "樟汀县家长学校举行开班式！",
    "班主任的一天",
    "小学一年级新生入学准备",
    "校服选购、换洗与退换",
    "樟汀学院2026年艺术类录取分数线",
    "樟汀学院图书馆开放时间",
    "樟汀县教育局2026年部门预算",
    "樟汀县中小学教师职称评审条件",
    "樟汀县校园防溺水倡议",
    "樟汀县义务教育学校作息时间",
    "校园食品安全承诺书",
    "中华人民共和国校园安全法",
    "樟汀县教育局权责清单",
    "樟汀县第五届中小学艺术节活动安排",
    "“双减”之后，课后服务怎么办",
    "樟汀縣國民小學課後照顧服務收費基準",
    "澄湖縣立圖書館閱覽規約",
    "澄湖縣學校午餐食材登錄作業須知",
    "停課通知",
]


@pytest.mark.parametrize("title", GENRES)
def test_line_alone_above_the_text_is_the_title_in_any_genre(title: str) -> None:
    assert plan_of(title).identity.title == title
    assert plan_of(f"\n{title}\n\n发布时间：2026-04-02 09:30 来源：樟汀教育 浏览次数：77\n").identity.title == title
    assert plan_of(f"樟汀县人民政府门户网站\n首页 > 新闻中心\n{title}\n").identity.title == title
    assert plan_of(f"https://www.example.org/a/b/c.html\n{title}").identity.title == title


@pytest.mark.parametrize("title", GENRES)
def test_title_is_the_same_where_the_text_below_it_is_prose(title: str) -> None:
    prose = "四月二日上午，县里开了会，参加的有三百多人。\n会上说了三件事，件件都和孩子有关，家长可以放心。\n"
    plan = plan_of(title, body=prose)
    assert plan.identity.title == title
    assert plan.readings[0].role is Role.TITLE
    assert "".join(item.text for item in plan.items).startswith("四月二日上午")


@pytest.mark.parametrize("title", ["樟汀县2026年小学学区划分一览表", "班主任的一天", "樟汀二中获评全省文明校园"])
@pytest.mark.parametrize(
    "form",
    [
        "# {}\n",
        "# {} #\n",
        "# **{}**\n",
        "**{}**\n",
        "《{}》\n",
        "{}.pdf\n",
        "# {}.docx\n",
        "标题：{}\n",
        "信息名称：{}\n发布日期：2026-04-02\n",
        "---\ntitle: {}\ndate: 2026-04-02\n---\n",
        '---\nlayout: post\ntitle: "{}"\n---\n',
        "---\ntitle: {0}\n---\n# {0}\n",
    ],
)
def test_title_is_read_without_the_signs_around_it(title: str, form: str) -> None:
    for source in ("scan.txt", "scan.md"):
        document = read_text(f"{form.format(title)}\n{BODY}".encode(), name=source, source=source)
        plan = cut_plan(document)
        assert plan.identity.title == title, source
        assert [item.ref for item in plan.items] == ["一(一)", "一(二)", "二(一)"], source


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("樟汀县教育局 樟汀县民政局\n关于印发樟汀县困境儿童\n教育关爱办法的通知", "樟汀县教育局 樟汀县民政局关于印发樟汀县困境儿童教育关爱办法的通知"),
        ("樟汀县教育局关于印发樟汀县校园图书流动\n管理办法实施细则的通知", "樟汀县教育局关于印发樟汀县校园图书流动管理办法实施细则的通知"),
        ("樟汀县教育局\n转发省教育厅关于规范学期考试的\n意见的通知", "樟汀县教育局转发省教育厅关于规范学期考试的意见的通知"),
        ("2026年樟汀县\n普通高中录取分数线", "2026年樟汀县普通高中录取分数线"),
        ("樟汀学院\n2026年普通本科招生章程", "樟汀学院2026年普通本科招生章程"),
        ("关于2026年中考体育考试\n有关事项的通告", "关于2026年中考体育考试有关事项的通告"),
        ("致全县小学生家长的\n一封信", "致全县小学生家长的一封信"),
        ("樟汀县教育局文件\n\n樟教基〔2026〕15号\n\n樟汀县教育局\n关于管好2026年春季学期初级\n中学食堂灶台的\n通    知", "樟汀县教育局关于管好2026年春季学期初级中学食堂灶台的通知"),
        ("樟汀县教育局\n樟汀县财政局\n关于管好2026年春季学期\n小学和幼儿园食堂\n灶台的\n通知", "樟汀县教育局 樟汀县财政局关于管好2026年春季学期小学和幼儿园食堂灶台的通知"),
        ("樟汀县人民政府办公室文件\n樟政办〔2026〕3号\n樟汀县人民政府办公室\n关于印发樟汀县农村\n小学食堂灶台管理\n办法的通知", "樟汀县人民政府办公室关于印发樟汀县农村小学食堂灶台管理办法的通知"),
        ("澄湖縣政府教育處\n113學年度國民小學新生入學\n實施要點", "澄湖縣政府教育處113學年度國民小學新生入學實施要點"),
    ],
)  # fmt: skip
def test_title_over_several_lines_is_one(head: str, title: str) -> None:
    assert plan_of(head).identity.title == title


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("法規名稱：澄湖縣校園夜間開放辦法\n修正日期：民國 112 年 06 月 14 日", "澄湖縣校園夜間開放辦法"),
        ("名　　稱：澄湖縣校園夜間開放辦法\n修正日期：民國 112 年 06 月 14 日", "澄湖縣校園夜間開放辦法"),
        ("某法规库 编号 12.34.5678\n网址：https://law.example.org/x/0123456789012345678901234567890123456789\n樟汀县校舍维修办法", "樟汀县校舍维修办法"),
        ("所属栏目：政策文件\n樟汀县校舍维修办法", "樟汀县校舍维修办法"),
        ("所属文件：樟汀县校舍维修办法\n发布日期：2026-01-05", "樟汀县校舍维修办法"),
        ("主旨：檢送「校園遊具檢查流程」一份，請查照。", "校園遊具檢查流程"),
        ("樟汀县校舍维修办法【樟汀县人民政府令第18号】", "樟汀县校舍维修办法"),
        ("樟汀县校舍维修办法_政策文件_樟汀县人民政府", "樟汀县校舍维修办法"),
        ("关于贯彻省教发〔2019〕41号文件办好寄宿生食堂的实施意见\n樟教发〔2020〕3号", "关于贯彻省教发〔2019〕41号文件办好寄宿生食堂的实施意见"),
        ("樟教发〔2020〕3号\n樟汀县校舍维修办法", "樟汀县校舍维修办法"),
        ("樟汀县教育局关于校舍维修的通知樟教发〔2020〕3号", "樟汀县教育局关于校舍维修的通知"),
        ("第 一 章　目录\n樟汀县校舍维修办法", "scan"),
    ],
)  # fmt: skip
def test_title_is_told_from_what_stands_beside_it(head: str, title: str) -> None:
    assert plan_of(head).identity.title == title


ENGLISH = "1. Buses leave at seven, and nobody waits for those who are late.\n2. Seat belts are worn all the way.\n"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Riverside School District\nBus Safety Plan 2023", "Bus Safety Plan 2023"),
        ("RIVERSIDE COUNTY SCHOOLS\nSTUDENT TRANSPORT POLICY", "STUDENT TRANSPORT POLICY"),
        ("Bus Safety Plan", "Bus Safety Plan"),
        ("# Bus Safety Plan\n", "Bus Safety Plan"),
        ("Memorandum\nTO: All principals\nFROM: Office of Transport\nDATE: May 4, 2021\nRE: Bus Safety Plan", "Bus Safety Plan"),
        ("A Week on the School Bus", "A Week on the School Bus"),
        ("Guidelines for the\nUse of School Buses", "Guidelines for the Use of School Buses"),
        ("title: Bus Safety Plan\ndate: 2021-05-04", "Bus Safety Plan"),
        ("Riverside Academy Handbook for Parents 2022-2023", "Riverside Academy Handbook for Parents 2022-2023"),
    ],
)  # fmt: skip
def test_english_title_stands_above_an_english_text(head: str, title: str) -> None:
    assert plan_of(head, body=ENGLISH).identity.title == title
    prose = "Buses leave at seven in the morning, and nobody waits for those who are late.\n" + ENGLISH
    assert plan_of(head, body=prose).identity.title == title


def test_name_of_a_file_is_the_title_only_where_the_text_has_none() -> None:
    told = plan_of("班主任的一天", source="樟汀县校舍维修办法.txt").identity.title
    assert (told, plan_of("", source="樟汀县校舍维修办法.txt").identity.title) == ("樟汀县校舍维修办法",) * 2
    assert (
        plan_of("樟汀县2026年学区划分一览表", source="樟汀县校舍维修办法.txt").identity.title
        == "樟汀县2026年学区划分一览表"
    )
    assert plan_of("班主任的一天", source="scan_001.txt").identity.title == "班主任的一天"


def test_heading_of_a_page_of_another_form_is_no_title() -> None:
    document = make_document(
        [("附件正文", None), ("樟汀县校舍维修办法", None), *((row, None) for row in BODY.split("\n"))], source="x.html"
    )
    assert cut_plan(document).identity.title == "樟汀县校舍维修办法"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("樟汀县学区划分办法\n（2026年）", "樟汀县学区划分办法（2026年）"),
        ("樟汀县校车管理办法\n（试行）", "樟汀县校车管理办法（试行）"),
        ("樟汀县2026年中考分数段统计表\n（含政策加分）", "樟汀县2026年中考分数段统计表（含政策加分）"),
        ("樟汀县校车管理办法\n（2026年5月1日县务会议通过）", "樟汀县校车管理办法"),
        ("附件2\n樟汀县2026年收费表", "樟汀县2026年收费表"),
        ("咨询热线:0599-7730001\n樟汀县2026年收费表", "樟汀县2026年收费表"),
        ("樟汀县2026年收费表\n教育频道2026-05-06 10:20:30佚名", "樟汀县2026年收费表"),
        ("招生问答 | 报名（一）：材料、时间和地点", "招生问答 | 报名（一）：材料、时间和地点"),
        ("樟汀县2026年收费表 | 樟汀教育网", "樟汀县2026年收费表"),
    ],
)
def test_what_stands_around_a_title_is_told_from_it(head: str, title: str) -> None:
    assert plan_of(head).identity.title == title


def test_title_below_the_opening_of_a_report_is_the_papers() -> None:
    head = "编辑：小林\n2026-05-19\n记者从樟汀县教育部门获悉，今年的学区已经划定，各小学范围如下，请家长留意。\n2026年樟汀县小学学区范围"
    plan = plan_of(head, body="1.一小\n东至河堤，西至北门。\n2.二小\n东至北门，西至山脚。\n")
    assert plan.identity.title == "2026年樟汀县小学学区范围"


@pytest.mark.parametrize("title", ["樟汀县幼儿入园小贴士", "樟汀县小学入学常见问题解答", "樟汀县2026年校车时刻表"])
@pytest.mark.parametrize("signed", ["樟汀县教育局 2026年4月", "樟汀县教育局（2026年4月）"])
def test_who_signs_a_paper_below_its_title_is_no_part_of_it(title: str, signed: str) -> None:
    identity = plan_of(f"{title}\n\n{signed}\n").identity
    assert (identity.title, identity.issuer) == (title, "樟汀县教育局")


def test_season_behind_an_office_is_no_part_of_the_title() -> None:
    assert plan_of("樟汀县幼儿入园小贴士\n\n樟汀县教育局 2026年春\n").identity.title == "樟汀县幼儿入园小贴士"


@pytest.mark.parametrize("day", ["May 12, 2026", "12 May 2026", "Sept. 3 2026"])
@pytest.mark.parametrize("title", ["School Meals Questions and Answers", "Enrolment Q&A", "Frequently Asked Questions"])
def test_day_is_no_title_of_an_english_sheet_of_questions(title: str, day: str) -> None:
    body = "Q: Who may apply?\nA: Any child of the town.\nQ: Is it free?\nA: Yes, for all families.\n"
    plan = plan_of(f"Elmwood County School Board\n\n{title}\n\n{day}\n", body=body)
    assert plan.identity.title == title
    assert plan.identity.year == 2026
