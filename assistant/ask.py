"""The assistant: a question becomes a cited answer. understand → search → gather → write → verify."""

import time
from collections.abc import Callable, Iterator, Sequence
from copy import copy
from dataclasses import replace
from typing import Any

from langchain_core.runnables import Runnable, RunnableConfig

from assistant.answer import Answer
from assistant.assemble import assemble, shortened
from assistant.explain import Explanation
from assistant.offered import tell_meant, tell_unread
from assistant.question import NO_SCOPE, Question, Scope, Understanding
from assistant.records import tell_records
from assistant.understanding.about_store import AboutStore
from assistant.understanding.meant import read_meant, without_other_places
from assistant.understanding.scope import choose
from assistant.understanding.spellings import SpellingsOfPlans
from assistant.understanding.understand import check_text, understand, without_half_characters
from assistant.weighing.evidence import Found
from assistant.weighing.gather import gather_all
from assistant.writers import extractive
from assistant.writers.chat import Meter
from assistant.writers.draft import Draft, verified
from assistant.writers.model import ModelWriter, may_write
from assistant.writers.request import Asked
from ingest.language.words import content_words
from vectorstore.reader import SHIPPED as SHIPPED_READER
from vectorstore.search import Hit, Query, Search
from vectorstore.store import Store
from vectorstore.thesaurus import Thesaurus

LONGEST_QUESTION = 2_000  # characters


