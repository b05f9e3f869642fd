"""A target that a place's plans name year by year is told as one; where that is not sure, it is not."""

from assistant.targets.find import plan_targets
from assistant.targets.series import find_series
from assistant.targets.stored import stored_targets
from assistant.targets.target import PlanTarget
from ingest.plan import Identity, Item
from vectorstore.store import Store


def targets(year: int, text: str, *, region: str = "澄原县") -> tuple[PlanTarget, ...]:
    title = f"{region}{year}年工作要点"
    plan = Identity(title, title, None, region, year, None, None, "a.txt", "zh-Hans")
    return plan_targets(plan, [Item("1", "1.", None, "", "办好校车", f"1. 办好校车。{text}")])


def test_same_thing_of_two_years_is_a_series_from_old_to_new() -> None:
    (series,) = find_series([*targets(2025, "购买校车12辆。"), *targets(2024, "购买校车9辆。")])
    assert [(one.plan.year, one.target.words) for one in series.targets] == [(2024, "9辆"), (2025, "12辆")]
    assert series.change == 3


def test_what_changed_most_in_proportion_stands_first() -> None:
    old, new = targets(2024, "购买校车10辆，新建车站10所。"), targets(2025, "购买校车11辆，新建车站20所。")
    assert [series.change for series in find_series([*old, *new])] == [10, 1]


def test_other_places_units_and_bounds_are_other_things() -> None:
    old = targets(2024, "购买校车9辆。")
    for new in (
        targets(2025, "购买校车12辆。", region="柏屿区"),
        targets(2025, "购买校车12台。"),
        targets(2025, "购买校车不少于12辆。"),
        targets(2025, "每年购买校车12辆。"),
        targets(2025, "购买校服12辆。"),
    ):
        assert find_series([*old, *new]) == ()


def test_two_figures_of_one_thing_in_a_plan_tell_nothing() -> None:
    twice = [*targets(2024, "购买校车9辆。"), *targets(2024, "购买校车8辆。")]
    assert find_series([*twice, *targets(2025, "购买校车12辆。")]) == ()


def test_change_of_a_range_is_not_told() -> None:
    (series,) = find_series([*targets(2024, "补助200元至300元。"), *targets(2025, "补助250元至300元。")])
    assert series.change is None


def test_fee_and_allowance_of_the_sample_plans_are_followed(sample_store: Store) -> None:
    found = find_series(stored_targets(sample_store))
    told = {series.targets[0].target.what: [one.target.words for one in series.targets] for series in found}
    assert told["收费标准"] == ["300元", "320元"]
    assert told["班主任津贴"] == ["800元", "900元"]
    assert {one.plan.region for series in found for one in series.targets} == {"望汀区"}
