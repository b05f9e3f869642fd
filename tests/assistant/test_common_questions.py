"""What people ask of any plan, and of which plan it is asked how."""

import pytest

from assistant.common_questions import (
    COMMON_QUESTIONS,
    CommonQuestion,
    bearing_on,
    name_as_said,
    place_as_said,
)
from ingest.language.folding import to_traditional
from ingest.plan import Identity, Item

PLAN = Identity("p", "新云侗族自治县教育局2024年工作要点", None, "新云侗族自治县", 2024, None, None, "p.txt", "zh")
GENERAL = Identity("q", "云河市创新意见", None, None, None, None, None, "q.txt", "zh")
BUSES = CommonQuestion("校车怎么管", "How are school buses managed", (("校车",),))
BUILT = CommonQuestion("新建几所公办幼儿园", "How many are built", (("新", "公办园"), ("新", "公办幼儿园")))


def item(text: str) -> Item:
    return Item("1", "1.", None, "", "", text)


@pytest.mark.parametrize(
    ("region", "said"),
    [("新云侗族自治县", "新云县"), ("望汀区", "望汀区"), ("青嵐縣", "青岚县"), ("应县", "应县")],
)
def test_place_is_named_as_people_do(region: str, said: str) -> None:
    assert place_as_said(region) == said


@pytest.mark.parametrize(
    ("plan", "language", "asked"),
    [
        (PLAN, "zh-Hans", "新云县2024年校车怎么管？"),
        (PLAN, "zh-Hant", "新雲縣2024年校車怎麼管？"),
        (PLAN, "en", "How are school buses managed in Xinyun in 2024?"),
        (GENERAL, "zh-Hans", "《云河市创新意见》校车怎么管？"),
        (GENERAL, "en", "How are school buses managed according to 《云河市创新意见》?"),
    ],
)
def test_question_names_the_plan(plan: Identity, language: str, asked: str) -> None:
    assert BUSES.of(plan, language) == asked


@pytest.mark.parametrize(
    ("text", "is_met"),
    [
        ("新改建4所公办幼儿园", True),
        ("新增公辦園6所", True),
        ("公办幼儿园扩容4所", False),
        ("新建民办幼儿园", False),
    ],
)
def test_parts_of_a_wording_may_stand_apart(text: str, is_met: bool) -> None:
    assert BUILT.is_met_in(text) is is_met


def test_what_an_item_opens_with_is_asked_first() -> None:
    items = [item("做好卫生工作。" * 20 + "管好校车。"), item("新建公办园三所。")]
    assert bearing_on(items, (BUSES, BUILT)) == [BUILT, BUSES]
    assert bearing_on([item("办好食堂。")], (BUSES, BUILT)) == []


def test_every_common_question_is_whole_in_both_languages() -> None:
    assert len(COMMON_QUESTIONS) > 40
    assert len({question.chinese for question in COMMON_QUESTIONS}) == len(COMMON_QUESTIONS)
    for question in COMMON_QUESTIONS:
        assert not question.chinese.endswith(("？", "?"))
        assert question.english[0].isupper()
        assert question.english.isascii()
        assert all(part and part == part.strip() for wording in question.wordings for part in wording)
        assert question.wordings


def test_name_of_a_plan_without_year_is_its_title() -> None:
    assert name_as_said(GENERAL) == "《云河市创新意见》"
    assert to_traditional(name_as_said(PLAN)) == "新雲縣2024年"
