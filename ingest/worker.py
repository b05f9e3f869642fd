"""The process that reads files of strangers: `python -m ingest.worker`, which apart.py starts and speaks with.

A message is a line of JSON and, where that gives a `size`, so many bytes. A file comes in; what it holds, or why it is
refused, goes out. Memory is bounded from the start, and no file keeps the process alive longer than its time.
"""

import json
import os
import sys
from collections.abc import Callable
from dataclasses import asdict
from typing import Any, BinaryIO

from ingest.errors import UserError
from ingest.limits import Limits
from ingest.readers.memory import limit_memory
from ingest.readers.read import Contents, read_contents

MORE_TIME = 5  # seconds after which a process whose starter is gone ends itself


def main() -> None:
    """Read files until there are no more."""
    incoming, outgoing = sys.stdin.buffer, os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what a library prints is no message
    limits = Limits(**json.loads(incoming.readline()))
    limit_memory(limits.max_memory, max(limits.max_memory, limits.max_image_memory))

    def before_recognition() -> None:
        _end_after(limits.max_image_seconds)
        write_message(outgoing, {"slow": True})

    while (line := incoming.readline()).strip():
        request = json.loads(line)
        content = incoming.read(request["size"])
        _end_after(limits.max_seconds)
        answer, payload = _answer(content, request["name"], request["source"], limits, before_recognition)
        _end_after(0)
        write_message(outgoing, answer, payload)


def write_message(stream: BinaryIO, message: dict[str, Any], payload: bytes = b"") -> None:
    """Write one message and, after it, the bytes that belong to it."""
    stream.write(json.dumps(message).encode() + b"\n")
    stream.write(payload)
    stream.flush()


def _answer(
    content: bytes, name: str, source: str, limits: Limits, before_recognition: Callable[[], None]
) -> tuple[dict[str, Any], bytes]:
    try:
        contents = read_contents(
            content, name=name, source=source, limits=limits, before_recognition=before_recognition
        )
    except UserError as error:
        return {"refused": str(error)}, b""
    except (MemoryError, RecursionError):
        return {"refused": f"{name} takes more memory than a plan may; add its text alone."}, b""
    except Exception as error:  # noqa: BLE001 - a library's own mistake over a garbled file, told as such
        return {
            "refused": f"{name} is garbled ({type(error).__name__}); save it anew or as .txt and add it again."
        }, b""
    return _message(contents)


def _message(contents: Contents) -> tuple[dict[str, Any], bytes]:
    if contents.document is not None:
        return {"document": asdict(contents.document), "left_out": contents.left_out}, b""
    rows = [{"name": one.name, "size": len(one.content), "reason": one.reason} for one in contents.members]
    payload = b"".join(one.content for one in contents.members)
    return {"members": rows, "size": len(payload)}, payload


def _end_after(seconds: float) -> None:
    """Let the system end this process when the time is over; 0 takes that back. apart.py ends it sooner, if it still runs."""
    if hasattr(os, "fork"):
        import signal  # alarm is unknown on Windows

        signal.alarm(int(seconds) + MORE_TIME if seconds else 0)


if __name__ == "__main__":
    main()
