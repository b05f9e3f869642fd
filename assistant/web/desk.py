"""What the tabs of a page share: the assistant, the words, and the way from any link of an item to the reading view."""

from dataclasses import dataclass
from html import escape
from typing import Any
from urllib.parse import urlencode

import gradio as gr

from assistant.ask import Assistant
from assistant.web.words import Words

SILENT: dict[str, Any] = {
    "show_progress": "hidden",
    "api_visibility": "private",
}  # of an event that is no use to programs
# Told when a tab is there, which gradio lays out only once it is first shown.
READY = """element.dispatchEvent(new CustomEvent("eduplan:ready", { bubbles: true }));"""
# A click on an item's link, anywhere on the page, is told to the server; with Ctrl or the middle button it opens anew.
OPEN = """document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[data-item]");
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  trigger("select", { index: 0, value: link.getAttribute("href") });
});"""


@dataclass(frozen=True, slots=True)
class Desk:
    """What every tab gets. `opener.select` fires with an item's link, `/?plan=ID&item=REF`, wherever it was chosen."""

    assistant: Assistant
    words: Words
    blocks: gr.Blocks
    tabs: gr.Tabs
    opener: gr.HTML


def item_address(plan_id: str, ref: str = "", words: str = "") -> str:
    """The permanent address of a plan, of an item of it, or of words in it: `/?plan=ID&item=18&mark=每生每学期320元`."""
    known = {"plan": plan_id, "item": ref, "mark": words}
    return "/?" + urlencode({key: value for key, value in known.items() if value})


def item_link(plan_id: str, ref: str, label: str, *, words: str = "") -> str:
    """The HTML link that opens an item in the reading view; the label is shown as it is."""
    return f'<a data-item href="{escape(item_address(plan_id, ref, words))}">{escape(label)}</a>'
