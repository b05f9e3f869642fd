from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.answer import ANSWERED, NOT_FOUND
from assistant.ask import Assistant
from assistant.render import to_markdown
from assistant.weighing.rows import lacks_asked_column, named_share, rows_beside, rows_of_others
from ingest.language.folding import fold
from ingest.plan import Item
from vectorstore.embedder import Embedder
from vectorstore.store import Store
from vectorstore.update import Change, add_files

AREAS = """榆桥区2025年小学招生范围一览表

学校\t招生范围\t计划班数\t咨询电话
柏树小学\t柏树街1号至60号、棉纺厂宿舍\t4\t7730011
枫林路小学\t枫林路全段、碧湖苑一期\t6\t7730022
碧湖小学\t碧湖苑二期、南庄村\t3\t7730033
"""
FEES = """# 榆桥区公办幼儿园收费标准（2025年）

| 园所等级 | 保教费（元/月） | 伙食费（元/月） |
|---|---|---|
| 省一级园 | 750 | 390 |
| 市一级园 | 610 | 370 |
| 普通园 | 470 | 350 |
"""


ENROLMENT = """榆桥师范学院2025年招生计划表

专业代号\t专业\t科类\t学费\t总计
01\t秘书学\t历史\t4950\t70
02\t会计学\t物理\t5200\t85
03\t园林\t物理\t5800\t40
"""


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Assistant:
    folder = tmp_path_factory.mktemp("tables")
    files = [folder / "areas.txt", folder / "fees.md", folder / "enrolment.txt"]
    for file, text in zip(files, (AREAS, FEES, ENROLMENT), strict=True):
        file.write_text(text, encoding="utf-8")
    store = Store.create(folder / "store", embedder)
    assert {outcome.change for outcome in add_files(store, files)} == {Change.ADDED}
    return Assistant(store)


@pytest.mark.parametrize(
    ("question", "shown", "hidden"),
    [
        ("碧湖苑二期上哪个小学", "碧湖小学", "枫林路小学"),
        ("碧湖苑一期上哪个小学", "枫林路小学", "碧湖小学"),
        ("棉纺厂宿舍的孩子上哪所学校", "柏树小学", "碧湖小学"),
        ("枫林路小学招几个班", "计划班数：**6**", "**一期**"),
        ("碧湖小学电话多少", "7730033", "7730022"),
        ("市一级幼儿园每个月多少钱", "**610**", "750"),
        ("普通园伙食费多少", "**350**", "390"),
        ("榆桥师范学院秘书学专业招多少人", "**70**", "85"),
        ("榆桥师范学院园林专业学费多少", "**5800**", "5200"),
    ],
)
def test_row_that_is_named_answers_whole_and_no_other(
    tables: Assistant, question: str, shown: str, hidden: str
) -> None:
    answer = tables.invoke(question)
    assert answer.status == ANSWERED
    assert shown in to_markdown(answer)
    assert hidden not in to_markdown(answer)


def row(text: str, ref: str = "表1-2") -> Item:
    return Item(ref, None, "", "", "", text)


def test_share_is_of_the_name_that_stands_longest_in_the_question() -> None:
    question = "碧湖苑二期上哪个小学"
    assert named_share(row("学校：碧湖小学；范围：碧湖苑二期、南庄村"), question) == 1
    assert named_share(row("学校：枫林路小学；范围：碧湖苑一期"), question) == 0.6
    assert named_share(row("学校：柏树小学；班数：4"), "报名要多少钱") == 0


def test_what_is_no_row_has_no_share() -> None:
    assert named_share(row("碧湖苑二期的孩子上碧湖小学。", ref="3"), "碧湖苑二期上哪个小学") == 0
    assert named_share(row("范围：碧湖苑二期", ref="3"), "碧湖苑二期上哪个小学") == 0


TASKS = """# 榆桥区2026年教育重点任务分解表

| 序号 | 重点任务 | 牵头股室 | 配合单位 | 完成时限 |
|---|---|---|---|---|
| 1 | 新建城南幼儿园，新增学位240个 | 项目股 | 财务股 | 2026年8月底 |
| 2 | 更换教室护眼灯900盏 | 后勤中心 | 各学校 | 2026年6月底 |
"""


def test_cells_of_a_row_answer_each_thing_that_is_asked_of_it(store: Store, write: Callable[[str, str], Path]) -> None:
    assert [outcome.change for outcome in add_files(store, [write("任务.md", TASKS)])] == [Change.ADDED]
    assistant = Assistant(store)
    answer = assistant.invoke("护眼灯换多少盏，哪个部门管，什么时候换完")
    assert answer.missing == ()
    assert [citation.item.ref for citation in answer.citations] == ["2"]
    for told in ("**900盏**", "**后勤中心**", "**2026年6月底**"):
        assert told in to_markdown(answer)
    assert "**2026年8月底**" in to_markdown(assistant.invoke("城南幼儿园什么时候建好"))


