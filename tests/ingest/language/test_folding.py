import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.language.folding import bare, fold, fold_with_offsets, is_han, language_of, plain_digits

BASIC_PLANE = [chr(code) for code in range(0x10000) if not 0xD800 <= code < 0xE000]


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("東西湖區（一）", "东西湖区(一)"),
        ("１８．ＡＢＣ％", "18.abc%"),
        ("課後服務", "课后服务"),
        ("乾坤", "干坤"),
        ("①", "1"),
        ("㎡", "m2"),
        ("ﬁ", "fi"),
        ("已是简体，ok", "已是简体,ok"),
        ("⻓⻔⻛⺠⻘⽂⼀", "长门风民青文一"),
        ("豈\U0002f825", "岂勇"),
        ("甲\ue5e5乙", "甲 乙"),
        ("", ""),
    ],
)
def test_scripts_widths_and_cases_fold_alike(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_folding_every_character_twice_changes_nothing_more() -> None:
    assert [character for character in BASIC_PLANE if fold(fold(character)) != fold(character)] == []


@given(st.text(), st.text())
def test_folding_does_not_depend_on_the_neighbours(left: str, right: str) -> None:
    assert fold(left + right) == fold(left) + fold(right)


@given(st.text() | st.text(alphabet="教育局課後服務①㎡ﬁＡ（）％İ"))
def test_offsets_lead_from_the_folded_text_to_the_original(text: str) -> None:
    folded, offsets = fold_with_offsets(text)
    assert folded == fold(text)
    assert len(offsets) == len(folded)
    assert offsets == sorted(offsets)
    assert all(folded[at] in fold(text[offset]) for at, offset in enumerate(offsets))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("全县教育工作会议", "zh-Hans"),
        ("全縣教育工作會議", "zh-Hant"),
        ("人口手足", "zh-Hans"),
        ("全縣教育工作會議，见附件", "zh-Hant"),
        ("Plan for 2023", "en"),
        ("", "en"),
    ],
)
def test_language_is_told_by_the_script(text: str, language: str) -> None:
    assert language_of(text) == language


def test_chinese_characters_are_told_from_their_punctuation() -> None:
    assert [is_han(c) for c in "教㐀，。A1"] == [True, True, False, False, False, False]


@given(st.text(alphabet="教育課後《》，（１）_①% \n"))
def test_bare_text_is_what_of_the_folded_one_are_letters_and_digits(text: str) -> None:
    assert bare(text) == "".join(character for character in fold(text) if character.isalnum())


def test_wide_digits_become_plain_and_all_else_stays_as_printed() -> None:
    assert plain_digits("東教〔２０１４〕１號（Ａ）") == "東教〔2014〕1號（Ａ）"
