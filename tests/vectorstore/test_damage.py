"""Each file of a store is damaged in turn: what is broken is told in one sentence, and repair brings everything back."""

import shutil
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest

from ingest.language.words import content_words
from tests.conftest import SMALL_CORPUS
from tests.vectorstore.checks import add, assert_whole
from vectorstore import vector_index
from vectorstore.damage import DamagedStoreError
from vectorstore.embedder import Embedder
from vectorstore.item_store import StoredItem
from vectorstore.note import NOTE
from vectorstore.removed import remove_for_a_while, removed_plans
from vectorstore.repair import repair
from vectorstore.store import Store
from vectorstore.stored_plan import Body, StoredPlan

CHENGYUAN, BAIYU = SMALL_CORPUS.values()
QUESTION = "校车安全"
# Every file of a store: what it is called, and whether anything is lost to readers without it.
NEEDED = (
    NOTE,
    "records-*.sqlite",
    "chroma/chroma.sqlite3",
    "chroma/*/data_level0.bin",
    "chroma/*/header.bin",
    "chroma/*/index_metadata.pickle",
    "chroma/*/length.bin",
    "chroma/*/link_lists.bin",
    "words-*/meta.json",
    "words-*/*.term",
    "words-*/*.idx",
    "words-*/*.pos",
    "words-*/*.store",
    "words-*/*.fast",
    "words-*/*.fieldnorm",
    "words-*/*.del",
)
SPARE = (
    "words-*/.managed.json",
    "words-*/.tantivy-*.lock",
    "originals/????????????????",
    "originals/*.json",
    "removed/*/plan.json",
    "removed/*/original",
    "lock",
)
BLOCK = 600  # bytes


@dataclass(frozen=True, slots=True)
class Content:
    """All that a store holds, and what its two indexes find."""

    plans: tuple[StoredPlan, ...]
    bodies: tuple[Body, ...]
    items: tuple[tuple[StoredItem, ...], ...]
    near: tuple[str, ...]
    worded: tuple[str, ...]


def content(store: Store) -> Content:
    (near,) = store.vectors.nearest(store.embedder.embed_queries([QUESTION]), limit=20, editions=None)
    worded = store.lexical.search(content_words(QUESTION), limit=20, editions=None)
    return Content(
        store.plans,
        tuple(store.body_of(plan) for plan in store.plans),
        tuple(tuple(store.items.items_of(plan.edition)) for plan in store.plans),
        tuple(near),
        tuple(sorted(key for key, _ in worded)),
    )


def overwrite_head(path: Path) -> None:
    path.write_bytes(b"\x5a" * min(BLOCK, path.stat().st_size) + path.read_bytes()[BLOCK:])


def overwrite_middle(path: Path) -> None:
    whole = path.read_bytes()
    start = len(whole) // 2
    path.write_bytes(whole[:start] + b"\x5a" * len(whole[start : start + BLOCK]) + whole[start + BLOCK :])


def truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def delete(path: Path) -> None:
    path.unlink()


DAMAGES = (overwrite_head, overwrite_middle, truncate, delete)
Damage = Callable[[Path], None]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Path:
    """A store with plans mended, in an archive, two in a file, and one removed; its vectors are persisted at once."""
    folder = tmp_path_factory.mktemp("made")
    (folder / "a.txt").write_text(CHENGYUAN, encoding="utf-8")
    second = CHENGYUAN.replace("2023年", "2024年").replace("校车", "渡船")
    (folder / "two.txt").write_text(f"{CHENGYUAN.replace('澄原', '澄江')}\n\n{second.replace('澄原', '澄江')}", "utf-8")
    (folder / "gone.txt").write_text(CHENGYUAN.replace("澄原", "青田"), encoding="utf-8")
    with zipfile.ZipFile(folder / "b.zip", "w") as archive:
        archive.writestr("b.txt", BAIYU)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(vector_index, "GRAPH", vector_index.GRAPH | {"batch_size": 2, "sync_threshold": 2})
        store = Store.create(folder / "store", embedder)
        add(store, folder / "a.txt", year=2021, region="")
        outcomes = add(store, folder / "two.txt", folder / "b.zip", folder / "gone.txt")
        gone = outcomes[-1].plan
        assert gone
        remove_for_a_while(store, gone, now=datetime.now(UTC))
    assert len(store.plans) == 4
    assert len(content(store).near) == len(content(store).items) * 4
    return store.folder


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    return shutil.copytree(made, tmp_path / "store")


def test_no_file_of_a_store_is_left_out_of_these_tests(made: Path) -> None:
    named = {path for pattern in (*NEEDED, *SPARE) for path in made.glob(pattern)}
    assert {path for path in made.rglob("*") if path.is_file()} == named


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("pattern", NEEDED)
def test_damaged_file_is_told_and_repaired(
    made: Path, folder: Path, embedder: Embedder, pattern: str, damage: Damage
) -> None:
    before = content(Store(made, embedder))
    harm(folder, pattern, damage)
    told = seen(folder, embedder, before)
    done = repair(folder, embedder)
    assert not told or done.parts or pattern.startswith("words")
    assert (done.lost, done.spoilt) == ((), ())
    assert_back(folder, embedder, before)


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("pattern", SPARE)
def test_file_that_answers_do_not_need_may_be_damaged(
    made: Path, folder: Path, embedder: Embedder, pattern: str, damage: Damage
) -> None:
    before = content(Store(made, embedder))
    harm(folder, pattern, damage)
    seen(folder, embedder, before)
    done = repair(folder, embedder)
    assert done.lost == ()
    assert_back(folder, embedder, before)


