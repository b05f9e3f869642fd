from dataclasses import replace

import pytest

from assistant.ask import Assistant
from assistant.question import Question
from assistant.understanding.follow_up import Completed, complete
from assistant.understanding.places import find_mentions
from assistant.understanding.references import Reference
from assistant.understanding.wants import WantKind, find_wants
from vectorstore.store import Store

FEE = "望汀区2024年课后服务收多少钱"
NURSERIES = "望汀区2024年新建几所幼儿园？"
PUPILS = "望汀区2024年小学一年级招多少人"
WEEK = "霁山县终身学习活动周办第几届"
ITEM = "望汀区2024年第13条讲什么"
TITLED = "青嵐縣的保障措施部分講了什麼"
ENGLISH = "How many kindergartens will Wangting build in 2024?"


def searched(done: Completed) -> str:
    return f"{done.mentions.rest} {done.context}"


@pytest.mark.parametrize(
    ("history", "question", "regions", "years", "kept", "dropped"),
    [
        ([FEE], "那2025年呢", ["望汀区"], [2025], ["课后服务", "多少钱"], []),
        ([FEE], "25年呢", ["望汀区"], [2025], ["课后服务", "多少钱"], []),
        ([FEE], "栖川呢", ["栖川市"], [], ["课后服务", "多少钱"], []),
        ([FEE], "霁山县2021年呢？", ["霁山县"], [2021], ["课后服务", "多少钱"], []),
        ([FEE], "那青嵐縣呢？", ["青嵐縣"], [], ["课后服务", "多少钱"], []),
        ([FEE], "新的一年呢", ["望汀区"], [2025], ["课后服务", "多少钱"], []),
        ([FEE], "下一年也一样吗", ["望汀区"], [2025], ["课后服务"], []),
        ([FEE.replace("2024", "2025")], "上一年呢？", ["望汀区"], [2024], ["课后服务"], []),
        ([FEE, "霁山县2021年呢"], "青岚县2022年呢？", ["青嵐縣"], [2022], ["课后服务", "多少钱"], []),
        ([FEE, "那2025年呢"], "霁山呢", ["霁山县"], [], ["课后服务", "多少钱"], []),
        ([FEE], "由谁负责", ["望汀区"], [2024], ["课后服务", "谁负责"], ["多少钱"]),
        ([FEE], "谁负责？", ["望汀区"], [2024], ["课后服务", "谁负责"], ["多少钱"]),
        ([FEE, "谁负责"], "几点结束", ["望汀区"], [2024], ["课后服务", "几点"], ["谁", "多少钱"]),
        (["望汀区2024年的课后服务怎么安排"], "收费呢", ["望汀区"], [2024], ["课后服务", "收费"], []),
        ([WEEK], "定在星期几", ["霁山县"], [], ["终身学习活动周", "星期几"], []),
        ([NURSERIES], "小学呢？", ["望汀区"], [2024], ["小学", "几所"], ["幼儿园"]),
        ([NURSERIES], "具体多少所", ["望汀区"], [2024], ["幼儿园", "多少所"], ["几所"]),
        ([PUPILS], "那高中呢", ["望汀区"], [2024], ["高中", "多少人"], ["小学"]),
        ([PUPILS], "初中呢", ["望汀区"], [2024], ["初中", "多少人"], ["小学"]),
        ([PUPILS, "初中呢"], "高中呢", ["望汀区"], [2024], ["高中", "多少人"], ["小学", "初中"]),
        (["望汀区2024年学生的心理健康怎么抓"], "老师这边呢", ["望汀区"], [2024], ["老师", "心理健康"], ["学生"]),
        (["青岚县公办幼儿园新增多少学位"], "民办的呢", ["青嵐縣"], [], ["民办", "学位"], ["公办"]),
        ([NURSERIES], "那边的由谁负责", ["望汀区"], [2024], ["由谁负责", "幼儿园"], []),
        ([ENGLISH], "What about 2025?", ["望汀区"], [2025], ["kindergartens"], []),
        ([ENGLISH], "and Qichuan?", ["栖川市"], [], ["kindergartens"], []),
        ([ENGLISH], "And the following year?", ["望汀区"], [2025], [], []),
        ([ENGLISH], "How about primary schools?", ["望汀区"], [2024], ["primary schools"], ["kindergartens"]),
        ([ENGLISH], "Who is responsible?", ["望汀区"], [2024], ["kindergartens", "who"], ["how many"]),
    ],
)
def test_question_is_completed_from_the_talk(
    sample_store: Store,
    history: list[str],
    question: str,
    regions: list[str],
    years: list[int],
    kept: list[str],
    dropped: list[str],
) -> None:
    done = complete(question, history, sample_store.plans)
    assert (list(done.mentions.regions), list(done.mentions.years)) == (regions, years)
    assert [word for word in kept if word not in searched(done)] == []
    assert [word for word in dropped if word in searched(done)] == []
    assert done.is_carried


