"""The talk of one browser session: turns of a question and its answer, which grows while it is written."""

import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from assistant.answer import Answer
from assistant.ask import Assistant
from assistant.question import NO_SCOPE, Question, Scope
from assistant.understanding.named import Named
from assistant.web.ask.sources import Source, read_sources
from assistant.web.ask.stoppable import Stoppable
from assistant.web.trouble import explain
from assistant.web.words import Words
from ingest.errors import UserError


def random_name() -> str:
    """A name that nobody guesses: of a talk, or of an answer."""
    return secrets.token_hex(8)


@dataclass(frozen=True, slots=True)
class Turn:
    """A question and its answer as far as it is written; `note` says why there is none or why it broke off.

    `without` are the places, years and plans that were taken off it, `is_alone` whether the talk was.
    """

    question: str
    scope: Scope = NO_SCOPE
    without: tuple[Named, ...] = ()
    is_alone: bool = False
    answer: Answer | None = None
    sources: tuple[Source, ...] = ()
    note: str = ""
    is_complete: bool = False
    asked_at: str = ""  # the time, as ISO writes it
    name: str = field(default_factory=random_name)
    is_kept: bool = False  # it was opened again from the browser's own keeping
    is_changed: bool = False  # and what it cites stands in the store no longer as it was


@dataclass(frozen=True, slots=True)
class Talk:
    """The turns, and the name under which the browser keeps them, "" before the first."""

    name: str = ""
    turns: tuple[Turn, ...] = ()

    @property
    def last(self) -> Turn | None:
        """The turn that was asked last."""
        return self.turns[-1] if self.turns else None

    @property
    def is_busy(self) -> bool:
        """Whether an answer is being written."""
        return bool(self.turns) and not self.turns[-1].is_complete

    @property
    def was_refused(self) -> bool:
        """Whether the last question got no answer but a note, so that the person may mend and ask it again."""
        return bool(self.turns) and bool(self.turns[-1].note) and not self.turns[-1].answer

    def closed(self, note: str) -> "Talk":
        """The talk with its last turn ended, and the note in it."""
        return replace(self, turns=(*self.turns[:-1], replace(self.turns[-1], note=note, is_complete=True)))


Begin = Callable[[Stoppable[Answer]], None]


def ask(assistant: Assistant, turn: Turn, talk: Talk, words: Words, *, begin: Begin | None = None) -> Iterator[Talk]:
    """The talk with the turn as its last one, yielded anew as the answer grows; `begin` gets what can stop it."""
    turn = replace(turn, question=turn.question.strip())
    question = Question(turn.question, () if turn.is_alone else history(talk), turn.scope, turn.without)
    answers = Stoppable(lambda: assistant.stream(question))
    if begin:
        begin(answers)
    yield replace(talk, turns=(*talk.turns, turn))
    try:
        for answer in answers:
            sources = read_sources(answer, assistant.store, known=turn.sources)
            turn = replace(turn, answer=answer, sources=sources)
            yield replace(talk, turns=(*talk.turns, turn))
    except UserError as error:
        turn = replace(turn, note=explain(error, question, assistant.store.plans, words))
    if answers.is_stopped:
        turn = replace(turn, note=words("已停止，回答可能不完整。"))
    yield replace(talk, turns=(*talk.turns, replace(turn, is_complete=True)))


def history(talk: Talk) -> tuple[str, ...]:
    """The questions that were answered so far, oldest first, from the last one on that was asked by itself.

    One from which something was taken off counts as it was read without it.
    """
    turns = [turn for turn in talk.turns if turn.answer]
    first = max((number for number, turn in enumerate(turns) if turn.is_alone), default=0)
    return tuple(
        turn.answer.reading if turn.without and turn.answer and turn.answer.reading else turn.question
        for turn in turns[first:]
    )
