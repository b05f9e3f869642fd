"""The page: what is on it, and what happens when a question is asked; the one door to gradio."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from fastapi import FastAPI

from assistant.ask import Assistant
from assistant.web.bubbles import messages
from assistant.web.cards import cards
from assistant.web.examples import examples
from assistant.web.shelf import choices, read_plans, shelf
from assistant.web.talk import Talk, ask, broken_off, is_busy, was_refused
from assistant.web.trouble import UNEXPECTED

os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"  # gradio reads it when it is imported
import gradio as gr  # noqa: E402

ASKING_AT_ONCE = 8  # questions of different people that are answered side by side
FOLDER = Path(__file__).parent
TITLE = "EduPlan 教育计划问答"
HEADER = """<header class="masthead"><h1>教育计划问答<small>EduPlan</small></h1>
<p>用平常的话提问，从教育局的工作要点、计划、意见里找答案，每句话都注明出自哪份计划的哪一条。</p>
<p class="note">回答照引计划原文，不代替主管部门的解释。<strong>请留意计划的年份</strong>：往年的计划不等于今年的规定。</p></header>"""
PLACEHOLDER = "写下问题，按回车提问（Shift＋回车换行）"
CHOOSE_EXAMPLE = """element.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-question]");
  if (button) trigger("select", { index: 0, value: button.dataset.question });
});"""
SILENT: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}


def build_app(assistant: Assistant) -> FastAPI:
    """The web application that serves the page at its root."""
    return gr.mount_gradio_app(
        FastAPI(openapi_url=None),
        _Page(assistant).blocks,
        path="/",
        theme=gr.themes.Base(font=["sans-serif"], font_mono=["monospace"], text_size=gr.themes.sizes.text_lg),
        css_paths=FOLDER / "page.css",
        js=(FOLDER / "page.js").read_text(encoding="utf-8"),
        footer_links=[],
        run_history=False,
        show_error=False,
        enable_monitoring=False,
        ssr_mode=False,
        mcp_server=False,
        pwa=False,
    )


class _Page:
    """The page's parts and what they do. Nothing of a talk is kept here: it lives in the state of its browser session."""

    def __init__(self, assistant: Assistant) -> None:
        self._assistant = assistant
        with gr.Blocks(title=TITLE, analytics_enabled=False, fill_width=True) as self.blocks:
            self._talk = gr.State(())
            gr.HTML(HEADER, apply_default_css=False, js_on_load=None)
            with gr.Row(elem_id="desk"):
                with gr.Column(elem_id="asking", scale=3, min_width=300):
                    self._lay_out_chat()
                with gr.Column(elem_id="reading", scale=2, min_width=300):
                    self._panel = gr.HTML(apply_default_css=False, js_on_load=None)
            self._connect()

    def _lay_out_chat(self) -> None:
        with gr.Row(elem_id="scope"):
            self._chosen = gr.Dropdown([], multiselect=True, label="查阅范围（不选就是全部计划）", elem_id="chosen", scale=1)
            self._renew = gr.Button("新的对话", elem_id="renew", scale=0, min_width=96)
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
        )
        with gr.Accordion("可以这样问", open=True, elem_id="examples") as self._drawer:
            self._examples = gr.HTML(apply_default_css=False, js_on_load=CHOOSE_EXAMPLE)
        with gr.Row(elem_id="composer"):
            self._box = gr.Textbox(
                show_label=False, label="问题", placeholder=PLACEHOLDER, max_lines=6, container=False, autofocus=True, scale=1
            )
            self._send = gr.Button("提问", variant="primary", elem_id="send", scale=0, min_width=88)

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
        self._renew.click(self._start, None, [*shown, self._chosen, self._examples], **SILENT)
        self.blocks.load(self._start, None, [*shown, self._chosen, self._examples], **SILENT)

    def _start(self) -> dict[Any, Any]:
        """An empty talk, and the plans as they are now."""
        store = self._assistant.store
        plans = read_plans(store)
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
        for grown in ask(self._assistant, text, chosen, talk):
            yield self._shown(grown) | {self._box: text if was_refused(grown) else ""}

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
        return {
            self._talk: talk,
            self._chat: gr.Chatbot(messages(talk), visible=True),
            self._panel: cards(talk),
            self._send: gr.Button(interactive=not is_busy(talk)),
            self._drawer: gr.Accordion(open=False),
        }
