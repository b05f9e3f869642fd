from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from filelock import FileLock

from assistant.ask import Assistant
from assistant.manage import upkeep as upkeep_module
from assistant.manage.upkeep import Progress, Upkeep
from assistant.render import to_markdown
from tests.conftest import SMALL_CORPUS
from tests.vectorstore.checks import add, assert_whole
from vectorstore.reindex import reindex
from vectorstore.store import Store

Write = Callable[[str, str], Path]


@pytest.fixture
def filled(store: Store, write: Write) -> Store:
    add(store, *(write(name, text) for name, text in SMALL_CORPUS.items()))
    return store


def wait(upkeep: Upkeep) -> Progress:
    progress = upkeep.progress
    while progress.is_running:
        seen = progress
        progress = upkeep.next_progress(seen, seconds=60)
        assert progress != seen, "nothing went on for a minute"
    return progress


def test_indexes_are_built_anew_once_at_a_time_while_questions_are_answered(
    filled: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = Event()

    def held(*arguments: Any, **named: Any) -> Iterator[Any]:
        for plan in reindex(*arguments, **named):
            yield plan
            go_on.wait(30)

    monkeypatch.setattr(upkeep_module, "reindex", held)
    upkeep, assistant = Upkeep(filled), Assistant(filled)
    assert upkeep.start()
    assert not upkeep.start()
    assert "六十辆" in to_markdown(assistant.invoke("澄原县有多少辆校车"))
    assert upkeep.progress.is_running
    assert upkeep.progress.total == 2
    go_on.set()
    assert wait(upkeep) == Progress(done=2, total=2, is_finished=True)
    assert "六十辆" in to_markdown(assistant.invoke("澄原县有多少辆校车"))
    assert_whole(filled)
    assert upkeep.start()
    assert wait(upkeep).is_finished


def test_store_that_another_program_changes_is_said_to_be_busy(filled: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vectorstore.store.LOCK_SECONDS", 0.1)
    upkeep = Upkeep(filled)
    with FileLock(filled.folder / "lock"):
        upkeep.start()
        progress = wait(upkeep)
    assert "Another program is changing the store" in str(progress.trouble)
    assert not progress.is_finished


def test_exception_that_nobody_foresaw_leaves_the_old_indexes_and_can_be_tried_again(
    filled: Store, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: Any, **__: Any) -> Iterator[Any]:
        raise MemoryError
        yield

    monkeypatch.setattr(upkeep_module, "reindex", broken)
    upkeep = Upkeep(filled)
    upkeep.start()
    assert wait(upkeep).is_broken
    assert "Reindexing broke off" in caplog.text
    assert_whole(filled)
    monkeypatch.undo()
    upkeep.start()
    assert wait(upkeep).is_finished
