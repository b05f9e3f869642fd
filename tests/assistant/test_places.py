from dataclasses import replace

import pytest

from assistant.places import Mentions, find_mentions, region_names
from vectorstore.store import Store


@pytest.mark.parametrize(
    ("question", "regions", "years", "rest"),
    [
        ("望汀区2024年要新建几所幼儿园", ["望汀区"], [2024], "要新建几所幼儿园"),
        ("望汀要新建几所", ["望汀区"], [], "要新建几所"),
        ("望汀區2024年度", ["望汀区"], [2024], ""),
        ("青岚县的幼儿园", ["青嵐縣"], [], "的幼儿园"),
        ("青嵐縣的幼兒園", ["青嵐縣"], [], "的幼儿园"),
        ("二〇二四年的校车", [], [2024], "的校车"),
        ("二零二四年的校车", [], [2024], "的校车"),
        ("2024年和2025年", [], [2024, 2025], "和"),
        ("Wangting's 2024 preschool plans", ["望汀区"], [2024], "preschool plans"),
        ("wangting district in 2025", ["望汀区"], [2025], "in"),
        ("school buses of Qinglan County", ["青嵐縣"], [], "school buses of"),
        ("编号12024的文件", [], [], "编号12024的文件"),
        ("课后服务怎么收费", [], [], "课后服务怎么收费"),
    ],
)
def test_places_and_years_are_taken_from_the_question(
    sample_store: Store, question: str, regions: list[str], years: list[int], rest: str
) -> None:
    mentions = find_mentions(question, sample_store.plans)
    assert (list(mentions.regions), list(mentions.years)) == (regions, years)
    assert mentions.rest == rest
    assert mentions.unknown_places == ()
    assert mentions.any == bool(regions or years)


def test_several_places_are_all_found(sample_store: Store) -> None:
    assert set(find_mentions("霁山县和栖川比一比", sample_store.plans).regions) == {"霁山县", "栖川市"}


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("株洲市要新建几所幼儿园", "株洲市"),
        ("株洲要新建几所幼儿园", "株洲"),
        ("云河区有哪些学校", "云河区"),
        ("雲河區有哪些學校", "云河区"),
        ("请问长沙市今年要新建几所学校", "长沙市"),
        ("听说和平区有新学校", "和平区"),
    ],
)
def test_place_that_no_plan_is_of_is_noticed(sample_store: Store, question: str, place: str) -> None:
    mentions = find_mentions(question, sample_store.plans)
    assert place in mentions.unknown_places
    assert (mentions.regions, mentions.titled) == ((), ())
    assert mentions.any


@pytest.mark.parametrize(
    "question",
    [
        "社区教育有什么",
        "社区的学习中心",
        "学区的范围",
        "学区有调整吗",
        "全市的幼儿园",
        "全区有多少校车",
        "本区2023年的学位",
        "新建几所学校",
        "城市的学校",
        "公安部门",
        "各区县有哪些安排",
        "小区的幼儿园",
    ],
)
def test_common_words_are_no_places(sample_store: Store, question: str) -> None:
    assert find_mentions(question, sample_store.plans).unknown_places == ()


@pytest.mark.parametrize(
    ("question", "sources"),
    [
        ("实施意见里怎么说", ["qinglan-2022.txt"]),
        ("《青嵐縣教育局關於推進教育高質量發展的實施意見》第三部分", []),  # its place is named, and tells it already
        ("工作计划里怎么说", []),  # two plans are of this kind
        ("工作要点里怎么说", []),
    ],
)
def test_plan_is_named_by_its_kind_where_that_tells_it_from_the_others(
    sample_store: Store, question: str, sources: list[str]
) -> None:
    mentions = find_mentions(question, sample_store.plans)
    assert [plan.identity.source for plan in sample_store.plans if plan.id in mentions.titled] == sources
    assert not any(kind in mentions.rest for kind in ("实施意见", "工作计划", "工作要点"))


def test_question_without_plans_names_no_region() -> None:
    assert find_mentions("课后服务2024年怎么收费", []) == Mentions((), (), (2024,), (), "课后服务 怎么收费")


@pytest.mark.parametrize(
    ("region", "names"),
    [
        ("望汀区", ("望汀区", "望汀", "wangting")),
        ("青嵐縣", ("青岚县", "青岚", "qinglan")),
        ("新晃侗族自治县", ("新晃侗族自治县", "新晃县", "新晃", "xinhuang")),
    ],
)
def test_region_has_these_names(region: str, names: tuple[str, ...]) -> None:
    assert region_names(region) == names


def test_region_with_signs_of_patterns_in_its_name_is_found(sample_store: Store) -> None:
    plan = sample_store.plans[0]
    mended = replace(plan, identity=replace(plan.identity, region="望汀区(试点"))
    assert find_mentions("望汀区(试点有几所学校", [mended]).regions == ("望汀区(试点",)
