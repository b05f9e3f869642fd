import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.language.words import (
    content_words,
    cut_pairs,
    cut_words,
    holds_words,
    is_place_like,
    is_word,
    split_words,
    tag_words,
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("課後服務", {"课后", "服务"}),
        ("课后服务", {"课后", "服务"}),
        ("ＰＩＳＡ测试", {"pisa", "测试"}),
        ("98.5%的学校", {"98.5%", "学校"}),
        ("School Bus 2024", {"school", "bus", "2024"}),
    ],
)
def test_words_are_folded_and_parted(text: str, words: set[str]) -> None:
    assert words <= set(cut_words(text))


def test_compound_stands_beside_its_parts() -> None:
    assert {"教育局", "教育"} <= set(cut_words("教育局"))


@pytest.mark.parametrize("text", ["", "，。！？", "  "])
def test_text_without_words_gives_none(text: str) -> None:
    assert cut_words(text) == ()
    assert content_words(text) == ()
    assert cut_pairs(text) == []


def test_asking_words_are_left_out_and_no_word_comes_twice() -> None:
    words = content_words("请问课后服务是多少？课后服务怎么收费？")
    assert len(words) == len(set(words))
    assert {"课后", "服务", "收费"} <= set(words)
    assert not {"请问", "是", "多少", "怎么"} & set(words)


def test_question_of_asking_words_alone_holds_no_content() -> None:
    assert content_words("请问这个是什么？") == ()


def test_pairs_do_not_reach_across_punctuation_and_figures() -> None:
    assert cut_pairs("鷺硯、蘆箋3街道a") == ["鹭砚", "芦笺", "街道"]


@given(st.text(alphabet="望汀区教育局2024年a，。 ", max_size=30))
def test_split_words_joined_are_the_text(text: str) -> None:
    assert "".join(split_words(text)) == text


@pytest.mark.parametrize(("word", "is_place"), [("北京", True), ("株洲市", True), ("课后", False), ("教师", False)])
def test_place_is_told_by_the_dictionary(word: str, *, is_place: bool) -> None:
    assert is_place_like(word) is is_place


def test_words_come_with_their_parts_of_speech_and_unknown_ones_are_told() -> None:
    assert tag_words("课后服务") == (("课后", "t"), ("服务", "vn"))
    assert is_word("服务")
    assert not is_word("元涨")


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("课", True),
        ("5．", True),
        ("a。", True),
        ("", False),
        ("。", False),
        ("____", False),
        ("\u0301", False),
        ("😀", False),
    ],
)
def test_text_of_signs_alone_holds_no_words(text: str, *, holds: bool) -> None:
    assert holds_words(text) is holds
