import pytest

from assistant.ask import Assistant
from assistant.browsing.comparison import MOST_TOPICS, Comparison, compare, compare_stored, split_topics
from assistant.question import Scope
from benchmarks.comparison import score
from ingest.errors import UserError
from vectorstore.search import Search
from vectorstore.store import Store

LEAST = {"development": (44, 49), "test": (45, 40)}  # cells filled rightly, and left empty rightly, less one each


@pytest.fixture(scope="module")
def search(sample_store: Store) -> Search:
    return Search(sample_store)


@pytest.fixture(scope="module")
def table(sample_store: Store, search: Search) -> Comparison:
    return compare("课后服务收费；集团化办学\n火箭发动机", sample_store.plans, search)


def test_rows_are_plans_newest_first_and_columns_topics(table: Comparison, sample_store: Store) -> None:
    assert table.topics == ("课后服务收费", "集团化办学", "火箭发动机")
    assert [row.plan.year for row in table.rows] == [2025, 2024, 2023, 2022, 2021]
    assert {row.plan.id for row in table.rows} == {plan.id for plan in sample_store.plans}
    assert {len(row.cells) for row in table.rows} == {3}


def test_each_plan_that_speaks_of_a_topic_is_quoted_with_its_item(table: Comparison) -> None:
    refs = [[cell.citations[0].item.ref for cell in row.cells[:1]] for row in table.rows]
    assert refs == [["三.1"], ["16"], ["一-1"], ["三(四)"], ["(十一)"]]


def test_cell_of_a_plan_that_says_nothing_is_empty(table: Comparison) -> None:
    assert [row.cells[1].is_empty for row in table.rows] == [False, False, True, True, True]
    assert all(row.cells[2].is_empty and row.cells[2].citations == () for row in table.rows)


def test_quotes_stand_unchanged_in_items_of_their_row(table: Comparison) -> None:
    assert sum(len(cell.statements) for row in table.rows for cell in row.cells) > 5
    for row in table.rows:
        for cell in row.cells:
            numbers = {citation.number for citation in cell.citations}
            for citation in cell.citations:
                assert citation.plan == row.plan
                assert citation.quote in citation.item.text
            for statement in cell.statements:
                assert statement.citation in numbers
                assert any(statement.text in citation.item.text for citation in cell.citations)


def test_citations_are_numbered_through_the_table(table: Comparison) -> None:
    assert [citation.number for citation in table.citations] == list(range(1, len(table.citations) + 1))


def test_item_that_is_found_by_its_heading_is_quoted_by_what_follows(table: Comparison) -> None:
    (cell,) = [row.cells[1] for row in table.rows if row.plan.year == 2024]
    assert "教育集团由7个增加到9个" in "".join(statement.text for statement in cell.statements)


def test_topic_of_another_place_is_empty_for_the_others(sample_store: Store, search: Search) -> None:
    rows = compare("望汀区2024年校车", sample_store.plans, search).rows
    assert [row.plan.source for row in rows if not row.cells[0].is_empty] == ["wangting-2024.txt"]


def test_json_holds_topics_rows_and_cells(table: Comparison) -> None:
    row = table.to_json()
    assert row["topics"] == list(table.topics)
    assert row["rows"][1]["cells"][0][0]["item"]["ref"] == "16"
    assert row["rows"][1]["cells"][2] == []


def test_topics_are_parted_by_semicolons_and_lines_and_stand_once() -> None:
    assert split_topics(" 校车；食堂;\n\n校车\n课后服务 ") == ("校车", "食堂", "课后服务")


@pytest.mark.parametrize(
    "text", ["", " ；\n; ", "。", "；".join(f"题目{n}" for n in range(MOST_TOPICS + 1)), "校" * 201]
)
def test_no_topic_or_too_many_or_too_long_a_one_is_said(text: str) -> None:
    with pytest.raises(UserError, match=r"topic|Type|empty|characters"):
        split_topics(text)


def test_no_plan_or_too_many_are_said(sample_store: Store, search: Search) -> None:
    with pytest.raises(UserError, match="0 are chosen"):
        compare("校车", [], search)
    with pytest.raises(UserError, match="15 are chosen"):
        compare("校车", [*sample_store.plans] * 3, search)


def test_assistant_compares_the_plans_of_a_scope(sample_store: Store) -> None:
    table = compare_stored("校车", Assistant(sample_store), Scope(regions=("望汀区",)))
    assert [(row.plan.year, row.cells[0].citations[0].item.ref) for row in table.rows] == [(2025, "五.3"), (2024, "31")]


@pytest.mark.parametrize("split", sorted(LEAST))
def test_cells_are_filled_and_left_empty_at_least_as_well_as_before(search: Search, split: str) -> None:
    counts = score(split, search)
    filled, empty = LEAST[split]
    assert counts["filled rightly"] >= filled - 1
    assert counts["empty rightly"] >= empty - 1