@pytest.mark.parametrize(
    ("history", "question", "regions", "years", "dropped"),
    [
        ([FEE], "校车驾驶员每学期要培训多少学时？", ["望汀区"], [2024], ["课后", "多少钱"]),
        ([FEE], "心理健康教师的配备率要达到百分之几", ["望汀区"], [2024], ["课后", "多少钱"]),
        ([FEE], "各份计划的校车有多少辆？", [], [], ["课后", "多少钱"]),
        ([FEE], "哪几份计划提到校车？", [], [], ["课后", "多少钱"]),
        ([FEE], "霁山县2021年招聘多少名特岗教师？", ["霁山县"], [2021], ["课后", "多少钱"]),
        ([ITEM], "霁山县的校车驾驶员每学期培训几次？", ["霁山县"], [], ["第13条"]),
        (
            [ENGLISH],
            "How many school buses does Qichuan run and who checks the drivers?",
            ["栖川市"],
            [],
            ["kindergartens"],
        ),
    ],
)
def test_complete_new_question_is_not_dragged_along(
    sample_store: Store, history: list[str], question: str, regions: list[str], years: list[int], dropped: list[str]
) -> None:
    done = complete(question, history, sample_store.plans)
    assert (list(done.mentions.regions), list(done.mentions.years)) == (regions, years)
    assert [word for word in dropped if word in searched(done)] == []
    assert done.reference is None


@pytest.mark.parametrize(
    ("question", "may_stand_alone"),
    [
        ("校车驾驶员每学期要培训多少学时？", True),
        ("霁山县的校车驾驶员每学期要培训多少学时？", False),
        ("那2025年呢", False),
        ("谁负责", False),
    ],
)
def test_topic_of_its_own_may_do_without_the_place_of_the_talk(
    sample_store: Store, question: str, may_stand_alone: bool
) -> None:
    assert complete(question, [FEE], sample_store.plans).may_stand_alone is may_stand_alone


@pytest.mark.parametrize(
    ("question", "kinds"),
    [
        ("那2025年呢", [WantKind.MONEY]),
        ("校车呢", [WantKind.MONEY]),
        ("谁负责", [WantKind.BODY]),
        ("校车驾驶员每学期要培训多少学时？", [WantKind.DURATION]),
        ("校车驾驶员的培训怎么安排", []),
    ],
)
def test_kind_of_answer_is_taken_over_where_the_turn_asks_for_none(
    sample_store: Store, question: str, kinds: list[WantKind]
) -> None:
    done = complete(question, [FEE], sample_store.plans)
    assert [want.kind for want in find_wants(done.asks)] == kinds


@pytest.mark.parametrize(
    "question", ["还有吗", "还有吗？", "还有别的吗", "那还有呢", "别的呢", "更多", "anything else?"]
)
def test_more_of_the_same_is_asked_for(sample_store: Store, question: str) -> None:
    done = complete(question, [FEE], sample_store.plans)
    assert done.is_more
    assert (done.mentions.rest, done.mentions.regions, done.mentions.years) == (
        "课后服务收多少钱",
        ("望汀区",),
        (2024,),
    )


def test_more_about_something_else_is_a_question_of_its_own(sample_store: Store) -> None:
    done = complete("还有哪些课后服务课程", ["望汀区2024年有几辆校车"], sample_store.plans)
    assert not done.is_more
    assert "课后服务" in done.mentions.rest


@pytest.mark.parametrize(
    ("history", "question", "items", "step"),
    [
        ([ITEM], "下一条呢", (13,), 1),
        ([ITEM], "那上一条呢", (13,), -1),
        ([ITEM, "下一条呢"], "下一条", (13,), 2),
        ([ITEM, "下一条呢"], "上一条", (13,), 0),
        ([ITEM], "第14条呢", (14,), 0),
        ([ITEM], "由谁负责", (13,), 0),
        ([ITEM], "霁山呢", (13,), 0),
        ([ITEM, "由谁负责"], "下一条呢", (13,), 1),
        (["What does item 13 of Wangting's 2024 plan say?"], "and the next one?", (13,), 1),
    ],
)
def test_item_of_the_talk_stays_in_question(
    sample_store: Store, history: list[str], question: str, items: tuple[int, ...], step: int
) -> None:
    done = complete(question, history, sample_store.plans)
    assert done.reference
    assert (numbers_of(done.reference), done.reference.step, done.steps) == (items, step, 0)
    assert done.is_carried


def test_section_of_the_talk_stays_in_question(sample_store: Store) -> None:
    done = complete("栖川呢", [TITLED], sample_store.plans)
    assert done.reference
    assert (done.reference.title, done.mentions.regions) == ("保障措施", ("栖川市",))


@pytest.mark.parametrize(
    ("history", "question", "steps"),
    [
        ([FEE], "下一条呢", 1),
        ([FEE], "上一条讲什么", -1),
        ([FEE, "下一条呢"], "再下一条", 2),
        ([FEE, "下一条呢"], "上一条", 0),
    ],
)
def test_step_from_what_was_answered_is_counted(
    sample_store: Store, history: list[str], question: str, steps: int
) -> None:
    done = complete(question, history, sample_store.plans)
    assert (done.steps, done.mentions.rest, done.mentions.regions) == (steps, "课后服务收多少钱", ("望汀区",))


