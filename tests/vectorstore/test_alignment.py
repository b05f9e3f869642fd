import numpy as np
import pytest

from ingest.language.words import content_words
from vectorstore import alignment
from vectorstore.alignment import Alignment, WordVectors
from vectorstore.embedder import Embedder
from vectorstore.thesaurus import Expansion


@pytest.fixture
def vectors(embedder: Embedder) -> WordVectors:
    return WordVectors(embedder)


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        (("校车", "安全"), 1.0),
        (("安全", "校车", "驾驶员"), 1.0),
        ((), 0.0),
    ],
)
def test_words_that_are_held_are_covered_wholly(vectors: WordVectors, text: tuple[str, ...], covered: float) -> None:
    assert Alignment({"校车": 1.0, "安全": 2.0}, vectors).coverage(text) == pytest.approx(covered)


def test_heavier_word_counts_for_more(vectors: WordVectors) -> None:
    question = Alignment({"2023": 1.0, "2024": 3.0}, vectors)
    assert question.coverage(["2024"]) == pytest.approx(0.75)
    assert question.coverage(["2023"]) == pytest.approx(0.25)


def test_figure_is_covered_by_itself_alone(vectors: WordVectors) -> None:
    assert Alignment({"2023": 1.0}, vectors).coverage(["2024", "年度"]) == 0.0


def test_word_of_near_meaning_covers_more_than_another_and_less_than_the_word(vectors: WordVectors) -> None:
    question = Alignment({"老师": 1.0}, vectors)
    assert 1 > question.coverage(["教师"]) > question.coverage(["食堂"]) >= 0


def test_question_without_words_is_covered_by_nothing(vectors: WordVectors) -> None:
    assert Alignment({}, vectors).coverage(["校车"]) == 0.0


def test_word_has_the_same_vector_each_time(vectors: WordVectors) -> None:
    first = vectors.of(["校车", "教师"])
    vectors.learn(["食堂", "校车"])
    assert np.array_equal(vectors.of(["教师", "校车"]), first[::-1])


def test_words_are_known_again_after_the_memory_was_full(vectors: WordVectors, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(alignment, "MOST_WORDS", 3)
    first = vectors.of(["校车", "教师"])
    assert np.array_equal(vectors.of(["教师", "食堂", "校车"])[::2], first[::-1])
    assert vectors.of(["教师", "安全"]).shape == first.shape


def test_words_of_a_text_come_once_and_without_those_that_merely_join() -> None:
    words = content_words("学校的校车和学校的食堂")
    assert set(words) == {"学校", "校车", "食堂"}
    assert len(words) == 3


def test_official_term_of_joining_words_alone_covers_nothing(embedder: Embedder) -> None:
    empty = Expansion("校车", frozenset({"校车"}), ("的",))
    alignment = Alignment({"校车": 1.0}, WordVectors(embedder), (empty,))
    assert alignment.coverage(["食谱"]) < 0.5


@pytest.mark.parametrize(
    ("word", "text", "least"), [("丢", ("丢失",), 0.8), ("审", ("审核",), 0.8), ("交", ("交通",), 0.0)]
)
def test_verb_of_one_character_is_told_by_one_of_two(
    vectors: WordVectors, word: str, text: tuple[str, ...], least: float
) -> None:
    covered = Alignment({word: 1.0}, vectors).coverage(text)
    assert covered >= least - 1e-6
    assert least or covered < 0.8
