"""A talk as the browser keeps it, and as it is opened again: read as strangers' text, since anyone may have changed it."""

import json
from dataclasses import dataclass, replace

from pydantic import TypeAdapter, ValidationError

from assistant.answer import Answer
from assistant.question import NO_SCOPE, Scope
from assistant.understanding.named import Named
from assistant.web.ask.sources import read_sources
from assistant.web.ask.talk import Talk, Turn
from vectorstore.store import Store

MOST_TURNS = 100
LONGEST = 4_000_000  # characters of a kept talk


@dataclass(frozen=True, slots=True)
class KeptTurn:
    """What is needed to draw a turn again and to go on from it."""

    question: str
    name: str
    asked_at: str = ""
    scope: Scope = NO_SCOPE
    without: tuple[Named, ...] = ()
    is_alone: bool = False
    answer: Answer | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class KeptTalk:
    """The talk's name and its turns."""

    name: str
    turns: tuple[KeptTurn, ...]


TURN, TALK = TypeAdapter(KeptTurn), TypeAdapter(KeptTalk)


def keep_last(talk: Talk) -> str:
    """The last turn as JSON, with the talk's name and the turn's place in it, for the browser to keep."""
    turn, place = talk.turns[-1], len(talk.turns) - 1
    kept = KeptTurn(
        turn.question, turn.name, turn.asked_at, turn.scope, turn.without, turn.is_alone, turn.answer, turn.note
    )
    return json.dumps(
        {"name": talk.name, "place": place, "turn": TURN.dump_python(kept, mode="json")}, ensure_ascii=False
    )


def open_kept(text: str, store: Store) -> Talk | None:
    """The talk that the browser kept, its sources read anew; None where it cannot be read.

    An answer whose quotes no longer stand in the store's items is marked as changed.
    """
    if len(text) > LONGEST:
        return None
    try:
        kept = TALK.validate_json(text)
    except ValidationError:
        return None
    return Talk(kept.name[:40], tuple(_opened(turn, store) for turn in kept.turns[-MOST_TURNS:]))


def _opened(kept: KeptTurn, store: Store) -> Turn:
    turn = Turn(
        kept.question, kept.scope, kept.without, kept.is_alone, kept.answer, note=kept.note, is_complete=True,
        asked_at=kept.asked_at, name=kept.name[:40], is_kept=True,
    )  # fmt: skip
    if not kept.answer:
        return turn
    return replace(
        turn,
        sources=read_sources(kept.answer, store),
        is_changed=not all(_stands(one.plan.id, one.item.ref, one.quote, store) for one in kept.answer.citations),
    )


def _stands(plan_id: str, ref: str, quote: str, store: Store) -> bool:
    edition = next((plan.edition for plan in store.plans if plan.id == plan_id), None)
    items = store.items.items_of(edition) if edition else []
    return any(stored.item.ref == ref and quote in stored.item.text for stored in items)
