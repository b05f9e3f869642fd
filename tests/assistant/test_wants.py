import pytest

from assistant.wants import Want, WantKind, find_answers, find_wants
from ingest.characters import fold

K = WantKind


@pytest.mark.parametrize(
    ("question", "wants"),
    [
        ("终身学习活动周是第几届", [(K.ORDINAL, "届")]),
        ("定在星期几", [(K.WEEKDAY, "")]),
        ("幾點下課", [(K.CLOCK, "")]),
        ("什么时候开学", [(K.DATE, "")]),
        ("几月几日前完成", [(K.DATE, "")]),
        ("毛入园率达到百分之几", [(K.SHARE, "")]),
        ("近视率多少", [(K.SHARE, "")]),
        ("一学期收多少钱", [(K.MONEY, "")]),
        ("每天几小时", [(K.DURATION, "小时")]),
        ("多长时间", [(K.DURATION, "")]),
        ("新建幾所幼兒園", [(K.QUANTITY, "所")]),
        ("多少名教师", [(K.QUANTITY, "名")]),
        ("校车有几多", [(K.QUANTITY, "")]),
        ("由谁负责", [(K.BODY, "")]),
        ("哪个科室牵头", [(K.BODY, "")]),
        ("读书节叫什么", [(K.NAME, "")]),
        ("由谁负责，几月完成", [(K.DATE, ""), (K.BODY, "")]),
        ("怎么办", []),
        ("哪几所学校", []),
        ("有哪些安排", []),
        ("How many schools?", [(K.QUANTITY, "")]),
        ("When does it start?", [(K.DATE, "")]),
        ("Who is responsible?", [(K.BODY, "")]),
        ("How much does it cost?", [(K.MONEY, "")]),
        ("What is the contest called?", [(K.NAME, "")]),
        ("How long is it?", [(K.DURATION, "")]),
        ("What time does it end?", [(K.CLOCK, "")]),
        ("What share of teachers?", [(K.SHARE, "")]),
    ],
)
def test_question_asks_for_these_kinds(question: str, wants: list[tuple[WantKind, str]]) -> None:
    assert [(want.kind, want.unit) for want in find_wants(fold(question))] == wants


@pytest.mark.parametrize(
    ("want", "sentence", "answers"),
    [
        (Want(K.ORDINAL, "届"), "举办第17届活动和第十八届赛事，首届也在内", ["第17届", "第十八届", "首届"]),
        (Want(K.ORDINAL, "届"), "共17届", []),
        (Want(K.DURATION), "二年级每天2小时", ["每天", "2小时"]),
        (Want(K.DURATION), "小学一、二年级", []),
        (Want(K.DURATION), "三年内做完", ["三年"]),
        (Want(K.QUANTITY, "所"), "新建四所小学和12所中学", ["四所", "12所"]),
        (Want(K.QUANTITY, "所"), "第3所", []),
        (Want(K.QUANTITY, "名"), "招聘教師168名，其中96人到鄉鎮，3所學校", ["168名", "96人"]),
        (Want(K.QUANTITY, "个"), "学位2.15万个，3年级", ["2.15万个"]),
        (Want(K.QUANTITY, "所"), "建园４所", ["４所"]),
        (Want(K.SHARE), "达到百分之八十五，去年为80%", ["百分之八十五", "80%"]),
        (Want(K.SHARE), "下降0.5个百分点，实现全覆盖，按4∶6分担", ["0.5个百分点", "全覆盖", "4∶6"]),
        (Want(K.CLOCK), "小学结束时间不早于17时40分", ["17时40分"]),
        (Want(K.CLOCK), "8点半到校", ["8点半"]),
        (Want(K.CLOCK), "17:40放学，8：30到校", ["17:40", "8：30"]),
        (Want(K.WEEKDAY), "每周三下午和星期日，周转房", ["周三", "星期日"]),
        (Want(K.MONEY), "每生每学期320元，困难学生免收，投入1.2亿元", ["320元", "免收", "1.2亿元"]),
        (Want(K.DATE), "9月30日前完成，二〇二四年3月起", ["9月30日前", "二〇二四年3月起"]),
        (Want(K.DATE), "2024年5月1日起执行，秋季学期", ["2024年5月1日起", "秋季学期"]),
        (Want(K.BODY), "由安全管理科牵头。", ["由安全管理科牵头"]),
        (Want(K.BODY), "由體衛藝股、教研室負責。", ["由體衛藝股、教研室負責"]),
        (Want(K.NAME), "举办“霁山杯”艺术节，编写《家长手册》", ["“霁山杯”", "《家长手册》"]),
    ],
)
def test_answers_are_found_where_they_stand(want: Want, sentence: str, answers: list[str]) -> None:
    found = [sentence[start:end] for start, end in find_answers(want, sentence, asked="")]
    assert [answer for answer in answers if answer not in found] == []
    if not answers:
        assert found == []


@pytest.mark.parametrize(
    ("want", "asked", "sentence", "answers"),
    [
        (Want(K.QUANTITY, "所"), "72所中小学里有几所建园", "全县72所中小学，建园4所", ["4所"]),
        (Want(K.DATE), "9月的活动几号结束", "9月开始，10月8日结束", ["10月8日"]),
        (Want(K.NAME), "“霁山杯”之外还有什么比赛", "除“霁山杯”外，还有“茶乡杯”", ["“茶乡杯”"]),
    ],
)
def test_what_the_question_itself_says_is_no_answer(want: Want, asked: str, sentence: str, answers: list[str]) -> None:
    found = find_answers(want, sentence, asked=fold(asked))
    assert [sentence[start:end] for start, end in found] == answers


def test_comma_after_a_number_is_no_part_of_it() -> None:
    sentence = "全县共8，30所学校，投入12,500元"
    quantities = [sentence[a:b] for a, b in find_answers(Want(K.QUANTITY, "所"), sentence, asked="")]
    money = [sentence[a:b] for a, b in find_answers(Want(K.MONEY), sentence, asked="")]
    assert (quantities, money) == (["30所"], ["12,500元"])


@pytest.mark.parametrize("kind", list(WantKind))
def test_only_names_and_bodies_may_be_missing(kind: WantKind) -> None:
    assert Want(kind).is_strict is (kind not in {K.NAME, K.BODY})
