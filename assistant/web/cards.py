"""Sources as HTML: a card each, which opens at the item in its plan; everything from plans and people is escaped."""

from html import escape

from assistant.phrases import name_of_plan, name_of_ref
from assistant.web.sources import Source, anchor
from assistant.web.talk import Talk, Turn
from ingest.plan import Identity, Item

ANSWERED_TITLE, NEAREST_TITLE = "出处", "最接近的条目"
NEAREST_HINT = "它们不一定回答了问题，仅供参考。"
BACK = '<a class="back" href="#chat">↑ 回到回答</a>'  # shown where the sources stand below the chat
HINT = "点开一张，就能看到它在原文里的位置。"


def cards(talk: Talk) -> str:
    """The sources of all answers: those of the last one shown, the others hidden until one of their marks is chosen."""
    numbered = [(number, turn) for number, turn in enumerate(talk, 1) if turn.sources]
    return "".join(_section(turn, number, is_last=(number, turn) == numbered[-1]) for number, turn in numbered)


def _section(turn: Turn, number: int, *, is_last: bool) -> str:
    assert turn.answer
    is_near = not turn.answer.citations
    opens = is_last and turn.is_complete and not is_near
    rows = [
        _card(source, number, language=turn.answer.language, is_open=opens and source is turn.sources[0])
        for source in turn.sources
    ]
    return (
        f'<section class="sources" id="sources-{number}"{"" if is_last else " hidden"}>'
        f"<h2>{NEAREST_TITLE if is_near else ANSWERED_TITLE}</h2>"
        f'<p class="asked">{escape(turn.question)}</p><p class="hint">{NEAREST_HINT if is_near else HINT}</p>'
        f"{''.join(rows)}</section>"
    )


def _card(source: Source, turn: int, *, language: str, is_open: bool) -> str:
    quote = f'<span class="quote">{escape(source.quote)}</span>' if source.quote else ""
    mark = f'<span class="mark">[{source.number}]</span> ' if source.quote else ""
    return (
        f'<details class="card" id="{anchor(turn, source.number)}" name="sources-{turn}"{" open" if is_open else ""}>'
        f'<summary>{mark}<span class="plan">{escape(name_of_plan(source.plan, language))}</span>'
        f'<span class="item-name">{_item_name(source.item, language)}</span>{quote}</summary>'
        f"{_extract(source, language)}</details>"
    )


def _extract(source: Source, language: str) -> str:
    """The item in its plan: who issued it and when, its section, and the items around it."""
    script = "zh-Hant" if source.plan.language == "zh-Hant" else "zh-Hans"
    return (
        f'<article class="extract" lang="{script}">{_origin(source.plan)}'
        f"{_neighbour('上一条', source.before, language)}"
        f'<div class="cited"><h3>{_section_name(source.item, language)}</h3>'
        f"<p>{_marked(source.item.text, source.quote)}</p></div>"
        f"{_neighbour('下一条', source.after, language)}{BACK}</article>"
    )


def _origin(plan: Identity) -> str:
    year = f"{plan.year}年的计划" if plan.year else "未注明年份"
    known = (plan.issuer, plan.number, _written(plan.date), year, plan.source)
    return f'<p class="origin">{"".join(f"<span>{escape(one)}</span>" for one in known if one)}</p>'


def _written(date: str | None) -> str | None:
    """A date as people write it: `2024-02-26` is 2024年2月26日; another form stays as it is."""
    parts = (date or "").split("-")
    if len(parts) != 3 or not all(part.isdigit() for part in parts):
        return date
    year, month, day = map(int, parts)
    return f"{year}年{month}月{day}日"


def _neighbour(label: str, item: Item | None, language: str) -> str:
    if item is None:
        return ""
    name = escape(name_of_ref(item.ref, language))
    return f'<div class="beside"><h4>{label} · {name}</h4><p>{escape(item.text)}</p></div>'


def _marked(text: str, quote: str) -> str:
    before, found, after = text.partition(quote) if quote else (text, "", "")
    return escape(before) + (f"<mark>{escape(found)}</mark>" if found else "") + escape(after)


def _section_name(item: Item, language: str) -> str:
    number = name_of_ref(item.section, language) if item.section else ""
    return escape(f"{number} {item.section_title}".strip())


def _item_name(item: Item, language: str) -> str:
    heading = f" {escape(item.heading)}" if item.heading else ""
    return escape(name_of_ref(item.ref, language)) + heading
