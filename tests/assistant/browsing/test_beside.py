"""Two plans stand side by side section by section, nothing left out."""

import itertools

import pytest

from assistant.browsing.beside import Part, align, parts
from assistant.browsing.catalogue import Catalogue
from assistant.browsing.reading import blocks, text_of
from vectorstore.store import Store

SOURCES = ["wangting-2024.txt", "wangting-2025.txt", "qichuan-2023.txt", "jishan-2021.txt", "qinglan-2022.txt"]


def sections(store: Store, source: str) -> tuple[Part, ...]:
    plan = next(plan for plan in store.plans if plan.identity.source == source)
    return parts(blocks(Catalogue(store).entries(plan), store.body_of(plan).nodes))


def name(part: Part | None) -> str:
    return text_of(part.blocks[0][1])[:6] if part else ""


def test_sections_of_two_years_of_a_plan_stand_beside_each_other(sample_store: Store) -> None:
    left, right = (sections(sample_store, source) for source in SOURCES[:2])
    assert [(name(a)[:1], name(b)[:1]) for a, b in align(left, right, sample_store.embedder)] == [
        ("2", "2"), ("一", "一"), ("二", "二"), ("三", "三"), ("四", "四"), ("五", "五"),
    ]  # fmt: skip


def test_sections_on_teachers_and_on_safety_meet_across_places(sample_store: Store) -> None:
    rows = align(
        sections(sample_store, "jishan-2021.txt"), sections(sample_store, "qichuan-2023.txt"), sample_store.embedder
    )
    pairs = {(name(a)[:1], name(b)[:1]) for a, b in rows}
    assert {("五", "四"), ("六", "五")} <= pairs


@pytest.mark.parametrize("pair", list(itertools.combinations(SOURCES, 2)))
def test_every_section_stands_once_and_in_order(sample_store: Store, pair: tuple[str, str]) -> None:
    left, right = (sections(sample_store, source) for source in pair)
    rows = align(left, right, sample_store.embedder)
    assert tuple(a for a, _ in rows if a) == left
    assert tuple(b for _, b in rows if b) == right


def test_plan_beside_nothing_stands_alone(sample_store: Store) -> None:
    left = sections(sample_store, SOURCES[0])
    assert [b for _, b in align(left, (), sample_store.embedder)] == [None] * len(left)
    assert [a for a, _ in align((), left, sample_store.embedder)] == [None] * len(left)
