"""The talk grows as the answer does, and keeps what was asked when something goes wrong."""

import pytest

from assistant.ask import Assistant
from assistant.web.talk import ask, broken_off, history, is_busy, was_refused
from assistant.web.trouble import EMPTY, PLAN_GONE, UNEXPECTED
from vectorstore.store import Store

RATES = "各份计划的近视率目标分别是多少？"


@pytest.fixture(scope="module")
def assistant(sample_store: Store) -> Assistant:
    return Assistant(sample_store)


def test_talk_shows_the_question_first_and_then_an_answer_that_grows(assistant: Assistant) -> None:
    talks = list(ask(assistant, f" {RATES} ", (), ()))
    assert [talk[-1].question for talk in talks] == [RATES] * len(talks)
    assert talks[0][-1].answer is None
    assert [len(talk[-1].sources) for talk in talks[1:]] == sorted(len(talk[-1].sources) for talk in talks[1:])
    assert [is_busy(talk) for talk in talks] == [True] * (len(talks) - 1) + [False]


def test_source_stands_between_its_neighbours_in_the_plan(assistant: Assistant) -> None:
    *_, talk = ask(assistant, "望汀区2024年工作要点第18条写了什么？", (), ())
    (source,) = talk[-1].sources
    assert source.before
    assert source.after
    assert (source.before.ref, source.item.ref, source.after.ref) == ("17", "18", "19")


def test_first_and_last_item_of_a_plan_have_one_neighbour(assistant: Assistant) -> None:
    *_, talk = ask(assistant, "望汀区2024年工作要点第35条写了什么？", (), ())
    assert talk[-1].sources[0].before
    assert talk[-1].sources[0].after is None


@pytest.mark.parametrize(("text", "chosen", "note"), [("？！", (), EMPTY), ("课后服务怎么收费", ("gone",), PLAN_GONE)])
def test_refused_question_is_kept_with_a_note_and_is_no_history(
    assistant: Assistant, text: str, chosen: tuple[str, ...], note: str
) -> None:
    *_, talk = ask(assistant, text, chosen, ())
    assert (talk[-1].question, talk[-1].note) == (text, note)
    assert was_refused(talk)
    assert history(talk) == ()


def test_talk_that_broke_off_is_closed_with_a_note(assistant: Assistant) -> None:
    open_talk = next(ask(assistant, RATES, (), ()))
    closed = broken_off(open_talk, UNEXPECTED)
    assert not is_busy(closed)
    assert closed[-1].question == RATES
    assert broken_off((), UNEXPECTED) == ()
