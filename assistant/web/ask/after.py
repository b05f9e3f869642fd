"""What comes after an answer: questions to go on with, what is said of it, and what the staff may learn from it."""

import json
import logging
from datetime import datetime
from time import monotonic

import gradio as gr

from assistant.ask import Assistant
from assistant.feedback import Kind, Remark, keep
from assistant.suggestions import suggest
from assistant.web.ask.being_written import BeingWritten
from assistant.web.ask.follow import follow
from assistant.web.ask.judged import judgement, unanswered
from assistant.web.ask.talk import Talk, Turn, history, random_name
from assistant.web.words import Words
from ingest.errors import UserError

LONGEST_WAIT_SECONDS = 3
log = logging.getLogger(__name__)


class After:
    """What is done once an answer is there."""

    def __init__(self, assistant: Assistant, words: Words, being_written: BeingWritten) -> None:
        """`being_written` are the answers that people wait for, which go before anything here."""
        self._assistant, self._words, self._being_written = assistant, words, being_written

    def suggest(self, talk: Talk) -> str:
        """Questions to go on with, as HTML; "" where the last question got no answer."""
        last = talk.last
        if not last or not last.answer or talk.is_busy:
            return ""
        self._being_written.wait_for_none(LONGEST_WAIT_SECONDS)
        try:
            questions = suggest(last.answer, self._assistant, monotonic, history=history(talk), scope=last.scope)
        except UserError:  # the plans changed while they were read
            return ""
        return follow(questions, talk, self._words)

    def rate(self, event: gr.EventData, talk: Talk) -> str:
        """Keep what was said of an answer; what the page says to that, as JSON."""
        number = int(event.turn)
        turn = talk.turns[number - 1] if 0 < number <= len(talk.turns) else None
        is_kept = False
        if turn and turn.answer:
            kind = Kind.HELPED if event.kind == Kind.HELPED else Kind.FAILED
            is_kept = self._keep(judgement(turn, kind, str(event.reason), datetime.now().astimezone()))
        said = self._words("谢谢，已记下。") if is_kept else self._words("没能记下，请稍后再试。")
        kind_shown = str(event.kind) if is_kept else ""
        return json.dumps({"text": said, "turn": number, "kind": kind_shown, "name": random_name()})

    def note(self, turn: Turn) -> None:
        """Keep the question for the staff where it found no answer."""
        if remark := unanswered(turn, datetime.now().astimezone()):
            self._keep(remark)

    def _keep(self, remark: Remark) -> bool:
        try:
            keep(self._assistant.store.folder, remark)
        except UserError as error:
            log.warning("%s", error)
            return False
        return True
