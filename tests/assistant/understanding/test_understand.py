from dataclasses import replace
from datetime import date

import pytest

from assistant.intents import Compare, Follow, Listing, Lookup, Mention, More
from assistant.question import Question, Scope, Understanding
from assistant.understanding.intend import MOST_COMPARED
from assistant.understanding.reference_forms import Level, Step
from assistant.understanding.scope import choose
from assistant.understanding.understand import check_text, understand
from assistant.understanding.wants import WantKind
from ingest.errors import UserError
from vectorstore.store import Store

ALL = ["jishan-2021.txt", "qichuan-2023.txt", "qinglan-2022.txt", "wangting-2024.txt", "wangting-2025.txt"]


def understood(store: Store, question: str, scope: Scope | None = None, history: tuple[str, ...] = ()) -> Understanding:
    return understand(Question(question, history, scope or Scope()), store.plans)


def sources(understanding: Understanding) -> list[str]:
    return sorted(plan.identity.source for plan in understanding.plans)


@pytest.mark.parametrize(
    ("question", "scope", "plans"),
    [
        ("课后服务收多少钱", Scope(), ALL),
        ("望汀区2024年课后服务收多少钱", Scope(), ["wangting-2024.txt"]),
        ("望汀区课后服务收多少钱", Scope(), ["wangting-2024.txt", "wangting-2025.txt"]),
        ("望汀25年课后服务收多少钱", Scope(), ["wangting-2025.txt"]),
        ("二〇二五年课后服务收多少钱", Scope(), ["wangting-2025.txt"]),
        ("2022到2023年的近视率变化", Scope(), ["qichuan-2023.txt", "qinglan-2022.txt"]),
        ("2023年近视率多少", Scope(), ["qichuan-2023.txt"]),
        ("青岚县到2024年底满意度达到多少", Scope(), ["qinglan-2022.txt"]),
        ("到2025年毛入园率多少", Scope(), ALL),
        ("How much are the after-school fees in Qichuan?", Scope(), ["qichuan-2023.txt"]),
        ("实施意见里课后服务收多少钱", Scope(), ["qinglan-2022.txt"]),
        ("课后服务收多少钱", Scope(years=(2022,)), ["qinglan-2022.txt"]),
        ("课后服务收多少钱", Scope(regions=("霁山县",)), ["jishan-2021.txt"]),
        ("课后服务收多少钱", Scope(regions=("青岚县",)), ["qinglan-2022.txt"]),
        ("课后服务收多少钱", Scope(plans=("qinglan-2022.txt",)), ["qinglan-2022.txt"]),
        ("课后服务收多少钱", Scope(plans=("霁山县教育局2021年下半年工作计划",)), ["jishan-2021.txt"]),
        ("课后服务收多少钱", Scope(regions=("望汀区",), years=(2021,)), []),
    ],
)
def test_question_and_choice_narrow_the_plans(
    sample_store: Store, question: str, scope: Scope, plans: list[str]
) -> None:
    understanding = understood(sample_store, question, scope)
    assert sources(understanding) == plans
    assert {plan.id for part in understanding.intents for plan in part.ask.plans} == {p.id for p in understanding.plans}


@pytest.mark.parametrize(
    ("question", "scope", "chosen", "required"),
    [
        ("望汀区2024年课后服务收多少钱", Scope(regions=("霁山县",)), ["jishan-2021.txt"], ("望汀区", "2024")),
        ("望汀区2024年课后服务收多少钱", Scope(plans=("jishan-2021.txt",)), ["jishan-2021.txt"], ("望汀区", "2024")),
        ("2025年新建几所", Scope(regions=("望汀区",), years=(2024,)), ["wangting-2024.txt"], ("2025",)),
        ("霁山县和栖川市各有几辆校车", Scope(years=(2021,)), ["jishan-2021.txt"], ()),
    ],
)
def test_choice_beside_the_question_always_holds(
    sample_store: Store, question: str, scope: Scope, chosen: list[str], required: tuple[str, ...]
) -> None:
    understanding = understood(sample_store, question, scope)
    assert sources(understanding) == chosen
    assert understanding.known == choose(scope, sample_store.plans)
    assert understanding.intents[0].ask.required == required


@pytest.mark.parametrize("name", ["no-such.txt", "株洲市教育局2024年工作要点", "000000000000"])
def test_plan_that_is_not_in_the_store_is_refused(sample_store: Store, name: str) -> None:
    with pytest.raises(UserError, match=name):
        understood(sample_store, "课后服务收多少钱", Scope(plans=(name,)))


