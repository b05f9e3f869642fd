"""Hits, targets and comparisons as one plain Table, which csv_file.py and excel.py write."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.browsing.comparison import Cell, Comparison
from assistant.cite import cite
from assistant.exports.words import headers, word
from assistant.targets.target import PlanTarget

Value = str | int | float | None


@dataclass(frozen=True, slots=True)
class Table:
    """A name, a header, and rows of texts and numbers; None is an empty cell."""

    name: str
    header: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


def table_of_targets(targets: Sequence[PlanTarget], language: str) -> Table:
    """A row a target, in the order given."""
    columns = (
        "citation", "plan", "region", "year", "item", "topic", "what", "direction", "amount", "low", "high", "unit", "per",
        "words", "by_when", "by_year", "sentence",
    )  # fmt: skip
    return Table(
        word("targets", language), headers(columns, language), tuple(_target(one, language) for one in targets)
    )


def table_of_comparison(comparison: Comparison, language: str) -> Table:
    """A row a plan; of each topic a column with the quotes and one with their citations. Where a plan says nothing, so it says."""
    columns = [*headers(("plan", "year"), language)]
    for topic in comparison.topics:
        columns += [topic, f"{topic} · {word('citation', language)}"]
    rows = tuple(
        (row.plan.title, row.plan.year, *(text for cell in row.cells for text in _quoted(cell, language)))
        for row in comparison.rows
    )
    return Table(word("comparison", language), tuple(columns), rows)


def _target(one: PlanTarget, language: str) -> tuple[Value, ...]:
    plan, item, target = one.plan, one.item, one.target
    return (
        cite(plan, item.ref, language), plan.title, plan.region, plan.year, item.ref, target.topic, target.what,
        word(target.direction, language), target.value, target.low, target.high, target.unit, target.per, target.words,
        target.by_when, target.by_year, target.sentence,
    )  # fmt: skip


def _quoted(cell: Cell, language: str) -> tuple[str, str]:
    if cell.is_empty:
        return word("empty", language), ""
    cited = (cite(one.plan, one.item.ref, language) for one in cell.citations)
    return "".join(statement.text for statement in cell.statements), "\n".join(dict.fromkeys(cited))