@pytest.mark.parametrize(
    ("history", "question", "reading"),
    [
        ([FEE], "那2025年呢", "课后服务收多少钱"),
        ([FEE], "校车呢", "校车，多少钱"),
        ([PUPILS], "那高中呢", "高中一年级招多少人"),
        ([FEE], "谁负责", "课后服务收，谁负责"),
        ([], "那校车呢？", "校车"),
        ([], "What about school buses?", "school buses"),
    ],
)
def test_reading_is_the_completed_question(
    sample_store: Store, history: list[str], question: str, reading: str
) -> None:
    assert complete(question, history, sample_store.plans).reading == reading


@pytest.mark.parametrize("question", ["那2025年呢", FEE, "株洲市有几所学校", ENGLISH, "还有吗"])
def test_question_without_a_talk_stands_alone(sample_store: Store, question: str) -> None:
    mentions = find_mentions(question, sample_store.plans)
    assert complete(question, [], sample_store.plans) == Completed(mentions, asks=mentions.rest)


def test_reference_of_the_first_question_is_taken_from_its_text(sample_store: Store) -> None:
    done = complete("望汀区2024年第13条由谁负责", [], sample_store.plans)
    assert done.reference
    assert (numbers_of(done.reference), done.mentions.rest, done.asks) == ((13,), "由谁负责", "由谁负责")
    assert not done.is_carried


def test_unknown_place_of_the_talk_stays_unknown(sample_store: Store) -> None:
    mentions = complete("那2025年呢", ["株洲市有多少所幼儿园？"], sample_store.plans).mentions
    assert mentions.unknown_places == ("株洲市",)
    assert mentions.years == (2025,)


def test_new_unknown_place_takes_the_place_of_the_known(sample_store: Store) -> None:
    mentions = complete("长沙呢", [FEE], sample_store.plans).mentions
    assert (mentions.regions, mentions.unknown_places, mentions.rest) == ((), ("长沙",), "课后服务收多少钱")
    assert complete("And Wuhan?", [ENGLISH], sample_store.plans).mentions.rest.startswith("how many kindergartens")


def test_plan_named_by_its_kind_stays_in_question(sample_store: Store) -> None:
    mentions = complete("那校车呢", ["实施意见里课后服务怎么收费"], sample_store.plans).mentions
    (titled,) = mentions.titled
    assert [plan.identity.source for plan in sample_store.plans if plan.id == titled] == ["qinglan-2022.txt"]


def test_other_year_of_a_place_has_another_plan(sample_store: Store) -> None:
    points, later = (plan for plan in sample_store.plans if plan.identity.region == "望汀区")
    action = replace(points, identity=replace(points.identity, id="action", title="望汀区2024年学前教育行动计划"))
    plans = [points, action, later]
    talk = ["望汀区2024年学前教育行动计划里新建几所"]
    assert complete("由谁负责", talk, plans).mentions.titled == ("action",)
    assert complete("那2025年呢", talk, plans).mentions.titled == ()


def test_goal_of_the_turn_is_its_own(sample_store: Store) -> None:
    done = complete("到2024年底要达到多少", ["青岚县2022年的群众满意度是多少"], sample_store.plans)
    assert (done.mentions.years, done.mentions.goals) == ((2022,), (2024,))
    assert "满意度" in searched(done)


@pytest.mark.parametrize(
    ("question", "regions", "years"),
    [
        ("跟霁山比呢", ["望汀区", "霁山县"], [2024]),
        ("和2025年相比呢？", ["望汀区"], [2024, 2025]),
        ("比起栖川呢", ["望汀区", "栖川市"], [2024]),
        ("与青岚县哪个高", ["望汀区", "青嵐縣"], [2024]),
        ("Compared with Qichuan?", ["望汀区", "栖川市"], [2024]),
    ],
)
def test_place_or_year_is_set_beside_that_of_the_talk(
    sample_store: Store, question: str, regions: list[str], years: list[int]
) -> None:
    done = complete(question, [FEE], sample_store.plans)
    assert list(done.mentions.regions) == regions
    assert list(done.mentions.years) == years
    assert "课后服务" in done.mentions.rest
    answer = Assistant(sample_store).invoke(Question(question, (FEE,)))
    assert len({citation.plan.id for citation in answer.citations}) == 2


def test_what_is_set_beside_nothing_is_a_question_like_any_other(sample_store: Store) -> None:
    assert not complete("和霁山一样吗", [], sample_store.plans).is_carried


def numbers_of(reference: Reference) -> tuple[int, ...]:
    """Of each item that is named its own number."""
    return tuple(path[-1].number for path in reference.paths)


def test_question_that_names_another_and_asks_for_itself_is_not_put_into_the_one_before(sample_store: Store) -> None:
    done = complete("校车司机工资多少", ["孩子放学没人接怎么办"], sample_store.plans)
    assert "没人接" not in done.mentions.rest
    assert "工资" in done.mentions.rest
