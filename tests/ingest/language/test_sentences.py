import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ingest.language.sentences import (
    clause_around,
    cut_entries,
    cut_sentences,
    entry_around,
    find_clauses,
    find_phrases,
)

TEXTS = st.text(alphabet="教育学校，。；！？;!?\n”）》、 ", max_size=1500) | st.text()


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("抓学习。每月一次。", ["抓学习。", "每月一次。"]),
        ("有户口的；有居住证的。", ["有户口的；有居住证的。"]),
        ("他说：“办好学校。”各校照办。", ["他说：“办好学校。”", "各校照办。"]),
        ("（详见附件。）抓落实！", ["（详见附件。）", "抓落实！"]),
        ("降至48.2%。每校1.5名。", ["降至48.2%。", "每校1.5名。"]),
        ("（一）抓学习\n每月一次", ["（一）抓学习", "每月一次"]),
        ("", []),
        ("。", []),
    ],
)
def test_text_is_cut_at_its_sentences_ends(text: str, sentences: list[str]) -> None:
    assert cut_sentences(text) == sentences


def test_entries_are_cut_at_semicolons_too() -> None:
    assert cut_entries("符合条件：有户口的；有居住证的。其余报批。") == [
        "符合条件：有户口的；",
        "有居住证的。",
        "其余报批。",
    ]


@given(TEXTS)
@example("有户口的；有居住证的。")
def test_sentences_and_entries_stand_in_the_text_unchanged_and_in_order(text: str) -> None:
    for cut in (cut_sentences, cut_entries):
        end = 0
        parts = cut(text)
        assert parts or "户口" not in text
        for part in parts:
            assert part
            end = text.index(part, end) + len(part)


@pytest.mark.parametrize(
    ("text", "clauses", "phrases"),
    [
        ("开齐课程，语文、数学。", ["开齐课程", "语文、数学"], ["开齐课程", "语文", "数学"]),
        ("投入12,500元,新建3所", ["投入12,500元", "新建3所"], ["投入12,500元", "新建3所"]),
        ("时间:8:30到校;师生比1:3", ["时间", "8:30到校", "师生比1:3"], ["时间", "8:30到校", "师生比1:3"]),
        ("，。", [], []),
    ],
)
def test_clauses_end_at_commas_and_phrases_at_the_marks_of_a_list_too(
    text: str, clauses: list[str], phrases: list[str]
) -> None:
    assert [text[start:end] for start, end in find_clauses(text)] == clauses
    assert [text[start:end] for start, end in find_phrases(text)] == phrases


def test_stretch_is_found_in_its_clause_and_its_entry() -> None:
    text = "有户口的，就近入学；有居住证的，统筹安排。"
    at = text.index("居住证")
    assert text[slice(*clause_around(text, at, at + 3))] == "有居住证的"
    assert text[slice(*entry_around(text, at, at + 3))] == "有居住证的，统筹安排"


@given(TEXTS)
def test_every_clause_is_the_one_around_its_own_places(text: str) -> None:
    for start, end in find_clauses(text):
        assert clause_around(text, start, end) == (start, end)
        assert clause_around(text, start, start) == (start, end)
