"""What a search found as a table to be taken away."""

from collections.abc import Iterable, Iterator, Sequence

from assistant.browsing.catalogue import Entry
from assistant.cite import cite
from assistant.exports.table import Table, Value
from assistant.exports.words import headers, word
from ingest.language.folding import to_traditional

COLUMNS = ("citation", "plan", "issuer", "region", "year", "item", "section", "heading", "text", "topic", "file")
FOUND = {"zh-Hans": ("找到", "含有这些词", "意思相近"), "en": ("Found", "holds the words", "near meaning")}


def table_of_findings(held: Sequence[Entry], near: Sequence[Entry], language: str) -> Table:
    """A row an item in the order given: first those that hold the words, then those of near meaning."""
    head, *kinds = FOUND["en" if language == "en" else "zh-Hans"]
    if language == "zh-Hant":
        head, *kinds = map(to_traditional, (head, *kinds))
    rows = (_rows(entries, kind, language) for entries, kind in zip((held, near), kinds, strict=True))
    return Table(
        word("hits", language), (*headers(COLUMNS, language), head), tuple(row for some in rows for row in some)
    )


def _rows(entries: Iterable[Entry], kind: str, language: str) -> Iterator[tuple[Value, ...]]:
    for entry in entries:
        plan, item = entry.plan.identity, entry.item
        yield (
            cite(plan, item.ref, language), plan.title, plan.issuer, plan.region, plan.year, item.ref,
            item.section_title, item.heading, item.text, entry.topic, plan.source, kind,
        )  # fmt: skip
