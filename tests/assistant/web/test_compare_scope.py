"""At most so many plans are compared, the newest, and it is said."""

from dataclasses import replace

from assistant.question import NO_SCOPE, Scope
from assistant.understanding.intend import MOST_COMPARED
from assistant.web.compare.compare_scope import compared
from assistant.web.words import ENGLISH, SIMPLIFIED, Words
from vectorstore.store import Store
from vectorstore.stored_plan import StoredPlan


def many(store: Store) -> list[StoredPlan]:
    """More plans than are compared at a time, newest first."""
    plan = store.plans[0]
    years = range(2030, 2030 - MOST_COMPARED - 2, -1)
    return [replace(plan, identity=replace(plan.identity, id=f"p{year}", year=year)) for year in years]


def test_of_too_many_plans_the_newest_are_compared_and_that_is_said(sample_store: Store) -> None:
    plans = many(sample_store)
    found = compared(plans, NO_SCOPE, Words(SIMPLIFIED))
    assert found.plans == tuple(plan.id for plan in plans[:MOST_COMPARED])
    assert f"其中最新的{MOST_COMPARED}份" in found.notice
    assert f"the newest {MOST_COMPARED}" in compared(plans, NO_SCOPE, Words(ENGLISH)).notice


def test_of_as_many_as_can_be_compared_nothing_is_said(sample_store: Store) -> None:
    found = compared(many(sample_store)[:MOST_COMPARED], NO_SCOPE, Words(SIMPLIFIED))
    assert len(found.plans) == MOST_COMPARED
    assert found.notice == ""


def test_scope_that_no_plan_fits_compares_none(sample_store: Store) -> None:
    found = compared(sample_store.plans, Scope(regions=("望汀区",), years=(2021,)), Words(SIMPLIFIED))
    assert found.plans == ()
    assert "请去掉一项" in found.notice
