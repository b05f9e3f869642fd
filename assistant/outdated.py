"""Whether what an answer cites may be out of date: a newer plan is in the store, or the year is over."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assistant.answer import Answer
from ingest.plan import Identity
from vectorstore.stored_plan import StoredPlan


@dataclass(frozen=True, slots=True)
class Caution:
    """The newest year that an answer cites, and the newest plan of that place in the store, where it is newer."""

    year: int
    newer: Identity | None = None


def find_caution(answer: Answer, plans: Sequence[StoredPlan], today: date) -> Caution | None:
    """The caution that the answer is to be read with; None where it cites this year's newest plan, or none with a year."""
    dated = [(citation.plan.year, citation.plan) for citation in answer.citations if citation.plan.year]
    if not dated:
        return None
    year = max(year for year, _ in dated)
    regions = {plan.region for of, plan in dated if of == year} - {None}
    newer = [
        plan.identity
        for plan in plans
        if plan.identity.region in regions and plan.identity.year and plan.identity.year > year
    ]
    newest = max(newer, key=lambda plan: plan.year or 0, default=None)
    return Caution(year, newest) if newest or year < today.year else None
