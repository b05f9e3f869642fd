"""Boxes to tick, a group a kind: what is not ticked does not narrow."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from assistant.web.words import Words

FEW = 7  # boxes of a group that are shown at once


@dataclass(frozen=True, slots=True)
class Box:
    """A box: its value, what it says in which script, how much it stands for where that is counted, whether it is ticked."""

    value: str
    label: str
    count: int | None = None
    is_ticked: bool = False
    lang: str = ""


def tick_boxes(kind: str, legend: str, boxes: Sequence[Box], words: Words) -> str:
    """The group as HTML; "" where there is nothing to choose. What does not fit is folded."""
    if len(boxes) < 2 and not any(box.is_ticked for box in boxes):
        return ""
    rows = [_box(kind, box) for box in boxes]
    first, further = (rows[:FEW], rows[FEW:]) if len(rows) > FEW + 1 else (rows, [])
    more = (
        f"<details><summary>{words('还有{count}个', count=len(further))}</summary>{''.join(further)}</details>"
        if further
        else ""
    )
    return f"<fieldset><legend>{escape(legend)}</legend>{''.join(first)}{more}</fieldset>"


def narrowing(name: str, words: Words) -> str:
    """The place of the boxes as HTML, folded on a phone: its summary counts what is ticked."""
    return (
        f'<details class="narrow" id="{name}-narrow"><summary>{words("筛选")}<span class="ticked"></span></summary>'
        f'<form id="{name}-boxes" aria-label="{words("筛选")}"></form>'
        f'<button type="button" class="quiet" id="{name}-clear" hidden>{words("取消全部筛选")}</button></details>'
    )


def _box(kind: str, box: Box) -> str:
    lang = f' lang="{box.lang}"' if box.lang else ""
    count = "" if box.count is None else f"<small>{box.count}</small>"
    return (
        f'<label><input type="checkbox" name="{kind}" value="{escape(box.value)}"{" checked" if box.is_ticked else ""}>'
        f"<span{lang}>{escape(box.label)}</span>{count}</label>"
    )
