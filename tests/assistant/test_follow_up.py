import pytest

from assistant.follow_up import complete
from assistant.places import find_mentions
from vectorstore.store import Store

FEE = "望汀区2024年课后服务收多少钱"
NURSERIES = "望汀区2024年新建几所幼儿园？"
WEEK = "霁山县终身学习活动周办第几届"
ENGLISH = "How many kindergartens will Wangting build in 2024?"


@pytest.mark.parametrize(
    ("history", "question", "regions", "years", "kept", "dropped"),
    [
        ([FEE], "那2025年呢", ["望汀区"], [2025], ["课后服务", "多少钱"], []),
        ([FEE], "霁山呢", ["霁山县"], [], ["课后服务", "多少钱"], []),
        ([FEE], "霁山县2021年呢？", ["霁山县"], [2021], ["课后服务", "多少钱"], []),
        ([FEE], "新的一年呢", ["望汀区"], [2025], ["课后服务", "多少钱"], []),
        ([FEE.replace("2024", "2025")], "上一年呢？", ["望汀区"], [2024], ["课后服务"], []),
        ([FEE, "霁山县2021年呢"], "青岚县2022年呢？", ["青嵐縣"], [2022], ["课后服务", "多少钱"], []),
        ([FEE, "那2025年呢"], "霁山呢", ["霁山县"], [], ["课后服务", "多少钱"], []),
        ([WEEK], "定在星期几", ["霁山县"], [], ["终身学习活动周", "星期几"], []),
        ([NURSERIES], "小学呢？", ["望汀区"], [2024], ["小学", "几所"], ["幼儿园"]),
        ([NURSERIES], "那边的由谁负责", ["望汀区"], [2024], ["由谁负责"], []),
        ([FEE], "校车驾驶员每学期要培训多少学时？", ["望汀区"], [2024], ["校车", "学时"], ["课后", "多少钱"]),
        ([FEE], "各份计划的校车有多少辆？", [], [], ["校车"], ["课后"]),
        ([FEE], "哪几份计划提到校车？", [], [], ["校车"], ["课后"]),
        ([FEE], "株洲市有多少所幼儿园？", [], [], ["幼儿园"], ["课后"]),
        ([ENGLISH], "What about 2025?", ["望汀区"], [2025], ["kindergartens"], []),
        ([ENGLISH], "and Qichuan?", ["栖川市"], [], ["kindergartens"], []),
        ([ENGLISH], "And the following year?", ["望汀区"], [2025], [], []),
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
    mentions = complete(question, history, sample_store.plans)
    assert (list(mentions.regions), list(mentions.years)) == (regions, years)
    assert [word for word in kept if word not in mentions.rest] == []
    assert [word for word in dropped if word in mentions.rest] == []


@pytest.mark.parametrize("question", ["那2025年呢", FEE, "株洲市有几所学校", ENGLISH])
def test_question_without_a_talk_stands_alone(sample_store: Store, question: str) -> None:
    assert complete(question, [], sample_store.plans) == find_mentions(question, sample_store.plans)


def test_unknown_place_of_the_talk_stays_unknown(sample_store: Store) -> None:
    mentions = complete("那2025年呢", ["株洲市有多少所幼儿园？"], sample_store.plans)
    assert mentions.unknown_places == ("株洲市",)
    assert mentions.years == (2025,)
