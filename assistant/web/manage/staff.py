"""What the tabs of Manage share: the store's parts, the words, and how they speak to the one who manages."""

from dataclasses import dataclass
from html import escape
from typing import Any

import gradio as gr

from assistant.ask import Assistant
from assistant.manage.staging import Staging
from assistant.manage.upkeep import Upkeep
from assistant.web.manage.said import trouble
from assistant.web.words import Words
from ingest.errors import UserError

QUIET: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
# Changes come one after the other; looking never waits for them.
CHANGING: dict[str, Any] = {**QUIET, "concurrency_id": "change", "concurrency_limit": 1}
LOOKING: dict[str, Any] = {**QUIET, "concurrency_id": "look", "concurrency_limit": 8}
# A click on a button of the list is told to the server: what it does, and to what.
ACT = """element.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-act]");
  if (!button) return;
  const asked = button.dataset.sure;
  if (asked && !window.confirm(asked)) return;
  trigger("select", { index: 0, value: button.dataset.act });
});"""


@dataclass(frozen=True, slots=True)
class Staff:
    """What every tab of Manage gets; `note` is the line at the top in which it says what happened."""

    assistant: Assistant
    words: Words
    staging: Staging
    upkeep: Upkeep
    note: gr.HTML
    tabs: gr.Tabs

    def done(self, text: str, **values: object) -> str:
        """What went well, as the note shows it."""
        return _note(self.words(text, **values), "done")

    def refused(self, error: UserError) -> str:
        """What a person can mend, as the note shows it."""
        return _note(trouble(error, self.words), "refused")


def button(label: str, act: str, *, kind: str = "", sure: str = "") -> str:
    """A button of a list: `act` is told to the server, `sure` asked before."""
    asked = f' data-sure="{escape(sure)}"' if sure else ""
    return f'<button type="button" class="act {kind}" data-act="{escape(act)}"{asked}>{escape(label)}</button>'


def _note(text: str, kind: str) -> str:
    return f'<p class="manage-note {kind}" role="{"status" if kind == "done" else "alert"}">{escape(text)}</p>'