@pytest.mark.parametrize(
    ("question", "required"),
    [
        ("望汀区2019年新建几所幼儿园", ("2019",)),
        ("霁山县2024年有几辆校车", ("2024",)),
        ("1999年的课后服务", ("1999",)),
        ("株洲市要新建几所幼儿园", ("株洲市",)),
        ("幼儿园的补助在长沙是多少", ("长沙",)),
        ("How many kindergartens will Wuhan build?", ("武汉",)),
        ("How many school buses does Lanxi County run?", ("lanxi",)),
        ("株洲市2019年要新建几所幼儿园", ("株洲市", "2019")),
        ("到2030年毛入园率多少", ()),
        ("补充2000名教师要花多少钱", ()),
        ("望汀区2024年新建几所幼儿园", ()),
    ],
)
def test_year_or_place_that_no_plan_is_of_must_stand_in_the_evidence(
    sample_store: Store, question: str, required: tuple[str, ...]
) -> None:
    understanding = understood(sample_store, question)
    assert [part.ask.required for part in understanding.intents] == [required]
    assert understanding.uncovered == "、".join(required)


@pytest.mark.parametrize(
    ("question", "plans"),
    [
        ("课后服务收费有什么不同", ALL),
        ("哪几份计划提到校车", ALL),
        ("哪些地方的校车有定位装置", ALL),
        ("各地课后服务各收多少钱", ALL),
        ("望汀区今年的学位比去年多吗，两年对比一下", ["wangting-2024.txt", "wangting-2025.txt"]),
        ("霁山县和实施意见里的课后服务收费", ["jishan-2021.txt", "qinglan-2022.txt"]),
        ("望汀区2024年和2025年的学位相比增加多少", ["wangting-2024.txt", "wangting-2025.txt"]),
        ("霁山县、栖川市的校车有几辆", ["jishan-2021.txt", "qichuan-2023.txt"]),
        ("Compare the after-school fees of Qichuan and Jishan", ["jishan-2021.txt", "qichuan-2023.txt"]),
    ],
)
def test_comparison_has_a_part_for_each_plan(sample_store: Store, question: str, plans: list[str]) -> None:
    understanding = understood(sample_store, question)
    assert understanding.is_comparison
    assert all(isinstance(part, Compare | Mention) and len(part.ask.plans) == 1 for part in understanding.intents)
    assert sorted(part.ask.plans[0].identity.source for part in understanding.intents) == plans


@pytest.mark.parametrize(
    ("question", "is_comparison"),
    [
        ("课后服务收多少钱", False),
        ("望汀区2024年课后服务和作业有什么不同", False),
    ],
)
def test_question_about_one_thing_is_one_part(sample_store: Store, question: str, is_comparison: bool) -> None:
    understanding = understood(sample_store, question)
    assert len(understanding.intents) == 1
    assert understanding.is_comparison is is_comparison


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("霁山县有几辆校车？驾驶员培训几次？", ["有几辆校车", "驾驶员培训几次"]),
        ("望汀区2024年新建几所幼儿园，谁负责，学费多少", ["新建几所幼儿园", "谁负责", "学费多少"]),
    ],
)
def test_each_thing_that_is_asked_is_a_part(sample_store: Store, question: str, said: list[str]) -> None:
    understanding = understood(sample_store, question)
    assert [part.ask.said for part in understanding.intents] == said
    assert not understanding.is_comparison


@pytest.mark.parametrize(
    ("question", "years", "lacking"),
    [
        ("望汀区今年课后服务收多少钱", {2025}, None),
        ("望汀区去年课后服务收多少钱", {2024}, None),
        ("望汀区明年课后服务收多少钱", {2024, 2025}, 2026),
        ("望汀区课后服务收多少钱", {2024, 2025}, None),
    ],
)
def test_this_year_is_counted_from_the_day_of_the_question(
    sample_store: Store, question: str, years: set[int], lacking: int | None
) -> None:
    understanding = understand(Question(question, today=date(2025, 9, 1)), sample_store.plans)
    assert {plan.identity.year for plan in understanding.plans} == years
    assert understanding.lacking_year == lacking


