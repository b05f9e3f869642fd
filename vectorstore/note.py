"""The note in a store's folder that says what the store is made of."""

import json
import secrets
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from ingest.errors import OperatorError
from vectorstore.checked_json import read_checked, write_checked
from vectorstore.damage import DamagedStoreError, Part
from vectorstore.embedder import Embedder
from vectorstore.seal import Seal

SCHEMA = 2  # of records and indexes
FIRST_SCHEMA = 1  # in which Chroma held the records too; `bring_over` reads it
NOTE = "eduplan.json"
PARTS = ("chroma", "originals", "records-*", "words-*")  # what no folder but a store's holds


@dataclass(frozen=True, slots=True)
class Note:
    """What a store says of itself: the model and the schema that made it, and the names of its parts.

    `passages` counts the vectors, `revision` the changes; `changing` stands while a change is under way. `seals` tell
    what the files of the records and of both indexes were when the last change ended.
    """

    schema: int
    embedding: str
    fingerprint: str
    items: str
    words: str
    records: str
    passages: int = 0
    revision: int = 0
    changing: bool = False
    seals: tuple[Seal, ...] = ()

    @property
    def is_new(self) -> bool:
        """Whether nothing was ever put into the store, so that what is missing is yet to be made."""
        return self.revision == 0 and not self.changing


def new_note(embedder: Embedder, *, revision: int = 0) -> Note:
    """The note of a store for the embedder's model, with names that no other part has, on a Chroma server neither."""
    mark = f"{embedder.fingerprint}-{secrets.token_hex(4)}"
    names = (f"items-{mark}", f"words-{mark}", f"records-{mark}.sqlite")
    return Note(SCHEMA, embedder.name, embedder.fingerprint, *names, revision=revision)


def read_note(folder: Path) -> Note:
    """The store's note; one of the first schema names no records. Raises UserError where the folder is no store."""
    if not folder.exists():
        raise OperatorError(f"There is no store at {folder} yet; make it with: eduplan add PLANS --store {folder}")
    try:
        schema = json.loads((folder / NOTE).read_text(encoding="utf-8"))["schema"]
        if schema == FIRST_SCHEMA:
            return Note(**json.loads((folder / NOTE).read_text(encoding="utf-8")), records="")
        row = read_checked(folder / NOTE) if schema == SCHEMA else {}
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        raise no_note(folder) from None
    if not row:
        raise OperatorError(
            f"The store {folder} was made by another version of EduPlan; open it with that one, or make it anew from "
            f"the original files with: eduplan repair --store {folder}"
        )
    return Note(**{**row, "seals": tuple(Seal(*one) for one in row["seals"])})


def write_note(folder: Path, note: Note) -> None:
    """Replace the store's note in one step."""
    row: dict[str, Any] = asdict(note)
    write_checked(folder / NOTE, row | {"seals": [list(one.values()) for one in row["seals"]]})


def no_note(folder: Path) -> OperatorError:
    """What is wrong with a folder without a note that can be read: it is damaged, or no store at all."""
    if folder.is_dir() and any(True for part in PARTS for _ in folder.glob(part)):
        return DamagedStoreError(folder, [Part.NOTE])
    return OperatorError(f"{folder} is no EduPlan store; name a store, or a new or empty folder, with --store.")
