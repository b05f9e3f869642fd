"""The parts put together from the settings."""

from pathlib import Path

from assistant.ask import Assistant
from assistant.settings import Settings
from assistant.writers.chat import Prices
from assistant.writers.model import ModelWriter
from vectorstore.embedder import Embedder
from vectorstore.prefixes import Prefixes
from vectorstore.store import Store
from vectorstore.thesaurus import Thesaurus, read_thesaurus


def make_embedder(settings: Settings) -> Embedder:
    """The embedding model that is set, with the prefixes that are set."""
    given = (settings.query_prefix, settings.passage_prefix)
    prefixes = None if given == (None, None) else Prefixes(*(prefix or "" for prefix in given))
    return Embedder(settings.embedding, prefixes=prefixes)


def open_store(settings: Settings, folder: Path | None = None, *, create: bool = False) -> Store:
    """The store in the folder, or in the one that is set; made where `create` is true. Raises UserError."""
    embedder = make_embedder(settings)
    folder = folder or settings.store
    if create:
        return Store.create(folder, embedder, url=settings.chroma_url)
    return Store(folder, embedder, url=settings.chroma_url)


def open_assistant(settings: Settings, folder: Path | None = None) -> Assistant:
    """The assistant over the store in the folder, or in the one that is set. Raises UserError."""
    own = settings.thesaurus
    thesaurus = Thesaurus((*read_thesaurus(), *read_thesaurus(own))) if own else None
    return Assistant(
        open_store(settings, folder), model=make_writer(settings), thesaurus=thesaurus, reader=settings.reader
    )


def make_writer(settings: Settings) -> ModelWriter | None:
    """The writer by the chat model that is set; None where none is. Raises UserError for one that cannot be used."""
    if not settings.chat_model:
        return None
    prices = Prices(settings.chat_prompt_price, settings.chat_answer_price)
    return ModelWriter(settings.chat_model, window=settings.chat_window, timeout=settings.chat_timeout, prices=prices)
