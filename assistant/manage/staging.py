"""Uploaded files that wait to be looked at before they go into the store; in bounds, and not for ever."""

import json
import os
import re
import secrets
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Lock
from typing import Any, BinaryIO

from assistant.manage.file_names import clean_file_name
from ingest.apart import FileReader, too_large
from ingest.errors import OperatorError, UserError
from ingest.limits import Limits
from ingest.load import cut_plan
from ingest.plan import Plan
from ingest.split import split_plans

FOLDER, CONTENT, ABOUT = "staging", "content", "about.json"
MOST_FILES = 200  # that wait
MOST_TIMES_LARGEST = 10  # all together have no more bytes than so many of the largest that may be read
KEPT = timedelta(days=2)
TOKEN = re.compile(r"[0-9a-f]{24}")
Mends = dict[str, str | int]


@dataclass(frozen=True, slots=True)
class Staged:
    """A file that waits: its token, its name, bytes and arrival, the plan it is to replace, and what was mended in it.

    `mends` are by the place of the plan in the file, from 0.
    """

    token: str
    name: str
    size: int
    at: datetime
    replaces: str = ""
    mends: tuple[tuple[int, Mends], ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """The plans in a file, and why others in it, or the file itself, were refused."""

    plans: tuple[Plan, ...]
    refusals: tuple[str, ...] = ()


class Staging:
    """The waiting files of one store."""

    def __init__(self, store: Path, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()
        self._folder = store / FOLDER
        self._readings: dict[str, Reading] = {}
        self._lock = Lock()  # one file is read at a time

    @contextmanager
    def receive(self, name: str, *, now: datetime, replaces: str = "") -> Iterator["Arrival"]:
        """Takes a file's bytes as they come; broken off, nothing is left. Raises UserError where there is no room."""
        self.forget_old(now=now)
        waiting = self.files()
        if len(waiting) >= MOST_FILES:
            raise UserError(f"{MOST_FILES} files are waiting already; add or discard some first.")
        token = secrets.token_hex(12)
        fresh = self._folder / f".{token}"
        room = MOST_TIMES_LARGEST * self.limits.max_bytes - sum(file.size for file in waiting)
        try:
            try:
                fresh.mkdir(parents=True)
                with (fresh / CONTENT).open("wb") as file:
                    arrival = Arrival(token, clean_file_name(name), file, largest=self.limits.max_bytes, room=room)
                    yield arrival
                about = {"name": arrival.name, "at": now.astimezone(UTC).isoformat(), "replaces": replaces, "mends": {}}
                _write(fresh / ABOUT, about)
                os.replace(fresh, self._folder / token)
            except OSError as error:
                raise OperatorError(
                    f"The file cannot be kept in {self._folder} ({error.strerror}); see that there is room."
                ) from None
        finally:
            shutil.rmtree(fresh, ignore_errors=True)

    def files(self) -> list[Staged]:
        """The files that wait, as they came."""
        if not self._folder.is_dir():
            return []
        found = [file for path in self._folder.iterdir() if TOKEN.fullmatch(path.name) and (file := _read(path))]
        return sorted(found, key=lambda file: (file.at, file.name, file.token))

    def find(self, token: str) -> Staged:
        """The file of that token. Raises UserError where it waits no more."""
        path = self._folder / token
        file = _read(path) if TOKEN.fullmatch(token) else None
        if file is None:
            raise UserError("This file is no longer waiting; it was added or discarded meanwhile.")
        return file

    def content(self, token: str) -> bytes:
        """The file's bytes. Raises UserError as find does."""
        self.find(token)
        return (self._folder / token / CONTENT).read_bytes()

    def read(self, token: str) -> Reading:
        """The plans in the file, cut as they would be stored; remembered, since a scan takes minutes."""
        with self._lock:
            if token not in self._readings:
                file = self.find(token)
                self._readings[token] = _cut(self.content(token), file.name, self.limits)
            return self._readings[token]

    def is_read(self, token: str) -> bool:
        """Whether the file has been read already."""
        return token in self._readings

    def mend(self, token: str, place: int, mends: Mapping[str, str | int]) -> None:
        """Remember what is to be said of the plan at that place of the file."""
        file = self.find(token)
        known = {**{str(at): said for at, said in file.mends}, str(place): dict(mends)}
        about = {"name": file.name, "at": file.at.isoformat(), "replaces": file.replaces, "mends": known}
        _write(self._folder / token / ABOUT, about)

    def discard(self, token: str) -> None:
        """Delete the file."""
        if TOKEN.fullmatch(token):
            shutil.rmtree(self._folder / token, ignore_errors=True)
        self._readings.pop(token, None)

    def forget_old(self, *, now: datetime) -> None:
        """Delete the files that have waited for too long, and what was broken off while it arrived."""
        for file in self.files():
            if now - file.at > KEPT:
                self.discard(file.token)
        for path in self._folder.glob(".*") if self._folder.is_dir() else ():
            if now.timestamp() - path.stat().st_mtime > KEPT.total_seconds():
                shutil.rmtree(path, ignore_errors=True)


class Arrival:
    """A file that is arriving."""

    def __init__(self, token: str, name: str, file: BinaryIO, *, largest: int, room: int) -> None:
        self.token = token
        self.name = name
        self._file = file
        self._largest, self._room, self._size = largest, room, 0

    def write(self, part: bytes) -> None:
        """Take a part of the file. Raises UserError where it is too large."""
        self._size += len(part)
        if self._size > self._largest:
            raise too_large(self.name, self._largest)
        if self._size > self._room:
            raise UserError(f"The waiting files have no room for {self.name}; add or discard some first.")
        self._file.write(part)


def _cut(content: bytes, name: str, limits: Limits) -> Reading:
    plans, refusals = [], []
    try:
        with FileReader(limits) as reader:
            documents, refused = reader.read(content, name=name, source=name)
        refusals = [refusal.reason for refusal in refused]
    except UserError as error:
        return Reading((), (str(error),))
    for part in (part for document in documents for part in split_plans(document)):
        try:
            plans.append(cut_plan(part))
        except UserError as error:
            refusals.append(str(error))
    return Reading(tuple(plans), tuple(refusals))


def _read(path: Path) -> Staged | None:
    try:
        row: dict[str, Any] = json.loads((path / ABOUT).read_text(encoding="utf-8"))
        size = (path / CONTENT).stat().st_size
        mends = tuple((int(place), dict(said)) for place, said in row["mends"].items())
        return Staged(path.name, row["name"], size, datetime.fromisoformat(row["at"]), row["replaces"], mends)
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None


def _write(path: Path, value: dict[str, Any]) -> None:
    fresh = path.with_suffix(".new")
    fresh.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
    os.replace(fresh, path)
