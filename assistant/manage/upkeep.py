"""Building the indexes anew beside the questions: in a thread of its own, whose progress can be looked at."""

import logging
from dataclasses import dataclass, replace
from threading import Condition, Thread
from typing import Any

from ingest.errors import UserError
from vectorstore.reindex import reindex
from vectorstore.store import Store

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far it is: plans done of all; `trouble` is what a person can mend, `is_broken` an exception that was logged."""

    is_running: bool = False
    done: int = 0
    total: int = 0
    is_finished: bool = False
    trouble: UserError | None = None
    is_broken: bool = False


class Upkeep:
    """Reindexes one store, once at a time, whoever asks for it and whether or not they wait."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._changed = Condition()
        self._progress = Progress()

    @property
    def progress(self) -> Progress:
        """How far it is now."""
        return self._progress

    def next_progress(self, seen: Progress, *, seconds: float | None = None) -> Progress:
        """How far it is once that is not what was `seen` before, or it is not under way, or so many seconds are over."""
        with self._changed:
            self._changed.wait_for(lambda: self._progress != seen or not self._progress.is_running, seconds)
            return self._progress

    def start(self) -> bool:
        """Begin; False where it is under way already."""
        with self._changed:
            if self._progress.is_running:
                return False
            self._store.refresh()
            self._progress = Progress(is_running=True, total=len(self._store.plans))
        Thread(target=self._run, name="reindex", daemon=True).start()
        return True

    def _run(self) -> None:
        try:
            for done, _ in enumerate(reindex(self._store.folder, self._store.embedder, url=self._store.url), 1):
                self._tell(done=done, total=max(done, self._progress.total))
            self._tell(is_running=False, is_finished=True)
        except UserError as error:
            self._tell(is_running=False, trouble=error)
        except Exception:
            log.exception("Reindexing broke off")
            self._tell(is_running=False, is_broken=True)

    def _tell(self, **changes: Any) -> None:
        """Make the progress known to those who wait for it."""
        with self._changed:
            self._progress = replace(self._progress, **changes)
            self._changed.notify_all()
