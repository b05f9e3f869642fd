"""A Chroma client: in this process on a folder, or a Chroma server's; the one door to chromadb."""

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from ingest.errors import OperatorError

if TYPE_CHECKING:
    from chromadb.api import ClientAPI


def connect(folder: Path, *, url: str | None = None) -> "ClientAPI":
    """The client for the store in `folder`, or for the Chroma server at `url`. Raises UserError where none answers."""
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
        raise OperatorError(
            f"No Chroma server answers at {url}; start it, or unset EDUPLAN_CHROMA_URL to keep the store in a folder."
        ) from error
