from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.errors import UserError
from tests.conftest import SMALL_CORPUS
from tests.vectorstore.checks import add, assert_whole
from vectorstore.mend import mend_plan
from vectorstore.store import Store
from vectorstore.update import find_plan, remove_plan

Write = Callable[[str, str], Path]
CHENGYUAN = SMALL_CORPUS["chengyuan.txt"]


def test_mended_plan_keeps_its_id_its_items_and_its_original(store: Store, write: Write) -> None:
    add(store, write("a.txt", CHENGYUAN))
    (plan,) = store.plans
    items = [stored.item for stored in store.items.items_of(plan.edition)]
    mended = mend_plan(store, plan, {"title": "澄原县工作要点", "year": 2024, "region": "澄原"})
    assert store.plans == (mended,)
    assert mended.id == plan.id
    identity = mended.identity
    assert (identity.title, identity.year, identity.region) == ("澄原县工作要点", 2024, "澄原")
    assert [stored.item for stored in store.items.items_of(mended.edition)] == items
    assert store.originals.find(mended.content_hash)
    assert_whole(store)


def test_plan_without_mends_is_as_it_was_identified(store: Store, write: Write) -> None:
    add(store, write("a.txt", CHENGYUAN), year=2001)
    (plan,) = store.plans
    bare = mend_plan(store, plan, {})
    assert bare.identity.year == 2023
    assert bare.mends == ()
    assert_whole(store)


def test_what_was_identified_already_is_no_mend_and_changes_nothing(store: Store, write: Write) -> None:
    add(store, write("a.txt", CHENGYUAN))
    (plan,) = store.plans
    revision = store.note.revision
    region = plan.identity.region or ""
    assert mend_plan(store, plan, {"title": plan.identity.title, "year": 2023, "region": region}) == plan
    assert mend_plan(store, plan, {"title": ""}) == plan
    assert store.note.revision == revision


def test_plan_may_have_neither_year_nor_region(store: Store, write: Write) -> None:
    add(store, write("a.txt", CHENGYUAN))
    mended = mend_plan(store, store.plans[0], {"year": 0, "region": ""})
    assert (mended.identity.year, mended.identity.region) == (None, None)
    assert [plan.identity for plan in store.plans] == [mended.identity]
    assert_whole(store)
    add(store, write("a.txt", CHENGYUAN.replace("校车", "渡船")))
    assert [(plan.identity.year, plan.identity.region) for plan in store.plans] == [(None, None)]


def test_mends_outlast_a_change_of_the_file(store: Store, write: Write) -> None:
    add(store, write("a.txt", CHENGYUAN))
    mend_plan(store, store.plans[0], {"region": "澄原"})
    add(store, write("a.txt", CHENGYUAN.replace("校车", "渡船")))
    assert [plan.identity.region for plan in store.plans] == ["澄原"]


@pytest.mark.parametrize(
    ("mends", "message"),
    [
        ({"year": 3000}, "3000 is no year of a plan; give one from 1900 to 2199"),
        ({"title": "长" * 201}, "The title has more than 200 characters; shorten it"),
        ({"region": "长" * 201}, "The region has more than 200 characters; shorten it"),
    ],
)
def test_mend_that_cannot_be_one_is_refused(
    store: Store, write: Write, mends: dict[str, str | int], message: str
) -> None:
    add(store, write("a.txt", CHENGYUAN))
    (plan,) = store.plans
    with pytest.raises(UserError, match=message):
        mend_plan(store, plan, mends)
    assert store.plans == (plan,)


def test_plan_that_was_removed_meanwhile_cannot_be_mended(store: Store, write: Write) -> None:
    add(store, write("a.txt", CHENGYUAN), write("b.txt", SMALL_CORPUS["baiyu.txt"]))
    plan = find_plan(store.plans, "a.txt")
    remove_plan(store, plan)
    with pytest.raises(UserError, match="was changed or removed meanwhile; look at the list again"):
        mend_plan(store, plan, {"year": 2020})
    assert len(store.plans) == 1
