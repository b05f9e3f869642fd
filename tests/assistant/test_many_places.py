"""An answer over hundreds of places names the few that are nearest to what was asked, and how many there are."""

import re
from datetime import date

import pytest

from assistant import show
from assistant.ask import Assistant
from assistant.programs import Programs
from assistant.render import to_markdown
from assistant.understanding.nearest import sort_by_nearness
from assistant.web.ask.bubbles import Around, latest
from assistant.web.ask.talk import Talk, Turn, ask
from assistant.web.words import Words
from ingest.plan import Identity, Item, Plan
from vectorstore.embedder import Embedder
from vectorstore.store import Store
from vectorstore.stored_plan import WholePlan
from vectorstore.update import write_plans

COUNT = 300
NORTH, SOUTH = "甲乙丙丁戊己庚辛壬癸", "东南西北中上下左右前后内外高低大小长短宽窄深浅新旧远近青红白"


def identity(region: str, year: int | None = 2024) -> Identity:
    title = f"{region}教育局{year or ''}年工作要点"
    return Identity(region, title, f"{region}教育局", region, year, None, None, f"{region}.txt", "zh-Hans")


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Assistant:
    """Over plans of 300 invented places of an item each, written in one change."""
    store = Store.create(tmp_path_factory.mktemp("many") / "store", embedder)
    regions = [f"{second}{first}{'县' if second in '东南西北' else '区'}" for first in NORTH for second in SOUTH]
    assert len(set(regions)) == COUNT
    plans = []
    for number, region in enumerate(regions):
        item = Item("1", "1．", "一", "安全", "加强校车管理", f"1．加强校车管理。{region}校车{number + 10}辆。")
        plan = Plan(identity(region, 2000 + number % 20), (), (item,))
        plans.append(WholePlan.of(plan, path=f"/{region}", content_hash=f"{number:016x}", text=item.text))
    write_plans(store, plans)
    return Assistant(store)


@pytest.mark.parametrize(
    ("question", "near"),
    [
        ("长沙市有多少辆校车？", r"长[\u4e00-\u9fff]区20\d\d年"),
        ("長沙市有多少輛校車？", r"长[\u4e00-\u9fff]区20\d\d年"),
        ("How many school buses are there in 长沙?", r"长[\u4e00-\u9fff]区20\d\d年"),
        ("2035年有多少辆校车？", r"[\u4e00-\u9fff]{2}[县区]2019年"),
    ],
)
def test_nearest_few_are_named_with_how_many_there_are(assistant: Assistant, question: str, near: str) -> None:
    answer = assistant.invoke(question)
    assert answer.status == "not_found"
    first = to_markdown(answer).split("\n\n")[0]
    assert str(COUNT) in first
    named = re.findall(r"[\u4e00-\u9fff]{2}[县区]\d{4}年", re.split("[：:]", first)[-1])
    assert len(named) == 5
    assert all(re.fullmatch(near, one) for one in named)
    assert len(first) < 300


def test_place_without_the_year_asked_for_is_named_first(assistant: Assistant) -> None:
    first = to_markdown(assistant.invoke("东甲县2035年有多少辆校车？")).split("\n\n")[0]
    assert "与此最近的是：东甲县2000年、" in first


def test_page_terminal_and_program_are_told_alike(assistant: Assistant) -> None:
    question = "长沙市有多少辆校车？"
    answer = assistant.invoke(question)
    *_, talk = ask(assistant, Turn(question), Talk(), Words("zh-Hans"))
    page = latest(talk, Around(assistant.store.plans, date(2024, 1, 1), Words("zh-Hans")))
    for told in (show.answer(answer), Programs(assistant).ask(question)["answer"], page):
        assert "现有300份计划" in told
        assert "长甲区" in told
        assert "白癸区" not in told


@pytest.mark.parametrize(
    ("places", "years", "first"),
    [
        (["澄原市北湾区"], [], ["澄原市柏屿区", "北海区"]),
        (["澄原市北湾区"], [2019], ["澄原市柏屿区", "北海区"]),
        (["北海市"], [], ["北海区"]),
        ([], [], ["霁山县"]),
        ([], [2010], ["青岚县"]),
    ],
)
def test_place_of_the_same_prefecture_comes_first_then_the_like_name_then_the_newest(
    places: list[str], years: list[int], first: list[str]
) -> None:
    plans = [
        identity("青岚县", 2010),
        identity("澄原市柏屿区", 2012),
        identity("北海区", 2013),
        identity("霁山县", 2025),
        identity("无年县", None),
    ]
    found = [plan.region for plan in sort_by_nearness(plans, places=places, years=years)]
    assert len(found) == len(plans)
    assert found[: len(first)] == first
