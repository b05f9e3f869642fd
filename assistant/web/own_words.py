"""A plan's own words as HTML: escaped, in their script, and stretches of them in a tag of their own."""

from collections.abc import Iterable
from html import escape

from assistant.phrases import name_of_ref
from assistant.web.desk import item_address
from assistant.web.words import Words
from ingest.plan import Identity, Item

LONGEST_MARKED = 80  # characters of a quote that a permanent address carries along


def script_of(plan: Identity) -> str:
    """The `lang` of the plan's words."""
    return plan.language if plan.language in {"zh-Hant", "en"} else "zh-Hans"


def with_spans(text: str, spans: Iterable[tuple[int, int]], tag: str) -> str:
    """The text, escaped, its spans within the tag: `with_spans("共9所", [(1, 3)], "b")` is `共<b>9所</b>`."""
    parts, at = [], 0
    for start, end in sorted(spans):
        parts += [escape(text[at:start]), f"<{tag}>{escape(text[start:end])}</{tag}>"]
        at = end
    return "".join(parts) + escape(text[at:])


def item_reference(plan: Identity, item: Item, words: Words, *, mark: str, full: str) -> str:
    """The link of an item within its own row, 第18条: who hears the page hears the full citation."""
    name = name_of_ref(item.ref, words.language).strip()
    address = escape(item_address(plan.id, item.ref, mark[:LONGEST_MARKED]))
    return f'<a data-item href="{address}" title="{escape(full)}" aria-label="{escape(full)}">{escape(name)}</a>'
