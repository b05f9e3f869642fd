from pathlib import Path

import numpy as np
import pytest

from ingest.plan import Item
from vectorstore.connect import FOLDER, connect
from vectorstore.damage import DamagedStoreError
from vectorstore.embedder import Vectors
from vectorstore.item_store import StoredItem
from vectorstore.vector_index import BATCH, Passages, VectorIndex

ITEM = Item("前言", None, None, "", "", "为抓好全县教育工作，制定本要点。")


def stored(edition: str, position: int) -> StoredItem:
    return StoredItem(edition, position, ITEM)


def axis(*numbers: int) -> Vectors:
    """Unit vectors along the axes with these numbers."""
    return np.eye(8, dtype=np.float32)[list(numbers)]


@pytest.fixture
def index(tmp_path: Path) -> VectorIndex:
    return VectorIndex.open(tmp_path, "items-test", url=None, create=True)


def test_item_of_several_passages_is_one_item_near_to_each_of_them(index: VectorIndex) -> None:
    long, other = stored("甲:1", 0), stored("甲:1", 1)
    index.write(Passages(((long, 0), (long, 1), (other, 0)), axis(0, 1, 2)))
    (near,) = index.nearest(axis(1), limit=10, editions=None)
    assert list(near) == [long.key, other.key]
    assert near[long.key] == pytest.approx(1, abs=1e-5)


def test_chroma_is_given_no_text(index: VectorIndex, tmp_path: Path) -> None:
    index.write(Passages(((stored("甲:1", 0), 0),), axis(0)))
    kept = connect(tmp_path / FOLDER).get_collection("items-test", embedding_function=None).get()
    assert kept["metadatas"] == [{"edition": "甲:1"}]
    assert not any(kept["documents"] or ())


def test_nearest_is_narrowed_to_editions(index: VectorIndex) -> None:
    first, second = stored("甲:1", 0), stored("乙:1", 0)
    index.write(Passages(((first, 0), (second, 0)), axis(0, 1)))
    assert [list(near) for near in index.nearest(axis(0, 1), limit=10, editions=["乙:1"])] == [[second.key]] * 2


def test_more_passages_than_one_batch_are_written(index: VectorIndex) -> None:
    many = tuple((stored("甲:1", position), 0) for position in range(BATCH + 1))
    index.write(Passages(many, np.repeat(axis(0), BATCH + 1, axis=0)))
    assert index.count() == BATCH + 1


def test_deleting_an_edition_leaves_the_others(index: VectorIndex) -> None:
    index.write(Passages(((stored("甲:1", 0), 0), (stored("甲:2", 0), 0)), axis(0, 1)))
    index.delete_editions([])
    assert index.editions() == {"甲:1", "甲:2"}
    index.delete_editions(["甲:1"])
    assert index.editions() == {"甲:2"}


def test_collection_that_is_not_there_is_damage(index: VectorIndex, tmp_path: Path) -> None:
    with pytest.raises(DamagedStoreError, match="vectors of its items"):
        VectorIndex.open(tmp_path, "items-gone", url=None, create=False)
