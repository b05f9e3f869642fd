"""What is around the talk: the plans there are, the scope, a new talk, earlier ones, and the talk as a file."""

import base64
import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import gradio as gr

from assistant.exports.talk import talk_to_markdown
from assistant.exports.word import talk_to_word
from assistant.question import Scope
from assistant.web.ask.ask_view import AskView
from assistant.web.ask.bubbles import Around, earlier, latest
from assistant.web.ask.cards import cards, cards_before
from assistant.web.ask.examples import examples
from assistant.web.ask.kept_talk import open_kept
from assistant.web.ask.scope_bar import regions_of, scope_bar, take_off, years_of
from assistant.web.ask.talk import Talk, random_name
from assistant.web.desk import SILENT, Desk
from assistant.web.shelf import choices, notice, read_plans, shelf
from assistant.web.trouble import NOT_STARTED, other
from ingest.errors import UserError

WORD, MARKDOWN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "text/markdown"
Shown = dict[Any, Any]


def scope_of(plans: list[str], regions: list[str], years: list[int]) -> Scope:
    """The scope that is chosen in the three lists."""
    return Scope(tuple(plans), tuple(regions), tuple(map(int, years)))


class Beside:
    """The events around the talk."""

    def __init__(self, desk: Desk, view: AskView, talk: gr.State) -> None:
        self._words, self._assistant, self._view, self._talk = desk.words, desk.assistant, view, talk
        self._tried = -1, ""  # the store's revision, and the examples that it answers
        choices_there = [*view.scope, view.bar]
        started = desk.blocks.load(self._start, view.scope, [view.shelf, *choices_there], **SILENT)
        renewed = view.bell.renew(
            self._renew, [talk, *view.scope], [talk, *view.talk, view.shelf, *choices_there], **SILENT
        )
        for begun in (started, renewed):  # after the rest, which need not wait until they are tried
            begun.success(self._examples, None, view.examples, **SILENT)
        for begun in (started, renewed):
            begun.failure(lambda: notice(desk.words(NOT_STARTED)), None, view.shelf, **SILENT)
        view.bell.reopen(self._reopen, talk, [talk, *view.talk, view.said], **SILENT)
        view.bell.narrow(self._narrow, view.scope, choices_there, **SILENT)
        gr.on([one.change for one in view.scope], self._bar, view.scope, view.bar, **SILENT)
        view.bell.take(self._take, talk, view.file, **SILENT)

    def _start(self, plans: list[str], regions: list[str], years: list[int]) -> Shown:
        """The plans as they are now, and what of the scope is still there."""
        try:
            there = read_plans(self._assistant.store)
        except UserError as error:
            return {self._view.shelf: notice(other(error, self._words))}
        kept = scope_of(
            [one for one in plans if one in {plan.id for plan in there}],
            [one for one in regions if one in regions_of(there)],
            [one for one in years if one in years_of(there)],
        )
        return {
            self._view.shelf: shelf(there, self._assistant.store, self._words),
            self._view.plans: _list(choices(there, self._words), plans, kept.plans),
            self._view.regions: _list(regions_of(there), regions, kept.regions),
            self._view.years: _list(years_of(there), years, kept.years),
            self._view.bar: scope_bar(kept, there, self._words),
        }

    def _examples(self) -> str:
        """Questions to begin with; each was tried out, which is done anew only when the plans have changed."""
        try:
            there = read_plans(self._assistant.store)
        except UserError:  # which the shelf says
            return ""
        revision = self._assistant.store.note.revision
        if self._tried[0] != revision:
            self._tried = revision, examples(there, self._assistant, self._words)
        return self._tried[1]

    def _renew(self, talk: Talk, plans: list[str], regions: list[str], years: list[int]) -> Shown:
        """An empty talk; the scope that was chosen holds on, and is not drawn: it may be changed meanwhile."""
        if talk.is_busy:
            return {}
        shown = self._drawn(Talk()) | self._start(plans, regions, years)
        if plans or regions or years:
            shown.pop(self._view.bar, None)
        return shown

    def _reopen(self, event: gr.EventData, talk: Talk) -> Shown:
        """A talk that the browser kept."""
        if talk.is_busy:
            return {}
        self._assistant.store.refresh()
        opened = open_kept(str(event.talk), self._assistant.store)
        if not opened:
            said = {"text": self._words("这段对话读不出来，可以删除它。"), "name": random_name()}
            return {self._view.said: json.dumps(said)}
        return self._drawn(opened)

    def _drawn(self, talk: Talk) -> Shown:
        around = Around(self._assistant.store.plans, datetime.now().date(), self._words)
        return {
            self._talk: talk,
            self._view.earlier: earlier(talk, around),
            self._view.latest: latest(talk, around),
            self._view.sources_before: cards_before(talk, self._words) if talk.turns else "",
            self._view.sources: cards(talk, self._words),
            self._view.follow: "",
        }

    def _bar(self, plans: list[str], regions: list[str], years: list[int]) -> str:
        return scope_bar(scope_of(plans, regions, years), self._assistant.store.plans, self._words)

    def _narrow(self, event: gr.EventData, plans: list[str], regions: list[str], years: list[int]) -> Shown:
        """One choice less."""
        scope = take_off(scope_of(plans, regions, years), str(event.key))
        kept: tuple[tuple[str | int, ...], ...] = (scope.plans, scope.regions, scope.years)
        values = {list_: gr.Dropdown(value=list(value)) for list_, value in zip(self._view.scope, kept, strict=True)}
        return {**values, self._view.bar: scope_bar(scope, self._assistant.store.plans, self._words)}

    def _take(self, event: gr.EventData, talk: Talk) -> str:
        """The talk as a file, which goes to the browser alone and is written nowhere here."""
        turns = [(turn.question, turn.answer) for turn in talk.turns if turn.answer]
        if event.kind == "word":
            ending, kind, content = "docx", WORD, talk_to_word(turns)
        else:
            ending, kind, content = "md", MARKDOWN, talk_to_markdown(turns).encode("utf-8")
        name = f"{self._words('教育计划问答')}-{datetime.now():%Y-%m-%d}.{ending}"
        data = base64.b64encode(content).decode("ascii")
        return json.dumps({"file": name, "kind": kind, "data": data, "name": random_name()})


def _list(there: Sequence[Any], chosen: Sequence[Any], kept: Sequence[Any]) -> gr.Dropdown:
    """The choices as they are now; what was chosen is touched only where some of it is gone."""
    if len(kept) == len(chosen):
        return gr.Dropdown(list(there))
    return gr.Dropdown(list(there), value=list(kept))
