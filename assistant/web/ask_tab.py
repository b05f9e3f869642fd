"""The tab to ask in: the chat, and the sources of its answers beside it."""

from collections.abc import Iterator
from typing import Any, cast

import gradio as gr

from assistant.web.bubbles import messages
from assistant.web.cards import cards
from assistant.web.desk import SILENT, Desk
from assistant.web.examples import CHOOSE, examples
from assistant.web.shelf import choices, notice, read_plans, shelf
from assistant.web.talk import Talk, ask, broken_off, is_busy, was_refused
from assistant.web.trouble import NOT_STARTED, UNEXPECTED, other
from ingest.errors import UserError

ASKING_AT_ONCE = 8  # questions of different people that are answered side by side


class AskTab:
    """The tab's parts and what they do. A talk is not kept here, but in the state of its browser session."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._assistant = desk.assistant
        self._talk = gr.State(())
        with gr.Row(elem_id="desk"):
            with gr.Column(elem_id="asking", scale=3, min_width=300):
                self._lay_out_chat()
            with gr.Column(elem_id="reading", scale=2, min_width=300):
                self._panel = gr.HTML(apply_default_css=False, js_on_load=None)
        self._connect()

    def _lay_out_chat(self) -> None:
        words = self._desk.words
        with gr.Row(elem_id="scope"):
            self._chosen = gr.Dropdown(
                [], multiselect=True, label=words("查阅范围（不选就是全部计划）"), elem_id="chosen", scale=1
            )
            self._renew = gr.Button(words("新的对话"), elem_id="renew", scale=0, min_width=96)
        self._chat = gr.Chatbot(
            elem_id="chat",
            visible=False,
            show_label=False,
            container=False,
            height=None,
            latex_delimiters=[],
            sanitize_html=True,
            allow_tags=False,
            buttons=[],
            feedback_options=None,
            autoscroll=False,
        )
        with gr.Row(elem_id="composer"):
            self._box = gr.Textbox(
                show_label=False,
                label=words("问题"),
                placeholder=words("写下问题，按回车提问"),
                max_lines=6,
                container=False,
                scale=1,
            )
            self._send = gr.Button(words("提问"), variant="primary", elem_id="send", scale=0, min_width=88)
        with gr.Accordion(words("可以这样问"), open=True, elem_id="examples") as self._drawer:
            self._examples = gr.HTML(apply_default_css=False, js_on_load=CHOOSE)

    def _connect(self) -> None:
        shown = [self._talk, self._chat, self._panel, self._box, self._send, self._drawer]
        given = [self._chosen, self._talk]
        typed = gr.on(
            [self._box.submit, self._send.click],
            self._ask,
            [self._box, *given],
            shown,
            concurrency_limit=ASKING_AT_ONCE,
            concurrency_id="ask",
            **SILENT,
        )
        picked = self._examples.select(self._ask_example, given, shown, concurrency_id="ask", **SILENT)
        for asked in (typed, picked):
            asked.failure(self._close, self._talk, shown, **SILENT)
        for begin in (self._renew.click, self._desk.blocks.load):
            started = begin(self._start, None, [*shown, self._chosen, self._examples], **SILENT)
            started.failure(lambda: notice(NOT_STARTED), None, self._panel, **SILENT)

    def _start(self) -> dict[Any, Any]:
        """An empty talk, and the plans as they are now."""
        store = self._assistant.store
        try:
            plans = read_plans(store)
        except UserError as error:
            return {self._panel: notice(other(error))}
        return {
            self._talk: (),
            self._chat: gr.Chatbot([], visible=False),
            self._panel: shelf(plans, store),
            self._drawer: gr.Accordion(open=True, visible=bool(plans)),
            self._examples: examples(plans, store),
            self._chosen: gr.Dropdown(choices(plans), value=[]),
        }

    def _ask(self, text: str, chosen: list[str], talk: Talk) -> Iterator[dict[Any, Any]]:
        """The page as the answer grows; a question that was refused goes back into the box."""
        if is_busy(talk):
            return
        box: dict[Any, Any] = {self._box: ""}
        for grown in ask(self._assistant, text, chosen, talk):
            yield self._shown(grown) | ({self._box: text} if was_refused(grown) else box)
            box = {}  # what is typed while the answer is written stays

    def _ask_example(self, event: gr.SelectData, chosen: list[str], talk: Talk) -> Iterator[dict[Any, Any]]:
        """The same for an example; what stands in the box stays there."""
        if is_busy(talk):
            return
        for grown in ask(self._assistant, event.value, chosen, talk):
            yield self._shown(grown)

    def _close(self, talk: Talk) -> dict[Any, Any]:
        """The page after an exception that nobody foresaw; gradio has logged it."""
        closed = broken_off(talk, UNEXPECTED)
        return self._shown(closed) | ({self._box: closed[-1].question} if closed else {})

    def _shown(self, talk: Talk) -> dict[Any, Any]:
        found = cards(talk)
        return {
            self._talk: talk,
            self._chat: gr.Chatbot(cast(Any, messages(talk)), visible=True),
            **({self._panel: found} if found else {}),  # until there are sources, the plans stay
            self._send: gr.Button(interactive=not is_busy(talk)),
            self._drawer: gr.Accordion(open=False),
        }
