"""The talk as HTML: a bubble a question, a bubble an answer; whatever people or plans wrote shows as it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from assistant.outdated import find_caution
from assistant.web.ask.answer_html import to_html
from assistant.web.ask.chips import chips
from assistant.web.ask.talk import Talk, Turn
from assistant.web.words import Words
from vectorstore.stored_plan import StoredPlan

LONGEST_SHOWN = 400  # characters of a question; a longer one stays whole in the input box
WAITING = "正在查阅计划……"
CHANGED = "这是{day}的回答；所引的计划此后有改动或已移除，请重新提问核对。"


@dataclass(frozen=True, slots=True)
class Around:
    """What the bubbles are drawn with: the plans in the store, today, and the words of the page."""

    plans: Sequence[StoredPlan]
    today: date
    words: Words


def earlier(talk: Talk, around: Around) -> str:
    """All turns but the last one, which no longer change."""
    return "".join(_turn(talk, number, around) for number in range(1, len(talk.turns)))


def latest(talk: Talk, around: Around) -> str:
    """The last turn, as far as its answer is written."""
    return _turn(talk, len(talk.turns), around) if talk.turns else ""


def literal(text: str) -> str:
    """Text as HTML that shows it letter by letter, its lines as lines: `literal("a\\n<b>")` is `a<br>&lt;b&gt;`."""
    return "<br>".join(escape(line.strip()) for line in text.strip().splitlines())


def _turn(talk: Talk, number: int, around: Around) -> str:
    turn, is_last = talk.turns[number - 1], number == len(talk.turns)
    before = next((one for one in reversed(talk.turns[: number - 1]) if one.answer), None)
    question = turn.question if len(turn.question) <= LONGEST_SHOWN else turn.question[:LONGEST_SHOWN] + "……"
    parts = [
        chips(turn, before, around.words, is_last=is_last and turn.is_complete),
        _body(turn, number),
        _caution(turn, around),
        _note(turn, around.words),
        _acts(turn, number, around.words, is_last=is_last) if turn.is_complete else _waiting(turn, around.words),
    ]
    return (
        f'<article class="turn" id="turn-{number}" data-name="{escape(f"{talk.name}-{turn.name}")}"{"" if turn.is_complete else " aria-busy=true"}>'
        f'<div class="user-row"><div class="user message">{literal(question)}</div></div>'
        f'<div class="bot-row"><div class="bot message">{"".join(parts)}</div></div></article>'
    )


def _body(turn: Turn, number: int) -> str:
    if not turn.answer:
        return ""
    return f'<div class="answer" lang="{escape(turn.answer.language)}">{to_html(turn.answer, number)}</div>'


def _caution(turn: Turn, around: Around) -> str:
    """That the plan is not this year's, or that a newer one is there, and the way to ask that one."""
    caution = find_caution(turn.answer, around.plans, around.today) if turn.answer else None
    if not caution:
        return ""
    said = around.words("这是{year}年的计划，可能已有新规定。", year=caution.year)
    if caution.newer:
        said += around.words("库里另有《{title}》。", title=caution.newer.title)
    return f'<p class="caution">{escape(said)}</p>'


def _note(turn: Turn, words: Words) -> str:
    said = [f'<p class="note-said">{literal(turn.note)}</p>'] if turn.note else []
    if turn.is_changed:
        said.append(f'<p class="caution">{escape(words(CHANGED, day=turn.asked_at[:10]))}</p>')
    elif turn.is_kept and turn.asked_at:
        said.append(f'<p class="kept-at">{escape(words("{day}的回答", day=turn.asked_at[:10]))}</p>')
    return "".join(said)


def _waiting(turn: Turn, words: Words) -> str:
    waiting = "" if turn.answer else f'<p class="waiting">{words(WAITING)}</p>'
    return f'{waiting}<p class="acts"><button type="button" data-do="stop">{words("停止")}</button></p>'


def _acts(turn: Turn, number: int, words: Words, *, is_last: bool) -> str:
    """What can be done with an answer: judge it, copy it, and ask the last question again."""
    acts = []
    if turn.answer:
        for kind, label in (("helped", words("有帮助")), ("failed", words("没帮助"))):
            acts.append(
                f'<button type="button" data-rate="{kind}" data-turn="{number}" aria-pressed="false">{label}</button>'
            )
        acts.append(f'<button type="button" data-copy-answer="{number}">{words("复制回答")}</button>')
    if is_last:
        acts.append(f'<button type="button" data-do="again">{words("重新回答")}</button>')
    return f'<p class="acts">{"".join(acts)}</p>' if acts else ""
