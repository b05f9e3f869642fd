"""The original files of plans are kept, replaced and removed with them, and nothing else is ever handed out."""

import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.errors import UserError
from ingest.load import content_hash
from tests.conftest import SMALL_CORPUS
from tests.vectorstore.checks import GHOST, BrokenOffError, add, break_off
from vectorstore.originals import FOLDER, Originals
from vectorstore.store import Store
from vectorstore.update import Change, remove_plan

Write = Callable[[str, str], Path]
CHENGYUAN, BAIYU = SMALL_CORPUS.values()


def kept(store: Store) -> set[bytes]:
    folder = store.folder / FOLDER
    return {path.read_bytes() for path in folder.iterdir() if path.suffix != ".json"} if folder.exists() else set()


def test_added_file_is_kept_byte_for_byte(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(CHENGYUAN.encode("gb18030"))
    (outcome,) = add(store, file)
    assert outcome.plan
    path = store.originals.find(outcome.plan.content_hash)
    assert path
    assert path.read_bytes() == CHENGYUAN.encode("gb18030")


def test_changed_file_takes_the_place_of_the_original(store: Store, write: Write) -> None:
    add(store, write("a.txt", CHENGYUAN))
    add(store, write("a.txt", BAIYU))
    assert kept(store) == {BAIYU.encode()}


def test_mended_plan_keeps_its_original(store: Store, write: Write) -> None:
    add(store, write("a.txt", CHENGYUAN))
    add(store, write("a.txt", CHENGYUAN), title="另一个题目")
    assert kept(store) == {CHENGYUAN.encode()}


def test_removed_plan_takes_its_original_along_and_leaves_the_others(store: Store, write: Write) -> None:
    add(store, write("a.txt", CHENGYUAN), write("b.txt", BAIYU))
    remove_plan(store, next(plan for plan in store.plans if plan.identity.source == "a.txt"))
    assert kept(store) == {BAIYU.encode()}


def test_original_of_several_plans_goes_with_the_last_of_them(store: Store, tmp_path: Path) -> None:
    archive = tmp_path / "两份.zip"
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("a.txt", CHENGYUAN)
        file.writestr("b.txt", BAIYU)
    content = archive.read_bytes()
    add(store, archive)
    remove_plan(store, store.plans[0])
    assert kept(store) == {content}
    remove_plan(store, store.plans[0])
    assert kept(store) == set()


def test_refused_file_is_not_kept(store: Store, write: Write) -> None:
    assert [outcome.change for outcome in add(store, write("a.txt", ""))] == [Change.REFUSED]
    assert kept(store) == set()


def test_adding_again_keeps_what_an_older_store_had_not(store: Store, write: Write) -> None:
    add(store, write("a.txt", CHENGYUAN))
    shutil.rmtree(store.folder / FOLDER)
    assert store.originals.find(content_hash(CHENGYUAN.encode())) is None
    assert [outcome.change for outcome in add(store, write("a.txt", CHENGYUAN))] == [Change.UNCHANGED]
    assert kept(store) == {CHENGYUAN.encode()}


def test_what_a_broken_off_change_left_is_removed_by_the_next(store: Store, write: Write) -> None:
    add(store, write("a.txt", CHENGYUAN))
    store.originals.keep("0" * 16, b"left over")
    with pytest.raises(BrokenOffError):
        break_off(store, GHOST)
    add(store, write("b.txt", BAIYU))
    assert kept(store) == {CHENGYUAN.encode(), BAIYU.encode()}


def test_file_that_cannot_be_kept_is_refused_and_leaves_the_store_as_it_was(store: Store, write: Write) -> None:
    (store.folder / FOLDER).write_text("no folder")
    (outcome,) = add(store, write("a.txt", CHENGYUAN))
    assert outcome.change is Change.REFUSED
    assert "cannot be kept" in outcome.reason
    assert store.plans == ()
    (store.folder / FOLDER).unlink()
    assert [outcome.change for outcome in add(store, write("a.txt", CHENGYUAN))] == [Change.ADDED]


@pytest.mark.parametrize(
    "name",
    ["", "..", "../eduplan.json", "/etc/passwd", "0" * 15, "0" * 17, "0" * 15 + "\n", "0" * 16 + ".new", "A" * 16],
)
def test_name_that_is_no_hash_finds_writes_and_deletes_nothing(tmp_path: Path, name: str) -> None:
    (tmp_path / "eduplan.json").write_text("{}")
    originals = Originals(tmp_path)
    originals.keep(name, b"x")
    originals.drop([name])
    assert originals.find(name) is None
    assert [path.name for path in tmp_path.iterdir()] == ["eduplan.json"]


def test_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("secret")
    folder = tmp_path / "store" / FOLDER
    folder.mkdir(parents=True)
    (folder / ("0" * 16)).symlink_to(secret)
    assert Originals(tmp_path / "store").find("0" * 16) is None


def test_keeping_raises_a_sentence_where_it_cannot_write(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="make room"):
        Originals(tmp_path / "gone").keep("0" * 16, b"x")
