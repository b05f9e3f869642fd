"""How a target changed is said in its own unit."""

import pytest

from assistant.targets.find import plan_targets
from assistant.targets.series import find_series
from assistant.web.targets.series_view import change_of, series_table
from assistant.web.words import ENGLISH, SIMPLIFIED, Words
from ingest.plan import Identity, Item


def of_year(year: int, region: str) -> Identity:
    return Identity(f"{region}{year}", "工作要点", None, region, year, None, None, "a.txt", "zh-Hans")


def told(old: str, new: str, language: str = SIMPLIFIED, region: str = "澄原县") -> tuple[str, str]:
    """How the change is said, and the whole as HTML."""
    years = ((2025, new), (2024, old))
    targets = [
        target
        for year, text in years
        for target in plan_targets(of_year(year, region), [Item("1", "1.", None, "", "办学", f"1. 办学。{text}")])
    ]
    found = find_series(targets)
    return change_of(found[0], Words(language)), series_table(found, Words(language))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("购买校车9辆。", "购买校车12辆。", "+3辆"),
        ("总投资4.6亿元。", "总投资5.3亿元。", "+7000万元"),
        ("覆盖率达到91%。", "覆盖率达到89.5%。", "−1.5个百分点"),
        ("购买校车9辆。", "购买校车9辆。", "不变"),
        ("补助200元至300元。", "补助250元至300元。", ""),
    ],
)
def test_change_is_said_in_the_figures_unit(old: str, new: str, said: str) -> None:
    assert told(old, new)[0] == said


def test_change_of_nothing_is_said_in_the_readers_language() -> None:
    assert told("购买校车9辆。", "购买校车9辆。", ENGLISH)[0] == "unchanged"


def test_hostile_place_is_text() -> None:
    shown = told("购买校车9辆。", "购买校车12辆。", region="<img src=x onerror=alert(1)>")[1]
    assert "<img" not in shown
    assert "&lt;img" in shown


def test_without_series_there_is_nothing() -> None:
    assert series_table((), Words(SIMPLIFIED)) == ""
