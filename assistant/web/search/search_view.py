"""What a search found as HTML: a line that sums it up, the filters, and the items; all that plans wrote is escaped."""

from collections.abc import Sequence
from html import escape

from assistant.browsing.catalogue import Entry
from assistant.browsing.excerpt import Piece, excerpt
from assistant.browsing.facets import Choice, Facet
from assistant.browsing.finding import Findings
from assistant.browsing.sought import Sought
from assistant.phrases import name_of_plan
from assistant.web.desk import item_address
from assistant.web.own_words import script_of
from assistant.web.topics import name_of_item, name_of_topic
from assistant.web.words import Words
from vectorstore.stored_plan import StoredPlan

FEW = 8  # choices of a filter that are shown at once
NAMES = {"plan": "计划", "region": "地区", "year": "年份", "topic": "主题"}
MORE = 100  # further items that the button for more brings


def summary(found: Findings, words: Words) -> str:
    """How much holds the words."""
    if not found.held:
        return words("没有条目含有这些词。")
    return words("{count}条含有这些词，见于{plans}份计划", count=len(found.held), plans=found.plan_count)


def hits_html(found: Findings, wished: str, shown: int, words: Words) -> str:
    """The first items that hold the words, and a way to the others."""
    if not found.held:
        return f'<p class="hint">{words("可以换个说法、少写几个词，或取消左边的筛选。下面是意思相近的条目（如果有）。")}</p>'
    rows = _rows(found.held[:shown], found.sought, wished, words)
    return f'<ol class="hits">{rows}</ol>{_more(len(found.held), shown, words)}'


def near_html(entries: Sequence[Entry], sought: Sought, wished: str, words: Words) -> str:
    """The items of near meaning; "" where there are none."""
    if not entries:
        return ""
    return (
        f"<h2>{words('意思相近的条目')} <small>{len(entries)}</small></h2>"
        f'<p class="hint">{words("它们没有写着全部这些词，讲的也许是同一件事。")}</p>'
        f'<ol class="hits">{_rows(entries, sought, wished, words)}</ol>'
    )


def facets_html(facets: Sequence[Facet], plans: Sequence[StoredPlan], words: Words) -> str:
    """A group of boxes to tick a kind."""
    titles = {plan.id: name_of_plan(plan.identity, words.language) for plan in plans}
    return "".join(_facet(facet, titles, words) for facet in facets if facet.choices)


def marked(pieces: Sequence[Piece]) -> str:
    """The pieces as HTML, what was sought marked."""
    return "".join(_piece(piece) for piece in pieces)


def _rows(entries: Sequence[Entry], sought: Sought, wished: str, words: Words) -> str:
    return "".join(_hit(entry, sought, wished, words) for entry in entries)


def _hit(entry: Entry, sought: Sought, wished: str, words: Words) -> str:
    plan, item = entry.plan.identity, entry.item
    shown = marked(excerpt(item.text, sought.spans(item.text)))
    section = f"{item.section or ''} {item.section_title}".strip()
    lang = script_of(plan)
    heading = f'<strong lang="{lang}">{escape(item.heading)}</strong>' if item.heading else ""
    return (
        f'<li class="hit"><a data-item class="hit-link" href="{escape(item_address(plan.id, item.ref, wished))}">'
        f'<span lang="{lang}">{escape(name_of_plan(plan, words.language))}</span> '
        f'<span class="ref">{escape(name_of_item(item.ref, words))}</span> {heading}</a>'
        f'<p class="excerpt" lang="{lang}">{shown}</p>'
        f'<p class="section" lang="{lang}">{escape(section)}</p></li>'
    )


def _piece(piece: Piece) -> str:
    text = escape(piece.text)
    return ("……" if piece.is_after_gap else "") + (f"<mark>{text}</mark>" if piece.is_marked else text)


def _more(count: int, shown: int, words: Words) -> str:
    if count <= shown:
        return ""
    left = count - shown
    every = f'<button type="button" data-show="{count}">{words("显示全部{count}条", count=count)}</button>'
    some = (
        f'<button type="button" data-show="{shown + MORE}">{words("再显示{count}条", count=min(MORE, left))}</button>'
    )
    return f'<p class="more">{some}{every if left > MORE else ""}</p>'


def _facet(facet: Facet, titles: dict[str, str], words: Words) -> str:
    rows = [_choice(facet.kind, choice, titles, words) for choice in facet.choices]
    further = "".join(rows[FEW:])
    more = (
        f"<details><summary>{words('还有{count}个', count=len(rows) - FEW)}</summary>{further}</details>"
        if further
        else ""
    )
    return f"<fieldset><legend>{words(NAMES[facet.kind])}</legend>{''.join(rows[:FEW])}{more}</fieldset>"


def _choice(kind: str, choice: Choice, titles: dict[str, str], words: Words) -> str:
    label = _label(kind, choice.value, titles, words)
    return (
        f'<label><input type="checkbox" name="{kind}" value="{escape(choice.value)}"{" checked" if choice.is_chosen else ""}>'
        f"<span>{escape(label)}</span><small>{choice.count}</small></label>"
    )


def _label(kind: str, value: str, titles: dict[str, str], words: Words) -> str:
    if kind == "plan":
        return titles.get(value) or words("已不在库里的计划")
    if not value:
        return words("未注明")
    if kind == "year":
        return words("{year}年", year=value)
    return name_of_topic(value, words) if kind == "topic" else value
