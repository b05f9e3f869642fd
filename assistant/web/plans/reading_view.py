"""A plan to be read, as HTML: its head, its outline at the side, its items in order; all that it wrote is escaped."""

from collections.abc import Sequence
from html import escape
from pathlib import Path

from assistant.browsing.catalogue import Entry
from assistant.browsing.reading import Block, Heading
from assistant.cite import cite
from assistant.phrases import name_of_plan
from assistant.web.dates import written_date
from assistant.web.desk import item_address
from assistant.web.own_words import script_of
from assistant.web.topics import name_of_item
from assistant.web.words import Words
from ingest.plan import Identity
from vectorstore.stored_plan import StoredPlan

LATEST_HEADING = 16  # characters of a text before which its heading begins, if it holds it: the label's


def reading(plan: StoredPlan, read: Sequence[Block], others: Sequence[StoredPlan], words: Words, *, kept: bool) -> str:
    """The reading view; `kept` tells whether the store keeps the original file."""
    lang = script_of(plan.identity)
    texts = "".join(block_html(block, index, plan.identity, words) for index, block in enumerate(read))
    return (
        f'<article class="reader" data-plan="{escape(plan.id)}">{_head(plan, others, words, kept=kept)}'
        f'<div class="reader-columns"><details class="outline"><summary>{words("目录")}</summary>'
        f'<nav aria-label="{words("目录")}">{_outline(read, lang, words)}</nav></details>'
        f'<div class="reader-text" tabindex="0" role="region" aria-label="{words("正文")}">{texts}</div></div></article>'
    )


def block_html(block: Block, index: int, plan: Identity, words: Words, *, side: str = "block") -> str:
    """A heading or an item; its id is made of the side and the index, so that two plans can stand on one page."""
    lang = script_of(plan)
    if isinstance(block, Heading):
        level = min(block.level + 2, 5)
        return f'<h{level} class="heading" id="{side}-{index}" lang="{lang}"><span class="text">{escape(block.text)}</span></h{level}>'
    name, item = escape(name_of_item(block.item.ref, words)), block.item
    page = f'<span class="page">{words("原件第{page}页", page=item.page)}</span>' if item.page else ""
    return (
        f'<div class="item" role="group" id="{side}-{index}" data-ref="{escape(item.ref)}" aria-label="{name}" tabindex="-1">'
        f'<div class="item-top"><a data-item class="item-number" href="{escape(item_address(plan.id, item.ref))}">{name}</a>'
        f"{page}{_tools(block, plan, name, words)}</div>"
        f'<p class="text" lang="{lang}">{_led(item.text, item.heading)}</p></div>'
    )


def origin(plan: StoredPlan, words: Words) -> str:
    """Who issued the plan, when, under which number, and how long it is."""
    identity = plan.identity
    lang = script_of(identity)
    own = [f'<span lang="{lang}">{escape(one)}</span>' for one in (identity.issuer, identity.number) if one]
    year = words("{year}年的计划@reading", year=identity.year) if identity.year else words("未注明年份@reading")
    date = written_date(identity.date, words) if identity.date else ""
    told = [year, date, words("共{count}条", count=plan.item_count)]
    return f'<p class="origin">{"".join([*own, *(f"<span>{escape(one)}</span>" for one in told if one)])}</p>'


def _head(plan: StoredPlan, others: Sequence[StoredPlan], words: Words, *, kept: bool) -> str:
    lang = script_of(plan.identity)
    back = f'<p class="reader-back"><a data-go href="?tab=plans">← {words("全部计划")}</a></p>'
    return (
        f'<header class="reader-head">{back}<h2 lang="{lang}">{escape(plan.identity.title)}</h2>{origin(plan, words)}'
        f'<div class="reader-tools">{_find(words)}{_original(plan, words, kept=kept)}{_beside(plan, others, words)}</div></header>'
    )


