"""A store over the sample plans in a temporary folder, and the questions about them."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from vectorstore.embedder import SHIPPED, Embedder
from vectorstore.store import Store
from vectorstore.update import add_files, find_files

ROOT = Path(__file__).parent.parent
QUESTIONS = ROOT / "benchmarks" / "questions"


@contextmanager
def sample_store(*, model: str = SHIPPED) -> Iterator[Store]:
    """The store, embedded with the model; gone afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        store = Store.create(Path(folder) / "store", Embedder(model))
        for _ in add_files(store, find_files([ROOT / "plans"])):
            pass
        yield store
