import pytest

from assistant.question import Question, Scope, Understanding
from assistant.understand import check_text, choose, understand
from ingest.errors import UserError
from vectorstore.store import Store

ALL = ["jishan-2021.txt", "qichuan-2023.txt", "qinglan-2022.txt", "wangting-2024.txt", "wangting-2025.txt"]


def understood(store: Store, question: str, scope: Scope | None = None) -> Understanding:
    return understand(Question(question, scope=scope or Scope()), store.plans)


def sources(understanding: Understanding) -> list[str]:
    return sorted(plan.identity.source for plan in understanding.plans)


@pytest.mark.parametrize(
    ("question", "scope", "plans"),
    [
        ("课后服务收多少钱", Scope(), ALL),
        ("望汀区2024年课后服务收多少钱", Scope(), ["wangting-2024.txt"]),
        ("望汀区课后服务收多少钱", Scope(), ["wangting-2024.txt", "wangting-2025.txt"]),
        ("2023年近视率多少", Scope(), ["qichuan-2023.txt"]),
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
    assert {plan.id for part in understanding.parts for plan in part.plans} == {p.id for p in understanding.plans}


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
    assert understanding.parts[0].required == required


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
        ("株洲市2019年要新建几所幼儿园", ("株洲市", "2019")),
        ("望汀区2024年新建几所幼儿园", ()),
    ],
)
def test_year_or_place_that_no_plan_is_of_must_stand_in_the_evidence(
    sample_store: Store, question: str, required: tuple[str, ...]
) -> None:
    understanding = understood(sample_store, question)
    assert [part.required for part in understanding.parts] == [required]
    assert understanding.uncovered == "、".join(required)


@pytest.mark.parametrize(
    ("question", "plans"),
    [
        ("课后服务收费有什么不同", ALL),
        ("哪几份计划提到校车", ALL),
        ("望汀区2024年和2025年的学位相比增加多少", ["wangting-2024.txt", "wangting-2025.txt"]),
        ("霁山县、栖川市的校车有几辆", ["jishan-2021.txt", "qichuan-2023.txt"]),
        ("Compare the after-school fees of Qichuan and Jishan", ["jishan-2021.txt", "qichuan-2023.txt"]),
    ],
)
def test_comparison_has_a_part_for_each_plan(sample_store: Store, question: str, plans: list[str]) -> None:
    understanding = understood(sample_store, question)
    assert understanding.is_comparison
    assert all(part.is_compared and len(part.plans) == 1 for part in understanding.parts)
    assert sorted(part.plans[0].identity.source for part in understanding.parts) == plans


@pytest.mark.parametrize(
    ("question", "is_comparison"),
    [
        ("课后服务收多少钱", False),
        ("望汀区2024年课后服务和作业有什么不同", False),
        ("霁山县有几辆校车？驾驶员培训几次？", False),
    ],
)
def test_question_about_one_thing_is_one_part(sample_store: Store, question: str, is_comparison: bool) -> None:
    understanding = understood(sample_store, question)
    assert len(understanding.parts) == 1
    assert understanding.is_comparison is is_comparison


@pytest.mark.parametrize(
    ("question", "plans"),
    [
        ("青岚县有多少辆校车？霁山县校车驾驶员培训几次？", [["qinglan-2022.txt"], ["jishan-2021.txt"]]),
        ("望汀区2024年有多少辆校车？霁山县校车驾驶员培训几次？", [["wangting-2024.txt"], ["jishan-2021.txt"]]),
    ],
)
def test_two_clauses_with_two_places_are_two_parts(sample_store: Store, question: str, plans: list[list[str]]) -> None:
    understanding = understood(sample_store, question)
    assert [[plan.identity.source for plan in part.plans] for part in understanding.parts] == plans
    assert "驾驶员" not in understanding.parts[0].text
    assert "多少辆" not in understanding.parts[1].text
    assert sources(understanding) == sorted(source for part in plans for source in part)


def test_which_plans_mention_it_asks_for_nothing_else(sample_store: Store) -> None:
    understanding = understood(sample_store, "哪几份计划提到校车由谁负责")
    assert {part.wants for part in understanding.parts} == {()}


def test_words_in_quotation_marks_are_kept_as_they_are(sample_store: Store) -> None:
    assert understood(sample_store, "“汀上红烛”是什么").parts[0].phrases == ("汀上红烛",)
    assert understood(sample_store, "「健康體檢」怎麼安排").parts[0].phrases == ("健康体检",)


def test_reference_is_taken_out_of_the_part(sample_store: Store) -> None:
    (part,) = understood(sample_store, "望汀区2024年第28条由谁负责").parts
    assert part.reference
    assert (part.reference.section, part.reference.item) == (None, 28)
    assert part.text == "由谁负责"


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
