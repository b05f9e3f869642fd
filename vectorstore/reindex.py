"""The indexes built anew with another model or program, while the old ones serve."""

import time
from collections.abc import Generator, Iterator
from functools import partial
from pathlib import Path

from ingest.errors import UserError
from vectorstore.bring_over import bring_over
from vectorstore.cut import cut_stored
from vectorstore.damage import DamagedStoreError, Part
from vectorstore.embedder import Embedder
from vectorstore.item_store import ItemStore
from vectorstore.note import read_note
from vectorstore.originals import Originals
from vectorstore.remake import Source, remake, remove_indexes
from vectorstore.soundness import broken_parts
from vectorstore.store import locked
from vectorstore.stored_plan import StoredPlan, WholePlan

GRACE_SECONDS = 2.0  # in which the questions that were begun with the old indexes finish with them


def reindex(folder: Path, embedder: Embedder, *, url: str | None = None) -> Generator[StoredPlan, None, None]:
    """Cut and embed every plan anew with the present model and program, from the texts in the store.

    The old indexes serve until the new ones are whole. A run that is broken off is taken up again by the next one,
    unless plans were added, changed or removed meanwhile: then it begins anew.
    """
    read_note(folder)  # a folder that is no store gets no lock
    with locked(folder):
        bring_over(folder, url=url)
        old = read_note(folder)
        parts = broken_parts(folder, old, url=url)
        if set(parts) - {Part.WORDS}:
            raise DamagedStoreError(folder, parts)
        records = ItemStore(folder / old.records, create=old.is_new)
        yield from remake(folder, embedder, recut(records), revision=old.revision, url=url)
        Originals(folder).keep_only(plan.content_hash for plan in records.table.by_title)
        time.sleep(GRACE_SECONDS)
        remove_indexes(folder, old, url=url)


def recut(records: ItemStore) -> Iterator[Source]:
    """The plans of the records, each cut anew when it is read."""
    for plan in records.table.by_title:
        yield Source(plan.edition, partial(_recut, records, plan))


def _recut(records: ItemStore, plan: StoredPlan) -> WholePlan:
    body = records.body_of(plan)
    try:
        return cut_stored(plan, body.text)
    except UserError:  # this program finds nothing to cite in it; the earlier one did
        return WholePlan(plan, body, tuple(stored.item for stored in records.items_of(plan.edition)))
