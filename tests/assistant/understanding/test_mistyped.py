"""Places and titles with a slip in them, and what only looks like one."""

import pytest

from assistant.understanding import mistyped_titles, near_names
from assistant.understanding.mistyped import find_mistyped_places
from assistant.understanding.mistyped_titles import find_mistyped_titles
from ingest.language.folding import language_of
from ingest.language.patterns import Pattern
from ingest.plan import Identity
from vectorstore.stored_plan import StoredPlan


def plan(title: str, region: str | None, year: int | None = 2024) -> StoredPlan:
    identity = Identity(title, title, f"{region}教育局", region, year, None, None, f"{title}.txt", "zh")
    return StoredPlan(identity, 3, f"/{title}.txt", "hash")


REGIONS = ("青云湖区", "望汀区", "栖川市", "霁山侗族自治县", "青嵐縣", "沙砚镇", "澄原市柏屿区")
PLANS = tuple(plan(f"{region}教育局2024年工作要点", region) for region in REGIONS)


@pytest.mark.parametrize(
    ("question", "said", "name"),
    [
        ("青云胡区课后服务怎么收费", "青云胡区", "青云湖区"),
        ("请问青云糊去有多少所幼儿园", "青云糊去", "青云湖区"),
        ("青云湖去有多少所幼儿园", "青云湖去", "青云湖区"),
        ("校车在青云胡区有几辆", "青云胡区", "青云湖区"),
        ("青云胡的校车", "青云胡", "青云湖"),
        ("望厅区的课后服务", "望厅区", "望汀区"),
        ("望町2024年的校车", "望町", "望汀"),
        ("西川市和齐川市", "齐川市", "栖川市"),
        ("奇川市招聘多少教师", "奇川市", "栖川市"),
        ("霁善县的校车", "霁善县", "霁山县"),
        ("纪山侗族自治县的校车", "纪山侗族自治县", "霁山侗族自治县"),
        ("青藍縣的幼兒園", "青藍縣", "青嵐縣"),
        ("柏雨区谁管校车", "柏雨区", "柏屿区"),
        ("栖川市和望厅区哪个多", "望厅区", "望汀区"),
    ],
)
def test_place_of_that_sound_is_meant(question: str, said: str, name: str) -> None:
    slips = find_mistyped_places(question, PLANS, language=language_of(question))
    found = [slip for slip in slips if slip.said == said]
    assert [(slip.names, slip.is_sure) for slip in found] == [((name,), True)]
    assert question[found[0].start : found[0].end] == said


@pytest.mark.parametrize(
    ("question", "said", "name"),
    [
        ("青云湘区课后服务怎么收费", "青云湘区", "青云湖区"),
        ("青湖云区课后服务", "青湖云区", "青云湖区"),
        ("青云江湖区课后服务", "青云江湖区", "青云湖区"),
        ("望河区的课后服务", "望河区", "望汀区"),
        ("沙燕镇有几所小学", "沙燕镇", "沙砚镇"),  # no list has towns: it may be one
        ("Qichuen schools", "Qichuen", "Qichuan"),
        ("How many school buses does Qinlan have?", "Qinlan", "Qinglan"),
        ("Wagnting after-school care", "Wagnting", "Wangting"),
    ],
)
def test_place_that_is_one_letter_away_may_be_meant(question: str, said: str, name: str) -> None:
    slips = find_mistyped_places(question, PLANS, language=language_of(question))
    assert [(slip.said, slip.names, slip.is_sure) for slip in slips] == [(said, (name,), False)]


@pytest.mark.parametrize(
    "question",
    [
        "青云湖区的校车",
        "青云湖去年有几辆校车",
        "青云湖区去年有几辆校车",
        "栖川市的校车",
        "栖霞市的校车",  # of the official list
        "青县的校车",
        "齐齐哈尔市的校车",
        "孩子气喘能不能上体育课",
        "网厅怎么报名",
        "寄山货的快递进校园吗",
        "望远镜谁来管",
        "我们是市里的学校",
        "Qingdao schools",
        "Changshu schools",
        "How much is after-school care?",
        "What about a teacher who was wanting money?",
        "课后服务怎么收费",
        "",
    ],
)
def test_other_places_and_words_are_no_slips(question: str) -> None:
    assert find_mistyped_places(question, PLANS, language=language_of(question)) == ()


def test_real_place_is_never_read_as_another_and_may_be_offered() -> None:
    (slip,) = find_mistyped_places("东湖区的校车", (plan("要点", "东西湖区"),), language="zh-Hans")
    assert (slip.said, slip.names, slip.is_sure) == ("东湖区", ("东西湖区",), False)


def test_two_places_of_that_sound_are_both_offered() -> None:
    plans = (plan("甲", "霁山县"), plan("乙", "季山县"))
    (slip,) = find_mistyped_places("纪山县的校车", plans, language="zh-Hans")
    assert (set(slip.names), slip.is_sure) == ({"霁山县", "季山县"}, False)


TITLED = (
    plan("澄原县转学管理办法", "澄原县"),
    plan("柏屿区教师体检办法", "柏屿区"),
    plan("栖川市教育局2023年工作计划", "栖川市", 2023),
    plan("栖川市教育局2022年工作计划", "栖川市", 2022),
    plan("霁山县教育局2021年下半年工作计划", "霁山县", 2021),
    plan("关于印发望汀区校车安全管理细则的通知", "望汀区"),
)


@pytest.mark.parametrize(
    ("question", "said", "title", "is_sure"),
    [
        ("《澄原县转学管理办发》第三条", "澄原县转学管理办发", "澄原县转学管理办法", True),
        ("《转学管里办法》第三条", "转学管里办法", "转学管理办法", True),
        ("转学管理办发第三条", "转学管理办发", "转学管理办法", True),
        ("《栖川市教育局2023年工作计化》讲什么", "栖川市教育局2023年工作计化", "栖川市教育局2023年工作计划", True),
        ("《转学管理方法》怎么说", "转学管理方法", "转学管理办法", False),
        ("《教师体捡办法》第2条", "教师体捡办法", "教师体检办法", True),
        ("校车安全管理戏则第二条", "校车安全管理戏则", "校车安全管理细则", True),
    ],
)
def test_title_with_a_slip_is_the_plans(question: str, said: str, title: str, is_sure: bool) -> None:
    slips = find_mistyped_titles(question, TITLED)
    assert [(slip.said, slip.names, slip.is_sure) for slip in slips] == [(said, (title,), is_sure)]


@pytest.mark.parametrize(
    "question",
    [
        "《澄原县转学管理办法》第三条",
        "《栖川市教育局2021年工作计划》讲什么",  # another year's
        "《霁山县教育局2021年上半年工作计划》讲什么",
        "工作计化讲什么",  # of which of them all
        "孩子转学怎么管理，办法是什么",
        "转学管理方法有哪些",
        "课后服务怎么收费",
    ],
)
def test_other_titles_and_words_name_no_plan(question: str) -> None:
    assert find_mistyped_titles(question, TITLED) == ()


def test_patterns_match_their_own_examples() -> None:
    values = [*vars(near_names).values(), *vars(mistyped_titles).values()]
    patterns = [value for value in values if isinstance(value, Pattern)]
    assert len(patterns) > 5
    for pattern in patterns:
        assert all(pattern.compiled.search(line) for line in pattern.matches), pattern.name
        assert not any(pattern.compiled.search(line) for line in pattern.misses), pattern.name
