"""What a batch of plans costs does not depend on how many plans there are; work is counted, not timed."""

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from benchmarks.adding import made_up_plan
from ingest.apart import FileReader
from tests.vectorstore.checks import assert_whole
from vectorstore.batch import Batch
from vectorstore.lexical_index import LexicalIndex
from vectorstore.store import Store
from vectorstore.update import Change, NewFile, add_files
from vectorstore.vector_index import VectorIndex

BATCH = 8  # plans
STEPS = 20  # of SQLite between two counts


class Work:
    """How many steps SQLite took, and what was asked of the indexes, in order."""

    def __init__(self) -> None:
        self.steps = 0
        self.calls: list[str] = []


@contextmanager
def counted(store: Store, monkeypatch: pytest.MonkeyPatch) -> Iterator[Work]:
    work = Work()

    def step() -> int:
        work.steps += STEPS
        return 0

    store.items._connection.set_progress_handler(step, STEPS)
    with monkeypatch.context() as patch:
        for kind in (VectorIndex, LexicalIndex):
            for name in ("write", "delete_editions", "editions"):
                if method := getattr(kind, name, None):
                    patch.setattr(kind, name, _telling(method, f"{kind.__name__}.{name}", work.calls))
        yield work
    store.items._connection.set_progress_handler(None, 0)


def _telling(method: Callable[..., Any], name: str, calls: list[str]) -> Callable[..., Any]:
    def told(*arguments: Any, **named: Any) -> Any:
        calls.append(name)
        return method(*arguments, **named)

    return told


def write_batch(folder: Path, chance: random.Random, number: int) -> list[Path]:
    folder.mkdir()
    files = [folder / f"{number}-{place}.txt" for place in range(BATCH)]
    for place, file in enumerate(files):
        file.write_text(made_up_plan(chance, number * BATCH + place), encoding="utf-8")
    return files


def test_batch_costs_the_same_however_many_plans_there_are(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vectorstore.batch.BATCH_SECONDS", 600)
    chance = random.Random(3)
    works, sizes = [], []
    for number in range(6):
        files = write_batch(tmp_path / str(number), chance, number)
        before = store.items.path.stat().st_size
        with counted(store, monkeypatch) as work:
            assert [outcome.change for outcome in add_files(store, files)] == [Change.ADDED] * BATCH
        works.append(work)
        sizes.append(store.items.path.stat().st_size - before)
    assert len(store.plans) == 6 * BATCH
    assert works[0].steps > 1_000
    assert works[-1].steps < 1.2 * works[0].steps
    assert sizes[-1] < 1.2 * sizes[0]
    for work in works:
        assert work.calls == ["VectorIndex.write", "LexicalIndex.write"]
    assert_whole(store)


def test_batch_sees_what_another_program_added_since_it_was_read(store: Store, tmp_path: Path) -> None:
    first, second = write_batch(tmp_path / "plans", random.Random(3), 0)[:2]
    with FileReader() as reader:
        batch = Batch(store, reader)
        batch.take(NewFile(first.read_bytes(), str(first), first))
        batch.take(NewFile(second.read_bytes(), str(second), second))
        list(add_files(Store(store.folder, store.embedder), [first]))
        assert [outcome.change for outcome in batch.write()] == [Change.UNCHANGED, Change.ADDED]
    assert len(store.plans) == 2
    assert_whole(store)


def test_file_is_seen_by_those_after_it_in_the_same_batch(store: Store, tmp_path: Path) -> None:
    first, second = write_batch(tmp_path / "plans", random.Random(3), 0)[:2]
    copy = tmp_path / "copy.txt"
    copy.write_bytes(first.read_bytes())
    changes = [outcome.change for outcome in add_files(store, [first, copy, second, first])]
    assert changes == [Change.ADDED, Change.UNCHANGED, Change.ADDED, Change.UNCHANGED]
    assert len(store.plans) == 2
    assert_whole(store)
