"""Items become findable. Read search.py first."""

from typing import TYPE_CHECKING

from ingest.surface import lazily

if TYPE_CHECKING:
    from vectorstore.embedder import Embedder
    from vectorstore.search import ItemRetriever, Search
    from vectorstore.store import Store
    from vectorstore.update import add_files

__all__ = [
    "Embedder",
    "ItemRetriever",
    "Search",
    "Store",
    "add_files",
    "alignment",
    "cut",
    "damage",
    "embedder",
    "item_store",
    "mend",
    "prefixes",
    "reader",
    "reindex",
    "removed",
    "repair",
    "same_plan",
    "search",
    "store",
    "stored_plan",
    "thesaurus",
    "topics",
    "update",
]
__getattr__ = lazily(
    __name__,
    {
        "Embedder": "vectorstore.embedder",
        "ItemRetriever": "vectorstore.search",
        "Search": "vectorstore.search",
        "Store": "vectorstore.store",
        "add_files": "vectorstore.update",
    },
)
