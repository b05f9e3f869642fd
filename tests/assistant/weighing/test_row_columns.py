"""A column is asked for by its own words, by what is left of them, or by its parts; a blank cell of it answers nothing."""

import pytest

from assistant.answer import ANSWERED, NOT_FOUND
from assistant.ask import Assistant
from assistant.render import to_markdown
from assistant.weighing.rows import lacks_asked_column, lacks_in_named_rows
from ingest.language.folding import fold
from vectorstore.embedder import Embedder
from vectorstore.store import Store
from vectorstore.update import Change, add_files

FEES = (
    "园名：机关幼儿园；保教费（元）·大班：460；保教费（元）·小班：520；餐费：340",
    "园名：柳岸幼儿园；保教费（元）·大班：380；餐费：300；校车费：260",
)
WORK = (
    "任务：教研员培训；牵头单位：进修学校；完成时限：11月",
    "任务：校服抽检；牵头单位：后勤股；配合单位：市场监管局；完成时限：9月",
)
QUOTAS = (
    "学校：梅林中学；名额（个）·省实验高中：12；名额（个）·雁湖高中：20；合计：32",
    "学校：石塘中学；名额（个）·雁湖高中：9；合计：9",
)
COUNTS = (
    "乡镇：桂坪乡；国民小学·学生数：310；幼儿园·公立：70",
    "乡镇：兰溪镇；国民小学·学生数：904；国民中学·学生数：655；幼儿园·公立：120；幼儿园·私立：88",
)
PLACES = ("Club：Chess；Places left：6；Fee：300", "Club：Choir；Fee：200")
TIMES = ("项目：铅球；上午：南湖中学", "项目：跳绳；下午：北湖中学")


@pytest.mark.parametrize(
    ("rows", "place", "question", "column"),
    [
        pytest.param(FEES, 0, "机关幼儿园的校车多少钱", "校车费", id="the name without its fee"),
        pytest.param(FEES, 0, "机关幼儿园校车一学期收多少", "校车费", id="how much is taken"),
        pytest.param(FEES, 0, "机关幼儿园餐费多少", "", id="a filled one"),
        pytest.param(FEES, 1, "柳岸幼儿园小班保教费多少", "保教费(元)·小班", id="both parts"),
        pytest.param(FEES, 1, "柳岸幼儿园大班保教费多少", "", id="both parts of a filled one"),
        pytest.param(FEES, 0, "机关幼儿园有没有校车", "", id="no amount is asked for"),
        pytest.param(WORK, 0, "教研员培训由哪个单位配合", "配合单位", id="deed and body"),
        pytest.param(WORK, 0, "教研员培训由哪个单位牵头", "", id="another deed"),
        pytest.param(WORK, 0, "教研员培训什么时候完成", "", id="deed and time"),
        pytest.param(QUOTAS, 1, "石塘中学有几个省实验高中的名额", "名额(个)·省实验高中", id="last part"),
        pytest.param(QUOTAS, 1, "石塘中学有几个雁湖高中的名额", "", id="last part of a filled one"),
        pytest.param(COUNTS, 0, "桂坪鄉私立幼兒園有多少學生", "幼儿园·私立", id="both parts, the other way round"),
        pytest.param(COUNTS, 0, "桂坪鄉公立幼兒園有多少學生", "", id="its neighbour"),
        pytest.param(COUNTS, 0, "桂坪鄉國中有幾位學生", "国民中学·学生数", id="a part by another word"),
        pytest.param(COUNTS, 0, "桂坪鄉國小有幾位學生", "", id="a filled one by another word"),
        pytest.param(PLACES, 1, "How many places are left in the Choir club?", "places left", id="English words"),
        pytest.param(PLACES, 1, "What is the fee of the Choir club?", "", id="English, filled"),
        pytest.param(TIMES, 1, "北湖中学上午还是下午考跳绳", "", id="one of two that are named is filled"),
    ],
)
def test_blank_cell_is_told_by_the_column_that_is_asked_for(
    rows: tuple[str, ...], place: int, question: str, column: str
) -> None:
    assert lacks_asked_column(rows[place], rows, fold(question)) == column


@pytest.mark.parametrize(
    ("question", "column"),
    [
        ("小学年级组长津贴多少", "小学"),
        ("初中年级组长津贴多少", ""),
        ("小学的津贴各是多少", ""),
    ],
)
def test_rows_within_an_item_lack_what_those_lack_that_are_named(question: str, column: str) -> None:
    rows = ("职务：班主任；小学：500；初中：620", "职务：年级组长；初中：260", "职务：工会委员；小学：90；初中：90")
    assert lacks_in_named_rows(rows, fold(question)) == column


NURSERIES = """# 芦汀县2026年幼儿园收费公示

| 幼儿园 | 保教费（元/月） | 餐费（元/月） | 校车费（元/学期） |
|---|---|---|---|
| 机关幼儿园 | 460 | 340 | |
| 柳岸幼儿园 | 380 | 300 | 260 |
| 晨星幼儿园 | 690 | 380 | 310 |
"""
OFFICES = """# 青崖市小学学生会干部补贴办法

第一条 为规范学生会干部补贴，制定本办法。

第二条 学生会干部按月领取补贴，标准如下：

| 职务 | 低年级 | 高年级 |
|---|---|---|
| 大队长 | 15元 | 20元 |
| 广播员 | | 12元 |

第三条 本办法自2026年9月1日起施行。
"""
SUBSIDIES = """澜河縣115學年度學生補助一覽表

名稱\t對象\t每名金額\t申請期限
午餐補助\t國中小\t1,800\t9月15日
交通補助\t高中職\t2,400\t
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Assistant:
    folder = tmp_path_factory.mktemp("blank")
    papers = {"nurseries.md": NURSERIES, "offices.md": OFFICES, "subsidies.txt": SUBSIDIES}
    for name, text in papers.items():
        (folder / name).write_text(text, encoding="utf-8")
    store = Store.create(folder / "store", embedder)
    outcomes = add_files(store, [folder / name for name in papers])
    assert {outcome.change for outcome in outcomes} == {Change.ADDED}
    return Assistant(store)


@pytest.mark.parametrize(
    "question",
    ["芦汀县机关幼儿园校车一学期收多少", "青崖市低年级广播员补贴多少", "澜河縣交通補助哪天截止申請"],
)
def test_blank_cell_is_not_found(assistant: Assistant, question: str) -> None:
    assert assistant.invoke(question).status == NOT_FOUND


@pytest.mark.parametrize(
    ("question", "shown", "hidden"),
    [
        ("芦汀县柳岸幼儿园校车一学期收多少", "260", "310"),
        ("芦汀县机关幼儿园餐费多少", "340", "300"),
        ("青崖市高年级广播员补贴多少", "12元", "15元"),
        ("澜河縣孩子唸國小，午餐補助可以領多少", "1,800", "2,400"),
        ("澜河縣午餐補助哪天截止申請", "9月15日", "2,400"),
    ],
)
def test_cell_beside_it_is_quoted(assistant: Assistant, question: str, shown: str, hidden: str) -> None:
    answer = assistant.invoke(question)
    assert answer.status == ANSWERED
    assert shown in to_markdown(answer)
    assert hidden not in to_markdown(answer)
