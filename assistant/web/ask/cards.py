"""Sources as HTML: a card each, which opens at the item in its plan; everything from plans and people is escaped."""

from html import escape

from assistant.cite import cite
from assistant.phrases import name_of_plan, name_of_ref
from assistant.web.ask.sources import Source, anchor
from assistant.web.ask.talk import Talk, Turn
from assistant.web.desk import item_address, item_link
from assistant.web.words import ENGLISH, Words
from ingest.plan import Identity, Item

LONGEST_MARKED = 80  # characters of a quote that a permanent address carries along


def cards_before(talk: Talk, words: Words) -> str:
    """The sources of the answers before the last one: those of the newest shown until the last one has some."""
    numbered = [(number, turn) for number, turn in enumerate(talk.turns[:-1], 1) if turn.sources]
    shown = 0 if not numbered or talk.turns[-1].sources else numbered[-1][0]
    return "".join(_section(turn, number, words, is_shown=number == shown, is_last=False) for number, turn in numbered)


def cards(talk: Talk, words: Words) -> str:
    """The sources of the last answer."""
    if not talk.turns or not talk.turns[-1].sources:
        return ""
    return _section(talk.turns[-1], len(talk.turns), words, is_shown=True, is_last=True)


def _section(turn: Turn, number: int, words: Words, *, is_shown: bool, is_last: bool) -> str:
    assert turn.answer
    is_near = not turn.answer.citations
    opens = is_last and turn.is_complete and not is_near
    rows = [_card(source, number, words, is_open=opens and source is turn.sources[0]) for source in turn.sources]
    title = words("最接近的条目") if is_near else words("出处")
    hint = words("它们不一定回答了问题，仅供参考。") if is_near else words("点开一张，就能看到它在原文里的位置。")
    return (
        f'<section class="sources" id="sources-{number}"{"" if is_shown else " hidden"}>'
        f'<h2>{title}</h2><p class="asked">{escape(turn.question)}</p><p class="hint">{hint}</p>'
        f"{''.join(rows)}</section>"
    )


def _card(source: Source, turn: int, words: Words, *, is_open: bool) -> str:
    quote = f'<span class="quote" lang="{_script(source.plan)}">{escape(source.quote)}</span>' if source.quote else ""
    mark = f'<span class="mark">[{source.number}]</span> ' if source.quote else ""
    return (
        f'<details class="card" id="{anchor(turn, source.number)}" name="sources-{turn}"{" open" if is_open else ""}>'
        f'<summary>{mark}<span class="plan">{escape(name_of_plan(source.plan, words.language))}</span>'
        f'<span class="item-name">{_item_name(source.item, words)}</span>{quote}</summary>'
        f"{_extract(source, words)}</details>"
    )


def _extract(source: Source, words: Words) -> str:
    """The item in its plan: who issued it and when, its section, the items around it, and what can be done with it."""
    return (
        f'<article class="extract">{_origin(source.plan, words)}'
        f"{_neighbour(words('上一条'), source.before, source.plan, words)}"
        f'<div class="cited" lang="{_script(source.plan)}"><h3>{_section_name(source.item, words)}</h3>'
        f"<p>{_marked(source.item.text, source.quote)}</p></div>"
        f"{_neighbour(words('下一条'), source.after, source.plan, words)}{_tools(source, words)}</article>"
    )


def _tools(source: Source, words: Words) -> str:
    """The way to the whole plan, the citation as officials write it, and the permanent address, both to be copied."""
    marked = source.quote.split("\n")[0][:LONGEST_MARKED]
    cited = cite(source.plan, source.item.ref, words.language)
    address = item_address(source.plan.id, source.item.ref, marked)
    return (
        f'<p class="tools">{item_link(source.plan.id, source.item.ref, words("在整份计划里看"), words=marked)}'
        f'<button type="button" data-copy="{escape(cited)}">{words("复制出处")}</button>'
        f'<button type="button" data-copy-address="{escape(address)}">{words("复制链接")}</button></p>'
    )


def _origin(plan: Identity, words: Words) -> str:
    year = words("{year}年的计划", year=plan.year) if plan.year else words("未注明年份")
    known = (plan.issuer, plan.number, _written(plan.date, words), year, plan.source)
    return f'<p class="origin">{"".join(f"<span>{escape(one)}</span>" for one in known if one)}</p>'


def _written(date: str | None, words: Words) -> str | None:
    """A date as people write it: `2024-02-26` is 2024年2月26日; another form, and an English one, stays as it is."""
    parts = (date or "").split("-")
    if words.language == ENGLISH or len(parts) != 3 or not all(part.isdigit() for part in parts):
        return date
    year, month, day = map(int, parts)
    return f"{year}年{month}月{day}日"


def _neighbour(label: str, item: Item | None, plan: Identity, words: Words) -> str:
    if item is None:
        return ""
    name = escape(name_of_ref(item.ref, words.language).strip())
    return f'<div class="beside"><h4>{label} · {name}</h4><p lang="{_script(plan)}">{escape(item.text)}</p></div>'


def _marked(text: str, quote: str) -> str:
    before, found, after = text.partition(quote) if quote else (text, "", "")
    return escape(before) + (f"<mark>{escape(found)}</mark>" if found else "") + escape(after)


def _section_name(item: Item, words: Words) -> str:
    number = name_of_ref(item.section, words.language).strip() if item.section else ""
    return escape(f"{number} {item.section_title}".strip())


def _item_name(item: Item, words: Words) -> str:
    heading = f" {escape(item.heading)}" if item.heading else ""
    return escape(name_of_ref(item.ref, words.language)) + heading


def _script(plan: Identity) -> str:
    return "zh-Hant" if plan.language == "zh-Hant" else "zh-Hans"
