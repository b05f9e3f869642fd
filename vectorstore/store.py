"""A store on disk: Chroma, the keyword index, the original files, and the note that says which model and schema made them."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from threading import RLock

from filelock import FileLock, Timeout

from ingest.errors import OperatorError
from vectorstore.connect import connect
from vectorstore.embedder import Embedder
from vectorstore.item_store import ItemStore
from vectorstore.lexical_index import LexicalIndex
from vectorstore.originals import Originals
from vectorstore.stored_plan import StoredPlan

SCHEMA = 1  # of records and indexes; a store of another schema must be reindexed
NOTE = "eduplan.json"
LOCK_SECONDS = 10


@dataclass(frozen=True, slots=True)
class Note:
    """What a store says of itself. `revision` counts its changes; `changing` stands while one is under way."""

    schema: int
    embedding: str
    fingerprint: str
    items: str
    words: str
    revision: int = 0
    changing: bool = False


class Store:
    """An open store. Other processes' changes are seen at the next `refresh`."""

    def __init__(self, folder: Path, embedder: Embedder, *, url: str | None = None) -> None:
        """Open a store that exists. Raises UserError where there is none, or one of another model or schema."""
        self.folder = folder
        self.embedder = embedder
        self.originals = Originals(folder)
        self.url = url
        self._lock = RLock()
        self._open(read_note(folder))

    @classmethod
    def create(cls, folder: Path, embedder: Embedder, *, url: str | None = None) -> "Store":
        """Open the store in the folder, made first where the folder is empty or missing."""
        if not (folder / NOTE).exists():
            if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
                raise _no_store(folder)
            embedder.embed_passages(
                ["教育"]
            )  # a model that cannot be loaded must not leave a store that is made for it
            try:
                folder.mkdir(parents=True, exist_ok=True)
            except (FileExistsError, NotADirectoryError):
                raise _no_store(folder) from None
            write_note(folder, new_note(embedder))
        return cls(folder, embedder, url=url)

    @property
    def plans(self) -> tuple[StoredPlan, ...]:
        """The plans in the store, by title."""
        return self._plans

    @property
    def is_clean(self) -> bool:
        """Whether no change is under way or was broken off, so that there are no left-overs."""
        return not self.note.changing

    def refresh(self) -> None:
        """See what other processes changed since the store was opened; several threads may ask at once.

        Raises UserError where the store is gone or was made anew with another model.
        """
        with self._lock:
            note = self.folder / NOTE
            if not note.exists() or note.stat().st_mtime_ns != self._opened_at:
                self._open(read_note(self.folder))

    @contextmanager
    def change(self) -> Iterator[None]:
        """Hold the store for a change, one process at a time; what an earlier, broken-off change left is removed first."""
        with locked(self.folder):
            self.refresh()
            if self.note.changing:
                self._remove_left_overs()
            self._write(replace(self.note, changing=True))
            yield
            self._plans = tuple(self.items.plans())
            self._write(replace(self.note, changing=False, revision=self.note.revision + 1))

    def _open(self, note: Note) -> None:
        _check(note, self.folder, self.embedder)
        opened_at = (self.folder / NOTE).stat().st_mtime_ns
        items = ItemStore(connect(self.folder / "chroma", url=self.url), items_name=note.items)
        lexical = LexicalIndex(self.folder / note.words)
        plans = tuple(items.plans())
        self.note, self.items, self.lexical, self._plans, self._opened_at = note, items, lexical, plans, opened_at
        if note.revision and not note.changing and lexical.count() != sum(plan.item_count for plan in plans):
            self._rebuild_words()

    def _rebuild_words(self) -> None:
        """Make the keyword index anew from Chroma."""
        stale = [plan.edition for plan in self._plans]
        self.lexical.write((i for plan in self._plans for i in self.items.items_of(plan.edition)), delete=stale)

    def _remove_left_overs(self) -> None:
        self._plans = tuple(self.items.plans())  # the broken-off change may have written its plan already
        left_over = list(self.items.editions_of_items() - {plan.edition for plan in self._plans})
        self.items.delete_editions(left_over)
        self.lexical.write((), delete=left_over)
        self.originals.keep_only(plan.content_hash for plan in self._plans)
        self._rebuild_words()

    def _write(self, note: Note) -> None:
        write_note(self.folder, note)
        self.note = note
        self._opened_at = (self.folder / NOTE).stat().st_mtime_ns


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Keep other processes from changing the store. Raises UserError where one does so for too long."""
    try:
        with FileLock(folder / "lock", timeout=LOCK_SECONDS):
            yield
    except Timeout:
        raise OperatorError(
            f"Another program is changing the store {folder}; try again when it has finished."
        ) from None


def new_note(embedder: Embedder) -> Note:
    """The note of a new store for the embedder's model."""
    mark = embedder.fingerprint
    return Note(SCHEMA, embedder.name, mark, items=f"items-{mark}", words=f"words-{mark}")


def read_note(folder: Path) -> Note:
    """The store's note. Raises UserError where the folder is no store."""
    if not folder.exists():
        raise OperatorError(f"There is no store at {folder} yet; make it with: eduplan add PLANS --store {folder}")
    try:
        return Note(**json.loads((folder / NOTE).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        raise _no_store(folder) from None


def write_note(folder: Path, note: Note) -> None:
    """Replace the store's note in one step."""
    new = folder / f"{NOTE}.new"
    new.write_text(json.dumps(asdict(note), indent=1), encoding="utf-8")
    os.replace(new, folder / NOTE)


def _check(note: Note, folder: Path, embedder: Embedder) -> None:
    if note.schema != SCHEMA:
        made = "an older" if note.schema < SCHEMA else "a newer"
        raise OperatorError(
            f"The store {folder} was made by {made} EduPlan; make it anew with: eduplan reindex --store {folder}"
        )
    if note.fingerprint != embedder.fingerprint:
        raise OperatorError(
            f"The store {folder} was made with the embedding model {note.embedding}, but {embedder.name} is set and differs; "
            f"embed its plans anew with: eduplan reindex --store {folder}"
        )


def _no_store(folder: Path) -> OperatorError:
    return OperatorError(f"{folder} is no EduPlan store; name a store, or a new or empty folder, with --store.")
