from dataclasses import replace

import pytest

from assistant.understanding.places import Mentions, find_mentions, region_names
from assistant.understanding.scope import narrow
from vectorstore.store import Store


@pytest.mark.parametrize(
    ("question", "regions", "years", "rest"),
    [
        ("望汀区2024年要新建几所幼儿园", ["望汀区"], [2024], "要新建几所幼儿园"),
        ("望汀要新建几所", ["望汀区"], [], "要新建几所"),
        ("望汀區2024年度", ["望汀区"], [2024], ""),
        ("望汀区教育局2024年的校车", ["望汀区"], [2024], "的校车"),
        ("青岚县的幼儿园", ["青嵐縣"], [], "的幼儿园"),
        ("青嵐縣的幼兒園", ["青嵐縣"], [], "的幼儿园"),
        ("青嵐的幼兒園", ["青嵐縣"], [], "的幼儿园"),
        ("校车在霁山有几辆", ["霁山县"], [], "校车在 有几辆"),
        ("那栖川呢", ["栖川市"], [], "那 呢"),
        ("我们栖川市的近视率", ["栖川市"], [], "我们 的近视率"),
        ("二〇二四年的校车", [], [2024], "的校车"),
        ("二零二四年的校车", [], [2024], "的校车"),
        ("2024年和2025年", [], [2024, 2025], ""),
        ("2021至2023年的校车", [], [2021, 2023], "的校车"),
        ("望汀24年的校车", ["望汀区"], [2024], "的校车"),
        ("望汀16年的校车", ["望汀区"], [], "16年的校车"),
        ("Wangting's 2024 preschool plans", ["望汀区"], [2024], "preschool plans"),
        ("wangting district in 2025", ["望汀区"], [2025], "in"),
        ("WANGTING的校车", ["望汀区"], [], "的校车"),
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


@pytest.mark.parametrize(
    ("question", "goals", "rest"),
    [
        ("望汀区到2025年毛入园率多少", (2025,), "到2025年毛入园率多少"),
        ("青嵐縣到2024年底滿意度多少", (2024,), "到2024年底满意度多少"),
        ("霁山县力争2030年达到多少", (2030,), "力争2030年达到多少"),
    ],
)
def test_year_of_a_goal_is_no_year_of_a_plan(
    sample_store: Store, question: str, goals: tuple[int, ...], rest: str
) -> None:
    mentions = find_mentions(question, sample_store.plans)
    assert (mentions.years, mentions.goals, mentions.rest) == ((), goals, rest)


@pytest.mark.parametrize(
    ("question", "regions"),
    [
        ("霁山县和栖川比一比", {"霁山县", "栖川市"}),
        ("望汀、青岚、霁山的校车", {"望汀区", "青嵐縣", "霁山县"}),
        ("Compare Qichuan and Jishan", {"栖川市", "霁山县"}),
    ],
)
def test_several_places_are_all_found(sample_store: Store, question: str, regions: set[str]) -> None:
    assert set(find_mentions(question, sample_store.plans).regions) == regions


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("株洲市要新建几所幼儿园", ["株洲市"]),
        ("株洲要新建几所幼儿园", ["株洲"]),
        ("那長沙呢", ["长沙"]),
        ("校车补贴在长沙是多少", ["长沙"]),
        ("校车在长沙市的补贴是多少", ["长沙市"]),
        ("课后服务怎么收费？我问的是株洲市", ["株洲市"]),
        ("长沙和株洲哪个招的老师多", ["长沙", "株洲"]),
        ("北京市的幼儿园", ["北京市"]),
        ("新疆的寄宿生补助", ["新疆"]),
        ("How many kindergartens will Wuhan build?", ["武汉"]),
        ("What does Lanxi County plan for school buses?", ["lanxi"]),
        ("云河区有哪些学校", ["云河区"]),
        ("雲河區有哪些學校", ["云河区"]),
        ("校车在云河区的数量", ["云河区"]),
        ("请问长沙市今年要新建几所学校", ["长沙市"]),
        ("听说和平区有新学校", ["和平区"]),
    ],
)
def test_place_that_no_plan_is_of_is_noticed(sample_store: Store, question: str, places: list[str]) -> None:
    mentions = find_mentions(question, sample_store.plans)
    assert list(mentions.unknown_places) == places
    assert (mentions.regions, mentions.titled) == ((), ())
    assert mentions.any


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("望汀区和长沙市哪个新建得多", ["长沙市"]),
        ("长沙和望汀区哪个新建得多", ["长沙"]),
        ("霁山县比株洲多吗", ["株洲"]),
        ("栖川、武汉的校车", ["武汉"]),
        ("Wangting and Wuhan compared", ["武汉"]),
        ("望汀区和云河区的校车", ["云河区"]),
        ("望汀区的老师去北京培训吗", []),
        ("湖南省望汀区的校车", []),
        ("望汀区长沙路上的学校", []),
        ("霁山县和栖川市的校车", []),
    ],
)
def test_beside_a_plans_place_only_a_place_joined_to_it_counts(
    sample_store: Store, question: str, places: list[str]
) -> None:
    mentions = find_mentions(question, sample_store.plans)
    assert list(mentions.unknown_places) == places
    assert mentions.regions


