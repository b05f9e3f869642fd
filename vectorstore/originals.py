"""The files that plans were read from, kept in the store as they came, each under the hash of its content."""

import contextlib
import os
import re
from collections.abc import Iterable
from pathlib import Path

from ingest.errors import OperatorError

FOLDER = "originals"
HASH = re.compile(r"[0-9a-f]{16}")  # as ingest.load.content_hash gives it


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
            raise OperatorError(
                f"The original file cannot be kept in {self._folder} ({error.strerror}); make room or mend its permissions."
            ) from None

    def drop(self, content_hashes: Iterable[str]) -> None:
        """Delete the files of those contents, where they are kept."""
        for content_hash in content_hashes:
            if path := self.find(content_hash):
                path.unlink()

    def keep_only(self, content_hashes: Iterable[str]) -> None:
        """Delete every file but those of these contents: what a change that was broken off left."""
        known = set(content_hashes)
        if self._folder.is_symlink() or not self._folder.is_dir():
            return
        for path in self._folder.iterdir():
            if path.name not in known and not path.is_dir():
                path.unlink()
