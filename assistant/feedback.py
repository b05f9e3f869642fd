"""What people said of answers, and the questions that found none, kept in the store's folder for the staff to read.

Kept are the question, the citations, the judgement, the reason, the language and the time: nothing that tells who asked.
"""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from ingest.errors import OperatorError

FILE = "feedback.sqlite"
LONGEST_QUESTION, LONGEST_REASON, LONGEST_CITATION = 2_000, 1_000, 200  # characters; what is longer is cut
MOST_CITATIONS = 20
MOST_REMARKS = 20_000  # the oldest go first: nobody can fill the disk with thumbs
BUSY_SECONDS = 5.0  # how long another process's writing is waited for
TABLE = """
CREATE TABLE IF NOT EXISTS remarks (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  answer TEXT NOT NULL, kind TEXT NOT NULL, question TEXT NOT NULL, reading TEXT NOT NULL, language TEXT NOT NULL,
  citations TEXT NOT NULL, reason TEXT NOT NULL, at TEXT NOT NULL, is_done INTEGER NOT NULL DEFAULT 0
)"""
COLUMNS = "number, answer, kind, question, reading, language, citations, reason, at, is_done"


class Kind(StrEnum):
    """What a remark is: an answer that helped, one that did not, or a question that the plans do not answer."""

    HELPED = "helped"
    FAILED = "failed"
    UNANSWERED = "unanswered"


@dataclass(frozen=True, slots=True)
class Remark:
    """A judgement of an answer, or a question that found none. `number` is the store's, 0 before it is kept.

    `answer` is the page's own random name of the answer; `reading` the question as the talk completes it, where it does;
    `citations` are as officials write them, 《…》第18条.
    """

    kind: Kind
    question: str
    language: str
    at: datetime
    answer: str = ""
    reading: str = ""
    citations: tuple[str, ...] = ()
    reason: str = ""
    number: int = 0
    is_done: bool = False


def keep(folder: Path, remark: Remark) -> None:
    """Write the remark into the store's folder; a new judgement of the same answer takes the place of the earlier one.

    Raises UserError where it cannot be written.
    """
    kept = _bounded(remark)
    is_judgement = kept.answer and kept.kind is not Kind.UNANSWERED
    row = (
        *(kept.answer, kept.kind.value, kept.question, kept.reading, kept.language),
        *(
            json.dumps(kept.citations, ensure_ascii=False),
            kept.reason,
            kept.at.astimezone(UTC).isoformat("T", "seconds"),
        ),
    )
    with _open(folder) as table:
        if is_judgement:
            table.execute("DELETE FROM remarks WHERE answer = ? AND kind != ?", (kept.answer, Kind.UNANSWERED.value))
        table.execute(
            "INSERT INTO remarks (answer, kind, question, reading, language, citations, reason, at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            row,
        )
        table.execute(
            "DELETE FROM remarks WHERE number <= (SELECT number FROM remarks ORDER BY number DESC LIMIT 1 OFFSET ?)",
            (MOST_REMARKS,),
        )


def read_remarks(folder: Path, *, kinds: Sequence[Kind] = tuple(Kind)) -> tuple[Remark, ...]:
    """The remarks of the kinds, newest first; none where none was kept. Raises UserError where they cannot be read."""
    if not (folder / FILE).exists():
        return ()
    marks = ", ".join("?" * len(kinds))
    with _open(folder) as table:
        rows = table.execute(
            f"SELECT {COLUMNS} FROM remarks WHERE kind IN ({marks}) ORDER BY number DESC",
            [kind.value for kind in kinds],
        ).fetchall()
    return tuple(_remark(row) for row in rows)


def mark_done(folder: Path, numbers: Sequence[int], *, is_done: bool = True) -> None:
    """Note that the remarks have been seen to, or that they have not. Raises UserError where it cannot be written."""
    with _open(folder) as table:
        table.executemany("UPDATE remarks SET is_done = ? WHERE number = ?", [(is_done, number) for number in numbers])


@contextmanager
def _open(folder: Path) -> Iterator[sqlite3.Connection]:
    """The table, for one change that is made wholly or not at all, whatever crashes."""
    try:
        with closing(sqlite3.connect(folder / FILE, timeout=BUSY_SECONDS)) as connection, connection:
            connection.execute(TABLE)
            yield connection
    except sqlite3.Error as error:
        raise OperatorError(
            f"The remarks in {folder / FILE} cannot be read or written ({error}); see that the disk has room and the "
            "file may be written, or move it away: a new one is begun."
        ) from None


def _bounded(remark: Remark) -> Remark:
    return replace(
        remark,
        question=remark.question[:LONGEST_QUESTION],
        reading=remark.reading[:LONGEST_QUESTION],
        reason=remark.reason.strip()[:LONGEST_REASON],
        citations=tuple(cited[:LONGEST_CITATION] for cited in remark.citations[:MOST_CITATIONS]),
    )


def _remark(row: Sequence[str | int]) -> Remark:
    number, answer, kind, question, reading, language, citations, reason, at, is_done = row
    return Remark(
        Kind(str(kind)),
        str(question),
        str(language),
        datetime.fromisoformat(str(at)),
        answer=str(answer),
        reading=str(reading),
        citations=tuple(json.loads(str(citations))),
        reason=str(reason),
        number=int(number),
        is_done=bool(is_done),
    )