class Assistant(Runnable[Question | str, Answer]):
    """Answers questions from the plans of a store. A LangChain Runnable: invoke, batch and stream."""

    def __init__(
        self,
        store: Store,
        *,
        model: ModelWriter | None = None,
        thesaurus: Thesaurus | None = None,
        reader: str = SHIPPED_READER,
    ) -> None:
        """An assistant that quotes; with a model writer it lets that write where it can be believed."""
        self.store = store
        self.search = Search(store, thesaurus, reader=reader)
        self._model = model
        self._spellings = SpellingsOfPlans()

    def invoke(self, input: Question | str, config: RunnableConfig | None = None, **kwargs: Any) -> Answer:  # noqa: A002
        """The answer. Raises UserError for an empty or too long question and for a plan that is not in the store."""
        return self._call_with_config(self._answer, input, config, **kwargs)

    def stream(
        self,
        input: Question | str,  # noqa: A002
        config: RunnableConfig | None = None,
        **kwargs: Any,
    ) -> Iterator[Answer]:
        """The answer as it grows, a statement more each time; the last one is whole."""
        yield from self._transform_stream_with_config(iter((input,)), self._grow, config, **kwargs)

    def without_model(self) -> "Assistant":
        """The same assistant, which only quotes: for questions that are tried out before anyone asks them."""
        alike = copy(self)
        alike._model = None
        return alike

    def learn(self, *, most_items: int) -> None:
        """Make ready what the first question about an item would wait for, of so many items, the newest plans first."""
        self.search.learn(most_items)

    def find(self, words: str, scope: Scope = NO_SCOPE, *, limit: int = 10, every: bool = False) -> list[Hit]:
        """The items for keywords, best first; with `every` all that hold all the words, by plan and position."""
        self.store.refresh()
        words = check_text(words, longest=LONGEST_QUESTION)
        plans = choose(scope, self.store.plans)
        query = self.search.query(words)
        if not every:
            return self.search.search(query, plans=plans, limit=limit)
        return self.search.holding(query, plans=plans)

    def explain(self, words: str) -> Query:
        """What is searched for where these words are given: the words themselves, the thesaurus's, and their topics."""
        return self.search.query(check_text(words, longest=LONGEST_QUESTION))

    def explained(self, asked: Question | str) -> tuple[Answer, Explanation]:
        """The answer, and how the question was understood, what was searched, and why each item was taken or not."""
        return list(self._consider(asked))[-1]

    def _answer(self, asked: Question | str) -> Answer:
        return self.explained(asked)[0]

    def _grow(self, inputs: Iterator[Question | str]) -> Iterator[Answer]:
        for asked in inputs:
            shown = 0
            for answer, _ in self._consider(asked):
                for count in range(shown + 1, len(answer.statements)):
                    yield shortened(answer, count)
                shown = len(answer.statements)
                yield answer

    def _consider(self, asked: Question | str) -> Iterator[tuple[Answer, Explanation]]:
        """The answer each time that it has grown, the last one whole."""
        question = asked if isinstance(asked, Question) else Question(asked)
        clock = _Clock()
        self.store.refresh()
        text = check_text(question.text, longest=LONGEST_QUESTION)
        question = replace(question, text=text, history=tuple(map(without_half_characters, question.history)))
        chosen = choose(question.scope, self.store.plans)
        meant = read_meant(question, chosen, lambda: self._spellings.of(chosen, self.store.items.items_of))
        if meant.is_unread:
            clock.lap("understand")
            answer = tell_unread(meant, [plan.identity for plan in chosen])
            yield replace(answer, timings_ms=dict(clock.laps)), Explanation(understand(question, chosen), ())
            return
        question = meant.question
        understood = without_other_places(understand(question, self.store.plans), meant, chosen)
        clock.lap("understand")
        if isinstance(understood.aside, AboutStore) and understood.plans and not understood.uncovered:
            answer = tell_meant(tell_records(text, understood, self.store.items.items_of), meant)
            yield replace(answer, timings_ms=dict(clock.laps)), Explanation(understood, ())
            return
        meter = self._model.meter() if self._model else None
        understood, found = self._find(question, understood, meter)
        clock.lap("search")
        scope = tuple(plan.identity for plan in understood.plans)
        for draft in self._write(question, understood, found, meter):
            clock.lap("write")
            answer = tell_meant(assemble(text, understood, found, verified(draft, scope)), meant)
            clock.lap("verify")
            yield replace(answer, timings_ms=dict(clock.laps)), Explanation(understood, tuple(found))

    def _find(
        self, question: Question, understood: Understanding, meter: Meter | None
    ) -> tuple[Understanding, list[Found]]:
        """The evidence, and the understanding that led to it: a question of its own may leave the talk's place."""
        found = gather_all(understood.intents, self.search)
        if understood.may_stand_alone and not any(one.evidence and one.is_sure for one in found):
            alone = understand(replace(question, history=()), self.store.plans)
            elsewhere = gather_all(alone.intents, self.search)
            is_sure = any(one.evidence and one.is_sure for one in elsewhere)
            if is_sure or (any(one.evidence for one in elsewhere) and not any(one.evidence for one in found)):
                return alone, elsewhere
        if (
            self._model
            and meter
            and question.history
            and not understood.uncovered
            and not any(one.evidence for one in found)
        ):
            text = self._model.condense(question, understood.language, meter)
            return self._find_condensed(question, text) or (understood, found)
        return understood, found

    def _find_condensed(self, question: Question, text: str) -> tuple[Understanding, list[Found]] | None:
        """The evidence for the question as a model completed it from the talk; None where there is none."""
        if not text:
            return None
        condensed = understand(replace(question, text=text, history=()), self.store.plans)
        found = gather_all(condensed.intents, self.search)
        return (replace(condensed, reading=text), found) if any(one.evidence for one in found) else None

    def _nearness(self, text: str) -> Callable[[str], float]:
        """How near other texts are in meaning: the share of the text's words that they cover, in whichever language."""
        alignment = self.search.query(text).alignment
        return lambda other: alignment.coverage(content_words(other))

    def _write(
        self, question: Question, understood: Understanding, found: Sequence[Found], meter: Meter | None
    ) -> Iterator[Draft]:
        """The draft as it grows: the model's where there is one and prose says more than quotes, else the quotes."""
        if self._model and meter and may_write(found):
            yield from self._model.write(Asked(question, understood, found, self._nearness, meter))
        else:
            yield extractive.write(found, usage=meter.usage if meter else None)


class _Clock:
    """Milliseconds that each step took."""

    def __init__(self) -> None:
        self.laps: dict[str, float] = {}
        self._last = time.perf_counter()

    def lap(self, step: str) -> None:
        now = time.perf_counter()
        self.laps[step] = round(self.laps.get(step, 0.0) + (now - self._last) * 1000, 1)
        self._last = now
