"""A store's records and indexes made anew beside the old ones, which serve until the new ones are whole."""

import shutil
from collections.abc import Callable, Generator, Iterable
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from vectorstore.checked_json import read_checked, write_checked
from vectorstore.connect import FOLDER, connect
from vectorstore.damage import Part
from vectorstore.embedder import Embedder
from vectorstore.item_store import ItemStore
from vectorstore.lexical_index import LexicalIndex
from vectorstore.note import Note, new_note, write_note
from vectorstore.soundness import can_be_used, sealed
from vectorstore.stored_plan import StoredPlan, WholePlan
from vectorstore.vector_index import VectorIndex
from vectorstore.write import embed, write_indexes

PROGRESS = "reindex.json"  # the note of the store that is being made, and of which revision it is made
BATCH_PASSAGES = 1_000  # written at once; what is broken off costs them


@dataclass(frozen=True, slots=True)
class Source:
    """A plan that is to be in the store that is made: its edition, and how it is had."""

    edition: str
    read: Callable[[], WholePlan | None]  # None where it cannot be had


def remake(
    folder: Path, embedder: Embedder, sources: Iterable[Source], *, revision: int, url: str | None
) -> Generator[StoredPlan, None, Note]:
    """Write the plans into new records and indexes, and the note that names them last; the caller holds the store.

    `revision` is that of the store they come from. What an earlier run made from the same one is taken up.
    """
    new = begun(folder, embedder, revision=revision, url=url) or _begin(folder, embedder, revision=revision, url=url)
    records = ItemStore(folder / new.records, create=True)
    vectors = VectorIndex.open(folder, new.items, url=url, create=True)
    words = LexicalIndex(folder / new.words)
    done = {plan.edition: plan for plan in records.table.by_title}
    waiting: list[WholePlan] = []

    def write() -> list[StoredPlan]:
        if waiting:
            write_indexes(vectors, words, waiting, embed(waiting, embedder))
            records.write(waiting)
        plans = [one.plan for one in waiting]
        waiting.clear()
        return plans

    for source in sources:
        if source.edition in done:
            yield done[source.edition]
        elif whole := source.read():
            waiting.append(whole)
            if sum(one.plan.item_count for one in waiting) >= BATCH_PASSAGES:
                yield from write()
    yield from write()
    note = sealed(folder, replace(new, passages=vectors.count()), url=url)
    write_note(folder, note)
    (folder / PROGRESS).unlink(missing_ok=True)
    return note


def begun(folder: Path, embedder: Embedder, *, revision: int, url: str | None) -> Note | None:
    """The note of the store that an earlier run began to make from the same revision, where it can be taken up."""
    note, made_from = _read_progress(folder)
    if note is None or made_from != revision or note.fingerprint != embedder.fingerprint:
        return None
    parts = ((Part.VECTORS, note.items), (Part.WORDS, note.words))
    are_there = (folder / note.records).exists() and all(
        can_be_used(folder, part, name, url=url) for part, name in parts
    )
    return note if are_there else None


def being_made(folder: Path) -> str:
    """The name of the records that a broken-off run was making; "" where there are none."""
    note, _ = _read_progress(folder)
    return note.records if note else ""


def remove_indexes(folder: Path, old: Note, *, url: str | None) -> None:
    """Remove what the note names, but for the original files."""
    remove_vectors(folder, old, url=url)
    shutil.rmtree(folder / old.words, ignore_errors=True)
    (folder / old.records).unlink(missing_ok=True)


def remove_vectors(folder: Path, old: Note, *, url: str | None) -> None:
    """Remove the vectors that the note names, where they are there."""
    client = connect(folder / FOLDER, url=url)
    if any(collection.name == old.items for collection in client.list_collections()):
        client.delete_collection(old.items)


def _begin(folder: Path, embedder: Embedder, *, revision: int, url: str | None) -> Note:
    earlier, _ = _read_progress(folder)
    if earlier:
        remove_indexes(folder, earlier, url=url)
    new = new_note(embedder, revision=revision + 1)
    write_checked(folder / PROGRESS, {"revision": revision, "note": asdict(new)})  # what is left half done has a name
    return new


def _read_progress(folder: Path) -> tuple[Note | None, int]:
    try:
        row = read_checked(folder / PROGRESS)
        return Note(**{**row["note"], "seals": ()}), row["revision"]
    except (OSError, ValueError, TypeError, KeyError):
        return None, -1
