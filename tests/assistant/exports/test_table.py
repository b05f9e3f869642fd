import pytest

from assistant.ask import Assistant
from assistant.browsing.comparison import compare_stored
from assistant.exports.table import Table, table_of_comparison, table_of_targets
from assistant.question import Scope
from assistant.targets.stored import stored_targets

ONE = Scope(plans=("wangting-2024.txt",))


def column(table: Table, name: str) -> list[object]:
    return [row[table.header.index(name)] for row in table.rows]


def test_targets_are_rows_of_numbers_and_words(assistant: Assistant) -> None:
    table = table_of_targets(stored_targets(assistant.store, ONE), "zh-Hans")
    row = next(row for row in table.rows if row[table.header.index("原文数字")] == "4.6亿元")
    told = dict(zip(table.header, row, strict=True))
    assert (told["条目"], told["数值"], told["单位"], told["内容"]) == ("7", 460_000_000.0, "元", "总投资")
    assert (told["时限"], told["时限年份"], told["要求"]) == ("8月20日前", 2024, "达到")
    assert str(told["所在句"]).startswith("新建小学2所")


def test_comparison_has_a_quote_and_its_citation_a_topic_and_says_what_is_empty(assistant: Assistant) -> None:
    table = table_of_comparison(compare_stored("校车；火箭发动机", assistant, ONE), "zh-Hans")
    assert table.header == ("计划", "年份", "校车", "校车 · 出处", "火箭发动机", "火箭发动机 · 出处")
    ((plan, year, quote, citation, empty, nothing),) = table.rows
    assert (plan, year, citation) == ("望汀区教育局2024年工作要点", 2024, "《望汀区教育局2024年工作要点》第31条")
    assert "46辆校车" in str(quote)
    assert (empty, nothing) == ("（未提及）", "")


@pytest.mark.parametrize(
    ("language", "first", "empty"),
    [("zh-Hans", "计划", "（未提及）"), ("zh-Hant", "計劃", "（未提及）"), ("en", "Plan", "(says nothing)")],
)
def test_headers_are_in_the_language_asked_for(assistant: Assistant, language: str, first: str, empty: str) -> None:
    table = table_of_comparison(compare_stored("火箭发动机", assistant, ONE), language)
    assert table.header[0] == first
    assert table.rows[0][2] == empty
