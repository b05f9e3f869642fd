"""The same target through the years as HTML: each figure leads to its item, and how it changed is said."""

from collections.abc import Sequence
from html import escape

from assistant.cite import cite
from assistant.targets.series import Series
from assistant.targets.target import PlanTarget
from assistant.web.desk import item_address
from assistant.web.own_words import script_of
from assistant.web.words import Words

FEW = 4  # series that are shown at once
SCALES = ((100_000_000, "亿"), (10_000, "万"))


def series_table(series: Sequence[Series], words: Words) -> str:
    """The series as lists, those that changed most first; "" where none can be told."""
    if not series:
        return ""
    rows = [_row(one, words) for one in series]
    more = (
        f'<details class="further"><summary>{words("还有{count}个", count=len(rows) - FEW)}</summary>'
        f'<ul class="series">{"".join(rows[FEW:])}</ul></details>'
        if len(rows) > FEW
        else ""
    )
    return f'<ul class="series">{"".join(rows[:FEW])}</ul>{more}'


def change_of(series: Series, words: Words) -> str:
    """By how much the figure changed, in words: `+20元`, `-3个百分点`, 不变; "" for ranges."""
    change = series.change
    if change is None:
        return ""
    if change == 0:
        return words("不变")
    unit = series.targets[0].target.unit
    size, scale = next(
        ((abs(change) / least, name) for least, name in SCALES if abs(change) >= least), (abs(change), "")
    )
    return f"{'+' if change > 0 else '−'}{size:.10g}{scale}{'个百分点' if unit == '%' else unit}"


def _row(series: Series, words: Words) -> str:
    first = series.targets[0]
    lang = script_of(first.plan)
    figures = '<span class="to" aria-hidden="true">→</span>'.join(_figure(one, words) for one in series.targets)
    return (
        f'<li><span class="what"><b lang="{lang}">{escape(first.target.what)}</b> '
        f'<small lang="{lang}">{escape(first.plan.region or "")}</small></span>'
        f'<span class="figures">{figures}</span><em>{escape(change_of(series, words))}</em></li>'
    )


def _figure(one: PlanTarget, words: Words) -> str:
    address = item_address(one.plan.id, one.item.ref, one.target.words)
    full = cite(one.plan, one.item.ref, words.language)
    year = words("{year}年", year=one.plan.year)
    return (
        f'<a data-item href="{escape(address)}" title="{escape(full)}"><small>{year}</small> '
        f'<span lang="{script_of(one.plan)}">{escape(one.target.per + one.target.words)}</span></a>'
    )