@pytest.mark.parametrize(
    "question",
    [
        "社区教育有什么",
        "社区的学习中心",
        "学区的范围",
        "学区有调整吗",
        "全市的幼儿园",
        "全区有多少校车",
        "今年全区教育经费是多少",
        "本区2023年的学位",
        "你们县的校车",
        "新建几所学校",
        "新城区的学位够吗",
        "老城区的学位够吗",
        "城市的学校",
        "公安部门",
        "各区县有哪些安排",
        "哪些区县有校车",
        "哪个区的老师多",
        "小区的幼儿园",
        "两个片区的学位",
        "偏远山区的老师有补贴吗",
        "农村地区的学校",
        "贫困县的学生",
        "公布招生方案和学区的时间",
        "资源怎么分配",
        "平安校园怎么建",
        "惠民工程有哪些",
        "三年级有几节课",
        "和平教育怎么开展",
        "补充2000名教师",
        "高一(3)班有多少人",
        "Can pupils bring phones?",
        "中考什么时候",
        "普通高中招多少人",
        "成人高考怎么报名",
        "满意度要达到多少",
        "上门送教每月几次",
        "台风天停课吗",
        "午休时间多长",
        "山区教学点有多少个",
        "各乡镇有几所幼儿园",
        "新建区级智慧校园几所",
        "邻近学校或区教育局",
        "兰溪桥小学几点放学",
        "长沙路上的学校几点放学",
    ],
)
def test_common_words_are_no_places(sample_store: Store, question: str) -> None:
    mentions = find_mentions(question, sample_store.plans)
    assert (mentions.regions, mentions.unknown_places) == ((), ())


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("武汉科技大学学费多少", "武汉科技大学"),
        ("想问长沙师范学院宿舍几人间", "长沙师范学院"),
        ("南京大学怎么转专业", "南京大学"),
        ("栖川职业技术学院招多少人", "栖川职业技术学院"),
    ],
)
def test_university_is_named_as_a_whole_and_no_place(sample_store: Store, question: str, named: str) -> None:
    mentions = find_mentions(question, sample_store.plans)
    assert (mentions.regions, mentions.titled) == ((), ())
    assert set(mentions.unknown_places) <= {named}
    plan = sample_store.plans[0]
    identity = replace(plan.identity, id="guide", title=f"{named}招生章程", region=None)
    guide = replace(plan, identity=identity)
    mentions = find_mentions(question, [*sample_store.plans, guide])
    assert mentions.unknown_places == ()


@pytest.mark.parametrize(
    ("title", "question", "called", "rest"),
    [
        ("襄阳中等职业学校收费标准", "襄阳中等职业学校重点专业收多少", ("襄阳",), "中等职业学校重点专业收多少"),
        ("2024武汉幼儿园收费一览", "武汉省级示范园保教费多少", ("武汉",), "省级示范园保教费多少"),
        ("武汉商学院招生计划", "武汉商学院会计学专业在长沙招多少人", ("武汉商学院",), "会计学专业在长沙招多少人"),
        ("长沙路小学作息表", "长沙的校车有几辆", (), "长沙的校车有几辆"),
    ],
)
def test_plan_of_no_known_place_is_meant_by_the_name_in_its_title(
    sample_store: Store, title: str, question: str, called: tuple[str, ...], rest: str
) -> None:
    plan = sample_store.plans[0]
    other = replace(plan, identity=replace(plan.identity, id="other", title=title, region=None, issuer=None))
    mentions = find_mentions(question, [*sample_store.plans, other])
    assert (mentions.names, mentions.rest) == (called, rest)
    assert [one.identity.id for one in narrow(mentions, [*sample_store.plans, other]).plans][:1] == (
        ["other"] if called else [plan.identity.id]
    )


