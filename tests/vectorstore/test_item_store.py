import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from ingest.plan import Identity, Item, Node
from vectorstore.damage import DamagedStoreError
from vectorstore.item_store import ItemStore, StoredItem
from vectorstore.stored_plan import Body, StoredPlan, WholePlan, read_record, write_record

NUMBERED = Item("三(七)", "（七）", "三", "提高质量", "开展课后服务", "（七）开展课后服务。\n每周五天。", 3)
BARE = Item("前言", None, None, "", "", "为抓好全县教育工作，制定本要点。")
IDENTITY = Identity("id1", "《要点》", None, None, None, None, None, "要点.txt", "zh-Hans")
NODES = (Node("一", 1, None, "党建"), Node(None, 2, 0, "抓学习。"))
PLAN = StoredPlan(IDENTITY, 2, "/plans/要点.txt", "hash", (("year", 2023), ("region", "澄原/县")))
WHOLE = WholePlan(PLAN, Body(NODES, "一、党建\n抓学习。"), (BARE, NUMBERED))
OTHER = WholePlan(
    StoredPlan(replace(IDENTITY, id="id2", title="《安排》"), 1, "/plans/安排.txt", "other"), Body((), "安排"), (BARE,)
)


@pytest.fixture
def items(tmp_path: Path) -> ItemStore:
    made = ItemStore(tmp_path / "records.sqlite", create=True)
    made.write([WHOLE, OTHER])
    return made


def test_plan_comes_back_as_it_was_written(items: ItemStore) -> None:
    for one in (items, ItemStore(items.path)):
        assert one.table.by_title == (OTHER.plan, PLAN)
        assert one.body_of(PLAN) == WHOLE.body
        assert one.items_of(PLAN.edition) == [StoredItem(PLAN.edition, 0, BARE), StoredItem(PLAN.edition, 1, NUMBERED)]
        assert [stored.item for stored in one.all_items()] == [BARE, NUMBERED, BARE]


def test_items_are_found_by_their_keys_in_the_order_asked_for(items: ItemStore) -> None:
    found = items.items_by_key([f"{PLAN.edition}/1", "id9:1/0", f"{PLAN.edition}/7", f"{OTHER.plan.edition}/0"])
    assert [stored.item for stored in found] == [NUMBERED, BARE]
    assert items.items_by_key([]) == []
    assert items.items_of("id9:1") == []


def test_plan_that_is_written_again_takes_the_place_of_its_earlier_edition(items: ItemStore) -> None:
    assert items.items_of(PLAN.edition)
    newer = WholePlan(replace(PLAN, content_hash="newer", item_count=1), Body((), "新"), (BARE,))
    items.write([newer])
    assert items.table.by_title == (OTHER.plan, newer.plan)
    assert items.items_of(PLAN.edition) == []
    assert [stored.item for stored in items.items_of(newer.plan.edition)] == [BARE]


def test_forgotten_plan_leaves_nothing(items: ItemStore) -> None:
    items.write([], forget=[PLAN.id])
    assert items.table.by_title == (OTHER.plan,)
    assert items.items_of(PLAN.edition) == []
    with pytest.raises(Exception, match="was changed or removed meanwhile"):
        items.body_of(PLAN)
    ItemStore(items.path).check()


def test_write_that_breaks_off_leaves_what_was_there(items: ItemStore) -> None:
    bad = WholePlan(replace(PLAN, content_hash="bad"), Body((), "\ud800"), (NUMBERED,))  # no UTF-8 holds its text
    with pytest.raises(UnicodeEncodeError):
        items.write([OTHER, bad], forget=["id2"])
    for one in (items, ItemStore(items.path)):
        assert one.table.by_title == (OTHER.plan, PLAN)
        one.check()


def test_opening_reads_no_text(items: ItemStore) -> None:
    """However long the texts are, opening costs what the plans' names weigh."""
    with sqlite3.connect(items.path) as connection:
        connection.execute("UPDATE bodies SET record = zeroblob(100000000)")
        connection.execute("UPDATE items SET record = 'x'")
    assert ItemStore(items.path).table.by_title == (OTHER.plan, PLAN)


@pytest.mark.parametrize(
    ("altered", "read"),
    [
        ("UPDATE items SET record = replace(record, '全', '半')", lambda items: items.items_of(PLAN.edition)),
        ("UPDATE items SET position = 5 WHERE position = 1", lambda items: items.items_of(PLAN.edition)),
        ("DELETE FROM items WHERE position = 1", lambda items: items.items_of(PLAN.edition)),
        ("DROP TABLE items", lambda items: items.items_of(PLAN.edition)),
        ("UPDATE bodies SET record = replace(record, '党', '団')", lambda items: items.body_of(PLAN)),
        ("DELETE FROM bodies", lambda items: items.body_of(PLAN)),
        ("UPDATE plans SET record = replace(record, '2023', '2024')", lambda items: None),
        ("DELETE FROM items WHERE edition LIKE 'id2%'", lambda items: items.check()),
    ],
)
def test_what_was_altered_is_never_handed_out(items: ItemStore, altered: str, read: object) -> None:
    with sqlite3.connect(items.path) as connection:
        assert connection.execute(altered)
    with pytest.raises(DamagedStoreError, match="records of its plans"):
        read(ItemStore(items.path))  # type: ignore[operator]


def test_file_that_is_not_there_is_damage_and_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(DamagedStoreError):
        ItemStore(tmp_path / "gone.sqlite")
    assert not (tmp_path / "gone.sqlite").exists()


def test_record_that_is_kept_apart_comes_back() -> None:
    assert read_record(write_record(PLAN, WHOLE.body)) == (PLAN, WHOLE.body)


def test_mend_makes_another_edition_of_the_same_content() -> None:
    assert replace(PLAN, mends=()).edition != PLAN.edition
