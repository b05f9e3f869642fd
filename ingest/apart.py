"""Files are read in a process of their own, which a bad one may break without harm to this one.

Plain text of a usual size, whose reading cannot go wrong so, is read here: adding it needs no second process.
"""

import json
import os
import signal
import subprocess
import sys
from contextlib import suppress
from dataclasses import asdict, dataclass
from tempfile import TemporaryDirectory
from threading import Timer
from types import TracebackType
from typing import Any

from ingest.document import Document, Line
from ingest.errors import UserError
from ingest.kind import Kind, find_kind
from ingest.limits import MEGABYTE, Limits
from ingest.readers.text import read_text

LARGEST_READ_HERE = 1 * MEGABYTE  # bytes
ZIP_MARK = b"PK"


@dataclass(frozen=True, slots=True)
class Refusal:
    """A member of an archive that is no document, or pages that were left out, and why; `source` as documents have it."""

    source: str
    reason: str


class FileReader:
    """Reads files, those of a batch in one process that starts at the first that needs it: `with FileReader() as reader:`."""

    def __init__(self, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()
        self._process: subprocess.Popen[bytes] | None = None
        self._folder: TemporaryDirectory[str] | None = (
            None  # what is left there by a process that is ended goes with it
        )
        self._is_late = False

    def __enter__(self) -> "FileReader":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def read(
        self, content: bytes, *, name: str, source: str, is_member: bool = False
    ) -> tuple[tuple[Document, ...], tuple[Refusal, ...]]:
        """The documents that a file holds, and why others in it were refused.

        One of `source`'s name; of an archive one a member, named `notices.zip/要点.docx`. `name` is what messages call it;
        an archive that `is_member` of another is refused. Raises UserError where the file itself is refused.
        """
        if len(content) > self.limits.max_bytes:
            raise too_large(name, self.limits.max_bytes)
        if _is_plain(content):
            return (self._checked(read_text(content, name=name, source=source), name),), ()
        answer, payload = self._ask(content, name, source)
        if "document" in answer:
            document = Document(source, tuple(Line(**line) for line in answer["document"]["lines"]))
            left_out = [Refusal(f"{source} (some pages)", answer["left_out"])] if answer["left_out"] else []
            return (self._checked(document, name),), tuple(left_out)
        if is_member:
            raise UserError(f"{name} is an archive in an archive; unpack it and add the files.")
        return self._members(answer["members"], payload, name, source)

    def close(self) -> None:
        """End the process, if one was started."""
        process, self._process = self._process, None
        if process is not None:
            _kill(process)
            for stream in (process.stdin, process.stdout):
                if stream is not None:
                    _close_quietly(stream)
            process.wait()
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None

    def _members(
        self, rows: list[dict[str, Any]], payload: bytes, name: str, source: str
    ) -> tuple[tuple[Document, ...], tuple[Refusal, ...]]:
        documents: list[Document] = []
        refusals: list[Refusal] = []
        start = 0
        for row in rows:
            content = payload[start : start + row["size"]]
            start += row["size"]
            member = f"{name}/{row['name']}"
            try:
                if row["reason"]:
                    raise UserError(row["reason"])
                read, left_out = self.read(content, name=member, source=f"{source}/{row['name']}", is_member=True)
                documents += read
                refusals += left_out
            except UserError as error:
                refusals.append(Refusal(f"{source}/{row['name']}", str(error)))
        return tuple(documents), tuple(refusals)

    def _ask(self, content: bytes, name: str, source: str) -> tuple[dict[str, Any], bytes]:
        """What the other process says of the file. Raises UserError where it refuses it, breaks or takes too long."""
        if self._process is not None and self._process.poll() is not None:
            self.close()
        process = self._process or self._start()
        assert process.stdin
        assert process.stdout
        self._is_late = False
        timer = self._timer(process, self.limits.max_seconds)
        try:
            request = json.dumps({"name": name, "source": source, "size": len(content)}).encode()
            process.stdin.write(request + b"\n")
            process.stdin.write(content)
            process.stdin.flush()
            answer = json.loads(process.stdout.readline())
            while "slow" in answer:
                timer.cancel()
                timer = self._timer(process, self.limits.max_image_seconds)
                answer = json.loads(process.stdout.readline())
            payload = process.stdout.read(answer.get("size", 0))
        except (OSError, ValueError):
            self.close()
            reason = (
                "takes too long to read" if self._is_late else "cannot be read: the program that reads it broke off"
            )
            raise UserError(f"{name} {reason}; save it anew or as .txt and add it again.") from None
        finally:
            timer.cancel()
        if "refused" in answer:
            raise UserError(answer["refused"])
        return answer, payload

    def _start(self) -> subprocess.Popen[bytes]:
        self._folder = TemporaryDirectory(prefix="eduplan-", ignore_cleanup_errors=True)
        own = {"PYTHONPATH": os.pathsep.join(sys.path), "PYTHONWARNINGS": "ignore", "TMPDIR": self._folder.name}
        self._process = process = subprocess.Popen(
            [sys.executable, "-m", "ingest.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=os.environ | own,
            start_new_session=True,  # so that what it starts can be ended with it
        )
        assert process.stdin
        process.stdin.write(json.dumps(asdict(self.limits)).encode() + b"\n")
        return process

    def _timer(self, process: subprocess.Popen[bytes], seconds: float) -> Timer:
        def end() -> None:
            self._is_late = True
            _kill(process)

        timer = Timer(seconds, end)
        timer.daemon = True
        timer.start()
        return timer

    def _checked(self, document: Document, name: str) -> Document:
        size = sum(len(line.text) for line in document.lines)
        if size > self.limits.max_characters:
            raise UserError(f"{name} holds {size:,} characters, too much for a plan; add the plan alone.")
        if not document.lines:
            raise UserError(f"{name} holds no text; add the file again when it holds the plan's text.")
        return document


def too_large(name: str, max_bytes: int) -> UserError:
    """The refusal of a file that has more bytes than are read."""
    size = f"{max_bytes / MEGABYTE:g} MB"
    return UserError(f"{name} has more than {size}, too much for a plan (EDUPLAN_MAX_BYTES); add its text alone.")


def _is_plain(content: bytes) -> bool:
    if content.startswith(ZIP_MARK) or len(content) > LARGEST_READ_HERE:
        return False  # even the list of a zip file's members may be a trap
    return find_kind(content) is Kind.TEXT


def _kill(process: subprocess.Popen[bytes]) -> None:
    if hasattr(os, "killpg"):
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            process.kill()
    else:
        process.kill()


def _close_quietly(stream: Any) -> None:
    with suppress(OSError):  # what was still to be written has no reader
        stream.close()
