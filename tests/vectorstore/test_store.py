import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from ingest.errors import UserError
from tests.conftest import SMALL_CORPUS
from tests.vectorstore.checks import GHOST, BrokenOffError, add, assert_whole, break_off, counts, found, results
from vectorstore.damage import DamagedStoreError
from vectorstore.embedder import Embedder
from vectorstore.note import NOTE, SCHEMA, read_note, write_note
from vectorstore.search import Search
from vectorstore.store import Store
from vectorstore.stored_plan import StoredPlan

Write = Callable[[str, str], Path]
CHENGYUAN = SMALL_CORPUS["chengyuan.txt"]


@pytest.fixture
def filled(small_store: Store, tmp_path: Path, embedder: Embedder) -> Store:
    """A copy of the small store, to be changed."""
    return Store(shutil.copytree(small_store.folder, tmp_path / "store"), embedder)


def test_new_store_is_empty_and_whole(store: Store) -> None:
    assert counts(store) == (0, 0, 0)
    assert_whole(store)


def test_store_that_is_opened_again_holds_its_plans(filled: Store, embedder: Embedder) -> None:
    again = Store(filled.folder, embedder)
    assert again.plans == filled.plans
    assert counts(again) == (2, 8, 8)


def test_creating_a_store_that_is_there_opens_it(filled: Store, embedder: Embedder) -> None:
    assert Store.create(filled.folder, embedder).plans == filled.plans


def test_missing_store_says_how_to_make_one(tmp_path: Path, embedder: Embedder) -> None:
    with pytest.raises(UserError, match=r"There is no store at .*none yet; make it with: eduplan add PLANS --store"):
        Store(tmp_path / "none", embedder)
    assert not (tmp_path / "none").exists()


def test_folder_that_is_no_store_is_left_alone(write: Write, embedder: Embedder) -> None:
    letter = write("letters/letter.txt", "private")
    for open_store in (Store, Store.create):
        with pytest.raises(UserError, match=r"letters is no EduPlan store; name a store, or a new or empty folder"):
            open_store(letter.parent, embedder)
    assert [path.name for path in letter.parent.iterdir()] == ["letter.txt"]


def test_file_is_no_store(write: Write, embedder: Embedder) -> None:
    file = write("letter.txt", "private")
    for path in (file, file / "store"):
        with pytest.raises(UserError, match=r"is no EduPlan store|There is no store at"):
            Store(path, embedder)
        with pytest.raises(UserError, match=r"is no EduPlan store"):
            Store.create(path, embedder)


def test_store_for_a_model_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no-such-model is no folder here"):
        Store.create(tmp_path / "store", Embedder("no-such-model"))
    assert not (tmp_path / "store").exists()


@pytest.mark.parametrize("content", ["", "{", "[]", "{}", "null", '{"schema": 1}', '{"schema": 2}'])
def test_note_that_cannot_be_read_makes_a_damaged_store(filled: Store, content: str) -> None:
    (filled.folder / NOTE).write_text(content, encoding="utf-8")
    with pytest.raises(DamagedStoreError, match=r"the note .* cannot be read.*eduplan repair --store "):
        Store(filled.folder, filled.embedder)


def test_altered_note_is_not_believed(filled: Store) -> None:
    note = filled.folder / NOTE
    note.write_text(note.read_text(encoding="utf-8").replace('"passages": 8', '"passages": 9'), encoding="utf-8")
    with pytest.raises(DamagedStoreError):
        Store(filled.folder, filled.embedder)


def test_store_of_a_later_schema_is_left_to_the_program_that_made_it(store: Store) -> None:
    _change_note(store, schema=SCHEMA + 1)
    with pytest.raises(UserError, match=r"made by another version of EduPlan; .* eduplan repair --store "):
        Store(store.folder, store.embedder)


def test_store_of_another_model_is_to_be_reindexed(store: Store) -> None:
    _change_note(store, embedding="their-model", fingerprint="0000")
    with pytest.raises(UserError, match=r"made with the embedding model their-model.*eduplan reindex --store "):
        Store(store.folder, store.embedder)


