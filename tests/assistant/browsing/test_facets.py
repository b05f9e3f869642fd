"""Facets count what choosing would leave."""

from assistant.browsing.catalogue import Entry
from assistant.browsing.facets import KINDS, Facet, count_facets, narrow
from ingest.plan import Identity, Item
from vectorstore.stored_plan import StoredPlan


def entry(plan: str, region: str | None, year: int | None, heading: str = "保障校车安全") -> Entry:
    identity = Identity(plan, plan, None, region, year, None, None, "a.txt", "zh-Hans")
    item = Item("1", None, None, "", heading, f"{heading}。")
    return Entry(StoredPlan(identity, 1, "a.txt", "hash"), 0, item, item.text)


ENTRIES = [
    entry("甲", "望汀区", 2024),
    entry("甲", "望汀区", 2024, "补充教师"),
    entry("乙", "霁山县", 2021),
    entry("丙", None, None),
]


def counted(facets: tuple[Facet, ...], kind: str) -> dict[str, int]:
    return {choice.value: choice.count for facet in facets if facet.kind == kind for choice in facet.choices}


def test_every_kind_is_counted_and_what_is_not_said_is_a_value_too() -> None:
    facets = count_facets(ENTRIES, {})
    assert counted(facets, "plan") == {"甲": 2, "乙": 1, "丙": 1}
    assert counted(facets, "region") == {"望汀区": 2, "霁山县": 1, "": 1}
    assert counted(facets, "year") == {"2024": 2, "2021": 1, "": 1}
    assert counted(facets, "topic") == {"安全与校车": 3, "教师队伍": 1}


def test_years_stand_newest_first_and_the_others_by_count() -> None:
    facets = {facet.kind: [choice.value for choice in facet.choices] for facet in count_facets(ENTRIES[::-1], {})}
    assert facets["year"] == ["2024", "2021", ""]
    assert facets["plan"] == ["甲", "丙", "乙"]


def test_choice_narrows_the_other_kinds_and_not_its_own() -> None:
    facets = count_facets(ENTRIES, {"region": frozenset({"望汀区"})})
    assert counted(facets, "region") == {"望汀区": 2, "霁山县": 1, "": 1}
    assert counted(facets, "year") == {"2024": 2}


def test_count_is_what_choosing_it_as_well_leaves() -> None:
    chosen = {"topic": frozenset({"安全与校车"}), "year": frozenset({"2024"})}
    facets = count_facets(ENTRIES, chosen)
    assert [facet.kind for facet in facets if facet.choices] == list(KINDS)
    for facet in facets:
        for choice in facet.choices:
            alone = {**chosen, facet.kind: frozenset({choice.value})}
            assert len(narrow(ENTRIES, alone)) == choice.count


def test_chosen_value_stays_where_nothing_is_left_of_it() -> None:
    facets = count_facets(ENTRIES, {"plan": frozenset({"gone"})})
    assert [(c.value, c.count) for f in facets if f.kind == "plan" for c in f.choices if c.is_chosen] == [("gone", 0)]
    assert narrow(ENTRIES, {"plan": frozenset({"gone"})}) == []