@pytest.mark.parametrize("name", ["chroma", "words-*", "records-*.sqlite"])
def test_folder_or_file_that_is_gone_is_made_again(made: Path, folder: Path, embedder: Embedder, name: str) -> None:
    before = content(Store(made, embedder))
    (path,) = folder.glob(name)
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    seen(folder, embedder, before)
    assert repair(folder, embedder).lost == ()
    assert_back(folder, embedder, before)


def test_everything_but_the_originals_may_be_gone(made: Path, folder: Path, embedder: Embedder) -> None:
    before = content(Store(made, embedder))
    for path in folder.iterdir():
        if path.name not in ("originals", "removed"):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    with pytest.raises(DamagedStoreError):
        Store(folder, embedder)
    with pytest.raises(DamagedStoreError):
        Store.create(folder, embedder)
    assert repair(folder, embedder).lost == ()
    assert_back(folder, embedder, before)
    assert len(removed_plans(Store(folder, embedder))) == 1


def test_plan_whose_records_and_original_are_both_damaged_is_named(
    made: Path, folder: Path, embedder: Embedder
) -> None:
    harm(folder, "records-*.sqlite", truncate)
    plan = next(plan for plan in Store(made, embedder).plans if plan.identity.source == "a.txt")
    truncate(folder / "originals" / plan.content_hash)
    done = repair(folder, embedder)
    assert done.lost == ("a.txt",)
    assert len(done.plans) == 3
    assert done.aside


def test_damaged_original_is_kept_aside_and_its_plan_stays(made: Path, folder: Path, embedder: Embedder) -> None:
    before = content(Store(made, embedder))
    plan = next(plan for plan in before.plans if plan.identity.source == "a.txt")
    overwrite_head(folder / "originals" / plan.content_hash)
    done = repair(folder, embedder)
    assert done.spoilt == ("a.txt",)
    store = Store(folder, embedder)
    assert store.originals.find(plan.content_hash) is None
    harm(folder, "records-*.sqlite", delete)  # now its text is noted beside
    assert repair(folder, embedder).lost == ()
    assert_back(folder, embedder, before)


def test_repair_that_is_broken_off_is_taken_up(
    made: Path, folder: Path, embedder: Embedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = content(Store(made, embedder))
    harm(folder, "records-*.sqlite", delete)
    harm(folder, "chroma/chroma.sqlite3", delete)
    monkeypatch.setattr("vectorstore.remake.BATCH_PASSAGES", 1)
    monkeypatch.setattr("vectorstore.remake.write_note", _break_off)
    with pytest.raises(KeyboardInterrupt):
        repair(folder, embedder)
    with pytest.raises(DamagedStoreError):
        Store(folder, embedder)
    monkeypatch.undo()
    monkeypatch.setattr("vectorstore.remake.embed", None)  # nothing is left to embed
    assert repair(folder, embedder).lost == ()
    assert_back(folder, embedder, before)


def test_whole_store_is_left_as_it_is(made: Path, folder: Path, embedder: Embedder) -> None:
    before = content(Store(made, embedder))
    note = (folder / NOTE).read_bytes()
    done = repair(folder, embedder)
    assert (done.parts, done.lost, done.spoilt, done.aside) == ((), (), (), None)
    assert (folder / NOTE).read_bytes() == note
    assert_back(folder, embedder, before)


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize(
    "pattern", [NOTE, "records-*.sqlite", "chroma/chroma.sqlite3", "chroma/*/data_level0.bin", "words-*/*.term"]
)
def test_store_that_is_damaged_while_it_is_open_says_so(
    made: Path, folder: Path, embedder: Embedder, pattern: str, damage: Damage
) -> None:
    before = content(Store(made, embedder))
    store = Store(folder, embedder)
    assert content(store) == before
    harm(folder, pattern, damage)
    for _ in range(2):
        said = damage_told(partial(refreshed, store), before)
        assert said is None or ("eduplan repair" in said.public and str(folder) not in said.public)
    repair(folder, embedder)
    store.refresh()
    assert_whole(store)
    assert content(store).items == before.items


def refreshed(store: Store) -> Content:
    store.refresh()
    return content(store)


def _break_off(*_: object) -> None:
    raise KeyboardInterrupt


def harm(folder: Path, pattern: str, damage: Damage) -> None:
    found = sorted(folder.glob(pattern), key=lambda path: -path.stat().st_size)
    assert found, pattern
    damage(found[0])


def seen(folder: Path, embedder: Embedder, before: Content) -> bool:
    """Whether the damage is told; what is shown where it is not is what was there before."""
    said = damage_told(lambda: content(Store(folder, embedder)), before)
    assert said is None or str(said).count("eduplan repair") == 1
    return said is not None


def damage_told(read: Callable[[], Content], before: Content) -> DamagedStoreError | None:
    """What is said of the damage where it is found; else what was read is what was there before."""
    try:
        found = read()
    except DamagedStoreError as error:
        return error
    assert found == before
    return None


def assert_back(folder: Path, embedder: Embedder, before: Content) -> None:
    store = Store(folder, embedder)
    after = content(store)
    assert after.plans == before.plans
    assert after.bodies == before.bodies
    assert after.items == before.items
    assert set(after.near) == set(before.near)
    assert after.worded == before.worded
    assert_whole(store)
