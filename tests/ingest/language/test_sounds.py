"""Characters by their sound, and Latin letters that may spell them."""

import pytest

from ingest.language.sounds import is_pinyin, pinyin_of, plain_pinyin, sound_alike, sounds_of


@pytest.mark.parametrize(("text", "pinyin"), [("长沙", "changsha"), ("重庆", "chongqing"), ("绿化", "lvhua"), ("", "")])
def test_text_is_spelled_by_its_words(text: str, pinyin: str) -> None:
    assert pinyin_of(text) == pinyin


@pytest.mark.parametrize(("one", "other"), [("湖", "胡"), ("沙", "莎"), ("晃", "荒"), ("区", "去"), ("长", "常")])
def test_characters_of_one_syllable_sound_alike(one: str, other: str) -> None:
    assert sound_alike(one, other)
    assert sound_alike(other, one)


@pytest.mark.parametrize(("one", "other"), [("湖", "湘"), ("沙", "少"), ("东", "西"), ("区", "县"), ("a", "b")])
def test_other_characters_do_not(one: str, other: str) -> None:
    assert not sound_alike(one, other)


def test_character_has_all_its_readings() -> None:
    assert {"chang", "zhang"} <= sounds_of("长")


@pytest.mark.parametrize(
    ("typed", "plain"),
    [("yòu'éryuán", "you'eryuan"), ("nǚshēng", "nvsheng"), ("lüse", "lvse"), ("Changsha", "changsha")],
)
def test_marks_of_tones_are_left_out(typed: str, plain: str) -> None:
    assert plain_pinyin(typed) == plain


@pytest.mark.parametrize("word", ["youeryuan", "xi'an", "kehoufuwu", "lvse", "lve", "lue", "angan", "women", "can"])
def test_word_of_syllables_is_pinyin(word: str) -> None:
    assert is_pinyin(word)


@pytest.mark.parametrize("word", ["", "school", "kindergarten", "teacher", "wifi", "app", "n", "'", "bus"])
def test_other_words_are_none(word: str) -> None:
    assert not is_pinyin(word)


def test_very_long_word_is_read_soon() -> None:
    assert not is_pinyin("angan" * 2_000 + "x")
