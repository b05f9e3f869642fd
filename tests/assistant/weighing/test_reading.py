"""What the reader says of items moves their order."""

from collections.abc import Sequence

import pytest

from assistant.question import Question
from assistant.understanding.understand import understand
from assistant.weighing.gather import query_of
from assistant.weighing.reading import LEADS, LONGEST_READ, MOST_READ, with_readings
from assistant.weighing.support import Support, weigh
from vectorstore.reader import NO_READER, Reading
from vectorstore.search import Search
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


def found(store: Store, question: str) -> tuple[list[Support], Search]:
    search = Search(store, reader=NO_READER)
    (intent,) = understand(Question(question), store.plans).intents
    query = query_of(intent.ask, search)
    hits = search.search(query, plans=intent.ask.plans, limit=10)
    return sorted((weigh(intent.ask, query, hit) for hit in hits), key=lambda one: -one.score), search


def test_item_that_is_read_to_answer_moves_up(sample_store: Store) -> None:
    supports, _ = found(sample_store, "校车")
    (intent,) = understand(Question("校车"), sample_store.plans).intents
    last = supports[MOST_READ - 1]
    word = last.hit.item.text[-12:]
    read = with_readings(intent.ask, supports, Fixed(word))
    (moved,) = (one for one in read if one.hit == last.hit)
    assert (moved.read, moved.score) == (1.0, last.score + LEADS)
    assert [one.score for one in read] == sorted((one.score for one in read), reverse=True)
    assert [one.read is None for one in read[MOST_READ:]] == [True] * (len(supports) - MOST_READ)


def test_long_item_is_read_where_it_bears_on_the_question_most(sample_store: Store) -> None:
    supports, _ = found(sample_store, "校车")
    (intent,) = understand(Question("校车"), sample_store.plans).intents
    reader = Fixed("没有")
    with_readings(intent.ask, supports, reader)
    assert len(reader.seen) == min(MOST_READ, len(supports))
    assert max(sum(map(len, passage)) for passage in reader.seen) <= LONGEST_READ + 100


@pytest.mark.parametrize("question", ["校车", "课后服务收多少钱"])
def test_without_a_reader_nothing_moves(sample_store: Store, question: str) -> None:
    supports, search = found(sample_store, question)
    (intent,) = understand(Question(question), sample_store.plans).intents
    assert with_readings(intent.ask, supports, search.reader) == supports