FOREST = (
    "学校：青禾国小；村里：柳岸里；邻别：1至6邻",
    "学校：云谷国小；村里：柳岸里；邻别：7至15邻",
    "学校：云谷国小；村里：松岗里；邻别：全里",
)
STAGES = (
    "序号：1；项目：托管费；学段：小学；标准：280元",
    "序号：2；项目：托管费；学段：初中；标准：350元",
    "序号：3；项目：午餐费；学段：小学、初中；标准：11元",
)
SCHOOLS = (
    "学校：桐溪县第一中学；学费：1100",
    "学校：桐溪县第二中学；学费：860",
    "学校：桐溪县明德高级中学；学费：9000",
)
MEALS = ("环节：早餐；大班：8:10", "环节：午餐；大班：11:40", "环节：午睡；大班：12:20")
POSTS = (
    "学校：白石镇中心小学；学科：体育；专业：体育教育",
    "学校：白石镇中心小学；学科：英语；专业：英语、翻译",
    "学校：黄坡镇中心小学；学科：体育；专业：运动训练",
)
EXAMS = ("日期：5月6日；七年级：地理；八年级：生物", "日期：5月7日；七年级：生物；八年级：地理")
STREETS = (
    "学校：一小；范围：银杏路1号至80号（单号）、北苑",
    "学校：二小；范围：银杏路2号至60号（双号）、银杏路81号至120号",
)


TOWN_SCHOOLS = ("学校：澄江一中；分数：590", "学校：澄江二中；分数：561", "学校：城南高级中学；分数：520")
GATES = ("年级：一、二年级；校门：东门", "年级：三、四年级；校门：南门", "年级：五、六年级；校门：北门")
TUITION = ("Grade：Grades 1–3；Fee：800", "Grade：Grades 4–6；Fee：900", "Grade：Grades 7–9；Fee：990")
GRANTS = ("对象：国中小；金额：2,000", "对象：高中职；金额：3,000", "对象：中等职业教育；金额：2,300")


NURSERIES = ("园名：松鹤幼儿园；班数：6", "园名：机关幼儿园；班数：9", "园名：柳岸街道第二幼儿园；班数：5")
WORKS = ("任务：更换教室灯具；责任人：李红梅", "任务：增设直饮水；经费：33", "任务：修缮围墙；责任人：王志强")


@pytest.mark.parametrize(
    ("table", "question", "left"),
    [
        pytest.param(FOREST, "柳岸里9鄰讀哪一所國小", [1], id="the range that holds the number"),
        pytest.param(FOREST, "柳岸里6邻上哪", [0], id="the end of the range"),
        pytest.param(FOREST, "松岗里9邻上哪", [2], id="all of it"),
        pytest.param(FOREST, "柳岸里30邻上哪", [], id="no range"),
        pytest.param(FOREST, "云谷国小收哪些地方的孩子", [1, 2], id="all rows of one name"),
        pytest.param(STAGES, "初中托管一学期收多少", [1], id="stage"),
        pytest.param(STAGES, "小学午餐费多少", [2], id="one of the stages of a cell"),
        pytest.param(SCHOOLS, "二中学费多少", [1], id="short name"),
        pytest.param(SCHOOLS, "一中和二中学费各多少", [0, 1], id="two names"),
        pytest.param(SCHOOLS, "明德中学学费多少", [2], id="name without its level"),
        pytest.param(SCHOOLS, "哪个学校学费最低", [0, 1, 2], id="no name"),
        pytest.param(SCHOOLS, "除了二中还有哪些学校", [0, 1, 2], id="all but one"),
        pytest.param(MEALS, "大班几点吃午饭", [1], id="everyday word"),
        pytest.param(MEALS, "大班的孩子几点睡午觉", [2], id="everyday word of the next row"),
        pytest.param(POSTS, "白石镇中心小学的体育老师要什么专业", [0], id="two columns"),
        pytest.param(WORKS, "直饮水的责任人是谁", [1], id="end of a name"),
        pytest.param(WORKS, "教室灯具归谁管", [0], id="most of a name"),
        pytest.param(NURSERIES, "幼儿园各有几个班", [0, 1, 2], id="what all are called"),
        pytest.param(NURSERIES, "第二幼儿园几个班", [2], id="end of a long name"),
        pytest.param(EXAMS, "八年级地理哪天考", [1], id="the column that is named"),
        pytest.param(EXAMS, "初一地理哪天考", [0], id="the column by another word"),
        pytest.param(TOWN_SCHOOLS, "一中和城南高级中学各多少分", [0, 2], id="short name behind the town's"),
        pytest.param(TOWN_SCHOOLS, "澄江二中多少分", [1], id="with the town's"),
        pytest.param(GATES, "三年级从哪个门走", [1], id="grades that share a word"),
        pytest.param(GATES, "六年级从哪个门走", [2], id="the last of them"),
        pytest.param(TUITION, "What does fifth grade cost?", [1], id="ordinal in words"),
        pytest.param(TUITION, "What does the 8th grade cost?", [2], id="ordinal in figures"),
        pytest.param(TUITION, "What does grade two cost?", [0], id="number in words"),
        pytest.param(TUITION, "What do Grades 4-6 cost?", [1], id="range with another dash"),
        pytest.param(GRANTS, "念國小可以領多少", [0], id="one of two stages of a word"),
        pytest.param(GRANTS, "高中能领多少", [1], id="the other word of two stages"),
        pytest.param(STREETS, "银杏路35号上哪个学校", [0], id="odd number"),
        pytest.param(STREETS, "银杏路36号上哪个学校", [1], id="even number"),
        pytest.param(STREETS, "银杏路101号上哪个学校", [1], id="the second range"),
    ],
)
def test_rows_of_others_than_the_question_names_are_told(
    table: tuple[str, ...], question: str, left: list[int]
) -> None:
    flags = rows_of_others(table, fold(question))
    assert [place for place, is_other in enumerate(flags) if not is_other] == left


