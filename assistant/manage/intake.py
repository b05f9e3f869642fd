"""Staged files go into the store: where each belongs, what it would change, and the adding itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from assistant.manage.changes import Changes, compare_items
from assistant.manage.file_names import numbered
from assistant.manage.staging import Mends, Reading, Staged, Staging
from ingest.apart import FileReader
from ingest.errors import UserError
from ingest.load import content_hash
from ingest.plan import Plan
from vectorstore.mend import check_mends, mend_plan
from vectorstore.removed import keep_aside
from vectorstore.same_plan import find_same
from vectorstore.store import Store
from vectorstore.stored_plan import StoredPlan
from vectorstore.update import Change, NewFile, Outcome, add_content

UPLOADS = "uploads"  # a folder that there need not be: uploaded files are known by their place in it


@dataclass(frozen=True, slots=True)
class Prospect:
    """What adding a plan of a staged file would do: the change, the plan it replaces, and what that changes."""

    change: Change
    old: StoredPlan | None = None
    changes: Changes | None = None


def foresee(store: Store, staging: Staging, staged: Staged, reading: Reading) -> tuple[Prospect, ...]:
    """A prospect for each plan of the file. Raises UserError where the plan that it is to replace is gone."""
    known = _known(store, place_of(store, staged, reading))
    mark = content_hash(staging.content(staged.token))
    same = [plan for plan in store.plans if plan.content_hash == mark]
    prospects = []
    for plan in reading.plans:
        old = _counterpart(plan, reading.plans, known)
        if old is None:
            copy = next((other for other in same if other.identity.title == plan.identity.title), None)
            copy = copy or (None if known else _same(store, plan))
            prospects.append(Prospect(Change.UNCHANGED if copy and not known else Change.ADDED, copy))
        elif old.content_hash == mark:
            prospects.append(Prospect(Change.UNCHANGED, old))
        else:
            items = [stored.item for stored in store.items.items_of(old.edition)]
            prospects.append(Prospect(Change.REPLACED, old, compare_items(items, plan.items)))
    return tuple(prospects)


def _same(store: Store, plan: Plan) -> StoredPlan | None:
    """The plan of the store that is the same paper, from another file."""
    alike = store.table.of_length(len(plan.items))
    return find_same(plan.identity, plan.items, alike, lambda one: [s.item for s in store.items.items_of(one.edition)])


def place_of(store: Store, staged: Staged, reading: Reading, *, beside: bool = False) -> Path:
    """Where the file counts as coming from: the place of the plan that it replaces, or one of its own among the uploads.

    A file replaces one of the same name; of several such the one that holds the same plan. With `beside` it replaces none.
    """
    if staged.replaces and not beside:
        plan = next((plan for plan in store.plans if plan.id == staged.replaces), None)
        if plan is None:
            raise UserError("The plan that this file was to replace is no longer in the store; upload the file anew.")
        return Path(plan.path)
    namesakes = [plan for plan in store.plans if _file_of(plan) == staged.name]
    titles = {plan.identity.title for plan in reading.plans}
    places = {plan.path for plan in namesakes}
    if len(places) > 1:
        places = {plan.path for plan in namesakes if plan.identity.title in titles}
    if len(places) == 1 and not beside:
        return Path(places.pop())
    taken = {plan.path for plan in store.plans}
    folder = store.folder.resolve() / UPLOADS
    names = (staged.name, *(numbered(staged.name, number) for number in range(2, len(taken) + 3)))
    return next(folder / name for name in names if str(folder / name) not in taken)


def add_staged(store: Store, staging: Staging, token: str, *, now: datetime, beside: bool = False) -> list[Outcome]:
    """Add the file's plans with their mends; what they replace is kept aside, and the file no longer waits.

    Raises UserError where nothing of it can go in; then it goes on waiting.
    """
    staged, reading = staging.find(token), staging.read(token)
    if not reading.plans:
        raise UserError(reading.refusals[0])
    mends = dict(staged.mends)
    for said in mends.values():
        check_mends(said)
    store.refresh()
    path = place_of(store, staged, reading, beside=beside)
    content = staging.content(token)
    for plan in _known(store, path):
        if plan.content_hash != content_hash(content):
            keep_aside(store, plan, now=now)
    source = path.name if beside else staged.name
    only: Mends = mends.get(0, {}) if len(reading.plans) == 1 else {}
    with FileReader(staging.limits) as reader:
        outcomes = add_content(store, NewFile(content, staged.name, path, source, tuple(only.items())), reader=reader)
    if len(reading.plans) > 1:
        outcomes = _mended(store, outcomes, mends)
    staging.discard(token)
    return outcomes


def _mended(store: Store, outcomes: Sequence[Outcome], mends: dict[int, Mends]) -> list[Outcome]:
    """The outcomes of a file of several plans, each mended by its place among those that were not refused."""
    done = []
    for place, outcome in enumerate(outcomes):
        plan = outcome.plan
        if plan and mends.get(place) and outcome.change is not Change.UNCHANGED:
            plan = mend_plan(store, plan, {**dict(plan.mends), **mends[place]})
        done.append(Outcome(outcome.path, outcome.change, plan, outcome.reason))
    return done


def _known(store: Store, place: Path) -> list[StoredPlan]:
    return [plan for plan in store.plans if plan.path == str(place)]


def _counterpart(plan: Plan, plans: Sequence[Plan], known: Sequence[StoredPlan]) -> StoredPlan | None:
    """What the plan takes the place of: the only one where it is the only one, else the one of its title."""
    if len(plans) == len(known) == 1:
        return known[0]
    return next((old for old in known if old.identity.title == plan.identity.title), None)


def _file_of(plan: StoredPlan) -> str:
    """The name of the file that the plan came in, of an archive the archive's."""
    return plan.identity.source.partition("/")[0]