@pytest.mark.parametrize(
    ("question", "plans"),
    [
        ("青岚县有多少辆校车？霁山县校车驾驶员培训几次？", [["qinglan-2022.txt"], ["jishan-2021.txt"]]),
        ("望汀区2024年有多少辆校车？霁山县校车驾驶员培训几次？", [["wangting-2024.txt"], ["jishan-2021.txt"]]),
    ],
)
def test_two_clauses_with_two_places_are_two_parts(sample_store: Store, question: str, plans: list[list[str]]) -> None:
    understanding = understood(sample_store, question)
    assert [[plan.identity.source for plan in part.ask.plans] for part in understanding.intents] == plans
    assert "驾驶员" not in understanding.intents[0].ask.text
    assert "多少辆" not in understanding.intents[1].ask.text
    assert sources(understanding) == sorted(source for part in plans for source in part)


def test_question_about_a_place_and_one_that_no_plan_is_of_keeps_both(sample_store: Store) -> None:
    understanding = understood(sample_store, "望汀区2024年和长沙市的校车哪个多")
    assert sources(understanding) == ["wangting-2024.txt"]
    assert (understanding.besides, understanding.uncovered) == (("长沙市",), "")
    assert understanding.intents[0].ask.required == ()


def test_kind_narrows_the_plans_of_its_own_place_alone(sample_store: Store) -> None:
    points, later = (plan for plan in sample_store.plans if plan.identity.region == "望汀区")
    action = replace(points, identity=replace(points.identity, id="action", title="望汀区2024年学前教育行动计划"))
    jishan = next(plan for plan in sample_store.plans if plan.identity.region == "霁山县")
    asked = Question("望汀区行动计划和霁山县的幼儿园各新建几所")
    assert {plan.id for plan in understand(asked, [points, action, later, jishan]).plans} == {"action", jishan.id}


def test_year_that_only_one_of_two_plans_is_of_is_told(sample_store: Store) -> None:
    understanding = understood(sample_store, "望汀区2023年和2024年的校车有几辆")
    assert sources(understanding) == ["wangting-2024.txt"]
    assert (understanding.besides, understanding.uncovered) == (("2023",), "")


def test_difference_of_two_plans_is_no_figure_of_either(sample_store: Store) -> None:
    by_how_much = understood(sample_store, "望汀区2025年比2024年提前了几天发录取通知，早几天")
    each = understood(sample_store, "望汀区2025年和2024年的校车各有多少辆")
    assert [part.ask.wants for part in by_how_much.intents] == [(), ()]
    assert [[want.kind for want in part.ask.wants] for part in each.intents] == [
        [WantKind.QUANTITY],
        [WantKind.QUANTITY],
    ]


def test_goal_of_the_question_is_kept_for_the_evidence(sample_store: Store) -> None:
    (part,) = understood(sample_store, "青岚县到2024年底满意度达到多少").intents
    assert part.ask.goals == (2024,)
    assert "2024年" in part.ask.text


@pytest.mark.parametrize(
    ("question", "text", "in_figures"),
    [
        ("望汀区2024年哪些条提到校车", "校车", False),
        ("列出所有关于教师培训的指标", "教师培训", True),
        ("Which items of Wangting's 2025 plan mention school buses?", "school buses", False),
    ],
)
def test_listing_is_one_part_that_asks_for_no_kind_of_words(
    sample_store: Store, question: str, text: str, in_figures: bool
) -> None:
    (intent,) = understood(sample_store, question).intents
    assert isinstance(intent, Listing)
    assert (intent.ask.text, intent.in_figures, intent.ask.wants) == (text, in_figures, ())


def test_of_more_plans_than_can_be_set_side_by_side_all_that_mention_it_are_listed(sample_store: Store) -> None:
    plan = sample_store.plans[0]
    plans = [replace(plan, identity=replace(plan.identity, id=f"{n:012}")) for n in range(MOST_COMPARED + 1)]
    (intent,) = understand(Question("哪几份计划提到校车"), plans).intents
    assert isinstance(intent, Listing)
    assert len(intent.ask.plans) == MOST_COMPARED + 1


