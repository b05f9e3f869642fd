"""The assistant: a question becomes a cited answer. understand → search → gather → write → verify."""

import time
from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import replace
from typing import Any

from langchain_core.runnables import Runnable, RunnableConfig

from assistant.answer import Answer
from assistant.assemble import Written, assemble, shortened
from assistant.comparison import Comparison, compare
from assistant.evidence import Found, gather
from assistant.explain import Explanation
from assistant.question import NO_SCOPE, Question, Scope, Understanding
from assistant.targets.stored import stored_targets
from assistant.targets.target import PlanTarget
from assistant.understand import check_text, choose, understand
from assistant.verify import is_supported
from assistant.writers import extractive
from assistant.writers.model import ModelWriter
from vectorstore.search import Hit, Query, Search
from vectorstore.store import Store
from vectorstore.thesaurus import Thesaurus

LONGEST_QUESTION = 2_000  # characters


class Assistant(Runnable[Question | str, Answer]):
    """Answers questions from the plans of a store. A LangChain Runnable: invoke, batch and stream."""

    def __init__(self, store: Store, *, model: ModelWriter | None = None, thesaurus: Thesaurus | None = None) -> None:
        """An assistant that quotes; with a model writer it lets that write where it can be believed."""
        self.store = store
        self._search = Search(store, thesaurus)
        self._model = model

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
        answer = self.invoke(input, config, **kwargs)
        for count in range(1, len(answer.statements)):
            yield shortened(answer, count)
        yield answer

    def without_model(self) -> "Assistant":
        """The same assistant, which only quotes: for questions that are tried out before anyone asks them."""
        alike = copy(self)
        alike._model = None
        return alike

    def find(self, words: str, scope: Scope = NO_SCOPE, *, limit: int = 10, every: bool = False) -> list[Hit]:
        """The items for keywords, best first; with `every` all that hold all the words, by plan and position."""
        self.store.refresh()
        words = check_text(words, longest=LONGEST_QUESTION)
        plans = choose(scope, self.store.plans)
        query = self._search.query(words)
        if not every:
            return self._search.search(query, plans=plans, limit=limit)
        return self._search.holding(query, plans=plans)

    def compare(self, topics: str, scope: Scope = NO_SCOPE) -> Comparison:
        """The topics (on lines of their own or between semicolons) across the scope's plans, as a table. Raises UserError."""
        self.store.refresh()
        return compare(topics, choose(scope, self.store.plans), self._search)

    def targets(self, scope: Scope = NO_SCOPE) -> tuple[PlanTarget, ...]:
        """Every figure that the scope's plans commit to, the newest plan first."""
        self.store.refresh()
        return stored_targets(self.store, scope)

    def explain(self, words: str) -> Query:
        """What is searched for where these words are given: the words themselves, the thesaurus's, and their topics."""
        return self._search.query(check_text(words, longest=LONGEST_QUESTION))

    def explained(self, asked: Question | str) -> tuple[Answer, Explanation]:
        """The answer, and how the question was understood, what was searched, and why each item was taken or not."""
        return self._consider(asked)

    def _answer(self, asked: Question | str) -> Answer:
        return self._consider(asked)[0]

    def _consider(self, asked: Question | str) -> tuple[Answer, Explanation]:
        question = asked if isinstance(asked, Question) else Question(asked)
        clock = _Clock()
        self.store.refresh()
        text = check_text(question.text, longest=LONGEST_QUESTION)
        understood = understand(question, self.store.plans)
        clock.lap("understand")
        understood, found = self._find(question, understood)
        clock.lap("search")
        writer, written = self._write(text, found)
        clock.lap("write")
        scope = tuple(plan.identity for plan in understood.plans)
        kept = [(statement, citation) for statement, citation in written if is_supported(statement, citation, scope)]
        answer = assemble(text, understood, found, kept, writer=writer)
        clock.lap("verify")
        return replace(answer, timings_ms=clock.laps), Explanation(understood, tuple(found))

    def _find(self, question: Question, understood: Understanding) -> tuple[Understanding, list[Found]]:
        """The evidence, and the understanding that led to it: a question of its own may leave the talk's place."""
        found = [gather(part, self._search) for part in understood.parts]
        listed = any(part.is_listing for part in understood.parts)
        if understood.may_stand_alone and not any(one.count if listed else one.evidence for one in found):
            alone = understand(replace(question, history=()), self.store.plans)
            elsewhere = [gather(part, self._search) for part in alone.parts]
            if any(one.evidence for one in elsewhere):
                return alone, elsewhere
        return understood, found

    def _write(self, question: str, found: Sequence[Found]) -> tuple[str, list[Written]]:
        """The statements, and who wrote them: the model where there is one that can be believed, else by quoting."""
        if self._model and (written := self._model.write(question, found)):
            return self._model.name, written
        return extractive.NAME, list(extractive.write(found))


class _Clock:
    """Milliseconds that each step took."""

    def __init__(self) -> None:
        self.laps: dict[str, float] = {}
        self._last = time.perf_counter()

    def lap(self, step: str) -> None:
        now = time.perf_counter()
        self.laps[step] = round((now - self._last) * 1000, 1)
        self._last = now
