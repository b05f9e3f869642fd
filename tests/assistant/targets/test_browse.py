"""Targets are narrowed by words and values, and what each choice would leave is counted."""

import pytest

from assistant.targets.browse import NOT_SAID, VALUES, Browsed, Listed, Wish, browse
from assistant.targets.known import KnownTargets
from vectorstore.store import Store


@pytest.fixture(scope="module")
def targets(sample_store: Store) -> tuple[Listed, ...]:
    return KnownTargets(sample_store).of_all()


def counts(found: Browsed, kind: str) -> dict[str, int]:
    return {choice.value: choice.count for choice in found.choices[kind]}


def test_nothing_asked_for_gives_all_and_counts_all(targets: tuple[Listed, ...]) -> None:
    found = browse(targets, Wish())
    assert found.targets == tuple(one.target for one in targets)
    assert found.plan_count == 5
    for kind in VALUES:
        assert sum(counts(found, kind).values()) == len(targets)


@pytest.mark.parametrize("kind", VALUES)
def test_each_count_is_what_choosing_it_leaves(targets: tuple[Listed, ...], kind: str) -> None:
    chosen = {"region": frozenset({"望汀区"}), "unit": frozenset({"元", "%"})}
    offered = browse(targets, Wish("学", chosen))
    assert offered.choices[kind]
    for choice in offered.choices[kind]:
        found = browse(targets, Wish("学", chosen | {kind: frozenset({choice.value})}))
        assert len(found.targets) == choice.count, choice


def test_values_of_a_kind_widen_and_kinds_narrow(targets: tuple[Listed, ...]) -> None:
    found = browse(targets, Wish(chosen={"year": frozenset({"2024", "2025"}), "unit": frozenset({"辆"})}))
    assert {one.plan.year for one in found.targets} == {2024, 2025}
    assert {one.target.unit for one in found.targets} == {"辆"}


def test_all_words_must_be_held_in_either_script(targets: tuple[Listed, ...]) -> None:
    found = browse(targets, Wish("校車 补助"))
    assert found.targets
    for one in found.targets:
        listed = Listed.of(one)
        assert "校车" in listed.folded
        assert "补助" in listed.folded


def test_chosen_value_stays_to_be_taken_off_where_nothing_is_left_of_it(targets: tuple[Listed, ...]) -> None:
    found = browse(targets, Wish("校车", {"topic": frozenset({"德育"})}))
    assert found.targets == ()
    assert [(one.value, one.count) for one in found.choices["topic"] if one.is_chosen] == [("德育", 0)]


def test_years_stand_newest_first_and_what_is_not_said_last(targets: tuple[Listed, ...]) -> None:
    found = browse(targets, Wish())
    assert [choice.value for choice in found.choices["year"]] == ["2025", "2024", "2023", "2022", "2021"]
    assert [choice.value for choice in found.choices["due"]][-1] == NOT_SAID
    units = [choice.count for choice in found.choices["unit"]]
    assert units == sorted(units, reverse=True)


def test_column_that_there_is_not_sorts_as_the_first(targets: tuple[Listed, ...]) -> None:
    assert browse(targets, Wish(sort="nonsense")).targets == browse(targets, Wish()).targets
