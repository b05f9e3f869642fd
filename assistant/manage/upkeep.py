"""Building the indexes anew beside the questions: in a thread of its own, whose progress can be looked at."""

import logging
from dataclasses import dataclass, replace
from threading import Lock, Thread

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
        self._lock = Lock()
        self.progress = Progress()

    def start(self) -> bool:
        """Begin; False where it is under way already."""
        with self._lock:
            if self.progress.is_running:
                return False
            self._store.refresh()
            self.progress = Progress(is_running=True, total=len(self._store.plans))
        Thread(target=self._run, name="reindex", daemon=True).start()
        return True

    def _run(self) -> None:
        try:
            for done, _ in enumerate(reindex(self._store.folder, self._store.embedder, url=self._store.url), 1):
                self.progress = replace(self.progress, done=done, total=max(done, self.progress.total))
            self.progress = replace(self.progress, is_running=False, is_finished=True)
        except UserError as error:
            self.progress = replace(self.progress, is_running=False, trouble=error)
        except Exception:
            log.exception("Reindexing broke off")
            self.progress = replace(self.progress, is_running=False, is_broken=True)
