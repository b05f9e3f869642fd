"""Two plans side by side as HTML, their sections aligned where they speak of the same."""

from collections.abc import Sequence
from html import escape

from assistant.browsing.beside import Part, Row
from assistant.web.own_words import script_of
from assistant.web.plans.reading_view import block_html, origin
from assistant.web.words import Words
from vectorstore.stored_plan import StoredPlan


def beside(left: StoredPlan, right: StoredPlan, rows: Sequence[Row], words: Words) -> str:
    """The view: a switch for narrow windows, both heads, and a row a pair of sections."""
    shown = "".join(
        f'<div class="beside-row">{_cell(a, left, "left", words)}{_cell(b, right, "right", words)}</div>'
        for a, b in rows
    )
    return (
        f'<article class="beside-view" data-shown="both"><p class="reader-back"><a data-go href="?tab=plans">← {words("全部计划")}</a></p>'
        f'{_switch(left, right, words)}<div class="beside-text" tabindex="0" role="region" aria-label="{words("并排对照")}">'
        f'<div class="beside-row beside-heads">{_head(left, "left", words)}{_head(right, "right", words)}</div>{shown}</div></article>'
    )


def _switch(left: StoredPlan, right: StoredPlan, words: Words) -> str:
    """On a phone the plans stand one below the other, section by section; the switch shows one of them alone."""
    choices = (("both", words("两份")), ("left", left.identity.title), ("right", right.identity.title))
    boxes = "".join(
        f'<label><input type="radio" name="beside-shown" value="{value}"{" checked" if value == "both" else ""}>'
        f"<span>{escape(label)}</span></label>"
        for value, label in choices
    )
    return f'<fieldset class="beside-switch"><legend>{words("显示")}</legend>{boxes}</fieldset>'


def _head(plan: StoredPlan, side: str, words: Words) -> str:
    lang = script_of(plan.identity)
    link = f'<a data-go href="?plan={escape(plan.id)}">{escape(plan.identity.title)}</a>'
    return f'<div class="beside-cell" data-side="{side}"><h2 lang="{lang}">{link}</h2>{origin(plan, words)}</div>'


def _cell(part: Part | None, plan: StoredPlan, side: str, words: Words) -> str:
    if part is None:
        return (
            f'<div class="beside-cell is-empty" data-side="{side}"><p class="hint">{words("没有相应的部分")}</p></div>'
        )
    blocks = "".join(block_html(block, index, plan.identity, words, side=side) for index, block in part.blocks)
    return f'<div class="beside-cell" data-side="{side}">{blocks}</div>'
