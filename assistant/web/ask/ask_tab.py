"""The tab to ask in: what happens when a question is asked, mended, stopped or judged. beside.py has what is around it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any

import gradio as gr

from assistant.web.ask.after import After
from assistant.web.ask.ask_view import lay_out
from assistant.web.ask.being_written import BeingWritten
from assistant.web.ask.beside import Beside, scope_of
from assistant.web.ask.bubbles import Around, earlier, latest
from assistant.web.ask.cards import cards, cards_before
from assistant.web.ask.kept_talk import keep_last
from assistant.web.ask.mended import mended
from assistant.web.ask.talk import Talk, Turn, ask, random_name
from assistant.web.desk import SILENT, Desk
from assistant.web.trouble import UNEXPECTED

ASKING_AT_ONCE = 8  # questions of different people that are answered side by side
IDLE_SECONDS = 6 * 3600  # after which the server forgets a talk; the browser keeps it
# Gradio takes the next question only once the event of the last one is over, which is later than its last words.
OVER = "() => document.dispatchEvent(new Event('eduplan:over'))"
Shown = dict[Any, Any]


class AskTab:
    """The tab's events. A talk is not kept here, but in the state of its browser session."""

    def __init__(self, desk: Desk) -> None:
        self._words, self._assistant = desk.words, desk.assistant
        self._talk = gr.State(Talk(), time_to_live=IDLE_SECONDS)
        self._being_written = BeingWritten()
        self._view = lay_out(desk.words)
        self._after = After(desk.assistant, desk.words, self._being_written)
        self._beside = Beside(desk, self._view, self._talk)
        self._connect()

    def _connect(self) -> None:
        view, given = self._view, [*self._view.scope, self._talk]
        shown = [self._talk, *view.talk, view.keep]
        once = {"concurrency_limit": ASKING_AT_ONCE, "concurrency_id": "ask", "postprocess": False, **SILENT}
        asking = (
            gr.on([view.box.submit, view.send.click], self._ask, [view.box, *given], [*shown, view.box], **once),
            view.bell.ask(self._ask_chosen, given, shown, **once),
            view.bell.again(self._again, self._talk, shown, **once),
            view.bell.toggle(self._toggle, self._talk, shown, **once),
        )
        for asked in asking:
            asked.then(None, js=OVER, **SILENT)
            asked.failure(self._close, self._talk, [*shown, view.box], **SILENT)
            asked.then(
                self._after.suggest, self._talk, view.follow, concurrency_limit=1, concurrency_id="suggest", **SILENT
            )
        view.bell.stop(self._stop, self._talk, None, concurrency_limit=None, **SILENT)
        view.bell.rate(self._after.rate, self._talk, view.said, **SILENT)

    def _ask(self, text: str, plans: list[str], regions: list[str], years: list[int], talk: Talk) -> Iterator[Shown]:
        """The page as the answer grows; a question that was refused goes back into the box."""
        if talk.is_busy:
            return
        box: Shown = {self._view.box: ""}
        for grown, shown in self._run(Turn(text, scope_of(plans, regions, years)), talk):
            if grown.was_refused:
                yield shown | {self._view.box: text}
            yield shown | box
            box = {}  # what is typed meanwhile stays; Gradio sends the last update of all twice

    def _ask_chosen(
        self, event: gr.EventData, plans: list[str], regions: list[str], years: list[int], talk: Talk
    ) -> Iterator[Shown]:
        """The same for an example or a suggestion; what stands in the box stays there."""
        turn = Turn(str(event.text), scope_of(plans, regions, years))
        if not talk.is_busy:
            yield from (shown for _, shown in self._run(turn, talk))

    def _again(self, talk: Talk) -> Iterator[Shown]:
        """The last question answered anew."""
        yield from self._mend(talk, "")

    def _toggle(self, event: gr.EventData, talk: Talk) -> Iterator[Shown]:
        """The last question answered without, or again with, something that was understood of it."""
        yield from self._mend(talk, str(event.key))

    def _mend(self, talk: Talk, key: str) -> Iterator[Shown]:
        if talk.last and not talk.is_busy:
            before = replace(talk, turns=talk.turns[:-1])
            yield from (shown for _, shown in self._run(mended(talk.last, key), before))

    def _run(self, turn: Turn, talk: Talk) -> Iterator[tuple[Talk, Shown]]:
        """The talk and the whole of what is shown as the answer grows; Gradio takes long over a part left out."""
        talk = replace(talk, name=talk.name or random_name())
        turn = replace(turn, asked_at=datetime.now().astimezone().isoformat(timespec="seconds"))
        begin = partial(self._being_written.begin, talk.name)
        shown: Shown = {self._view.follow: "", self._view.keep: ""}
        drawn = None
        try:
            for grown in ask(self._assistant, turn, talk, self._words, begin=begin):
                shown |= self._shown(grown)
                if drawn is None:
                    shown[self._view.earlier] = earlier(grown, self._around())
                # What stands before is drawn anew only when it changes.
                if drawn != (drawn := bool(grown.turns[-1].sources)):
                    shown[self._view.sources_before] = cards_before(grown, self._words)
                if not grown.is_busy:
                    shown[self._view.keep] = self._kept(grown)
                yield grown, dict(shown)
        finally:
            self._being_written.end(talk.name)

    def _shown(self, talk: Talk) -> Shown:
        return {
            self._talk: talk,
            self._view.latest: latest(talk, self._around()),
            self._view.sources: cards(talk, self._words),
        }

    def _kept(self, talk: Talk) -> str:
        """What the browser keeps of the answer; a question that found none is kept for the staff, too."""
        turn = talk.turns[-1]
        if not turn.answer:
            return ""
        self._after.note(turn)
        return keep_last(talk)

    def _around(self) -> Around:
        return Around(self._assistant.store.plans, datetime.now().date(), self._words)

    def _close(self, talk: Talk) -> Shown:
        """The page after an exception that nobody foresaw; gradio has logged it."""
        if not talk.turns:
            return {}
        closed = talk.closed(self._words(UNEXPECTED))
        return self._shown(closed) | {self._view.box: closed.turns[-1].question}

    def _stop(self, talk: Talk) -> None:
        self._being_written.stop(talk.name)
