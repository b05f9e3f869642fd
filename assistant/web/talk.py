"""The talk of one browser session: turns of a question and its answer, which grows while it is written."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.answer import Answer
from assistant.ask import Assistant
from assistant.question import Question, Scope
from assistant.web.sources import Source, read_sources
from assistant.web.trouble import explain
from ingest.errors import UserError


@dataclass(frozen=True, slots=True)
class Turn:
    """A question and its answer as far as it is written; `note` says why there is none or why it broke off."""

    question: str
    answer: Answer | None = None
    sources: tuple[Source, ...] = ()
    note: str = ""
    is_complete: bool = False


Talk = tuple[Turn, ...]


def ask(assistant: Assistant, text: str, chosen: Sequence[str], talk: Talk) -> Iterator[Talk]:
    """The talk with the question as its last turn, yielded anew as the answer grows; `chosen` are ids of plans."""
    turn = Turn(text.strip())
    yield (*talk, turn)
    question = Question(text, history(talk), Scope(plans=tuple(chosen)))
    try:
        for answer in assistant.stream(question):
            turn = replace(turn, answer=answer, sources=read_sources(answer, assistant.store, known=turn.sources))
            yield (*talk, turn)
    except UserError as error:
        turn = replace(turn, note=explain(error, question, assistant.store.plans))
    yield (*talk, replace(turn, is_complete=True))


def broken_off(talk: Talk, note: str) -> Talk:
    """The talk with its last turn closed by the note."""
    return (*talk[:-1], replace(talk[-1], note=note, is_complete=True)) if talk else talk


def is_busy(talk: Talk) -> bool:
    """Whether an answer is being written."""
    return bool(talk) and not talk[-1].is_complete


def was_refused(talk: Talk) -> bool:
    """Whether the last question got no answer but a note, so that the person may mend and ask it again."""
    return bool(talk) and bool(talk[-1].note)


def history(talk: Talk) -> tuple[str, ...]:
    """The questions that were answered so far, oldest first."""
    return tuple(turn.question for turn in talk if turn.answer)
