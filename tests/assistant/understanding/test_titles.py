import pytest

from assistant.understanding.places import find_mentions
from ingest.plan import Identity
from vectorstore.stored_plan import StoredPlan


def plan(title: str, region: str | None, year: int | None) -> StoredPlan:
    issuer = f"{region}教育局" if region else None
    identity = Identity(title, title, issuer, region, year, None, None, title, "zh-Hans")
    return StoredPlan(identity, 1, "", "")


PLANS = (
    plan("砾川县教师疗养办法", "砾川县", None),
    plan("砾川县校车管理办法实施细则", "砾川县", 2023),
    plan("砾川县骨干教师研修规定", "砾川县", None),
    plan("禾浦区教育局2024年工作要点", "禾浦区", 2024),
    plan("禾浦区教育局2025年工作要点", "禾浦区", 2025),
    plan("禾浦区义务教育阶段学生休学办法（试行）", "禾浦区", 2024),
    plan("关于印发《禾浦区中小学食堂管理办法》的通知", "禾浦区", 2022),
    plan("枫亭市民办幼儿园管理办法", "枫亭市", 2022),
    plan("枫亭市教育局2023年工作计划", "枫亭市", 2023),
    plan("南岭中学作息管理制度", None, None),
)


@pytest.mark.parametrize(
    ("question", "titles", "rest"),
    [
        # whole, in 《》 and without, without place or year
        ("《砾川县教师疗养办法》第三条", ["砾川县教师疗养办法"], "第三条"),
        ("砾川縣教師療養辦法第三條", ["砾川县教师疗养办法"], "第三条"),
        ("《教师疗养办法》里经费多少", ["砾川县教师疗养办法"], "里经费多少"),
        ("禾浦区教育局2024年工作要点里校车几辆", ["禾浦区教育局2024年工作要点"], "里校车几辆"),
        ("《禾浦区2024年工作要点》里校车几辆", ["禾浦区教育局2024年工作要点"], "里校车几辆"),
        ("禾浦区义务教育阶段学生休学办法第二条", ["禾浦区义务教育阶段学生休学办法（试行）"], "第二条"),
        ("《禾浦区中小学食堂管理办法》谁负责", ["关于印发《禾浦区中小学食堂管理办法》的通知"], "谁负责"),
        ("南岭中学作息管理制度第一条", ["南岭中学作息管理制度"], "第一条"),
        # a short form that tells it from the others
        ("疗养办法第3条", ["砾川县教师疗养办法"], "第3条"),
        ("休学办法要交什么材料", ["禾浦区义务教育阶段学生休学办法（试行）"], "要交什么材料"),
        ("禾浦区休学办法第四条", ["禾浦区义务教育阶段学生休学办法（试行）"], "第四条"),
        ("食堂管理办法第三条", ["关于印发《禾浦区中小学食堂管理办法》的通知"], "第三条"),
        ("校车实施细则第五条", ["砾川县校车管理办法实施细则"], "第五条"),
        ("研修规定由谁解释", ["砾川县骨干教师研修规定"], "由谁解释"),
        ("作息制度第一条", ["南岭中学作息管理制度"], "第一条"),
        ("工作计划里怎么说校车", ["枫亭市教育局2023年工作计划"], "里怎么说校车"),
        ("2024年工作要点第三条", ["禾浦区教育局2024年工作要点"], "第三条"),
        # one that does not narrows nothing
        ("工作要点里怎么说校车", [], "里怎么说校车"),
        ("管理办法怎么规定的", [], "怎么规定的"),
        # and these name none
        ("有什么休学办法", [], "有什么休学办法"),
        ("骨干教师规定多少人", [], "骨干教师规定多少人"),
        ("学校计划招多少人", [], "学校计划招多少人"),
    ],
)
def test_plan_is_named_by_its_title_or_what_tells_it_apart(question: str, titles: list[str], rest: str) -> None:
    mentions = find_mentions(question, PLANS)
    assert (list(mentions.titled), mentions.rest) == (titles, rest)


@pytest.mark.parametrize(
    "question",
    [
        "兰溪桥小学招多少人",
        "长江路小学几点放学",
        "北京东路的校车几点到",
        "枫亭大道修到哪",
        "南岭中学作息管理制度第一条",
    ],
)
def test_place_in_the_name_of_a_street_or_school_is_not_what_is_asked_about(question: str) -> None:
    mentions = find_mentions(question, PLANS)
    assert (mentions.regions, mentions.unknown_places) == ((), ())


@pytest.mark.parametrize(
    ("question", "regions", "unknown"),
    [
        ("枫亭的小学招多少人", ("枫亭市",), ()),
        ("兰溪的小学招多少人", (), ("兰溪",)),
        ("兰溪小学有寄宿吗", (), ("兰溪",)),  # which may be a school there
        ("长沙小学招多少人", (), ("长沙",)),  # of which no plan speaks
    ],
)
def test_place_before_its_schools_is_what_is_asked_about(
    question: str, regions: tuple[str, ...], unknown: tuple[str, ...]
) -> None:
    mentions = find_mentions(question, PLANS)
    assert (mentions.regions, mentions.unknown_places) == (regions, unknown)
