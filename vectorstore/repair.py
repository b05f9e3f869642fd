"""A damaged store made whole: what is broken is kept aside and rebuilt from what is not, at the last from the originals."""

import shutil
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ingest.apart import FileReader
from ingest.errors import UserError
from ingest.limits import Limits
from vectorstore.bring_over import bring_over
from vectorstore.connect import FOLDER, check_database
from vectorstore.damage import DamagedStoreError, Part
from vectorstore.embedder import Embedder
from vectorstore.item_store import ItemStore
from vectorstore.make_words import ASIDE, make_words, set_aside
from vectorstore.note import NOTE, Note, no_note, read_note
from vectorstore.originals import FOLDER as ORIGINALS
from vectorstore.originals import Originals
from vectorstore.reindex import recut
from vectorstore.remake import Source, begun, being_made, remake, remove_vectors
from vectorstore.restore import Restoration
from vectorstore.soundness import all_broken_parts
from vectorstore.store import Store, locked
from vectorstore.stored_plan import StoredPlan
from vectorstore.write import note_origins


@dataclass(frozen=True, slots=True)
class Repaired:
    """What was broken, the plans that the store holds now, and where broken files are.

    `lost` names the plans that could not be had back, `spoilt` those whose original file is damaged, so that no copy is
    kept any more.
    """

    parts: tuple[Part, ...]
    plans: tuple[StoredPlan, ...]
    lost: tuple[str, ...]
    spoilt: tuple[str, ...]
    aside: Path | None


def repair(folder: Path, embedder: Embedder, *, url: str | None = None, limits: Limits | None = None) -> Repaired:
    """Check every byte of the store, and rebuild what is broken; what is broken off is taken up the next time.

    Nothing is deleted that was damaged: it is moved into the store's folder `damaged`. Raises UserError where the
    folder is no store.
    """
    if not (folder / NOTE).exists() and not isinstance(no_note(folder), DamagedStoreError):
        read_note(folder)
        raise no_note(folder)
    with locked(folder):
        note, parts = _inspected(folder, url=url)
        lost: tuple[str, ...] = ()
        if note and parts == (Part.WORDS,):
            make_words(folder, note, url=url)
        elif parts or note is None:
            lost = _rebuild(folder, note, parts, embedder, url=url, limits=limits)
        store = Store(folder, embedder, url=url)
        spoilt = _mend_originals(store)
        aside = folder / ASIDE
        return Repaired(parts, store.plans, lost, spoilt, aside if aside.exists() else None)


def _inspected(folder: Path, *, url: str | None) -> tuple[Note | None, tuple[Part, ...]]:
    """The note, None where it tells nothing, and what is broken."""
    try:
        bring_over(folder, url=url)
        note = read_note(folder)
    except DamagedStoreError as error:
        return None, error.parts
    except UserError:
        return None, (Part.NOTE,)
    return note, () if note.is_new else all_broken_parts(folder, note, url=url)


def _rebuild(
    folder: Path,
    note: Note | None,
    parts: Iterable[Part],
    embedder: Embedder,
    *,
    url: str | None,
    limits: Limits | None,
) -> tuple[str, ...]:
    """Make records and indexes anew from whole records, or else from the originals; the names of what was lost."""
    revision = note.revision if note else 0
    records = _whole_records(folder, note, parts)
    is_taken_up = begun(folder, embedder, revision=revision, url=url) is not None
    if url is None and not is_taken_up and (note is None or Part.VECTORS in parts or not _has_chroma(folder)):
        set_aside(folder, FOLDER)
    if note is None:
        _keep_copy_of_note(folder)
    with FileReader(limits) as reader:
        restoration = Restoration(Originals(folder), reader)
        sources: Iterable[Source] = recut(records) if records else restoration.sources()
        making = remake(folder, embedder, sources, revision=revision, url=url)
        for _ in making:
            pass
    _clear_up(folder, note, parts, url=url)
    return tuple(restoration.lost)


def _whole_records(folder: Path, note: Note | None, parts: Iterable[Part]) -> ItemStore | None:
    """The records, where they are whole: those that the note names, or the only ones that there are."""
    if note:
        return None if Part.RECORDS in parts else ItemStore(folder / note.records)
    found = [path for path in folder.glob("records-*.sqlite") if path.name != being_made(folder)]
    try:
        (path,) = found
        records = ItemStore(path)
        records.check()
    except (DamagedStoreError, ValueError, KeyError, TypeError):
        return None
    return records


def _has_chroma(folder: Path) -> bool:
    try:
        check_database(folder / FOLDER)
    except sqlite3.DatabaseError:
        return False
    return True


def _keep_copy_of_note(folder: Path) -> None:
    """Keep what is there of the note aside; the note itself is replaced in one step when all it is to name is there."""
    if (folder / NOTE).is_file():
        shutil.copyfile(folder / NOTE, folder / f"{NOTE}.damaged")
        set_aside(folder, f"{NOTE}.damaged")


def _clear_up(folder: Path, old: Note | None, parts: Iterable[Part], *, url: str | None) -> None:
    """Remove what the old note names and was whole; keep aside what was not, or what no note names."""
    new = read_note(folder)
    if old:
        remove_vectors(folder, old, url=url)
        if Part.WORDS not in parts:
            shutil.rmtree(folder / old.words, ignore_errors=True)
        if Part.RECORDS not in parts:
            (folder / old.records).unlink(missing_ok=True)
    for path in (*folder.glob("records-*"), *folder.glob("words-*")):
        if path.name not in (new.records, new.words):
            set_aside(folder, path.name)


def _mend_originals(store: Store) -> tuple[str, ...]:
    """Keep damaged originals aside and note anew what is beside the others; the names of the plans that were in them."""
    hashes = {plan.content_hash for plan in store.plans}
    spoilt = [mark for mark in sorted(hashes) if store.originals.find(mark) and not store.originals.is_whole(mark)]
    for content_hash in spoilt:
        set_aside(store.folder, f"{ORIGINALS}/{content_hash}")
    note_origins(store, hashes)
    return tuple(plan.identity.source for mark in spoilt for plan in store.table.of_content(mark))
