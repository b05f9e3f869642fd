"""The files that plans were read from, kept in the store as they came, each under the hash of its content.

Beside each stands a small JSON that says what its plans are called in the store and how they were corrected, so that
the store can be made anew from this folder alone.
"""

import contextlib
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from ingest.errors import OperatorError
from ingest.load import content_hash as hash_of
from vectorstore.checked_json import read_checked, write_checked
from vectorstore.stored_plan import Mends

FOLDER = "originals"
HASH = re.compile(r"[0-9a-f]{16}")  # as ingest.load.content_hash gives it


@dataclass(frozen=True, slots=True)
class Origin:
    """A plan of an original file: its id, the file's name and place, its mends.

    `text` is its own text where the file alone does not tell it: of several plans in one file, or of a file that is not kept.
    """

    id: str
    source: str
    path: str
    mends: Mends = ()
    text: str | None = None


class Originals:
    """The original files of one store; nothing outside its folder is ever read, written or deleted."""

    def __init__(self, store: Path) -> None:
        self._folder = store / FOLDER

    def find(self, content_hash: str) -> Path | None:
        """The file of that content; None where it is not kept, or the hash is none."""
        if not HASH.fullmatch(content_hash) or self._folder.is_symlink():
            return None
        path = self._folder / content_hash
        return path if path.is_file() and not path.is_symlink() else None

    def is_whole(self, content_hash: str) -> bool:
        """Whether the file of that content is kept and is what it was."""
        path = self.find(content_hash)
        return path is not None and hash_of(path.read_bytes()) == content_hash

    def keep(self, content_hash: str, content: bytes) -> None:
        """Keep the content, whole or not at all. Raises UserError where it cannot be written."""
        if self.find(content_hash) or not HASH.fullmatch(content_hash):
            return
        path = self._folder / content_hash
        fresh = path.with_suffix(".new")
        try:
            self._folder.mkdir(exist_ok=True)
            fresh.write_bytes(content)
            os.replace(fresh, path)
        except OSError as error:
            with contextlib.suppress(OSError):
                fresh.unlink()
            raise self._not_kept(error) from None

    def note(self, content_hash: str, origins: Sequence[Origin]) -> None:
        """Keep what the plans of that content are called, in place of what was kept of it. Raises UserError."""
        if not HASH.fullmatch(content_hash) or self._folder.is_symlink():
            return
        try:
            self._folder.mkdir(exist_ok=True)
            write_checked(self._beside(content_hash), {"plans": [asdict(origin) for origin in origins]})
        except OSError as error:
            raise self._not_kept(error) from None

    def origins(self, content_hash: str) -> tuple[Origin, ...]:
        """What was noted of that content; nothing where that cannot be read."""
        try:
            rows = read_checked(self._beside(content_hash))["plans"]
        except (OSError, ValueError, KeyError):
            return ()
        return tuple(Origin(**{**row, "mends": tuple((key, said) for key, said in row["mends"])}) for row in rows)

    def hashes(self) -> Iterator[str]:
        """The hashes of all contents that are kept or noted."""
        if self._folder.is_dir() and not self._folder.is_symlink():
            names = {path.name.removesuffix(".json") for path in self._folder.iterdir()}
            yield from sorted(name for name in names if HASH.fullmatch(name))

    def drop(self, content_hashes: Iterable[str]) -> None:
        """Delete the files of those contents and what was noted of them, where they are kept."""
        for content_hash in content_hashes:
            if path := self.find(content_hash):
                path.unlink()
            if HASH.fullmatch(content_hash) and not self._folder.is_symlink():
                self._beside(content_hash).unlink(missing_ok=True)

    def keep_only(self, content_hashes: Iterable[str]) -> None:
        """Delete every file but those of these contents: what a change that was broken off left."""
        known = set(content_hashes)
        if self._folder.is_symlink() or not self._folder.is_dir():
            return
        for path in self._folder.iterdir():
            if path.name.removesuffix(".json") not in known and not path.is_dir():
                path.unlink()

    def _beside(self, content_hash: str) -> Path:
        return self._folder / f"{content_hash}.json"

    def _not_kept(self, error: OSError) -> OperatorError:
        return OperatorError(
            f"The original file cannot be kept in {self._folder} ({error.strerror}); make room or mend its permissions."
        )
