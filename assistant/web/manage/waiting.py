"""The waiting files behind the tab to add plans in: read, foreseen, mended, and what became of them."""

from collections.abc import Iterator, Sequence

from assistant.manage.intake import Prospect, foresee
from assistant.manage.staging import Reading, Staged, Staging
from assistant.web.manage.form import mends_of
from assistant.web.manage.staff import Staff
from ingest.errors import UserError
from vectorstore.update import Change, Outcome

Row = tuple[Staged, Reading | None, Sequence[Prospect]]
DONE = {
    Change.ADDED: "已加入《{title}》，{count}条。",
    Change.REPLACED: "已替换《{title}》，现在{count}条；原来的在“留底”里。",
}
NOT_CHANGED = "库里已有《{title}》，{count}条，没有改动。"
SEVERAL = "新增{added}份，替换{replaced}份，没有变化{unchanged}份。"


def rows(staff: Staff) -> list[Row]:
    """Each file, its plans where it was read, and what adding each of them would do."""
    store, staging = staff.assistant.store, staff.staging
    store.refresh()
    found: list[Row] = []
    for staged in staging.files():
        if not staging.is_read(staged.token):
            found.append((staged, None, ()))
            continue
        reading = staging.read(staged.token)
        try:
            found.append((staged, reading, foresee(store, staging, staged, reading)))
        except UserError as error:
            found.append((staged, Reading((), (str(error),)), ()))
    return found


def read_unread(staging: Staging) -> Iterator[str]:
    """Read the files that wait unread; after each the key of the first plan that was found, `TOKEN:0`."""
    chosen = ""
    for staged in staging.files():
        if not staging.is_read(staged.token):
            reading = staging.read(staged.token)
            chosen = chosen or (f"{staged.token}:0" if reading.plans else "")
            yield chosen


def newest(staging: Staging) -> str:
    """The key of the plan that came last."""
    held = [one.token for one in staging.files() if staging.is_read(one.token) and staging.read(one.token).plans]
    return f"{held[-1]}:0" if held else ""


def keep_fields(staging: Staging, chosen: str, *fields: str) -> None:
    """Remember what the fields say of the plan that is looked at. Raises UserError where they say what cannot be."""
    token, _, place = chosen.partition(":")
    known = {staged.token for staged in staging.files()}
    if token not in known or not staging.is_read(token):
        return
    plans = staging.read(token).plans
    if not place.isdigit() or int(place) >= len(plans):
        return
    plan = plans[int(place)]
    said = mends_of(*fields)
    own = {key: value for key, value in said.items() if (value or None) != getattr(plan.identity, key)}
    staging.mend(token, int(place), own)


def summary(staff: Staff, outcomes: Sequence[Outcome]) -> str:
    """How many plans were added, replaced and left as they were, by name where it is one; and what was refused."""
    done = [outcome for outcome in outcomes if outcome.plan]
    if len(done) == 1 and (plan := done[0].plan):
        said = DONE.get(done[0].change, NOT_CHANGED)
        note = staff.done(said, title=plan.identity.title, count=plan.item_count)
    else:
        note = staff.done(SEVERAL, **{change.value: sum(one.change is change for one in done) for change in Change})
    refused = [outcome.reason for outcome in outcomes if outcome.change is Change.REFUSED]
    return note + "".join(staff.refused(UserError(reason)) for reason in refused)
