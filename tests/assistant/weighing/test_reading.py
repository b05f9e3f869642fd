"""What the reader says of items moves their order."""

from collections.abc import Sequence

import pytest

from assistant.intents import Ask
from assistant.question import Question
from assistant.understanding.understand import understand
from assistant.weighing.gather import query_of
from assistant.weighing.reading import LEADS, LONGEST_READ, MOST_READ, with_readings
from assistant.weighing.support import Support, weigh
from vectorstore.reader import NO_READER, Reading
from vectorstore.search import Query, Search
from vectorstore.store import Store


class Fixed:
    """Says of every sentence that holds a word that it bears on the question, and of its passage that it answers."""

    def __init__(self, word: str) -> None:
        self._word = word
        self.seen: list[Sequence[str]] = []

    def read(self, asked: str, passages: Sequence[Sequence[str]]) -> list[Reading]:
        self.seen += passages
        told = [tuple(float(self._word in sentence) for sentence in sentences) for sentences in passages]
        return [Reading(max(one, default=0.0), one) for one in told]


def found(store: Store, question: str) -> tuple[Ask, Query, list[Support], Search]:
    search = Search(store, reader=NO_READER)
    (intent,) = understand(Question(question), store.plans).intents
    query = query_of(intent.ask, search)
    hits = search.search(query, plans=intent.ask.plans, limit=10)
    return (
        intent.ask,
        query,
        sorted((weigh(intent.ask, query, hit) for hit in hits), key=lambda one: -one.score),
        search,
    )


WORDED_OTHERWISE = "娃放学了我还没下班咋整"
WORDED_ALIKE_UNSURE = "校车的驾驶员每年要考核礼仪么"
CLEAR = "课后服务每生每学期收费多少"


@pytest.mark.parametrize("question", [WORDED_OTHERWISE, WORDED_ALIKE_UNSURE])
def test_item_that_is_read_to_answer_moves_up(sample_store: Store, question: str) -> None:
    ask, query, supports, search = found(sample_store, question)
    last = supports[MOST_READ // 2]  # the last that is read may cover too little to be moved
    search.reader = Fixed(last.hit.item.text[-12:])
    read = with_readings(ask, query, supports, search)
    (moved,) = (one for one in read if one.hit == last.hit)
    assert (moved.read, moved.score) == (1.0, last.score + LEADS)
    assert [one.score for one in read] == sorted((one.score for one in read), reverse=True)
    assert sum(one.read is None for one in read) == len(supports) - MOST_READ


def test_long_item_is_read_where_it_bears_on_the_question_most(sample_store: Store) -> None:
    ask, query, supports, search = found(sample_store, WORDED_OTHERWISE)
    search.reader = reader = Fixed("没有")
    with_readings(ask, query, supports, search)
    assert len(reader.seen) == MOST_READ
    assert max(sum(map(len, passage)) for passage in reader.seen) <= LONGEST_READ + 100


@pytest.mark.parametrize("question", [CLEAR, "“校车”怎么管"])
def test_where_search_is_sure_or_words_are_quoted_nothing_is_read(sample_store: Store, question: str) -> None:
    ask, query, supports, search = found(sample_store, question)
    search.reader = reader = Fixed("没有")
    assert with_readings(ask, query, supports, search) == supports
    assert not reader.seen


def test_which_year_is_read_with_the_title_that_names_it(sample_store: Store) -> None:
    ask, query, supports, search = found(sample_store, "哪一年要给老师们盖房子住")
    search.reader = reader = Fixed("没有")
    with_readings(ask, query, supports, search)
    assert reader.seen
    assert {passage[0] for passage in reader.seen} <= {plan.identity.title for plan in sample_store.plans}


@pytest.mark.parametrize("question", ["校车", WORDED_OTHERWISE])
def test_without_a_reader_nothing_moves(sample_store: Store, question: str) -> None:
    ask, query, supports, search = found(sample_store, question)
    assert with_readings(ask, query, supports, search) == supports