@pytest.mark.parametrize(
    ("question", "column"),
    [("操场翻新要多少资金", "资金(万元)"), ("操场翻新归哪个科室", ""), ("食堂改造要多少资金", "")],
)
def test_blank_cell_of_the_column_that_is_asked_for_is_lacking(question: str, column: str) -> None:
    rows = ("事项：操场翻新；科室：项目科", "事项：食堂改造；科室：后勤科；资金（万元）：82")
    asked = fold(question)
    (own,) = [one for one, is_other in zip(rows, rows_of_others(rows, asked), strict=True) if not is_other]
    assert lacks_asked_column(own, rows, asked) == column


def test_rows_beside_are_those_of_the_same_table() -> None:
    items = [row("学校：一小；班数：2", "表1-1"), row("学校：二小；班数：3"), row("校车：一号；座位：3", "表2-1")]
    assert rows_beside(items[0], items) == [items[0].text, items[1].text]


HELD = """# 榆桥区普通高中住宿费标准

（一）各校住宿费如下，按学期收取：

| 学校 | 四人间 | 六人间 |
|---|---|---|
| 榆桥区第一中学 | 700 | 530 |
| 榆桥区第二中学 | 640 | 490 |

（二）退宿的按月退费。
"""
RIDES = """榆桥区2025年学生专线安排

一、线路
线路\t站点\t发车\t跟车老师
1号线\t石桥\t7:05\t田秀云
\t柳堤\t7:12
\t粮站\t7:20
2号线\t砖厂\t7:01\t米建国
\t林场\t7:16
\t东渡\t7:25
3号线\t北窑\t6:58\t柏长顺
\t南窑\t7:09
\t西窑\t7:18
二、要求
（一）驾驶人每学期体检一次。
（二）学生提前五分钟候车。
"""


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Assistant:
    folder = tmp_path_factory.mktemp("held")
    files = [folder / "held.md", folder / "rides.txt"]
    for file, text in zip(files, (HELD, RIDES), strict=True):
        file.write_text(text, encoding="utf-8")
    store = Store.create(folder / "store", embedder)
    assert {outcome.change for outcome in add_files(store, files)} == {Change.ADDED}
    return Assistant(store)


@pytest.mark.parametrize(
    ("question", "shown", "hidden"),
    [
        ("二中六人间住宿费多少钱", "490", "530"),
        ("榆桥区一中四人间住宿费多少", "700", "640"),
        ("林场站的跟车老师是谁", "米建国", "田秀云"),
        ("西窑几点发车", "7:18", "7:09"),
    ],
)
def test_row_in_a_numbered_item_or_of_merged_cells_is_quoted_alone(
    held: Assistant, question: str, shown: str, hidden: str
) -> None:
    answer = held.invoke(question)
    assert answer.status == ANSWERED
    assert shown in to_markdown(answer)
    assert hidden not in to_markdown(answer)


@pytest.mark.parametrize("question", ["2号线的司机叫什么名字", "1号线驾驶员是谁", "谁是3号线的司机"])
def test_person_whose_office_no_column_names_is_not_found(held: Assistant, question: str) -> None:
    assert held.invoke(question).status == NOT_FOUND
