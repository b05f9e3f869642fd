"""The indexes built anew with another model or schema, plan by plan, while the old ones serve."""

import json
import os
import shutil
import time
from collections.abc import Generator
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING

from vectorstore.connect import connect
from vectorstore.embedder import Embedder
from vectorstore.item_store import ItemStore
from vectorstore.lexical_index import LexicalIndex
from vectorstore.store import Note, locked, new_note, read_note, write_note
from vectorstore.stored_plan import StoredPlan
from vectorstore.update import cut_stored, write_items

if TYPE_CHECKING:
    from chromadb.api import ClientAPI

PROGRESS = "reindex.json"  # the note of the store that is being made, and the editions that are in it already
GRACE_SECONDS = 2.0  # in which the questions that were begun with the old indexes finish with them


def reindex(folder: Path, embedder: Embedder, *, url: str | None = None) -> Generator[StoredPlan, None, None]:
    """Cut and embed every plan anew with the present model and schema, from the texts in the store.

    The old indexes serve until the new ones are whole. A run that is broken off is taken up again by the next one,
    unless plans were added, changed or removed meanwhile: then it begins anew.
    """
    read_note(folder)  # a folder that is no store gets no lock
    with locked(folder):
        old = read_note(folder)
        new = _next(old, new_note(embedder))
        client = connect(folder / "chroma", url=url)
        done = _take_up(folder, client, new)
        items, words = ItemStore(client, items_name=new.items), LexicalIndex(folder / new.words)
        renewed = []
        for plan in items.plans():
            cut = cut_stored(plan)
            fresh = StoredPlan.of(cut, path=plan.path, content_hash=plan.content_hash, text=plan.text, mends=plan.mends)
            if fresh.edition not in done or len(items.items_of(fresh.edition)) != fresh.item_count:
                write_items(items, words, embedder, fresh, cut.items)
                done.append(fresh.edition)
                _write_progress(folder, new, done)
            renewed.append(fresh)
            yield fresh
        for plan in renewed:
            items.write_plan(plan)
        write_note(folder, new)
        time.sleep(GRACE_SECONDS)
        client.delete_collection(old.items)
        shutil.rmtree(folder / old.words, ignore_errors=True)
        (folder / PROGRESS).unlink(missing_ok=True)


def _next(old: Note, new: Note) -> Note:
    revision = old.revision + 1
    return replace(new, items=f"{new.items}-{revision}", words=f"{new.words}-{revision}", revision=revision)


def _take_up(folder: Path, client: "ClientAPI", new: Note) -> list[str]:
    """The editions that an earlier run has written for the same store; what it wrote for another one is removed."""
    try:
        begun = json.loads((folder / PROGRESS).read_text(encoding="utf-8"))
        note, editions = Note(**begun["note"]), list(begun["editions"])
    except (OSError, ValueError, TypeError, KeyError):
        note, editions = new, []
    if note != new:
        if any(collection.name == note.items for collection in client.list_collections()):
            client.delete_collection(note.items)
        shutil.rmtree(folder / note.words, ignore_errors=True)
        editions = []
    _write_progress(folder, new, editions)  # from the first, so that what is left half done has a name
    return editions


def _write_progress(folder: Path, note: Note, editions: list[str]) -> None:
    fresh = folder / f"{PROGRESS}.new"
    fresh.write_text(json.dumps({"note": asdict(note), "editions": editions}, ensure_ascii=False), encoding="utf-8")
    os.replace(fresh, folder / PROGRESS)