@pytest.mark.parametrize(
    ("history", "question", "reading"),
    [
        (("望汀区2024年课后服务收多少钱",), "那2025年呢", "望汀区2025年课后服务收多少钱"),
        (("望汀区2024年课后服务收多少钱",), "栖川呢", "栖川市课后服务收多少钱"),
        (("望汀区2024年课后服务收多少钱",), "校车呢", "望汀区2024年校车，多少钱"),
        (("望汀区2024年第13条讲什么",), "由谁负责", "望汀区2024年第13条讲什么，由谁负责"),
        (("望汀区2024年第13条讲什么",), "下一条呢", "望汀区2024年第13条之后第1条"),
        (("望汀区2025年第三部分第2条",), "上一条呢", "望汀区2025年第3部分第2条之前第1条"),
        (("望汀区2025年第三部分讲什么",), "那2024年呢", "望汀区2024年第3部分讲什么"),
        (("How many school buses does Qichuan run?",), "and Jishan?", "霁山县 how many school buses does run"),
        (("娃三点半放学，学校能帮忙看吗",), "要花多少钱呀", ""),  # nothing is added that could be told
        ((), "望汀区2024年课后服务收多少钱", ""),
        (("望汀区2024年课后服务收多少钱",), "霁山县的校车驾驶员每学期要培训多少学时？", ""),
    ],
)
def test_reading_tells_how_the_talk_completed_the_question(
    sample_store: Store, history: tuple[str, ...], question: str, reading: str
) -> None:
    assert understood(sample_store, question, history=history).reading == reading


def test_place_of_the_talk_may_be_left_where_the_topic_is_new(sample_store: Store) -> None:
    talk = ("望汀区2024年课后服务收多少钱",)
    understanding = understood(sample_store, "校车驾驶员每学期要培训多少学时？", history=talk)
    assert sources(understanding) == ["wangting-2024.txt"]
    assert understanding.may_stand_alone
    assert not understood(sample_store, "那2025年呢", history=talk).may_stand_alone


def test_talk_moves_on_from_what_was_answered(sample_store: Store) -> None:
    talk = ("望汀区2024年课后服务收多少钱",)
    (next_item,) = understood(sample_store, "下一条呢", history=talk).intents
    (more,) = understood(sample_store, "还有吗", history=talk).intents
    assert isinstance(next_item, Follow)
    assert next_item.step == 1
    assert isinstance(more, More)


def test_what_was_spoken_of_counts_beside_the_text(sample_store: Store) -> None:
    (part,) = understood(sample_store, "收费呢", history=("望汀区2024年的课后服务怎么安排",)).intents
    assert "收费" in part.ask.text
    assert "课后服务" in part.ask.context


def test_empty_store_is_covered_by_nothing() -> None:
    understanding = understand(Question("课后服务收多少钱"), ())
    assert (understanding.plans, understanding.known, understanding.uncovered) == ((), (), "")


def test_which_plans_mention_it_asks_for_nothing_else(sample_store: Store) -> None:
    understanding = understood(sample_store, "哪几份计划提到校车由谁负责")
    assert {part.ask.wants for part in understanding.intents} == {()}


def test_words_in_quotation_marks_are_kept_as_they_are(sample_store: Store) -> None:
    assert understood(sample_store, "“汀上红烛”是什么").intents[0].ask.phrases == ("汀上红烛",)
    assert understood(sample_store, "「健康體檢」怎麼安排").intents[0].ask.phrases == ("健康体检",)
    assert understood(sample_store, "课后服务怎么收费").intents[0].ask.phrases == ()


def test_reference_is_taken_out_of_the_part(sample_store: Store) -> None:
    (part,) = understood(sample_store, "望汀区2024年第28条由谁负责").intents
    assert isinstance(part, Lookup)
    assert part.reference.paths == ((Step(Level.ARTICLE, 28),),)
    assert part.ask.text == "由谁负责"


def test_reference_without_a_plan_is_looked_up_in_each_newest_first(sample_store: Store) -> None:
    intents = understood(sample_store, "第三部分第二条讲什么").intents
    years = [plan.identity.year or 0 for intent in intents for plan in intent.ask.plans]
    assert years == [2025, 2024, 2023, 2022, 2021]
    assert all(isinstance(intent, Lookup) for intent in intents)


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("望汀区有几辆校车", "zh-Hans"),
        ("青嵐縣有幾輛校車", "zh-Hant"),
        ("How many school buses are there?", "en"),
        ("What is the 霁山杯 contest?", "en"),
    ],
)
def test_language_is_the_askers(sample_store: Store, question: str, language: str) -> None:
    assert understood(sample_store, question).language == language


@pytest.mark.parametrize("text", ["", "  \n", "？？", "……"])
def test_empty_question_is_refused(text: str) -> None:
    with pytest.raises(UserError, match="empty"):
        check_text(text, longest=10)


def test_long_question_is_refused_with_both_numbers() -> None:
    assert check_text(" 十二三四五六七八九十 ", longest=10) == "十二三四五六七八九十"
    with pytest.raises(UserError, match="11 characters; ask in at most 10"):
        check_text("校" * 11, longest=10)
