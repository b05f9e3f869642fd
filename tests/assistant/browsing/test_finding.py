"""Search for staff finds every item that holds the words, and those that mean the same."""

import csv
import io
from pathlib import Path

import pytest

from assistant.ask import LONGEST_QUESTION, Assistant
from assistant.browsing.catalogue import Catalogue, Entry
from assistant.browsing.finding import MOST_NEAR, Finder, Order, Wish
from assistant.exports.csv_file import to_csv
from assistant.exports.found_table import COLUMNS, table_of_findings
from ingest.errors import UserError
from ingest.language.folding import fold
from tests.conftest import SMALL_CORPUS
from tests.vectorstore.checks import add
from vectorstore.store import Store
from vectorstore.update import remove_plan


@pytest.fixture(scope="module")
def finder(sample_store: Store) -> Finder:
    return Finder(Assistant(sample_store), Catalogue(sample_store))


def named(entry: Entry) -> tuple[str, str]:
    return entry.plan.identity.source, entry.item.ref


@pytest.mark.parametrize("words", ["校车", "教師", "课后服务 收费", "近视率", "课", "双减"])
def test_held_are_exactly_the_items_that_hold_the_words(finder: Finder, sample_store: Store, words: str) -> None:
    items = [(p, s.item) for p in sample_store.plans for s in sample_store.items.items_of(p.edition)]
    texts = {(p.identity.source, item.ref): fold(f"{item.section_title}\n{item.text}") for p, item in items}
    held = {place for place, text in texts.items() if all(fold(word) in text for word in words.split())}
    assert {named(entry) for entry in finder.held(Wish(words)).held} >= held
    assert held
    assert [
        e for e in finder.held(Wish(words)).held if named(e) not in held and len(words.split()) == 1 and len(words) < 3
    ] == []


def test_held_are_those_that_the_assistant_lists(finder: Finder, sample_store: Store) -> None:
    hits = Assistant(sample_store).find("课后服务 收费", every=True)
    listed = {(hit.plan.identity.source, hit.item.ref) for hit in hits}
    assert {named(entry) for entry in finder.held(Wish("课后服务 收费")).held} == listed


def test_item_whose_heading_holds_the_words_stands_first(finder: Finder) -> None:
    held = finder.held(Wish("校车")).held
    in_heading = ["校车" in fold(entry.item.heading) for entry in held]
    assert in_heading == sorted(in_heading, reverse=True)
    assert in_heading[0]


def test_orders_by_plan_and_by_year(finder: Finder) -> None:
    by_year = [entry.plan.identity.year for entry in finder.held(Wish("教师", order=Order.YEAR)).held]
    assert by_year == sorted(by_year, key=lambda year: -(year or 0))
    by_plan = [(e.plan.identity.title, e.position) for e in finder.held(Wish("教师", order=Order.PLAN)).held]
    assert by_plan == sorted(by_plan)


def test_choice_narrows_both_groups(finder: Finder) -> None:
    wish = Wish("放学没人接", {"region": frozenset({"望汀区"}), "year": frozenset({"2025"})})
    assert finder.held(wish).held == ()
    near = finder.near(wish)
    assert {entry.plan.identity.source for entry in near} == {"wangting-2025.txt"}
    assert near[0].item.heading == "丰富课后服务供给"


def test_near_items_do_not_hold_the_words_and_are_few(finder: Finder) -> None:
    near = finder.near(Wish("课后服务"))
    held = {named(entry) for entry in finder.held(Wish("课后服务")).held}
    assert 0 < len(near) <= MOST_NEAR
    assert held
    assert not {named(entry) for entry in near} & held


@pytest.mark.parametrize("words", ["火星殖民", "asdf qwer", "课"])
def test_nonsense_and_a_single_character_have_nothing_near(finder: Finder, words: str) -> None:
    assert finder.near(Wish(words)) == ()


@pytest.mark.parametrize(
    "chosen", [{"plan": frozenset({"gone"})}, {"year": frozenset({"二〇"})}, {"region": frozenset({""})}]
)
def test_choice_of_what_is_not_there_leaves_nothing_and_breaks_nothing(
    finder: Finder, chosen: dict[str, frozenset[str]]
) -> None:
    assert finder.held(Wish("校车", chosen)).held == ()
    assert finder.near(Wish("课后服务", chosen)) == ()


@pytest.mark.parametrize("words", ["", "  ", "？！", "课" * (LONGEST_QUESTION + 1)])
def test_no_words_and_too_many_are_refused(finder: Finder, words: str) -> None:
    with pytest.raises(UserError):
        finder.held(Wish(words))
    with pytest.raises(UserError):
        finder.near(Wish(words))


def test_changes_of_the_store_are_seen_and_what_left_it_is_let_go(store: Store, tmp_path: Path) -> None:
    catalogue = Catalogue(store)
    finder = Finder(Assistant(store), catalogue)
    assert finder.held(Wish("校车")).held == ()
    file = tmp_path / "a.txt"
    for text, count in ((SMALL_CORPUS["chengyuan.txt"], 1), (SMALL_CORPUS["baiyu.txt"], 1), ("无校车\n" * 0, 1)):
        if text:
            file.write_text(text, encoding="utf-8")
            add(store, file)
        assert len(finder.held(Wish("校车")).held) == count
    assert len(catalogue) == 1
    remove_plan(store, store.plans[0])
    assert finder.held(Wish("校车")).held == ()
    assert len(catalogue) == 0


def test_table_of_findings_has_a_row_an_item_and_tells_the_groups_apart(finder: Finder) -> None:
    wish = Wish("校车")
    table = table_of_findings(finder.held(wish).held, finder.near(wish), "zh-Hans")
    rows = list(csv.reader(io.StringIO(to_csv(table).decode("utf-8-sig"))))
    assert len(rows[0]) == len(COLUMNS) + 1
    assert rows[0][-1] == "找到"
    kinds = [row[-1] for row in rows[1:]]
    assert kinds == ["含有这些词"] * 5 + ["意思相近"] * (len(kinds) - 5)
    assert "《望汀区教育局2024年工作要点》第31条" in [row[0] for row in rows]
    assert table_of_findings((), (), "zh-Hant").header[-1] == "找到"
    assert table_of_findings((), (), "en").header[-1] == "Found"
