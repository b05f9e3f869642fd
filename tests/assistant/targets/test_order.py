"""Figures are sorted as numbers, dates as dates, and what is not said stands last."""

import pytest

from assistant.targets.find import plan_targets
from assistant.targets.order import COLUMNS, in_order
from assistant.targets.target import PlanTarget
from ingest.plan import Identity, Item

TEXT = (
    "1. 校车和食堂。年底前购买校车9辆，10月底前更换校车12辆，上半年检修校车100辆。食堂不少于2所。"
    "每生每年补助300元至500元，另补1.5万元。"
)


def target_of(text: str, *, year: int = 2024, title: str = "澄原县2024年工作要点") -> tuple[PlanTarget, ...]:
    plan = Identity(title, title, None, "澄原县", year, None, None, "a.txt", "zh-Hans")
    item = Item("1", "1.", None, "", "校车和食堂", text)
    return plan_targets(plan, [item])


def words(targets: tuple[PlanTarget, ...]) -> list[str]:
    return [one.target.words for one in targets]


def test_figures_are_sorted_as_numbers_within_their_unit_the_commonest_first() -> None:
    targets = target_of(TEXT)
    assert words(in_order(targets, "amount")) == ["9辆", "12辆", "100辆", "300元至500元", "1.5万元", "2所"]
    turned = words(in_order(targets, "amount", is_turned=True))
    assert turned == ["100辆", "12辆", "9辆", "1.5万元", "300元至500元", "2所"]


def test_dates_are_sorted_as_dates_and_what_names_none_stays_last() -> None:
    targets = target_of(TEXT)
    assert words(in_order(targets, "when"))[:3] == ["100辆", "12辆", "9辆"]
    assert words(in_order(targets, "when", is_turned=True))[:3] == ["9辆", "12辆", "100辆"]
    assert {one.target.by_when for one in in_order(targets, "when")[3:]} == {None}


def test_span_ends_with_its_last_day_and_the_end_of_a_month_follows_its_days() -> None:
    text = "1. 校车和食堂。9月底前购买校车1辆，9月25日前购买食堂2所，4月至8月检查校车3辆。"
    assert words(in_order(target_of(text), "when")) == ["3辆", "2所", "1辆"]


def test_plans_are_turned_around_by_their_years_each_in_reading_order() -> None:
    new, old = (
        target_of("1. 校车和食堂。购买校车1辆、食堂2所。", year=2025),
        target_of("1. 校车和食堂。购买校车3辆。", year=2023),
    )
    assert words(in_order([*new, *old], "plan")) == ["1辆", "2所", "3辆"]
    assert words(in_order([*new, *old], "plan", is_turned=True)) == ["3辆", "1辆", "2所"]


@pytest.mark.parametrize("column", COLUMNS)
def test_every_column_keeps_every_target(column: str) -> None:
    targets = target_of(TEXT)
    assert len(targets) > 1
    for is_turned in (False, True):
        assert sorted(words(in_order(targets, column, is_turned=is_turned))) == sorted(words(targets))
