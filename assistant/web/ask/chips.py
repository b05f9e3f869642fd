"""What was understood of a question, as chips: of the last question each can be taken off, and put back again."""

from html import escape

from assistant.understanding.named import Kind, Named
from assistant.web.ask.talk import Turn
from assistant.web.words import Words

NAMES = {Kind.PLACE: "地点", Kind.YEAR: "年份", Kind.PLAN: "计划@one"}


def chips(turn: Turn, before: Turn | None, words: Words, *, is_last: bool) -> str:
    """The chips of a turn, or "" where nothing was understood beyond its own words; `before` is the turn before it."""
    if not turn.answer:
        return ""
    rows = [_chip(one, words, is_on=True, is_last=is_last) for one in turn.answer.named]
    rows += [_chip(one, words, is_on=False, is_last=is_last) for one in turn.without]
    if before and (turn.answer.is_carried or turn.is_alone):
        rows.append(_talk_chip(turn, before, words, is_last=is_last))
    if not rows:
        return ""
    name = words("理解为")
    return f'<ul class="chips" aria-label="{name}"><li class="chips-name" aria-hidden="true">{name}</li>{"".join(rows)}</ul>'


def _chip(one: Named, words: Words, *, is_on: bool, is_last: bool) -> str:
    text = words("{year}年", year=one.text) if one.kind is Kind.YEAR else one.text
    carried = f"<small>{words('接着上文')}</small>" if one.is_carried and is_on else ""
    return _drawn(
        f"{words(NAMES[one.kind])}", text, f"{one.kind}:{one.value}", words, is_on=is_on, is_last=is_last, more=carried
    )


def _talk_chip(turn: Turn, before: Turn, words: Words, *, is_last: bool) -> str:
    asked = before.question if len(before.question) <= 24 else before.question[:24] + "……"
    return _drawn(words("接着问"), asked, "talk", words, is_on=not turn.is_alone, is_last=is_last)


def _drawn(name: str, text: str, key: str, words: Words, *, is_on: bool, is_last: bool, more: str = "") -> str:
    inner = f"<span>{escape(name)}</span><b>{escape(text)}</b>{more}"
    if not is_last:
        return f'<li><span class="chip{"" if is_on else " off"}">{inner}</span></li>'
    does = words("去掉“{what}”再问", what=text) if is_on else words("恢复“{what}”再问", what=text)
    sign = "×" if is_on else "↺"
    return (
        f'<li><button type="button" class="chip{"" if is_on else " off"}" data-do="toggle" data-key="{escape(key)}" '
        f'aria-label="{escape(does)}" title="{escape(does)}">{inner}<i aria-hidden="true">{sign}</i></button></li>'
    )
