from collections.abc import Sequence
from pathlib import Path

import pytest

from ingest.plan import Item
from vectorstore.item_store import StoredItem
from vectorstore.lexical_index import LexicalIndex


def item(edition: str, position: int, heading: str, text: str, section_title: str = "") -> StoredItem:
    return StoredItem(edition, position, Item(str(position), None, None, section_title, heading, text))


BUS = item("甲:1", 0, "加强校车管理", "加强校车管理。驾驶员每学期培训一次。")
MEALS = item("甲:1", 1, "办好食堂", "办好食堂。校车驾驶员也在食堂用餐。")
READING = item("乙:1", 0, "建设书香校园", "建设书香校园。鹭砚街道各校开展读书节。", section_title="提高质量")


@pytest.fixture
def index(tmp_path: Path) -> LexicalIndex:
    index = LexicalIndex(tmp_path / "words")
    index.write([BUS, MEALS, READING])
    return index


def keys(index: LexicalIndex, words: Sequence[str], editions: Sequence[str] | None = None) -> list[str]:
    return [key for key, _ in index.search(words, limit=10, editions=editions)]


def test_items_that_hold_a_word_are_found_best_first(index: LexicalIndex) -> None:
    hits = index.search(["校车"], limit=10, editions=None)
    assert [key for key, _ in hits] == [BUS.key, MEALS.key]  # the one in whose heading it stands is better
    assert hits[0][1] > hits[1][1] > 0


def test_name_that_no_dictionary_knows_is_found_by_its_characters(index: LexicalIndex) -> None:
    assert keys(index, ["鹭砚"]) == [READING.key]


def test_words_of_the_section_title_find_its_items(index: LexicalIndex) -> None:
    assert keys(index, ["质量"]) == [READING.key]


def test_search_is_narrowed_to_editions(index: LexicalIndex) -> None:
    assert keys(index, ["校车", "校园"], ["乙:1"]) == [READING.key]
    assert keys(index, ["校车"], ["乙:1"]) == []
    assert keys(index, ["校车"], ["甲"]) == []  # the edition as a whole, not a part of it


def test_limit_is_kept_and_no_words_find_nothing(index: LexicalIndex) -> None:
    assert len(index.search(["校车"], limit=1, editions=None)) == 1
    assert keys(index, []) == []
    assert keys(index, ["火箭"]) == []


def test_item_that_is_written_again_stands_there_once(index: LexicalIndex) -> None:
    index.write([BUS])
    assert index.count() == 3
    assert keys(index, ["校车"]) == [BUS.key, MEALS.key]


def test_deleted_edition_leaves_nothing_and_the_others_stay(index: LexicalIndex) -> None:
    index.write((), delete=["甲:1"])
    assert index.count() == 1
    assert keys(index, ["校车"]) == []
    assert keys(index, ["校园"]) == [READING.key]


def test_edition_is_replaced_in_one_write(index: LexicalIndex) -> None:
    index.write([item("甲:2", 0, "加强校车管理", "加强校车管理。")], delete=["甲:1"])
    assert keys(index, ["校车"]) == ["甲:2/0"]


def test_index_that_is_opened_again_holds_what_was_written(index: LexicalIndex, tmp_path: Path) -> None:
    again = LexicalIndex(tmp_path / "words")
    assert again.count() == 3
    assert keys(again, ["校车"]) == [BUS.key, MEALS.key]


def test_frequency_counts_the_items_that_hold_a_word(index: LexicalIndex) -> None:
    assert [index.frequency(word, editions=None) for word in ("校车", "校园", "火箭")] == [2, 1, 0]
