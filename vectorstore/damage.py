"""What can be broken in a store, and the one sentence that says so."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path

from ingest.errors import OperatorError


class Part(StrEnum):
    """A part of a store that can be broken, in the words of the sentence that says so."""

    NOTE = "the note that says what it is"
    RECORDS = "the records of its plans"
    VECTORS = "the vectors of its items"
    WORDS = "the keyword index"


class DamagedStoreError(OperatorError):
    """A store of which parts are broken. `public` is the sentence for readers, who learn nothing of the machine."""

    def __init__(self, folder: Path, parts: Sequence[Part]) -> None:
        self.parts = tuple(parts)
        broken = " and ".join(self.parts)
        self.public = (
            f"The store is damaged: {broken} cannot be read; tell whoever runs this server, who can mend it with: "
            "eduplan repair"
        )
        super().__init__(
            f"The store {folder} is damaged: {broken} cannot be read. Rebuild it from the original files and their "
            f"corrections with: eduplan repair --store {folder}"
        )


@contextmanager
def told_as_damage(folder: Path, part: Part, *kinds: type[Exception]) -> Iterator[None]:
    """Raise DamagedStoreError for what a library raises that cannot read its files: the kinds, and Rust's panics."""
    try:
        yield
    except BaseException as error:
        # A panic of Rust code is no Exception, and its class cannot be imported.
        if not isinstance(error, kinds) and type(error).__name__ != "PanicException":
            raise
        if any(sign in str(error).lower() for sign in ("disk is full", "no space left")):
            raise OperatorError(f"There is no room for {part} in {folder}; make room and try again.") from error
        raise DamagedStoreError(folder, [part]) from error
