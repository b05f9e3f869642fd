from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import vectorstore.removed as removed_module
from ingest.errors import UserError
from tests.conftest import SMALL_CORPUS
from tests.vectorstore.checks import add, assert_whole, counts, results
from vectorstore.embedder import Embedder
from vectorstore.removed import FOLDER, KEPT, bring_back, keep_aside, remove_for_a_while, removed_plans
from vectorstore.store import Store
from vectorstore.stored_plan import StoredPlan
from vectorstore.update import find_plan

Write = Callable[[str, str], Path]
CHENGYUAN, BAIYU = SMALL_CORPUS.values()
NOW = datetime(2026, 3, 1, 8, 30, tzinfo=UTC)


@pytest.fixture
def two_plans(store: Store, write: Write) -> StoredPlan:
    """The first of two plans in the store, mended."""
    add(store, write("a.txt", CHENGYUAN), region="澄原", year=2022)
    add(store, write("b.txt", BAIYU))
    return find_plan(store.plans, "a.txt")


def test_removed_plan_comes_back_exactly_as_it_was(store: Store, two_plans: StoredPlan, embedder: Embedder) -> None:
    before, found = store.items.items_of(two_plans.edition), results(store, "校车")
    kept = remove_for_a_while(store, two_plans, now=NOW)
    assert counts(store) == (1, 4, 4)
    assert_whole(store)
    assert store.originals.find(two_plans.content_hash) is None
    again = Store(store.folder, embedder)
    assert [one.plan for one in removed_plans(again)] == [two_plans]
    assert bring_back(again, kept.key, now=NOW) == two_plans
    store.refresh()
    assert two_plans in store.plans
    assert store.items.items_of(two_plans.edition) == before
    assert results(store, "校车") == found
    original = store.originals.find(two_plans.content_hash)
    assert original
    assert original.read_bytes() == CHENGYUAN.encode()
    assert removed_plans(store) == []
    assert_whole(store)


def test_plan_is_in_the_store_or_aside_wherever_a_removal_breaks_off(
    store: Store, two_plans: StoredPlan, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_off(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(removed_module, "remove_plan", break_off)
    with pytest.raises(KeyboardInterrupt):
        remove_for_a_while(store, two_plans, now=NOW)
    assert two_plans in store.plans
    assert removed_plans(store) == []  # it is not removed, so it does not show as such
    assert_whole(store)


def test_disk_that_takes_no_copy_leaves_the_plan_in_the_store(store: Store, two_plans: StoredPlan) -> None:
    (store.folder / FOLDER).write_text("in the way", encoding="utf-8")
    with pytest.raises(UserError, match=r"cannot be kept aside .* so it was left as it is"):
        remove_for_a_while(store, two_plans, now=NOW)
    assert two_plans in store.plans
    assert_whole(store)


def test_plan_that_was_added_again_meanwhile_is_kept_aside_in_turn(
    store: Store, two_plans: StoredPlan, write: Write
) -> None:
    kept = remove_for_a_while(store, two_plans, now=NOW)
    add(store, write("a.txt", CHENGYUAN.replace("六十辆", "七十辆")))
    bring_back(store, kept.key, now=NOW + timedelta(minutes=1))
    assert len(store.plans) == 2
    assert two_plans in store.plans
    assert_whole(store)
    (newer,) = removed_plans(store)
    assert "七十辆" in newer.text
    bring_back(store, newer.key, now=NOW + timedelta(minutes=2))
    assert "七十辆" in store.body_of(find_plan(store.plans, "a.txt")).text
    assert [one.plan for one in removed_plans(store)] == [two_plans]
    assert_whole(store)


def test_sibling_from_the_same_file_is_left_alone(store: Store, write: Write) -> None:
    first, second = CHENGYUAN, CHENGYUAN.replace("2023年", "2024年").replace("校车", "渡船")
    outcomes = add(store, write("two.txt", f"{first}\n\n{second}"))
    plans = [outcome.plan for outcome in outcomes if outcome.plan]
    assert len(plans) == 2
    kept = remove_for_a_while(store, plans[0], now=NOW)
    assert store.originals.find(plans[1].content_hash)
    bring_back(store, kept.key, now=NOW)
    assert {plan.edition for plan in store.plans} == {plan.edition for plan in plans}
    assert_whole(store)


def test_plan_is_forgotten_after_its_time(store: Store, two_plans: StoredPlan) -> None:
    kept = remove_for_a_while(store, two_plans, now=NOW)
    keep_aside(store, store.plans[0], now=NOW + KEPT)
    assert [one.key for one in removed_plans(store)] == [kept.key]
    keep_aside(store, store.plans[0], now=NOW + KEPT + timedelta(seconds=1))
    assert removed_plans(store) == []
    with pytest.raises(UserError, match="no longer kept aside"):
        bring_back(store, kept.key, now=NOW)


def test_key_that_names_another_folder_brings_nothing_back(store: Store, two_plans: StoredPlan) -> None:
    for key in ("../removed", "..", "", "."):
        with pytest.raises(UserError, match="no longer kept aside"):
            bring_back(store, key, now=NOW)


def test_damaged_record_does_not_hide_the_others(store: Store, two_plans: StoredPlan) -> None:
    kept = remove_for_a_while(store, two_plans, now=NOW)
    for name, record in (("20260101000000-0", "{}"), ("20260101000000-1", "no json")):
        (store.folder / FOLDER / name).mkdir()
        (store.folder / FOLDER / name / "plan.json").write_text(record, encoding="utf-8")
    (store.folder / FOLDER / "20260101000000-2").mkdir()
    assert [one.key for one in removed_plans(store)] == [kept.key]
