"""The keyword index made anew from the records; what it takes the place of is kept aside."""

import os
import secrets
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from vectorstore.item_store import ItemStore
from vectorstore.lexical_index import LexicalIndex
from vectorstore.note import Note, write_note
from vectorstore.soundness import sealed

ASIDE = "damaged"  # the folder in a store for what was broken in it


def make_words(folder: Path, note: Note, *, url: str | None) -> None:
    """Index the words of the records' items in a new place; the caller holds the store."""
    new = replace(note, words=f"words-{note.fingerprint}-{secrets.token_hex(4)}", revision=note.revision + 1)
    LexicalIndex(folder / new.words).write(ItemStore(folder / note.records).all_items())
    write_note(folder, sealed(folder, new, url=url))
    set_aside(folder, note.words)


def set_aside(folder: Path, name: str) -> Path | None:
    """Move what the store has under the name out of its way; its new place, None where there is nothing."""
    if not name or not (folder / name).exists():
        return None
    place = folder / ASIDE / f"{datetime.now(UTC):%Y%m%d%H%M%S}-{secrets.token_hex(2)}"
    place.mkdir(parents=True)
    os.replace(folder / name, place / Path(name).name)
    return place
