"""Targets as HTML: a line that sums them up, the boxes to narrow them, and the table, a page of it at a time."""

from html import escape

from assistant.cite import cite
from assistant.exports.words import word
from assistant.phrases import name_of_plan
from assistant.targets.browse import NOT_SAID, VALUES, Browsed, Choice, Wish
from assistant.targets.order import COLUMNS, FIRST_COLUMN
from assistant.targets.target import PlanTarget
from assistant.web.desk import item_link
from assistant.web.own_words import item_reference, script_of, with_spans
from assistant.web.tick_boxes import Box, tick_boxes
from assistant.web.topics import name_of_topic
from assistant.web.words import Words

ON_A_PAGE = 50
HEADS = {
    "amount": "数字",
    "what": "内容",
    "direction": "要求",
    "when": "时限",
    "topic": "主题",
    "plan": "计划@one",
    "item": "条目",
}
KINDS = {"topic": "主题", "region": "地区", "year": "年份", "plan": "计划", "unit": "单位", "due": "完成年份"}
Titles = dict[str, tuple[str, str]]  # by a plan's id its name and the script of that


def summary(found: Browsed, total: int, words: Words) -> str:
    """How many targets there are, in how many plans."""
    if not found.targets:
        return words("没有符合的指标。")
    if len(found.targets) == total:
        return words("共{count}个指标，见于{plans}份计划", count=total, plans=found.plan_count)
    values = {"count": len(found.targets), "total": total, "plans": found.plan_count}
    return words("{total}个指标中有{count}个符合，见于{plans}份计划", **values)


def boxes(found: Browsed, titles: Titles, words: Words) -> str:
    """A group of boxes a kind."""
    groups = (
        (kind, [_box(kind, choice, titles, words) for choice in found.choices[kind]])
        for kind in KINDS
        if kind in VALUES
    )
    return "".join(tick_boxes(kind, words(KINDS[kind]), boxes, words) for kind, boxes in groups)


def label(kind: str, value: str, titles: Titles, words: Words) -> str:
    """What a value of a kind is called."""
    if kind == "plan":
        return titles.get(value, (words("已不在库里的计划"), ""))[0]
    if value == NOT_SAID:
        return words("未注明")
    if kind in {"year", "due"}:
        return words("{year}年", year=value)
    return name_of_topic(value, words) if kind == "topic" else value


def table(found: Browsed, wish: Wish, page: int, words: Words) -> str:
    """A page of the targets, counted from 1, as a table whose heads sort it."""
    if not found.targets:
        return f'<p class="hint">{words("可以换个词、少写几个词，或取消筛选。")}</p>'
    heads = "".join(_head(column, wish, words) for column in HEADS)
    first = (page - 1) * ON_A_PAGE
    rows = "".join(_row(one, words) for one in found.targets[first : first + ON_A_PAGE])
    return (
        f'<table role="table" class="target-table"><caption class="unseen">{words("计划里的指标")}</caption>'
        f'<thead role="rowgroup"><tr role="row">{heads}</tr></thead><tbody role="rowgroup">{rows}</tbody></table>'
    )


def last_page(found: Browsed) -> int:
    """The number of the last page, from 1."""
    return max(1, -(-len(found.targets) // ON_A_PAGE))


def pager(found: Browsed, page: int, words: Words) -> str:
    """The way to the other pages; "" where there is one."""
    last = last_page(found)
    if last == 1:
        return ""
    steps = ((words("上一页"), page - 1), (words("下一页"), page + 1))
    back, on = (
        f'<button type="button" class="quiet" data-page="{to}"{"" if 1 <= to <= last else " disabled"}>{name}</button>'
        for name, to in steps
    )
    said = words("第{page}页，共{last}页", page=page, last=last)
    return f'<nav class="pager" aria-label="{words("翻页")}">{back}<span aria-current="page">{said}</span>{on}</nav>'


def _box(kind: str, choice: Choice, titles: Titles, words: Words) -> Box:
    lang = titles[choice.value][1] if kind == "plan" and choice.value in titles else ""
    own = "zh-Hans" if kind in {"region", "unit"} and choice.value else lang
    return Box(choice.value, label(kind, choice.value, titles, words), choice.count, choice.is_chosen, own)


def _head(column: str, wish: Wish, words: Words) -> str:
    is_sorted = column == (wish.sort if wish.sort in COLUMNS else FIRST_COLUMN)
    is_down = wish.is_turned != (column == FIRST_COLUMN)  # the newest plan stands first
    sort = f' aria-sort="{"descending" if is_down else "ascending"}"' if is_sorted else ""
    turned = ' data-turned="1"' if is_sorted and not wish.is_turned else ""
    return f'<th role="columnheader" scope="col"{sort}><button type="button" data-sort="{column}"{turned}>{words(HEADS[column])}</button></th>'


def _row(one: PlanTarget, words: Words) -> str:
    plan, target, lang = one.plan, one.target, script_of(one.plan)
    per = f'<span class="per">{escape(target.per)}</span> ' if target.per else ""
    sentence = with_spans(target.sentence, [(target.start, target.end)], "mark")
    own = f' lang="{lang}"'
    cells = {
        "amount": (own, f"{per}<b>{escape(target.words)}</b>"),
        "what": (own, f"{escape(target.what)}{_on_demand(sentence, words)}"),
        "direction": ("", f'<span class="{target.direction}">{word(target.direction, words.language)}</span>'),
        "when": (own, escape(target.by_when or "")),
        "topic": ("", escape(name_of_topic(target.topic, words))),
        "plan": (own, item_link(plan.id, "", name_of_plan(plan, words.language))),
        "item": (
            "",
            item_reference(plan, one.item, words, mark=target.words, full=cite(plan, one.item.ref, words.language)),
        ),
    }
    inner = "".join(_cell(name, *cell, words) for name, cell in cells.items())
    return f'<tr role="row">{inner}</tr>'


def _cell(name: str, own: str, inner: str, words: Words) -> str:
    empty = "" if inner else ' class="is-empty"'
    shown = inner or '<span aria-hidden="true">—</span>'
    return f'<td role="cell" data-name="{name}" data-label="{words(HEADS[name])}"{own}{empty}><div>{shown}</div></td>'


def _on_demand(sentence: str, words: Words) -> str:
    return f'<details><summary lang="{words.language}">{words("原句")}</summary><p>{sentence}</p></details>'
