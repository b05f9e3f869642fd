"""Which parts of a store are broken, found without letting Chroma or tantivy near a damaged file.

Chroma stops the whole process, or hangs, at some damaged vector files, and tantivy at a keyword index that was cut
short while it is mapped into memory. So the files are compared with their seals; where a change was broken off, so
that the seals say nothing, a process of its own tries them.
"""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from filelock import FileLock, Timeout

from vectorstore.connect import DATABASE, FOLDER, check_database, vector_files
from vectorstore.damage import DamagedStoreError, Part
from vectorstore.item_store import ItemStore
from vectorstore.lexical_index import LexicalIndex
from vectorstore.note import Note
from vectorstore.seal import Seal, are_whole, are_wholly_read, seal
from vectorstore.vector_index import VectorIndex

LOCK = "lock"
TRIAL_SECONDS = 120
HEADER = b"SQLite format 3\0"
HEADER_BYTES, PAGE_SIZE_AT, PAGE_COUNT_AT = 100, 16, 28


def broken_parts(folder: Path, note: Note, *, url: str | None) -> tuple[Part, ...]:
    """The parts that are not what the last change left, as far as their files look changed."""
    if note.is_new:
        return ()
    records, vectors, _ = _by_part(note)
    parts = list(_unreadable(folder, note, url=url, is_changed=not are_whole(folder, records)))
    if note.changing:
        # tantivy replaces its files in one step and raises where they are damaged; Chroma does neither.
        is_tried = not parts and not are_whole(folder, vectors) and not _is_being_changed(folder)
        if is_tried and not can_be_used(folder, Part.VECTORS, note.items, url=url):
            parts.append(Part.VECTORS)
    else:
        parts += [part for part, seals in _sealed(note) if not are_whole(folder, seals)]
    return tuple(part for part in Part if part in parts)


def all_broken_parts(folder: Path, note: Note, *, url: str | None) -> tuple[Part, ...]:
    """The parts that are broken, every byte of them read and each of them tried."""
    parts = list(_unreadable(folder, note, url=url, is_changed=True))
    if note.changing:
        parts += () if parts else _unusable(folder, note, url=url)
    else:
        parts += [part for part, seals in _sealed(note) if not are_wholly_read(folder, seals)]
        parts += () if parts else _incomplete(folder, note, url=url)
    return tuple(part for part in Part if part in parts)


def look_changed(folder: Path, note: Note, *, url: str | None) -> bool:
    """Whether any file looks other than the last change left it; a few milliseconds, for every question."""
    if note.is_new or note.changing:
        return False
    records, vectors, words = _by_part(note)
    return not are_whole(folder, (*vectors, *words)) or not are_whole(folder, records) or not _has_database(folder, url)


def sealed(folder: Path, note: Note, *, url: str | None) -> Note:
    """The note with the seals of the files as they are now."""
    vectors = [] if url else vector_files(folder / FOLDER, note.items)
    words = [path for path in (folder / note.words).iterdir() if path.suffix != ".lock"]
    found = (folder / note.records).stat()
    # Each row of the records has a checksum of its own, so they need not be read for a digest at every change.
    records = Seal(note.records, found.st_size, found.st_mtime_ns, "")
    return replace(note, seals=(records, *seal(folder, (*vectors, *words), note.seals)))


def _by_part(note: Note) -> tuple[list[Seal], list[Seal], list[Seal]]:
    """The seals of records, vectors and words."""
    records = [one for one in note.seals if one.name == note.records]
    words = [one for one in note.seals if one.name.startswith(f"{note.words}/")]
    return records, [one for one in note.seals if one.name.startswith(f"{FOLDER}/")], words


def _sealed(note: Note) -> tuple[tuple[Part, list[Seal]], ...]:
    _, vectors, words = _by_part(note)
    return (Part.VECTORS, vectors), (Part.WORDS, words)


def _unreadable(folder: Path, note: Note, *, url: str | None, is_changed: bool) -> Iterator[Part]:
    """The parts whose files are gone, or which SQLite finds damaged; records are read where they were changed."""
    try:
        records = ItemStore(folder / note.records)
        if is_changed:
            records.check()
    except (DamagedStoreError, ValueError, KeyError, TypeError):
        yield Part.RECORDS
    if url is None:
        try:
            check_database(folder / FOLDER)
            vector_files(folder / FOLDER, note.items)
        except sqlite3.DatabaseError:
            yield Part.VECTORS
    if not (folder / note.words / "meta.json").is_file():
        yield Part.WORDS


def _has_database(folder: Path, url: str | None) -> bool:
    """Whether Chroma's database is there, begins as one, and is as long as it says."""
    if url:
        return True
    path = folder / FOLDER / DATABASE
    try:
        with path.open("rb") as file:
            head = file.read(HEADER_BYTES)
        size = path.stat().st_size
    except OSError:
        return False
    if len(head) < HEADER_BYTES or not head.startswith(HEADER):
        return False
    page_size, page_count = (int.from_bytes(head[at : at + n]) for at, n in ((PAGE_SIZE_AT, 2), (PAGE_COUNT_AT, 4)))
    return size >= (65536 if page_size == 1 else page_size) * page_count


def _is_being_changed(folder: Path) -> bool:
    """Whether another program is changing the store right now."""
    try:
        with FileLock(folder / LOCK, timeout=0):
            return False
    except Timeout:
        return True


def can_be_used(folder: Path, part: Part, name: str, *, url: str | None) -> bool:
    """Whether the index of that name can be used, tried in a process of its own that may break."""
    command = [sys.executable, "-m", "vectorstore.trial", part.name, str(folder), name, url or ""]
    own = {"PYTHONPATH": os.pathsep.join(sys.path)}
    try:
        done = subprocess.run(command, capture_output=True, timeout=TRIAL_SECONDS, env=os.environ | own)
        return done.returncode == 0
    except subprocess.TimeoutExpired:
        return False


def _unusable(folder: Path, note: Note, *, url: str | None) -> Iterator[Part]:
    """The indexes that cannot be used, of a store whose last change was broken off."""
    for part, name in ((Part.VECTORS, note.items), (Part.WORDS, note.words)):
        if not can_be_used(folder, part, name, url=url):
            yield part


def _incomplete(folder: Path, note: Note, *, url: str | None) -> Iterator[Part]:
    """The indexes that do not hold what the records do; their files are whole, so that they may be used here."""
    plans = ItemStore(folder / note.records).table.by_title
    try:
        vectors = VectorIndex.open(folder, note.items, url=url, create=False)
        is_whole = (vectors.count(), vectors.editions()) == (note.passages, {plan.edition for plan in plans})
    except DamagedStoreError:
        is_whole = False
    if not is_whole:
        yield Part.VECTORS
    try:
        has_words = LexicalIndex(folder / note.words).count() == sum(plan.item_count for plan in plans)
    except DamagedStoreError:
        has_words = False
    if not has_words:
        yield Part.WORDS
