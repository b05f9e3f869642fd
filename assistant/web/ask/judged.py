"""What a person says of an answer, and questions that found none, as remarks for the staff to read."""

from datetime import datetime

from assistant.answer import NOT_FOUND, Citation, Nearest
from assistant.cite import cite
from assistant.feedback import Kind, Remark
from assistant.understanding.small_talk import find_small_talk
from assistant.web.ask.talk import Turn
from assistant.web.words import SIMPLIFIED

REASONS = ("答非所问", "出处不对", "内容过时", "没有找到，但计划里应该有", "看不懂")


def judgement(turn: Turn, kind: Kind, reason: str, at: datetime) -> Remark:
    """The remark that a person makes on the turn's answer."""
    assert turn.answer
    named: list[Citation | Nearest] = [*turn.answer.citations, *turn.answer.nearest]
    cited = tuple(cite(one.plan, one.item.ref, SIMPLIFIED) for one in named)
    reading = turn.answer.reading
    return Remark(
        kind, turn.question, turn.answer.language, at, turn.name, reading, tuple(dict.fromkeys(cited)), reason
    )


def unanswered(turn: Turn, at: datetime) -> Remark | None:
    """The remark that no plan answers the turn's question; None where one does, and of a greeting."""
    if not turn.answer or turn.answer.status != NOT_FOUND or find_small_talk(turn.question):
        return None
    return judgement(turn, Kind.UNANSWERED, "", at)