def _find(words: Words) -> str:
    label = words("在本计划中查找")
    return (
        f'<form class="reader-find" role="search"><input type="search" id="reader-words" aria-label="{label}" placeholder="{label}" '
        'autocomplete="off" enterkeyhint="search"><output id="reader-count" for="reader-words"></output>'
        f'<button type="button" data-step="-1" aria-label="{words("上一处")}" title="{words("上一处")}（Shift+Enter）">↑</button>'
        f'<button type="button" data-step="1" aria-label="{words("下一处")}" title="{words("下一处")}（Enter）">↓</button></form>'
    )


def _original(plan: StoredPlan, words: Words, *, kept: bool) -> str:
    if not kept:
        return f'<p class="original hint">{words("库里没有保存原件；再添加一次这个文件就会保存。")}</p>'
    name = escape(Path(plan.path).name)
    return (
        f'<a class="original" href="/plans/{escape(plan.id)}/original" download>↓ {words("下载原件")}'
        f"<small>{name}</small></a>"
    )


def _beside(plan: StoredPlan, others: Sequence[StoredPlan], words: Words) -> str:
    options = "".join(
        f'<option value="{escape(other.id)}">{escape(name_of_plan(other.identity, words.language))}</option>'
        for other in others
        if other.id != plan.id
    )
    first = f'<option value="">{words("选另一份计划……")}</option>'
    return f'<label class="reader-beside"><span>{words("并排对照")}</span><select id="reader-beside">{first}{options}</select></label>'


def _outline(read: Sequence[Block], lang: str, words: Words) -> str:
    """The sections, each with its items; what stands before the first section by itself."""
    groups: list[tuple[int | None, list[int]]] = [(None, [])]
    for index, block in enumerate(read):
        if isinstance(block, Heading) and block.level == 1:
            groups.append((index, []))
        else:
            groups[-1][1].append(index)
    rows = "".join(_section(read, head, inside, lang, words) for head, inside in groups if inside or head is not None)
    return f"<ol>{rows}</ol>"


def _section(read: Sequence[Block], head: int | None, inside: Sequence[int], lang: str, words: Words) -> str:
    rows = "".join(f"<li>{_outline_link(read[index], index, lang, words)}</li>" for index in inside)
    if head is None:
        return rows
    fold = (
        f'<button type="button" class="fold" aria-expanded="true" aria-label="{words("收起或展开")}"></button>'
        if inside
        else ""
    )
    return f'<li class="outline-section"><div>{fold}{_outline_link(read[head], head, lang, words)}</div><ol>{rows}</ol></li>'


def _outline_link(block: Block, index: int, lang: str, words: Words) -> str:
    if isinstance(block, Heading):
        return f'<a href="#block-{index}" data-block="{index}" lang="{lang}">{escape(block.text)}</a>'
    heading = f' <span lang="{lang}">{escape(block.item.heading)}</span>' if block.item.heading else ""
    return f'<a href="#block-{index}" data-block="{index}">{escape(name_of_item(block.item.ref, words))}{heading}</a>'


def _tools(entry: Entry, plan: Identity, name: str, words: Words) -> str:
    cited = escape(cite(plan, entry.item.ref, words.language))
    link = escape(item_address(plan.id, entry.item.ref))
    return (
        f'<span class="item-tools"><button type="button" data-link="{link}" aria-label="{words("复制链接")} {name}">{words("复制链接")}</button>'
        f'<button type="button" data-cite="{cited}" aria-label="{words("复制出处")} {name}">{words("复制出处")}</button></span>'
    )


def _led(text: str, heading: str) -> str:
    """The text with its heading in bold, where it opens with it."""
    at = text.find(heading) if heading else -1
    if not 0 <= at < LATEST_HEADING:
        return escape(text)
    end = at + len(heading)
    return f"{escape(text[:at])}<strong>{escape(text[at:end])}</strong>{escape(text[end:])}"
