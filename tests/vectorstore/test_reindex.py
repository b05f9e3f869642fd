from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from tests.conftest import SMALL_CORPUS
from tests.vectorstore.checks import GHOST, BrokenOffError, add, assert_whole, break_off, counts, results
from vectorstore.connect import connect
from vectorstore.embedder import Embedder, Vectors
from vectorstore.note import read_note, write_note
from vectorstore.reindex import reindex
from vectorstore.remake import PROGRESS
from vectorstore.search import Search
from vectorstore.store import Store

Write = Callable[[str, str], Path]
QUESTIONS = ("校车安全", "課後服務收費", "晚自习", "学校食堂")


class CountingEmbedder(Embedder):
    """The shipped model, and how many passages it was given."""

    passages = 0

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        self.passages += len(texts)
        return super().embed_passages(texts)


@pytest.fixture
def filled(store: Store, write: Write) -> Store:
    first, second = (write(name, text) for name, text in SMALL_CORPUS.items())
    add(store, first, region="柏嶼區", year=2021)
    add(store, second)
    return store


def keys(store: Store) -> list[list[str]]:
    return [results(store, question) for question in QUESTIONS]


def hits(store: Store) -> list[tuple[str, str, float]]:
    search = Search(store)
    found = [hit for question in QUESTIONS for hit in search.search(search.query(question))]
    return [(hit.plan.id, hit.item.ref, round(hit.score, 3)) for hit in found]


def test_reindexed_store_finds_the_same_items_with_the_same_scores(filled: Store) -> None:
    before, plans = hits(filled), filled.plans
    assert {plan.id for plan in reindex(filled.folder, filled.embedder)} == {plan.id for plan in plans}
    again = Store(filled.folder, filled.embedder)
    assert again.plans == plans
    assert hits(again) == before
    assert counts(again) == (2, 8, 8)
    assert_whole(again)


def test_open_store_sees_the_new_indexes_after_a_refresh(filled: Store) -> None:
    before = keys(filled)
    list(reindex(filled.folder, filled.embedder))
    filled.refresh()
    assert keys(filled) == before
    assert_whole(filled)


def test_mends_and_ids_outlast_a_reindex(filled: Store) -> None:
    list(reindex(filled.folder, filled.embedder))
    mended = next(p for p in Store(filled.folder, filled.embedder).plans if p.identity.source == "chengyuan.txt")
    assert (mended.identity.year, mended.identity.region) == (2021, "柏嶼區")


def test_old_indexes_are_removed(filled: Store) -> None:
    old = filled.note
    list(reindex(filled.folder, filled.embedder))
    assert not (filled.folder / old.words).exists()
    names = [collection.name for collection in connect(filled.folder / "chroma").list_collections()]
    assert names == [Store(filled.folder, filled.embedder).note.items]


def test_reindex_that_is_broken_off_leaves_the_store_and_is_run_again(filled: Store) -> None:
    before = keys(filled)
    next(iter(reindex(filled.folder, filled.embedder)))  # one plan, and then it is closed
    again = Store(filled.folder, filled.embedder)
    assert keys(again) == before
    list(reindex(filled.folder, filled.embedder))
    again.refresh()
    assert keys(again) == before
    assert_whole(again)


def test_reindex_that_was_broken_off_is_taken_up_where_it_stopped(
    filled: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vectorstore.remake.BATCH_PASSAGES", 1)
    before = keys(filled)
    running = reindex(filled.folder, filled.embedder)
    next(running)  # the first plan is written
    running.close()
    embedder = CountingEmbedder()
    list(reindex(filled.folder, embedder))
    again = Store(filled.folder, filled.embedder)
    assert embedder.passages == sum(plan.item_count for plan in again.plans[1:]) < counts(again)[1]
    assert keys(again) == before
    assert_whole(again)
    assert not (filled.folder / PROGRESS).exists()


def test_reindex_begins_anew_where_plans_were_changed_meanwhile(filled: Store, write: Write) -> None:
    running = reindex(filled.folder, filled.embedder)
    next(running)
    running.close()
    filled.refresh()
    add(filled, write("third.txt", "柳湾县2024年工作要点\n一、办好食堂\n1．公布食谱。每周一次。\n"))
    before = keys(filled)
    list(reindex(filled.folder, filled.embedder))
    again = Store(filled.folder, filled.embedder)
    assert keys(again) == before
    assert_whole(again)
    names = [collection.name for collection in connect(filled.folder / "chroma").list_collections()]
    assert names == [again.note.items]


def test_reindex_mends_a_store_of_another_model(filled: Store) -> None:
    before = keys(filled)
    note = replace(read_note(filled.folder), embedding="their-model", fingerprint="0000")
    write_note(filled.folder, note)
    list(reindex(filled.folder, filled.embedder))
    again = Store(filled.folder, filled.embedder)
    assert keys(again) == before
    assert_whole(again)


def test_reindex_clears_what_a_broken_off_change_left(filled: Store) -> None:
    with pytest.raises(BrokenOffError):
        break_off(filled, GHOST)
    list(reindex(filled.folder, filled.embedder))
    assert_whole(Store(filled.folder, filled.embedder))
