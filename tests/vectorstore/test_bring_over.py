"""A store as the first schema had it, in which Chroma held records and texts, opens as one of the present schema."""

import json
import shutil
from collections.abc import Callable
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from assistant.feedback import Kind, Remark, keep, read_remarks
from tests.conftest import SMALL_CORPUS
from tests.vectorstore.checks import add, assert_whole, results
from vectorstore.connect import connect
from vectorstore.damage import DamagedStoreError
from vectorstore.embedder import Embedder
from vectorstore.note import NOTE, SCHEMA
from vectorstore.reindex import reindex
from vectorstore.removed import remove_for_a_while, removed_plans
from vectorstore.repair import repair
from vectorstore.store import Store
from vectorstore.update import find_plan

Write = Callable[[str, str], Path]
NOW = datetime(2026, 3, 1, tzinfo=UTC)


@pytest.fixture
def today(store: Store, write: Write) -> Store:
    """A store of the present schema with a mended plan, one whose original is lost, a removed one and a remark."""
    first, second = (write(name, text) for name, text in SMALL_CORPUS.items())
    third = write("third.txt", SMALL_CORPUS["baiyu.txt"].replace("柏嶼", "柳灣"))
    add(store, first, region="柏嶼區", year=2021)
    add(store, second, third)
    store.originals.drop([find_plan(store.plans, "baiyu.txt").content_hash])
    remove_for_a_while(store, find_plan(store.plans, "third.txt"), now=NOW)
    keep(store.folder, Remark(Kind.UNANSWERED, "几点放学", "zh-Hans", NOW))
    return store


def make_old(store: Store, folder: Path) -> Path:
    """The store as the first schema would have it, in the folder."""
    folder.mkdir()
    for name in ("originals", "removed", "feedback.sqlite"):
        path = store.folder / name
        (shutil.copytree if path.is_dir() else shutil.copyfile)(path, folder / name)
    for path in (folder / "originals").glob("*.json"):
        path.unlink()
    client = connect(folder / "chroma")
    plans = client.create_collection("plans", embedding_function=None)
    items = client.create_collection("items-old", embedding_function=None, configuration={"hnsw": {"space": "cosine"}})
    for plan in store.plans:
        for one in store.items.items_of(plan.edition):
            fields = {key: said for key, said in asdict(one.item).items() if key != "text" and said is not None}
            place: dict[str, Any] = {"edition": one.edition, "position": one.position}
            items.upsert(
                ids=[f"{one.key}#0"],
                embeddings=store.embedder.embed_passages([one.item.text]),
                documents=[one.item.text],
                metadatas=[{**place, **fields, "passage": 0}],
            )
            if one.position == 0:  # an item of two passages
                vectors = store.embedder.embed_passages([one.item.text[:10]])
                items.upsert(
                    ids=[f"{one.key}#1"], embeddings=vectors, documents=[""], metadatas=[{**place, "passage": 1}]
                )
        record = json.dumps(plan.to_row() | store.body_of(plan).to_row(), ensure_ascii=False)
        plans.upsert(ids=[plan.id], documents=[record], embeddings=np.zeros((1, 1), np.float32))
    (folder / "words-old").mkdir()
    note = {
        "schema": 1,
        "embedding": store.note.embedding,
        "fingerprint": store.note.fingerprint,
        "items": "items-old",
        "words": "words-old",
        "revision": 5,
        "changing": False,
    }
    (folder / NOTE).write_text(json.dumps(note), encoding="utf-8")
    return folder


def test_all_that_was_there_stays(today: Store, tmp_path: Path, embedder: Embedder) -> None:
    old = make_old(today, tmp_path / "old")
    store = Store(old, embedder)
    assert store.note.schema == SCHEMA
    assert store.plans == today.plans
    assert {plan.identity.region for plan in store.plans} >= {"柏嶼區"}
    for plan in today.plans:
        assert store.body_of(plan) == today.body_of(plan)
        assert store.items.items_of(plan.edition) == today.items.items_of(plan.edition)
    assert set(results(store, "校车")) == set(results(today, "校车"))
    assert [one.plan for one in removed_plans(store)] == [one.plan for one in removed_plans(today)] != []
    assert [remark.question for remark in read_remarks(old)] == ["几点放学"]
    assert_whole(store)
    assert [collection.name for collection in connect(old / "chroma").list_collections()] == ["items-old"]
    assert not (old / "words-old").exists()


def test_store_that_was_brought_over_goes_on_as_any(
    today: Store, tmp_path: Path, embedder: Embedder, write: Write
) -> None:
    old = make_old(today, tmp_path / "old")
    add(Store(old, embedder), write("fourth.txt", SMALL_CORPUS["chengyuan.txt"].replace("澄原", "青田")))
    list(reindex(old, embedder))
    store = Store(old, embedder)
    assert len(store.plans) == 3
    assert_whole(store)


def test_store_that_was_brought_over_can_be_made_again_from_its_originals(
    today: Store, tmp_path: Path, embedder: Embedder
) -> None:
    old = make_old(today, tmp_path / "old")
    Store(old, embedder)
    shutil.rmtree(old / "chroma")
    (path,) = old.glob("records-*")
    path.unlink()
    assert repair(old, embedder).lost == ()
    assert Store(old, embedder).plans == today.plans  # also the plan whose original was lost


def test_bringing_over_that_is_broken_off_is_begun_anew(
    today: Store, tmp_path: Path, embedder: Embedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_off(*_: object) -> None:
        raise KeyboardInterrupt

    old = make_old(today, tmp_path / "old")
    monkeypatch.setattr("vectorstore.bring_over.write_note", break_off)
    with pytest.raises(KeyboardInterrupt):
        Store(old, embedder)
    monkeypatch.undo()
    assert Store(old, embedder).plans == today.plans


def test_reindex_brings_a_store_over_too(today: Store, tmp_path: Path, embedder: Embedder) -> None:
    old = make_old(today, tmp_path / "old")
    assert len(list(reindex(old, embedder))) == 2
    store = Store(old, embedder)
    assert store.plans == today.plans
    assert_whole(store)


def test_damaged_store_of_the_first_schema_is_told_and_made_from_its_originals(
    today: Store, tmp_path: Path, embedder: Embedder
) -> None:
    old = make_old(today, tmp_path / "old")
    database = old / "chroma" / "chroma.sqlite3"
    database.write_bytes(b"x" * 1000 + database.read_bytes()[1000:])
    with pytest.raises(DamagedStoreError, match="eduplan repair"):
        Store(old, embedder)
    repair(old, embedder)
    store = Store(old, embedder)
    assert [plan.identity.title for plan in store.plans] == ["澄原县教育局2023年工作要点"]
    assert_whole(store)
