"""The writer that asks a chat model: prose of sentences that rest on the evidence, else the evidence quoted, with a notice.

A model writes only where prose says more than quotes do. What is asked for by number or section, as a list of every item, or as the
next one, is best answered by the plan's own words in their order; and where no item was judged to answer, a model would have
nothing to write from. These stay quoted, and cost nothing.

A model that declines, though items were judged to answer, is believed where that judgement was unsure too and no figure, date or name
in the items fits what was asked for: two readers that doubt independently are more often right than either. Else the quotes are shown,
and that the model read no answer in them is said.
"""

import re
import time
from collections.abc import Iterator, Sequence

from assistant.answer import Usage
from assistant.intents import Follow, Listing, Lookup
from assistant.phrases import say
from assistant.question import Question
from assistant.weighing.evidence import Found
from assistant.writers import extractive
from assistant.writers.believe import Basis
from assistant.writers.chat import Chat, ChatError, Meter, Prices, Reason
from assistant.writers.draft import Draft
from assistant.writers.evidence_text import Source, quoted
from assistant.writers.reply import Reply, statements_of
from assistant.writers.request import Asked, Request, condensing, request
from assistant.writers.stream import read_sentences
from ingest.language.normal_form import normal_form
from ingest.language.words import content_words

WINDOW, TIMEOUT = 8_000, 60.0  # tokens, seconds
MOST_TRIES = 2
MOST_MENDED = 6  # sentences that are sent back, once
LONGEST_CONDENSED = 120  # characters


class ModelWriter:
    """Writes by any LangChain chat model, named `provider:model` (`openai:qwen-plus`, `ollama:qwen3`)."""

    def __init__(
        self, name: str, *, window: int = WINDOW, timeout: float = TIMEOUT, prices: Prices | None = None
    ) -> None:
        """Raises UserError where the provider's package is missing or the name is not understood."""
        self.name = name
        self._window = window
        self._timeout = timeout
        self._prices = prices or Prices()
        self._chat = Chat(name, window=window, timeout=timeout)

    def meter(self) -> Meter:
        """A meter for one answer."""
        return Meter(self._timeout, self._prices)

    def write(self, asked: Asked) -> Iterator[Draft]:
        """The answer as it grows, a believed sentence more each time; the last draft is whole, quoted where the model failed."""
        shown = 0
        try:
            reply = None
            for reply in self._replies(asked):
                if len(reply.believed) > shown:
                    shown = len(reply.believed)
                    yield self._draft(reply, asked.meter.usage)
            if reply:
                yield self._whole(reply, asked)
        except ChatError as failure:
            why = say(f"why_{failure.reason}", asked.language)
            yield extractive.write(asked.found, notice=say("quoted", asked.language, why=why), usage=asked.meter.usage)

    def condense(self, question: Question, language: str, meter: Meter) -> str:
        """The last question of the talk, completed in the talk's own words; empty where the model gives none."""
        try:
            messages = condensing(question, language, window=self._window, count=self._chat.count)
            text = "".join(self._chat.stream(messages, meter)).strip()
        except ChatError:
            return ""
        talk = normal_form(" ".join((*question.history, question.text)))
        words = content_words(text)
        is_of_talk = bool(words) and all(normal_form(word) in talk for word in words)
        return text if is_of_talk and len(text) <= LONGEST_CONDENSED and "\n" not in text else ""

    def _request(self, name: str, asked: Asked, **more: str) -> Request:
        return request(name, asked, window=self._window, count=self._chat.count, **more)

    def _replies(self, asked: Asked) -> Iterator[Reply]:
        """The reply each time that one more sentence is believed, and at its end; a second try where that may help."""
        wanted = self._request("compare" if asked.understood.is_comparison else "answer", asked)
        basis = Basis(wanted.sources, asked.understood.known, asked.nearness)
        for tries_left in reversed(range(MOST_TRIES)):
            reply = Reply(basis, asked.talk, asked.language)
            try:
                for said in read_sentences(self._chat.stream(wanted.messages, asked.meter)):
                    if reply.take(said):
                        yield reply
                if reply.is_empty:
                    raise ChatError(Reason.EMPTY, 0.0)
            except ChatError as failure:
                if failure.wait is None or not tries_left or failure.wait >= asked.meter.seconds_left:
                    raise
                time.sleep(failure.wait)
            else:
                yield reply
                return

    def _whole(self, reply: Reply, asked: Asked) -> Draft:
        """The last draft: mended once where sentences were doubted, with its notice. Raises ChatError for one of no use."""
        if reply.declines and not reply.believed:
            return self._declined(reply, asked)
        if reply.doubted:
            self._mend(reply, asked)
        if not reply.believed:
            raise ChatError(Reason.UNFOUNDED)
        draft = self._draft(reply, asked.meter.usage, notice=_notice(reply))
        each = asked.understood.is_comparison or any(one.choices for one in asked.found)
        if _is_off_point(draft, reply.basis.sources, each=each):
            raise ChatError(Reason.OFF_POINT)
        return draft

    def _mend(self, reply: Reply, asked: Asked) -> None:
        doubted = reply.doubted[:MOST_MENDED]
        lines = [f"{n}. {quoted(one.text[:200])}（{'；'.join(one.reasons)[:200]}）" for n, one in enumerate(doubted, 1)]
        try:
            wanted = self._request("mend", asked, sentences="\n".join(lines))
            reply.mend(list(read_sentences(self._chat.stream(wanted.messages, asked.meter))))
        except ChatError:
            return  # what was believed stands without them

    def _declined(self, reply: Reply, asked: Asked) -> Draft:
        language, usage = asked.language, asked.meter.usage
        sure = any(one.is_sure for one in asked.found if one.evidence)
        if sure or any(source.wanted for source in reply.basis.sources):
            return extractive.write(asked.found, notice=say("declined_alone", language), usage=usage)
        return Draft((), (), self.name, say("declined", language), usage)

    def _draft(self, reply: Reply, usage: Usage | None, notice: str = "") -> Draft:
        statements, citations = statements_of(reply.believed, reply.basis.sources)
        return Draft(statements, citations, self.name, notice, usage)


def may_write(found: Sequence[Found]) -> bool:
    """Whether prose can say more than quotes: there is evidence, and no part asks for items by number, as a list or as the next."""
    asked_by_place = any(isinstance(one.intent, Listing | Lookup | Follow) for one in found)
    return any(one.evidence for one in found) and not asked_by_place


def _notice(reply: Reply) -> str:
    language = reply.language
    said = [say("not_stated", language, what=what) for what in reply.not_stated]
    if reply.doubted:
        said.append(say("dropped", language, count=len(reply.doubted)))
    return (" " if language == "en" else "").join([*said, say("written", language)])


def _is_off_point(draft: Draft, sources: Sequence[Source], *, each: bool) -> bool:
    """Whether items hold a figure or date that was asked for, and the prose none of them; with `each` so of any one item."""
    cited = {(citation.plan.id, citation.item.ref): citation.number for citation in draft.citations}
    lacks = []
    for source in sources:
        wanted = [figures for words in source.wanted if (figures := _digits(words))]
        number = cited.get((source.plan.id, source.item.ref))
        said = _digits(" ".join(s.text for s in draft.statements if number in s.citations)) if number else set()
        if wanted:
            lacks.append(not any(figures <= said for figures in wanted))
    return any(lacks) if each else bool(lacks) and all(lacks)


def _digits(text: str) -> set[str]:
    return set(re.findall(r"\d+", normal_form(text)))