@pytest.mark.parametrize("question", ["武汉大学生补贴多少", "武汉考生上大学有什么政策", "武汉市的大学"])
def test_students_and_what_stands_in_a_place_are_no_university(sample_store: Store, question: str) -> None:
    assert find_mentions(question, sample_store.plans).unknown_places in (("武汉",), ("武汉市",))


@pytest.mark.parametrize(
    "question",
    [
        "户口在贵州，孩子能在这里上小学吗",
        "孩子从新疆来，怎么入学",
        "我们刚从广东回来，小学还收吗",
        "贵州户口的孩子怎么报名",
        "长沙打工的家长怎么联系",
        "老师去北京培训吗",
        "新疆班招多少人",
        "A child from Wuhan wants to enrol",
    ],
)
def test_place_that_someone_comes_from_or_goes_to_is_not_what_is_asked_about(
    sample_store: Store, question: str
) -> None:
    assert find_mentions(question, sample_store.plans).unknown_places == ()


@pytest.mark.parametrize(
    ("question", "sources"),
    [
        ("实施意见里怎么说", ["qinglan-2022.txt"]),
        ("實施意見裏怎麼說", ["qinglan-2022.txt"]),
        ("《关于推进教育高质量发展的实施意见》第三部分", ["qinglan-2022.txt"]),
        ("《青嵐縣教育局關於推進教育高質量發展的實施意見》第三部分", []),  # its place is named, and tells it already
        ("望汀区的工作要点里怎么说", []),
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
    assert mentions.any == bool(mentions.titled or mentions.regions)


def test_kind_of_another_places_plan_names_it_beside_the_place(sample_store: Store) -> None:
    mentions = find_mentions("霁山县和实施意见里的课后服务", sample_store.plans)
    titled = [plan.identity.source for plan in sample_store.plans if plan.id in mentions.titled]
    assert (mentions.regions, titled) == (("霁山县",), ["qinglan-2022.txt"])


@pytest.mark.parametrize(
    ("question", "titled"),
    [
        ("望汀区2024年学前教育行动计划里新建几所", ["action"]),
        ("望汀区2024年行动计划里新建几所", ["action"]),
        ("望汀区2024年工作要点里新建几所", ["points"]),
        ("望汀区2024年新建几所", []),
        ("望汀区2025年工作要点里新建几所", []),  # the only plan of the year
        ("望汀区工作要点里新建几所", []),  # of two years
        ("霁山县和望汀区2024年行动计划里新建几所", ["action"]),
    ],
)
def test_kind_tells_the_plans_of_one_place_apart(sample_store: Store, question: str, titled: list[str]) -> None:
    points, later = (plan for plan in sample_store.plans if plan.identity.region == "望汀区")
    title = "望汀区2024年学前教育行动计划"
    plans = [
        replace(points, identity=replace(points.identity, id="points")),
        replace(points, identity=replace(points.identity, id="action", title=title)),
        replace(later, identity=replace(later.identity, id="later")),
        *(plan for plan in sample_store.plans if plan.identity.region == "霁山县"),
    ]
    mentions = find_mentions(question, plans)
    assert list(mentions.titled) == titled
    assert "望汀区" in mentions.regions


def test_plan_without_a_region_is_named_by_its_title(sample_store: Store) -> None:
    plan = sample_store.plans[0]
    bare = replace(plan, identity=replace(plan.identity, region=None))
    mentions = find_mentions(f"{plan.identity.title}讲了什么", [bare])
    assert (mentions.regions, mentions.titled, mentions.rest) == ((), (plan.id,), "讲了什么")


def test_question_without_plans_names_no_region() -> None:
    assert find_mentions("课后服务2024年怎么收费", []) == Mentions((), (), (2024,), (), "课后服务 怎么收费")


@pytest.mark.parametrize(
    ("region", "names"),
    [
        ("望汀区", ("望汀区", "望汀", "wangting")),
        ("青嵐縣", ("青岚县", "青岚", "qinglan")),
        ("新晃侗族自治县", ("新晃侗族自治县", "新晃县", "新晃", "xinhuang")),
        ("西安市未央区", ("西安市未央区", "未央区", "西安市", "未央", "西安", "xian", "weiyang")),
        ("杭州市西湖区", ("杭州市西湖区", "杭州市", "西湖区", "杭州", "西湖", "hangzhou", "xihu")),
        ("郑州市", ("郑州市", "郑州", "zhengzhou")),
        ("芒市", ("芒市",)),
    ],
)
def test_region_has_these_names(region: str, names: tuple[str, ...]) -> None:
    assert region_names(region) == names


def test_region_with_signs_of_patterns_in_its_name_is_found(sample_store: Store) -> None:
    plan = sample_store.plans[0]
    mended = replace(plan, identity=replace(plan.identity, region="望汀区(试点"))
    assert find_mentions("望汀区(试点有几所学校", [mended]).regions == ("望汀区(试点",)


def test_places_of_one_name_are_all_meant(sample_store: Store) -> None:
    first, second = sample_store.plans[:2]
    plans = [
        replace(first, identity=replace(first.identity, region="长沙市望汀区")),
        replace(second, identity=replace(second.identity, region="株洲市望汀区")),
    ]
    assert set(find_mentions("望汀区有几所学校", plans).regions) == {"长沙市望汀区", "株洲市望汀区"}
    assert find_mentions("株洲市望汀区有几所学校", plans).regions == ("株洲市望汀区",)


@pytest.mark.parametrize(
    ("question", "rest"),
    [
        ("栖教发〔2023〕11号里普惠园补多少", "里普惠园补多少"),
        ("按栖教发[2023]11号，普惠园补多少", "按 ,普惠园补多少"),
    ],
)
def test_plan_is_named_by_its_paper_number(sample_store: Store, question: str, rest: str) -> None:
    mentions = find_mentions(question, sample_store.plans)
    assert [plan.identity.source for plan in sample_store.plans if plan.id in mentions.titled] == ["qichuan-2023.txt"]
    assert (mentions.years, mentions.rest) == ((), rest)


@pytest.mark.parametrize(
    ("question", "regions", "unknown"),
    [
        ("长沙县的校车有几辆", (), ("长沙县",)),
        ("长沙的校车有几辆", ("长沙市",), ()),
        ("长沙市的校车有几辆", ("长沙市",), ()),
        ("长沙区县的校车有几辆", ("长沙市",), ()),
        ("长沙市和长沙县的校车", ("长沙市",), ("长沙县",)),
    ],
)
def test_other_place_of_that_short_name_is_no_plans_place(
    sample_store: Store, question: str, regions: tuple[str, ...], unknown: tuple[str, ...]
) -> None:
    first = sample_store.plans[0]
    mentions = find_mentions(question, [replace(first, identity=replace(first.identity, region="长沙市"))])
    assert (mentions.regions, mentions.unknown_places) == (regions, unknown)


@pytest.mark.parametrize(
    ("question", "regions"),
    [
        ("安浦市新增学位多少", ("安浦市",)),
        ("安浦新增学位多少", ("安浦市",)),
        ("云台区新增学位多少", ("安浦市云台区",)),
        ("安浦市云台区新增学位多少", ("安浦市云台区",)),
    ],
)
def test_city_that_has_plans_of_its_own_is_meant_before_its_districts(
    sample_store: Store, question: str, regions: tuple[str, ...]
) -> None:
    first = sample_store.plans[0]
    plans = [replace(first, identity=replace(first.identity, region=place)) for place in ("安浦市云台区", "安浦市")]
    assert find_mentions(question, plans).regions == regions


def test_city_without_a_plan_of_its_own_stands_for_its_districts(sample_store: Store) -> None:
    first = sample_store.plans[0]
    plan = replace(first, identity=replace(first.identity, region="安浦市云台区"))
    assert find_mentions("安浦市新增学位多少", [plan]).regions == ("安浦市云台区",)
