"""The tab to ask in: what happens when a question is asked, mended, stopped or judged. beside.py has what is around it."""

import json
import logging
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from functools import partial
from time import monotonic
from typing import Any

import gradio as gr

from assistant.answer import Answer
from assistant.feedback import Kind, Remark, keep
from assistant.suggestions import suggest
from assistant.web.ask_view import lay_out
from assistant.web.beside import Beside, scope_of
from assistant.web.bubbles import Around, earlier, latest
from assistant.web.cards import cards, cards_before
from assistant.web.desk import SILENT, Desk
from assistant.web.follow import follow
from assistant.web.judged import judgement, unanswered
from assistant.web.kept_talk import keep_last
from assistant.web.mended import mended
from assistant.web.stoppable import Stoppable
from assistant.web.talk import Talk, Turn, ask, history, random_name
from assistant.web.trouble import UNEXPECTED
from ingest.errors import UserError

ASKING_AT_ONCE = 8  # questions of different people that are answered side by side
IDLE_SECONDS = 6 * 3600  # after which the server forgets a talk; the browser keeps it
Shown = dict[Any, Any]
log = logging.getLogger(__name__)


class AskTab:
    """The tab's events. A talk is not kept here, but in the state of its browser session."""

    def __init__(self, desk: Desk) -> None:
        self._words, self._assistant = desk.words, desk.assistant
        self._talk = gr.State(Talk(), time_to_live=IDLE_SECONDS)
        self._being_written: dict[str, Stoppable[Answer]] = {}  # by the talk's name, until the answer is there
        self._view = lay_out(desk.words)
        self._beside = Beside(desk, self._view, self._talk)
        self._connect()

    def _connect(self) -> None:
        view, given = self._view, [*self._view.scope, self._talk]
        shown = [self._talk, *view.talk, view.box, view.send, view.keep]
        once = {"concurrency_limit": ASKING_AT_ONCE, "concurrency_id": "ask", **SILENT}
        asking = (
            gr.on([view.box.submit, view.send.click], self._ask, [view.box, *given], shown, **once),
            view.bell.ask(self._ask_chosen, given, shown, **once),
            view.bell.again(self._again, self._talk, shown, **once),
            view.bell.toggle(self._toggle, self._talk, shown, **once),
        )
        for asked in asking:
            asked.failure(self._close, self._talk, shown, **SILENT)
            asked.then(self._suggest, self._talk, view.follow, concurrency_limit=1, concurrency_id="suggest", **SILENT)
        view.bell.stop(self._stop, self._talk, None, concurrency_limit=None, **SILENT)
        view.bell.rate(self._rate, self._talk, view.said, **SILENT)

    def _ask(self, text: str, plans: list[str], regions: list[str], years: list[int], talk: Talk) -> Iterator[Shown]:
        """The page as the answer grows; a question that was refused goes back into the box."""
        box: Shown = {self._view.box: ""}
        for grown, shown in self._run(Turn(text, scope_of(plans, regions, years)), talk):
            yield shown | ({self._view.box: text} if grown.was_refused else box)
            box = {}  # what is typed while the answer is written stays

    def _ask_chosen(
        self, event: gr.EventData, plans: list[str], regions: list[str], years: list[int], talk: Talk
    ) -> Iterator[Shown]:
        """The same for an example or a suggestion; what stands in the box stays there."""
        turn = Turn(str(event.text), scope_of(plans, regions, years))
        yield from (shown for _, shown in self._run(turn, talk))

    def _again(self, talk: Talk) -> Iterator[Shown]:
        """The last question answered anew."""
        if talk.turns:
            turn = mended(talk.turns[-1])
            yield from (
                shown for _, shown in self._run(turn, replace(talk, turns=talk.turns[:-1]), is_free=not talk.is_busy)
            )

    def _toggle(self, event: gr.EventData, talk: Talk) -> Iterator[Shown]:
        """The last question answered without, or again with, something that was understood of it."""
        if talk.turns:
            turn = mended(talk.turns[-1], str(event.key))
            yield from (
                shown for _, shown in self._run(turn, replace(talk, turns=talk.turns[:-1]), is_free=not talk.is_busy)
            )

    def _run(self, turn: Turn, talk: Talk, *, is_free: bool = True) -> Iterator[tuple[Talk, Shown]]:
        """The talk and the page as the answer grows; the turns before it are drawn once, and again when they step back."""
        if talk.is_busy or not is_free:
            return
        talk = replace(talk, name=talk.name or random_name())
        turn = replace(turn, asked_at=datetime.now().astimezone().isoformat(timespec="seconds"))
        begin = partial(self._being_written.__setitem__, talk.name)
        had_sources = False
        try:
            for grown in ask(self._assistant, turn, talk, self._words, begin=begin):
                shown = self._shown(grown)
                if len(grown.turns[-1].sources) > 0 and not had_sources:
                    had_sources = True
                    shown[self._view.sources_before] = cards_before(grown, self._words)
                if not grown.turns[-1].answer:
                    shown |= {self._view.earlier: earlier(grown, self._around()), self._view.follow: ""}
                    shown[self._view.sources_before] = cards_before(grown, self._words)
                yield grown, shown | (self._kept(grown) if not grown.is_busy else {})
        finally:
            self._being_written.pop(talk.name, None)

    def _shown(self, talk: Talk) -> Shown:
        return {
            self._talk: talk,
            self._view.latest: latest(talk, self._around()),
            self._view.sources: cards(talk, self._words),
            self._view.send: gr.Button(interactive=not talk.is_busy),
        }

    def _kept(self, talk: Talk) -> Shown:
        """What the browser keeps of the answer; a question that found none is kept for the staff, too."""
        turn = talk.turns[-1]
        if not turn.answer:
            return {}
        if remark := unanswered(turn, datetime.now().astimezone()):
            self._note(remark)
        return {self._view.keep: keep_last(talk)}

    def _around(self) -> Around:
        return Around(self._assistant.store.plans, datetime.now().date(), self._words)

    def _close(self, talk: Talk) -> Shown:
        """The page after an exception that nobody foresaw; gradio has logged it."""
        if not talk.turns:
            return {}
        closed = talk.closed(self._words(UNEXPECTED))
        return self._shown(closed) | {self._view.box: closed.turns[-1].question}

    def _stop(self, talk: Talk) -> None:
        if writing := self._being_written.get(talk.name):
            writing.stop()

    def _suggest(self, talk: Talk) -> str:
        """Questions to go on with; the search for them waits behind nobody's answer for long."""
        last = talk.turns[-1] if talk.turns else None
        if not last or not last.answer or talk.is_busy:
            return ""
        try:
            questions = suggest(last.answer, self._assistant, monotonic, history=history(talk), scope=last.scope)
        except UserError:  # the plans changed while they were read
            return ""
        return follow(questions, talk, self._words)

    def _rate(self, event: gr.EventData, talk: Talk) -> str:
        """Keep what was said of an answer, and say so."""
        number = int(event.turn)
        turn = talk.turns[number - 1] if 0 < number <= len(talk.turns) else None
        kept = False
        if turn and turn.answer:
            kind = Kind.HELPED if event.kind == Kind.HELPED else Kind.FAILED
            kept = self._note(judgement(turn, kind, str(event.reason), datetime.now().astimezone()))
        said = self._words("谢谢，已记下。") if kept else self._words("没能记下，请稍后再试。")
        return json.dumps(
            {"text": said, "turn": number, "kind": str(event.kind) if kept else "", "name": random_name()}
        )

    def _note(self, remark: Remark) -> bool:
        try:
            keep(self._assistant.store.folder, remark)
        except UserError as error:
            log.warning("%s", error)
            return False
        return True
