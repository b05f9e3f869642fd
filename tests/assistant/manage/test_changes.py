from assistant.manage.changes import Changes, compare_items
from ingest.plan import Item


def item(ref: str, text: str) -> Item:
    return Item(ref, ref, None, "", "", text)


def test_items_that_come_go_and_say_something_else_are_told_apart() -> None:
    old = [item("1", "校车。"), item("2", "食堂。"), item("3", "操场。")]
    new = [item("1", "校车。"), item("3", "新操场。"), item("4", "图书。")]
    assert compare_items(old, new) == Changes(before=3, after=3, added=("4",), gone=("2",), altered=("3",))


def test_same_items_change_nothing() -> None:
    assert compare_items([item("1", "校车。")], [item("1", "校车。")]) == Changes(1, 1, (), (), ())
