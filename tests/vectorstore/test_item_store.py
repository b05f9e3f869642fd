from pathlib import Path

import numpy as np
import pytest

from ingest.plan import Identity, Item, Node
from vectorstore.connect import connect
from vectorstore.embedder import Vectors
from vectorstore.item_store import BATCH, ItemStore, StoredItem
from vectorstore.stored_plan import StoredPlan

NUMBERED = Item("三(七)", "（七）", "三", "提高质量", "开展课后服务", "（七）开展课后服务。\n每周五天。")
BARE = Item("前言", None, None, "", "", "为抓好全县教育工作，制定本要点。")


def axis(*numbers: int) -> Vectors:
    """Unit vectors along the axes with these numbers."""
    return np.eye(8, dtype=np.float32)[list(numbers)]


@pytest.fixture
def items(tmp_path: Path) -> ItemStore:
    return ItemStore(connect(tmp_path / "chroma"), items_name="items-test")


def test_item_comes_back_as_it_was_written(items: ItemStore) -> None:
    stored = [StoredItem("甲:1", 0, BARE), StoredItem("甲:1", 1, NUMBERED)]
    items.write_passages([(stored[1], 0), (stored[0], 0)], axis(0, 1))
    assert items.items_of("甲:1") == stored
    assert items.items_by_key(["甲:1/1"]) == [stored[1]]
    assert items.items_by_key([]) == []
    assert items.items_of("乙:1") == []


def test_item_of_several_passages_is_one_item_near_to_each_of_them(items: ItemStore) -> None:
    long, other = StoredItem("甲:1", 0, NUMBERED), StoredItem("甲:1", 1, BARE)
    items.write_passages([(long, 0), (long, 1), (other, 0)], axis(0, 1, 2))
    assert items.items_of("甲:1") == [long, other]
    assert sorted(items.all_items(), key=lambda one: one.position) == [long, other]
    (near,) = items.nearest(axis(1), limit=10, editions=None)
    assert list(near) == [long.key, other.key]
    assert near[long.key] == pytest.approx(1, abs=1e-5)


def test_text_of_an_item_of_several_passages_is_kept_once(items: ItemStore, tmp_path: Path) -> None:
    long = StoredItem("甲:1", 0, NUMBERED)
    items.write_passages([(long, 0), (long, 1)], axis(0, 1))
    kept = connect(tmp_path / "chroma").get_collection("items-test", embedding_function=None).get()["documents"]
    assert kept is not None
    assert sorted(kept) == ["", NUMBERED.text]


def test_items_read_before_are_not_taken_for_what_is_there_now(items: ItemStore) -> None:
    first, second, other = (StoredItem("甲:1", 0, BARE), StoredItem("甲:1", 1, NUMBERED), StoredItem("乙:1", 0, BARE))
    items.write_passages([(first, 0), (other, 0)], axis(0, 2))
    assert items.items_of("甲:1") == items.items_of("甲:1") == [first]
    items.write_passages([(second, 0)], axis(1))
    assert items.items_of("甲:1") == [first, second]
    assert items.items_by_key(["甲:1/1", "甲:1/7", "甲:1/0"]) == [second, first]
    items.delete_editions(["甲:1"])
    assert items.items_of("甲:1") == items.items_by_key(["甲:1/0"]) == []
    assert items.items_of("乙:1") == [other]


def test_nearest_is_narrowed_to_editions(items: ItemStore) -> None:
    first, second = StoredItem("甲:1", 0, BARE), StoredItem("乙:1", 0, BARE)
    items.write_passages([(first, 0), (second, 0)], axis(0, 1))
    assert [list(near) for near in items.nearest(axis(0, 1), limit=10, editions=["乙:1"])] == [[second.key]] * 2


def test_more_items_than_one_batch_are_written(items: ItemStore) -> None:
    many = [StoredItem("甲:1", position, BARE) for position in range(BATCH + 1)]
    items.write_passages([(stored, 0) for stored in many], np.repeat(axis(0), BATCH + 1, axis=0))
    assert [stored.position for stored in items.items_of("甲:1")] == list(range(BATCH + 1))


def test_deleting_an_edition_leaves_the_others(items: ItemStore) -> None:
    items.write_passages([(StoredItem("甲:1", 0, BARE), 0), (StoredItem("甲:2", 0, BARE), 0)], axis(0, 1))
    items.delete_editions([])
    assert items.editions_of_items() == {"甲:1", "甲:2"}
    items.delete_editions(["甲:1"])
    assert items.editions_of_items() == {"甲:2"}


def test_plan_comes_back_as_it_was_written_and_is_replaced_by_its_id(items: ItemStore) -> None:
    identity = Identity("id1", "《要点》", None, None, None, None, None, "要点.txt", "zh-Hans")
    nodes = (Node("一", 1, None, "党建"), Node(None, 2, 0, "抓学习。"))
    plan = StoredPlan(
        identity, nodes, 2, "/plans/要点.txt", "hash", "一、党建\n抓学习。", (("year", 2023), ("region", "澄原县"))
    )
    items.write_plan(plan)
    assert items.plans() == [plan]
    items.write_plan(StoredPlan(identity, nodes, 2, "/plans/要点.txt", "other", "text"))
    assert [found.content_hash for found in items.plans()] == ["other"]
    items.forget_plan("id1")
    assert items.plans() == []


def test_mend_makes_another_edition_of_the_same_content() -> None:
    identity = Identity("id1", "要点", None, None, None, None, None, "要点.txt", "zh-Hans")
    plain = StoredPlan(identity, (), 1, "p", "hash", "text")
    mended = StoredPlan(identity, (), 1, "p", "hash", "text", (("year", 2023),))
    assert plain.edition != mended.edition
