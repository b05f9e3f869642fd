"""A name and what is typed in its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.language.likeness import Likeness, differing_places, likeness

names = st.text("东西南北湖胡江山", min_size=2, max_size=5)


@pytest.mark.parametrize(
    ("said", "name", "like"),
    [
        ("云胡区", "云湖区", Likeness.SOUND),
        ("云湖去", "云湖区", Likeness.SOUND),
        ("青云胡去", "青云湖区", Likeness.SOUND),
        ("云湘区", "云湖区", Likeness.LETTER),
        ("湖云区", "云湖区", Likeness.LETTER),
        ("云区", "云湖区", Likeness.LETTER),
        ("云湖湖区", "云湖区", Likeness.LETTER),
        ("chansha", "changsha", Likeness.LETTER),
        ("chagnsha", "changsha", Likeness.LETTER),
        ("云湖区", "云湖区", None),
        ("芸胡区", "云湖区", None),  # two characters of three
        ("山湘区", "云湖区", None),
        ("云江南区", "云湖区", None),
        ("区湖云", "云湖区", None),
        ("", "云湖区", None),
    ],
)
def test_slip_is_told_from_another_name(said: str, name: str, like: Likeness | None) -> None:
    assert likeness(said, name) is like


@given(names, st.integers(0, 4), st.sampled_from("甲乙丙"))
def test_one_other_character_is_a_slip_wherever_it_stands(name: str, at: int, other: str) -> None:
    at %= len(name)
    said = name[:at] + other + name[at + 1 :]
    assert differing_places(said, name) == (at,)
    assert likeness(said, name) is Likeness.LETTER
    assert likeness(name[:at] + name[at + 1 :], name) is Likeness.LETTER
    assert likeness(name[:at] + other + name[at:], name) is Likeness.LETTER


@given(names)
def test_name_itself_is_no_slip(name: str) -> None:
    assert likeness(name, name) is None
