import pytest

from assistant.understanding.wants import Want, WantKind, find_answers, find_wants
from ingest.language.folding import fold

K = WantKind


@pytest.mark.parametrize(
    ("question", "wants"),
    [
        ("终身学习活动周是第几届", [(K.ORDINAL, "届")]),
        ("“汀上红烛”在第几条", []),  # the citation tells it
        ("定在星期几", [(K.WEEKDAY, "")]),
        ("幾點下課", [(K.CLOCK, "")]),
        ("什么时候开学", [(K.DATE, "")]),
        ("几月几日前完成", [(K.DATE, "")]),
        ("毛入园率达到百分之几", [(K.SHARE, "")]),
        ("近视率多少", [(K.SHARE, "")]),
        ("一学期收多少钱", [(K.MONEY, "")]),
        ("每天几小时", [(K.DURATION, "小时")]),
        ("多长时间", [(K.LENGTH, "")]),
        ("多久检查一次", [(K.DURATION, "")]),
        ("孩子多大能上一年级", [(K.AGE, "")]),
        ("几岁可以上小学", [(K.AGE, "")]),
        ("操场多大面积", []),
        ("How old must a child be", [(K.AGE, ""), (K.DUTY, "")]),
        ("午餐要交钱吗", [(K.CHARGE, "")]),
        ("坐校车收不收费", [(K.CHARGE, "")]),
        ("书本免费吗", [(K.CHARGE, "")]),
        ("学费一年多少", [(K.MONEY, "")]),
        ("照看班一个月要缴多少", [(K.MONEY, "")]),
        ("面层多厚", [(K.QUANTITY, "米")]),
        ("围墙要多高", [(K.QUANTITY, "米")]),
        ("多高兴", []),
        ("哪一年建游泳馆", [(K.YEAR, "")]),
        ("生师比是多少", [(K.SHARE, "")]),
        ("大米几钱", [(K.MONEY, "")]),
        ("新建幾所幼兒園", [(K.QUANTITY, "所")]),
        ("多少名教师", [(K.QUANTITY, "名")]),
        ("校车有几多", [(K.QUANTITY, "")]),
        ("由谁负责", [(K.BODY, "")]),
        ("谁的责任", [(K.BODY, "")]),
        ("谁的校车多", []),
        ("谁更早", []),
        ("哪个科室牵头", [(K.BODY, "")]),
        ("读书节叫什么", [(K.NAME, "")]),
        ("由谁负责，几月完成", [(K.DATE, ""), (K.BODY, "")]),
        ("怎么办", []),
        ("怎么收费", []),
        ("哪几所学校", [(K.LIST, "")]),
        ("有哪些安排", [(K.LIST, "")]),
        ("哪兩類學校", [(K.LIST, "")]),
        ("哪些科室牵头", [(K.BODY, "")]),
        ("手机可以带进学校吗", [(K.PERMISSION, "")]),
        ("能不能補課", [(K.PERMISSION, "")]),
        ("老师能收礼品吗", [(K.PERMISSION, "")]),
        ("学校能否公布成绩", [(K.PERMISSION, "")]),
        ("是否允许培训机构寒假开课", [(K.PERMISSION, "")]),
        ("让不让老师补课", [(K.PERMISSION, "")]),
        ("必须参加课后服务吗", [(K.DUTY, "")]),
        ("要不要交报名材料", [(K.DUTY, "")]),
        ("是不是都要穿校服", [(K.DUTY, "")]),
        ("课后服务是强制的吗", [(K.DUTY, "")]),
        ("哪年级的学生最多", []),
        ("哪一年开工", [(K.YEAR, "")]),
        ("哪年的学位更多", []),
        ("能保证睡几个小时", [(K.DURATION, "小时")]),
        ("要几个月", [(K.DURATION, "个月")]),
        ("热线电话是多少", [(K.PHONE, "")]),
        ("打什么电话举报", [(K.PHONE, "")]),
        ("教育局局长是谁", [(K.PERSON, "")]),
        ("手机有什么规定", []),
        ("手机管理有哪些规定", [(K.LIST, "")]),
        ("留守儿童每月电话联系几次", [(K.QUANTITY, "次")]),
        ("心理热线每天服务几小时", [(K.DURATION, "小时")]),
        ("局长姓什么", [(K.PERSON, "")]),
        ("为什么要减负", [(K.REASON, "")]),
        ("新校区建在哪里", [(K.PLACE, "")]),
        ("選址在哪", [(K.PLACE, "")]),
        ("几年级要补考", []),
        ("一二年级有几节课", [(K.QUANTITY, "节课")]),
        ("How many schools?", [(K.QUANTITY, "")]),
        ("When does it start?", [(K.DATE, "")]),
        ("Who is responsible?", [(K.BODY, "")]),
        ("How much does it cost?", [(K.MONEY, "")]),
        ("What is the contest called?", [(K.NAME, "")]),
        ("How long is it?", [(K.LENGTH, "")]),
        ("What time does it end?", [(K.CLOCK, "")]),
        ("What share of teachers?", [(K.SHARE, "")]),
        ("Which subjects are taught?", [(K.LIST, "")]),
        ("Which department leads it?", [(K.BODY, "")]),
        ("Can pupils bring phones?", [(K.PERMISSION, "")]),
        ("Are private lessons allowed?", [(K.PERMISSION, "")]),
        ("Must everyone take part?", [(K.DUTY, "")]),
        ("Is the service compulsory?", [(K.DUTY, "")]),
        ("How does it work?", []),
        ("What is the hotline number?", [(K.PHONE, "")]),
        ("Who is the head of the bureau?", [(K.PERSON, "")]),
        ("Why is homework cut?", [(K.REASON, "")]),
        ("Where is the new school?", [(K.PLACE, "")]),
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
        (Want(K.PERMISSION), "農村寄宿制學校可適當減收，嚴禁在職教師有償補課", ["嚴禁"]),
        (Want(K.PERMISSION), "节假日作业不得加量，不再收取材料费", ["不得", "不再"]),
        (Want(K.PERMISSION), "随迁子女凭居住证即可申请，紧缺学科教师可采取校园招聘方式引进", ["可"]),
        (Want(K.PERMISSION), "新建幼儿园5所", []),
        (Want(K.DUTY), "调整学区须提前组织听证，三项指标均保持百分之百", ["须", "均"]),
        (Want(K.DUTY), "坚持学生自愿参加，不强制", ["自愿", "不强制"]),
        (Want(K.DUTY), "每学期培训一次", []),
        (Want(K.LIST), "設聲樂、器樂、舞蹈三類", ["設聲樂、器樂、舞蹈三類"]),
        (Want(K.LIST), "开设语文、数学、英语，另设体育", ["开设语文、数学、英语"]),
        (Want(K.LIST), "由德育科牵头", []),
        (Want(K.PHONE), "咨询电话0731-12345678，热线12345", ["电话0731-12345678", "热线12345"]),
        (Want(K.PHONE), "投入12345万元，惠及12345人", []),
        (Want(K.PERSON), "局长：王小明", ["局长：王小明"]),
        (Want(K.PERSON), "由局长负责", []),
        (Want(K.REASON), "为了减轻负担，每周三不留作业", ["为了"]),
        (Want(K.REASON), "每周三不留作业", []),
        (Want(K.DURATION), "7个工作日内核实反馈", ["7个工作日"]),
        (Want(K.AGE), "年满六周岁的儿童可以入学", ["六周岁"]),
        (Want(K.AGE), "2019年9月1日至2020年8月31日出生的儿童，6月1日报名", ["2019年9月1日至2020年8月31日出生"]),
        (Want(K.CHARGE), "低保家庭学生免费，其余每月80元", ["免费", "80元"]),
        (Want(K.CHARGE), "体检费由家长承担", ["由家长承担"]),
        (Want(K.QUANTITY, "人"), "可填两个志愿，招三个学生", ["三个"]),
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
def test_only_figures_dates_and_persons_must_be_there(kind: WantKind) -> None:
    loose = {K.CHARGE, K.NAME, K.BODY, K.PERMISSION, K.DUTY, K.LIST, K.REASON, K.PLACE, K.YEAR}
    assert Want(kind).is_strict is (kind not in loose)


@pytest.mark.parametrize("question", ["", "校车呢", "课后服务", "第13条"])
def test_question_that_asks_for_nothing_in_particular_wants_nothing(question: str) -> None:
    assert find_wants(fold(question)) == ()


@pytest.mark.parametrize(
    ("question", "text", "told"),
    [
        ("哪天没有作业", "小学每周三不布置家庭作业。", ["周三"]),
        ("录像保存多久", "录像保存三十日。", ["三十日"]),
        ("录像保存多久", "自六月三十日起保存。", []),
        ("生师比是多少", "专任教师1041人，生师比12.2:1。", ["12.2:1"]),
        ("每次上多长时间", "每月不少于两次。", []),
        ("哪一年建成", "2025年建成游泳馆。", ["2025年"]),
    ],
)
def test_what_is_told_is_of_the_kind_that_is_asked(question: str, text: str, told: list[str]) -> None:
    (want,) = find_wants(fold(question))
    assert [text[start:end] for start, end in find_answers(want, text, asked=fold(question))] == told


def test_caption_of_a_table_names_the_unit_of_its_figures() -> None:
    row, caption = "等级：一类园；人数：30；寄宿：845", "按等级执行下列收费标准（单位：元）"
    (want,) = find_wants("寄宿多少钱")
    told = find_answers(want, row, asked="寄宿多少钱", above=caption)
    assert [row[start:end] for start, end in told] == ["845"]
    assert not find_answers(want, row, asked="寄宿多少钱")