def test_keyword_index_that_was_deleted_is_made_again(filled: Store, embedder: Embedder) -> None:
    before = results(filled, "校车")
    assert len(before) > 8  # both indexes found some
    shutil.rmtree(filled.folder / filled.note.words)
    again = Store(filled.folder, embedder)
    assert_whole(again)
    assert results(again, "校车") == before


def test_change_that_is_broken_off_leaves_what_was_there(filled: Store, embedder: Embedder) -> None:
    search, plans = Search(filled), filled.plans
    before = found(search, "校车停运"), results(filled, "校车停运")
    with pytest.raises(BrokenOffError):
        break_off(filled, GHOST)
    assert (found(search, "校车停运"), results(filled, "校车停运")) == before
    again = Store(filled.folder, embedder)
    assert not again.is_clean
    assert again.plans == plans
    assert results(again, "校车停运") == before[1]


@pytest.mark.parametrize("reopened", [False, True], ids=["in the same process", "after a restart"])
def test_next_change_removes_what_a_broken_off_one_left(filled: Store, write: Write, reopened: bool) -> None:
    with pytest.raises(BrokenOffError):
        break_off(filled, GHOST)
    store = Store(filled.folder, filled.embedder) if reopened else filled
    add(store, write("third.txt", CHENGYUAN.replace("2023", "2024")))
    assert_whole(store)
    assert counts(store) == (3, 12, 12)


@pytest.mark.parametrize("reopened", [False, True], ids=["in the same process", "after a restart"])
def test_plan_written_whole_before_the_break_keeps_its_items(filled: Store, write: Write, reopened: bool) -> None:
    new: StoredPlan = replace(filled.plans[0], content_hash="new", item_count=1)
    with pytest.raises(BrokenOffError):
        break_off(filled, replace(GHOST, edition=new.edition), new)  # before the old edition is deleted
    store = Store(filled.folder, filled.embedder) if reopened else filled
    add(store, write("third.txt", CHENGYUAN.replace("2023", "2024")))
    assert new in store.plans
    assert_whole(store)


KILLED = """
import os, sys
from pathlib import Path
import numpy as np
from ingest.plan import Item
from vectorstore.embedder import Embedder
from vectorstore.item_store import StoredItem
from vectorstore.store import Store
from vectorstore.vector_index import Passages

store = Store(Path(sys.argv[1]), Embedder())
ghost = StoredItem("ghost:1", 0, Item("9", "9.", None, "", "", "9.抓校车。"))
with store.change():
    store.vectors.write(Passages(((ghost, 0),), np.ones((1, int(sys.argv[2])), np.float32)))
    store.lexical.write([ghost])
    os._exit(9)
"""


def test_process_that_is_killed_in_a_change_costs_only_that_change(filled: Store, write: Write) -> None:
    dimensions = filled.embedder.embed_queries(["校车"]).shape[1]
    command = [sys.executable, "-c", KILLED, str(filled.folder), str(dimensions)]
    assert subprocess.run(command, timeout=60).returncode == 9
    filled.refresh()
    assert len(filled.plans) == 2
    assert "ghost:1" in filled.vectors.editions()
    add(filled, write("third.txt", CHENGYUAN.replace("2023", "2024")))
    assert counts(filled) == (3, 12, 12)
    assert_whole(filled)


def test_refresh_shows_what_another_program_added(filled: Store, write: Write) -> None:
    third = write("third.txt", CHENGYUAN.replace("2023", "2024").replace("校车", "渡船"))
    command = [sys.executable, "-m", "assistant", "add", str(third), "--store", str(filled.folder)]
    assert subprocess.run(command, capture_output=True, timeout=60).returncode == 0
    assert len(filled.plans) == 2
    filled.refresh()
    assert counts(filled) == (3, 12, 12)
    assert [key for key, _ in filled.lexical.search(["渡船"], limit=10, editions=None)] == [
        _key_of("third.txt", filled)
    ]


def _key_of(source: str, store: Store) -> str:
    """The key of the first item of the plan in that file."""
    plan = next(plan for plan in store.plans if plan.identity.source == source)
    return store.items.items_of(plan.edition)[0].key


def _change_note(store: Store, **changes: Any) -> None:
    write_note(store.folder, replace(read_note(store.folder), **changes))
