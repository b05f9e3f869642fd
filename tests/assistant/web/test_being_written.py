from collections.abc import Iterator
from threading import Thread

from assistant.answer import Answer
from assistant.web.ask.being_written import BeingWritten
from assistant.web.ask.stoppable import Stoppable


def unwritten() -> Stoppable[Answer]:
    """An answer of which nothing comes."""

    def none() -> Iterator[Answer]:
        yield from ()

    return Stoppable(none)


def test_who_gives_way_goes_on_when_the_last_answer_is_there() -> None:
    writing = BeingWritten()
    assert writing.wait_for_none(0)
    writing.begin("one", unwritten())
    writing.begin("two", unwritten())
    assert not writing.wait_for_none(0)
    went_on: list[bool] = []
    waiting = Thread(target=lambda: went_on.append(writing.wait_for_none(60)))
    waiting.start()
    writing.end("one")
    assert not writing.wait_for_none(0)
    writing.end("two")
    waiting.join(60)
    assert went_on == [True]


def test_answer_of_one_talk_is_stopped_and_no_other() -> None:
    writing = BeingWritten()
    one, two = unwritten(), unwritten()
    writing.begin("one", one)
    writing.begin("two", two)
    writing.stop("one")
    writing.stop("gone")
    assert (one.is_stopped, two.is_stopped) == (True, False)
