"""The talk grows as the answer does, and keeps what was asked when something goes wrong."""

from collections.abc import Iterator
from threading import Event
from typing import Any

import pytest

from assistant.answer import Answer
from assistant.ask import Assistant
from assistant.question import Question, Scope
from assistant.understanding.named import Kind, Named
from assistant.web.ask.stoppable import Stoppable
from assistant.web.ask.talk import Talk, Turn, ask, history
from assistant.web.trouble import EMPTY, PLAN_GONE, UNEXPECTED
from assistant.web.words import ENGLISH, SIMPLIFIED, Words
from vectorstore.store import Store

RATES = "各份计划的近视率目标分别是多少？"
FEE = "望汀区2025年课后服务收费多少？"
WORDS = Words(SIMPLIFIED)


@pytest.fixture(scope="module")
def assistant(sample_store: Store) -> Assistant:
    return Assistant(sample_store)


def last(assistant: Assistant, turn: Turn, talk: Talk | None = None) -> Talk:
    *_, talk = ask(assistant, turn, talk or Talk(), WORDS)
    return talk


def test_talk_shows_the_question_first_and_then_an_answer_that_grows(assistant: Assistant) -> None:
    talks = [talk.turns for talk in ask(assistant, Turn(f" {RATES} "), Talk(), WORDS)]
    assert [turns[-1].question for turns in talks] == [RATES] * len(talks)
    assert talks[0][-1].answer is None
    assert [len(turns[-1].sources) for turns in talks[1:]] == sorted(len(turns[-1].sources) for turns in talks[1:])
    assert [turns[-1].is_complete for turns in talks] == [False] * (len(talks) - 1) + [True]
    assert len(talks[-1][-1].sources) == 5


def test_source_stands_between_its_neighbours_in_the_plan(assistant: Assistant) -> None:
    (source,) = last(assistant, Turn("望汀区2024年工作要点第18条写了什么？")).turns[-1].sources
    assert source.before
    assert source.after
    assert (source.before.ref, source.item.ref, source.after.ref) == ("17", "18", "19")


def test_first_and_last_item_of_a_plan_have_one_neighbour(assistant: Assistant) -> None:
    (source,) = last(assistant, Turn("望汀区2024年工作要点第35条写了什么？")).turns[-1].sources
    assert source.before
    assert source.after is None


@pytest.mark.parametrize(("text", "plans", "note"), [("？！", (), EMPTY), ("课后服务怎么收费", ("gone",), PLAN_GONE)])
def test_refused_question_is_kept_with_a_note_and_is_no_history(
    assistant: Assistant, text: str, plans: tuple[str, ...], note: str
) -> None:
    talk = last(assistant, Turn(text, Scope(plans)))
    assert (talk.turns[-1].question, talk.turns[-1].note) == (text, note)
    assert talk.was_refused
    assert history(talk) == ()


def test_note_is_in_the_readers_language(assistant: Assistant) -> None:
    *_, talk = ask(assistant, Turn("?"), Talk(), Words(ENGLISH))
    assert talk.turns[-1].note.startswith("There is no question yet")


def test_talk_that_broke_off_is_closed_with_a_note(assistant: Assistant) -> None:
    open_talk = next(ask(assistant, Turn(RATES), Talk(), WORDS))
    assert open_talk.is_busy
    closed = open_talk.closed(UNEXPECTED)
    assert not closed.is_busy
    assert (closed.turns[-1].question, closed.turns[-1].note) == (RATES, UNEXPECTED)


def test_chosen_region_and_year_hold_whatever_is_asked(assistant: Assistant) -> None:
    talk = last(assistant, Turn("课后服务收费多少？", Scope(regions=("栖川市",), years=(2023,))))
    assert {source.plan.title for source in talk.turns[-1].sources} == {"栖川市教育局2023年工作计划"}


def test_history_holds_what_was_answered_and_begins_anew_where_the_talk_was_taken_off(assistant: Assistant) -> None:
    talk = last(assistant, Turn(FEE))
    talk = last(assistant, Turn("？"), talk)
    assert history(talk) == (FEE,)
    talk = last(assistant, Turn("栖川市2023年招聘多少名教师？", is_alone=True), talk)
    assert history(talk) == ("栖川市2023年招聘多少名教师？",)


def test_what_was_taken_off_does_not_come_back_with_the_next_question(assistant: Assistant) -> None:
    talk = last(assistant, Turn(FEE, without=(Named(Kind.PLACE, "望汀区"),)))
    assert history(talk) == ("2025年课后服务收费多少",)


class Slow(Assistant):
    """An assistant whose second word comes only when it may, as a language model's may be long in coming."""

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self.may_go_on = Event()

    def stream(self, input: Question | str, *more: Any, **kwargs: Any) -> Iterator[Answer]:  # noqa: A002
        """The first statement at once, the rest when it may."""
        growing = super().stream(input, *more, **kwargs)
        yield next(growing)
        self.may_go_on.wait()
        yield from growing


def test_answer_that_is_long_in_coming_can_be_stopped_and_keeps_what_is_there(sample_store: Store) -> None:
    began: list[Stoppable[Answer]] = []
    slow = Slow(sample_store)
    talks = ask(slow, Turn(RATES), Talk(), WORDS, begin=began.append)
    next(talks)
    assert next(talks).turns[-1].sources
    began[0].stop()
    *_, stopped = talks
    assert not slow.may_go_on.is_set()  # nobody waited for the rest
    slow.may_go_on.set()
    assert not stopped.is_busy
    assert (len(stopped.turns[-1].sources), stopped.turns[-1].note) == (1, "已停止，回答可能不完整。")


def test_exception_in_a_stream_is_raised_where_its_values_are_taken() -> None:
    def broken() -> Iterator[int]:
        yield 1
        raise ZeroDivisionError

    taken = iter(Stoppable(broken))
    assert next(taken) == 1
    with pytest.raises(ZeroDivisionError):
        next(taken)
