"""Plans that were removed or replaced, kept aside for a while with their original files, so that they can be had back."""

import json
import os
import secrets
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from ingest.errors import OperatorError, UserError
from vectorstore.cut import cut_stored
from vectorstore.store import Store
from vectorstore.stored_plan import StoredPlan, read_record, write_record
from vectorstore.update import remove_plan, write_plans

FOLDER, RECORD, ORIGINAL = "removed", "plan.json", "original"
KEPT = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Removed:
    """A plan that was kept aside: its key, the plan and its text as they were, and when."""

    key: str
    plan: StoredPlan
    text: str
    at: datetime


def remove_for_a_while(store: Store, plan: StoredPlan, *, now: datetime) -> Removed:
    """Take the plan out of the store and keep it aside. What is broken off leaves it in the store, or wholly aside."""
    kept = keep_aside(store, plan, now=now)
    remove_plan(store, plan)
    return kept


def keep_aside(store: Store, plan: StoredPlan, *, now: datetime) -> Removed:
    """Keep a copy of the plan aside, which shows among the removed ones once the store holds it no more."""
    forget_old(store, now=now)
    key = f"{now.astimezone(UTC):%Y%m%d%H%M%S}-{secrets.token_hex(4)}"
    folder, fresh = store.folder / FOLDER / key, store.folder / FOLDER / f".{key}"
    body = store.body_of(plan)
    try:
        fresh.mkdir(parents=True)
        if original := store.originals.find(plan.content_hash):
            shutil.copyfile(original, fresh / ORIGINAL)
        record = {"at": now.astimezone(UTC).isoformat(), "plan": write_record(plan, body)}
        (fresh / RECORD).write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
        os.replace(fresh, folder)
    except OSError as error:
        shutil.rmtree(fresh, ignore_errors=True)
        raise OperatorError(
            f"The plan cannot be kept aside in {folder.parent} ({error.strerror}), so it was left as it is."
        ) from None
    return Removed(key, plan, body.text, now)


def removed_plans(store: Store) -> list[Removed]:
    """The plans that were removed or replaced and can be had back, the latest first."""
    held = {plan.edition for plan in store.plans}
    return sorted(
        (one for one in _read_all(store) if one.plan.edition not in held), key=lambda one: one.at, reverse=True
    )


def bring_back(store: Store, key: str, *, now: datetime) -> StoredPlan:
    """The plan, put back as it was; one that has its place by now is kept aside in turn. Raises UserError."""
    found = next((one for one in removed_plans(store) if one.key == key), None)
    if found is None:
        raise UserError("This plan is no longer kept aside; look at the list again.")
    folder = store.folder / FOLDER / key
    original = folder / ORIGINAL
    content = original.read_bytes() if original.is_file() else None
    rivals = [plan for plan in store.plans if _has_its_place(plan, found.plan)]
    for rival in rivals:
        keep_aside(store, rival, now=now)
    whole = cut_stored(found.plan, found.text)
    write_plans(store, [whole], outdated=rivals, content=content)
    shutil.rmtree(folder, ignore_errors=True)
    return whole.plan


def _has_its_place(plan: StoredPlan, other: StoredPlan) -> bool:
    """Whether the plan is what became of the other one: the same plan, or another state of the same file."""
    same_file = (plan.path, plan.identity.source) == (other.path, other.identity.source)
    return plan.id == other.id or (same_file and plan.content_hash != other.content_hash)


def forget_old(store: Store, *, now: datetime) -> None:
    """Delete what was kept aside for long enough."""
    for one in _read_all(store):
        if now - one.at > KEPT:
            shutil.rmtree(store.folder / FOLDER / one.key, ignore_errors=True)


def _read_all(store: Store) -> Iterator[Removed]:
    folder = store.folder / FOLDER
    if not folder.is_dir():
        return
    for path in sorted(folder.iterdir()):
        if path.name.startswith("."):
            continue  # its writing was broken off
        try:
            record = json.loads((path / RECORD).read_text(encoding="utf-8"))
            plan, body = read_record(record["plan"])
            yield Removed(path.name, plan, body.text, datetime.fromisoformat(record["at"]))
        except (OSError, ValueError, TypeError, KeyError):
            continue  # damaged: it cannot be had back, and must not keep the others from it
