"""The targets of a store are read once, and follow the plans that come and go."""

from collections.abc import Callable
from pathlib import Path

from assistant.targets.known import KnownTargets
from assistant.targets.stored import stored_targets
from vectorstore.store import Store
from vectorstore.update import add_files, find_plan, remove_plan

PLAN = "澄原县教育局{year}年工作要点\n\n1. 办好校车。年内购买校车{count}辆。\n\n2. 办好食堂。新建食堂2所。\n"
PLANS = (("a.txt", 2024, 9), ("b.txt", 2025, 12))


def words(known: KnownTargets) -> list[str]:
    return [one.target.target.words for one in known.of_all()]


def test_known_targets_are_those_of_the_store_in_its_order(sample_store: Store) -> None:
    known = KnownTargets(sample_store)
    assert len(stored_targets(sample_store)) > 100
    for _ in range(2):
        assert tuple(one.target for one in known.of_all()) == stored_targets(sample_store)


def test_changed_and_removed_plans_are_seen(store: Store, write: Callable[[str, str], Path]) -> None:
    known = KnownTargets(store)
    assert known.of_all() == ()
    old, new = (write(name, PLAN.format(year=year, count=count)) for name, year, count in PLANS)
    assert all(outcome.plan for outcome in add_files(store, [old, new]))
    assert words(known) == ["12辆", "2所", "9辆", "2所"]
    assert all(outcome.plan for outcome in add_files(store, [write("a.txt", PLAN.format(year=2024, count=10))]))
    assert words(known) == ["12辆", "2所", "10辆", "2所"]
    remove_plan(store, find_plan(store.plans, "b.txt"))
    assert words(known) == ["10辆", "2所"]
