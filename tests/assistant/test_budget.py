from collections.abc import Sequence

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from assistant.budget import Passage, fit, newest_that_fit

COUNT = len  # a token a character makes the sums plain; fit adds one a sentence


def passage(*sentences: str, bearing: Sequence[int] = (0,), overhead: int = 0) -> Passage:
    return Passage(sentences, tuple(bearing), overhead)


def test_items_that_fit_are_shown_whole() -> None:
    assert fit([passage("甲乙。", "丙丁。"), passage("戊。")], 100, COUNT) == ((0, 1), (0,))


def test_item_that_is_too_long_shows_what_bears_on_the_question_first() -> None:
    long = passage("长" * 30, "短。", "答案。", bearing=(2,))
    assert fit([long], 12, COUNT) == ((1, 2),)
    assert fit([long], 5, COUNT) == ((2,),)


def test_best_item_leaves_room_for_what_bears_in_the_others() -> None:
    first = passage("一一。", "二" * 20, bearing=(0,))
    second = passage("三三。", "四" * 20, bearing=(0,))
    assert fit([first, second], 30, COUNT) == ((0, 1), (0,))
    assert fit([first, second], 20, COUNT) == ((0,), (0,))


def test_last_items_are_left_out_where_nothing_of_them_fits() -> None:
    assert fit([passage("一一。"), passage("二二。")], 5, COUNT) == ((0,), ())
    assert fit([passage("一一。", overhead=9)], 10, COUNT) == ((),)


@pytest.mark.parametrize(("room", "kept"), [(100, 3), (8, 2), (3, 1), (2, 1), (1, 0), (0, 0)])
def test_newest_turns_are_kept(room: int, kept: int) -> None:
    turns = ("第一个问题", "问二", "三")
    assert newest_that_fit(turns, room, COUNT) == turns[len(turns) - kept :]


passages = st.lists(
    st.builds(
        lambda sentences, pick, overhead: Passage(tuple(sentences), (pick % len(sentences),), overhead),
        st.lists(st.text("字", min_size=1, max_size=20), min_size=1, max_size=6),
        st.integers(0, 5),
        st.integers(0, 10),
    ),
    max_size=6,
)


@given(passages, st.integers(-5, 150))
@example([Passage(("字" * 3, "字" * 4), (1,), 2)], 100)
def test_what_is_shown_fits_and_holds_something_that_bears(given_passages: list[Passage], room: int) -> None:
    shown = fit(given_passages, room, COUNT)
    pairs = [(one, chosen) for one, chosen in zip(given_passages, shown, strict=True) if chosen]
    assert pairs or room < 100 or not given_passages
    assert sum(one.overhead + sum(len(one.sentences[i]) + 1 for i in chosen) for one, chosen in pairs) <= max(0, room)
    for one, chosen in pairs:
        assert set(chosen) & set(one.bearing)
        assert list(chosen) == sorted(set(chosen))


@given(passages)
def test_all_is_shown_where_there_is_room(given_passages: list[Passage]) -> None:
    assert fit(given_passages, 100_000, COUNT) == tuple(tuple(range(len(one.sentences))) for one in given_passages)
