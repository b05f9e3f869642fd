"""What was identified of a stored plan, mended: its title, year or region, and nothing else of it."""

from collections.abc import Mapping
from dataclasses import replace

from ingest.errors import UserError
from vectorstore.cut import cut_stored
from vectorstore.store import Store
from vectorstore.stored_plan import StoredPlan
from vectorstore.update import write_plans

LONGEST_NAME = 200  # characters of a title or a region
FIRST_YEAR, LAST_YEAR = 1900, 2199


def mend_plan(store: Store, plan: StoredPlan, mends: Mapping[str, str | int]) -> StoredPlan:
    """The plan as the store keeps it from now on, with these mends and no others; without any it is as it was identified.

    Year 0 and region "" say that the plan has none; an empty title says nothing.
    Raises UserError for a year, title or region that cannot be one, and where the plan was changed meanwhile.
    """
    check_mends(mends)
    if store.table.find(plan.id) != plan:
        raise UserError(f"《{plan.identity.title}》 was changed or removed meanwhile; look at the list again.")
    text = store.body_of(plan).text
    identified = cut_stored(replace(plan, mends=()), text).plan.identity
    kept = {key: value for key, value in mends.items() if (value or None) != getattr(identified, key)}
    if not kept.get("title"):
        kept.pop("title", None)
    if dict(plan.mends) == kept:
        return plan
    mended = cut_stored(replace(plan, mends=tuple(kept.items())), text)
    write_plans(store, [mended])
    return mended.plan


def check_mends(mends: Mapping[str, str | int]) -> None:
    """Raise UserError where a title or region is too long for one, or a year is none."""
    year = mends.get("year")
    if year and not (isinstance(year, int) and FIRST_YEAR <= year <= LAST_YEAR):
        raise UserError(f"{year} is no year of a plan; give one from {FIRST_YEAR} to {LAST_YEAR}.")
    for key in ("title", "region"):
        if len(str(mends.get(key) or "")) > LONGEST_NAME:
            raise UserError(f"The {key} has more than {LONGEST_NAME} characters; shorten it.")
