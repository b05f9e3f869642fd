"""A store on disk: records, vectors, keyword index, original files, and the note that says what they are."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from threading import RLock

from filelock import FileLock, Timeout

from ingest.errors import OperatorError
from vectorstore.bring_over import bring_over
from vectorstore.damage import DamagedStoreError, Part
from vectorstore.embedder import Embedder
from vectorstore.item_store import ItemStore
from vectorstore.lexical_index import LexicalIndex
from vectorstore.make_words import make_words
from vectorstore.note import FIRST_SCHEMA, NOTE, Note, new_note, no_note, read_note, write_note
from vectorstore.originals import Originals
from vectorstore.plan_table import PlanTable
from vectorstore.soundness import LOCK, broken_parts, look_changed, sealed
from vectorstore.stored_plan import Body, StoredPlan
from vectorstore.vector_index import VectorIndex
from vectorstore.write import note_origins

LOCK_SECONDS = 10


class Store:
    """An open store. Other processes' changes are seen at the next `refresh`."""

    def __init__(self, folder: Path, embedder: Embedder, *, url: str | None = None) -> None:
        """Open a store that exists; one of an older schema is brought over first.

        Raises UserError where there is none, or one of another model, and DamagedStoreError where it is damaged.
        """
        self.folder = folder
        self.embedder = embedder
        self.originals = Originals(folder)
        self.url = url
        self._lock = RLock()
        self._open()

    @classmethod
    def create(cls, folder: Path, embedder: Embedder, *, url: str | None = None) -> "Store":
        """Open the store in the folder, made first where the folder is empty or missing."""
        if not (folder / NOTE).exists():
            if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
                raise no_note(folder)
            embedder.embed_passages(["教育"])  # a model that cannot be loaded must not leave a store made for it
            try:
                folder.mkdir(parents=True, exist_ok=True)
            except (FileExistsError, NotADirectoryError):
                raise no_note(folder) from None
            write_note(folder, new_note(embedder))
        return cls(folder, embedder, url=url)

    @property
    def table(self) -> PlanTable:
        """The plans in the store."""
        return self.items.table

    @property
    def plans(self) -> tuple[StoredPlan, ...]:
        """The plans in the store, by title."""
        return self.items.table.by_title

    @property
    def is_clean(self) -> bool:
        """Whether no change is under way or was broken off, so that there are no left-overs."""
        return not self.note.changing

    def body_of(self, plan: StoredPlan) -> Body:
        """The plan's tree and text. Raises UserError where the store holds the plan no more."""
        return self.items.body_of(plan)

    def refresh(self) -> None:
        """See what other processes changed since the store was opened; several threads may ask at once.

        Raises UserError where the store is gone or was made anew with another model, DamagedStoreError where it is damaged.
        """
        with self._lock:
            note = self.folder / NOTE
            if (
                not note.exists()
                or note.stat().st_mtime_ns != self._opened_at
                or look_changed(self.folder, self.note, url=self.url)
            ):
                self._open()

    @contextmanager
    def change(self) -> Iterator[None]:
        """Hold the store for a change, one process at a time; what an earlier, broken-off change left is removed first."""
        with locked(self.folder):
            self.refresh()
            if self.note.changing:
                self._remove_left_overs()
            self._write(replace(self.note, changing=True))
            yield
            done = replace(self.note, changing=False, revision=self.note.revision + 1, passages=self.vectors.count())
            self._write(sealed(self.folder, done, url=self.url))

    def _open(self) -> None:
        note, opened_at = self._sound_note()
        self.items = ItemStore(self.folder / note.records, create=note.is_new)
        self.vectors = VectorIndex.open(self.folder, note.items, url=self.url, create=note.is_new)
        self.lexical = LexicalIndex(self.folder / note.words)
        self.note, self._opened_at = note, opened_at
        is_at_rest = not note.changing and not note.is_new
        # Unless the note has changed meanwhile, nobody was writing vectors while they were counted.
        if is_at_rest and self.vectors.count() != note.passages and read_note(self.folder) == note:
            raise DamagedStoreError(self.folder, [Part.VECTORS])

    def _sound_note(self) -> tuple[Note, int]:
        """The note, once no part that it names is broken; a keyword index that is broken alone is made anew."""
        while True:
            note = read_note(self.folder)
            if note.schema == FIRST_SCHEMA:
                with locked(self.folder):
                    bring_over(self.folder, url=self.url)
                continue
            _fit(note, self.folder, self.embedder)
            opened_at = (self.folder / NOTE).stat().st_mtime_ns
            parts = broken_parts(self.folder, note, url=self.url)
            if not parts:
                return note, opened_at
            with locked(self.folder):
                if read_note(self.folder) != note:  # somebody was changing it just then
                    continue
                if parts != (Part.WORDS,):
                    raise DamagedStoreError(self.folder, parts)
                make_words(self.folder, note, url=self.url)

    def _remove_left_overs(self) -> None:
        """Remove what is in the indexes and among the originals, but in no plan's record."""
        known = {plan.edition for plan in self.plans}
        left_over = sorted(self.vectors.editions() - known)
        self.vectors.delete_editions(left_over)
        self.lexical.write((), delete=left_over)
        if self.lexical.count() != sum(plan.item_count for plan in self.plans):
            self.lexical.write(self.items.all_items(), delete=sorted(known))
        self.originals.keep_only(plan.content_hash for plan in self.plans)
        note_origins(self, {plan.content_hash for plan in self.plans})

    def _write(self, note: Note) -> None:
        write_note(self.folder, note)
        self.note = note
        self._opened_at = (self.folder / NOTE).stat().st_mtime_ns


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Keep other processes from changing the store. Raises UserError where one does so for too long."""
    try:
        with FileLock(folder / LOCK, timeout=LOCK_SECONDS, is_singleton=True):
            yield
    except Timeout:
        raise OperatorError(
            f"Another program is changing the store {folder}; try again when it has finished."
        ) from None


def _fit(note: Note, folder: Path, embedder: Embedder) -> None:
    if note.fingerprint != embedder.fingerprint:
        raise OperatorError(
            f"The store {folder} was made with the embedding model {note.embedding}, but {embedder.name} is set and differs; "
            f"embed its plans anew with: eduplan reindex --store {folder}"
        )
