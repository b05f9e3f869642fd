"""A Chroma client: in this process on a folder, or a Chroma server's; the one door to chromadb."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from ingest.errors import OperatorError

if TYPE_CHECKING:
    from chromadb.api import ClientAPI

FOLDER, DATABASE = "chroma", "chroma.sqlite3"
# Without this file the others hold nothing yet: the vectors stand in the database, and opening makes the files anew.
PERSISTED = "index_metadata.pickle"
BUSY_SECONDS = 30.0


def connect(folder: Path, *, url: str | None = None) -> "ClientAPI":
    """The client for the Chroma in `folder`, or for the Chroma server at `url`. Raises UserError where none answers."""
    import chromadb
    from chromadb.api.shared_system_client import SharedSystemClient
    from chromadb.config import Settings

    settings = Settings(anonymized_telemetry=False)
    if url is None:
        # Chroma keeps one system a folder in a process; a fresh one sees what other processes added meanwhile.
        SharedSystemClient.clear_system_cache()
        return chromadb.PersistentClient(str(folder), settings=settings)
    address = urlsplit(url)
    try:
        return chromadb.HttpClient(
            host=address.hostname or "localhost",
            port=address.port or 8000,
            ssl=address.scheme == "https",
            settings=settings,
        )
    except ValueError as error:
        raise no_server(url) from error


def no_server(url: str) -> OperatorError:
    """What is wrong where no Chroma server answers."""
    return OperatorError(
        f"No Chroma server answers at {url}; start it, or unset EDUPLAN_CHROMA_URL to keep the store in a folder."
    )


def check_database(folder: Path) -> None:
    """Raise sqlite3.DatabaseError where the database of the Chroma in `folder` is gone or damaged."""
    with _database(folder) as connection:
        if connection.execute("PRAGMA quick_check").fetchone() != ("ok",):
            raise sqlite3.DatabaseError("the database is malformed")


def vector_files(folder: Path, collection: str) -> list[Path]:
    """The files of the collection's vectors in the Chroma in `folder`; opening it changes its database, but not these.

    Raises sqlite3.DatabaseError where the database is damaged, or does not know the collection.
    """
    with _database(folder) as connection:
        rows = connection.execute(
            "SELECT segments.id FROM segments JOIN collections ON collections.id = segments.collection"
            " WHERE collections.name = ? AND segments.scope = 'VECTOR'",
            [collection],
        ).fetchall()
    if not rows:
        raise sqlite3.DatabaseError(f"there is no collection {collection}")
    folders = [folder / segment for (segment,) in rows if (folder / segment / PERSISTED).exists()]
    return [path for segment in folders for path in segment.rglob("*") if path.is_file()]


@contextmanager
def _database(folder: Path) -> Iterator[sqlite3.Connection]:
    uri = f"{(folder / DATABASE).resolve().as_uri()}?mode=rw"
    with closing(sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS)) as connection:
        yield connection
