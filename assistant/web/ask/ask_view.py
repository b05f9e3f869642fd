"""The tab to ask in, as it is laid out: scope, talk and composer on one side, the sources on the other."""

from dataclasses import dataclass
from html import escape
from typing import Any

import gradio as gr

from assistant.web.ask.dialogs import dialogs
from assistant.web.words import Words

# What the page's script asks of the server, each with what belongs to it, comes through one hidden element.
BELL = """const names = ["ask", "again", "toggle", "stop", "narrow", "renew", "reopen", "rate", "take"];
document.addEventListener("eduplan:do", ({ detail }) => {
  if (names.includes(detail.name)) trigger(detail.name, detail);
});
document.dispatchEvent(new Event("eduplan:ready"));
document.body.dataset.bell = "ready";"""
# A value that the script gets and the page does not show: its template is empty.
TELL = """watch("value", () => {
  if (props.value) document.dispatchEvent(new CustomEvent("eduplan:NAME", { detail: props.value }));
});"""


@dataclass(frozen=True, slots=True)
class AskView:
    """The parts of the tab that events read and write."""

    bell: Any  # gr.HTML, whose custom events are told by their names in BELL
    bar: gr.HTML
    plans: gr.Dropdown
    regions: gr.Dropdown
    years: gr.Dropdown
    examples: gr.HTML
    earlier: gr.HTML
    latest: gr.HTML
    follow: gr.HTML
    box: gr.Textbox
    send: gr.Button
    shelf: gr.HTML
    sources_before: gr.HTML
    sources: gr.HTML
    keep: gr.HTML
    file: gr.HTML
    said: gr.HTML

    @property
    def talk(self) -> list[gr.HTML]:
        """Where the talk is shown."""
        return [self.earlier, self.latest, self.follow, self.sources_before, self.sources]

    @property
    def scope(self) -> list[gr.Dropdown]:
        """The three choices, in the order in which a Scope has them."""
        return [self.plans, self.regions, self.years]


def lay_out(words: Words) -> AskView:
    """The parts, laid out."""
    bell = gr.HTML(elem_classes="channel", apply_default_css=False, js_on_load=BELL)
    keep, file, said = (_channel(name) for name in ("keep", "file", "said"))
    html(dialogs(words), elem_id="dialogs")
    with gr.Row(elem_id="desk"):
        with gr.Column(elem_id="asking", scale=3, min_width=300):
            bar = html(elem_id="scope")
            with gr.Row(elem_id="choices"):
                plans = _choice(words("计划@one"), "chosen")
                regions, years = _choice(words("地区"), "regions"), _choice(words("年份"), "years")
            with gr.Column(elem_id="talk"):
                html(_tools(words), elem_id="talk-tools")
                html(_welcome(words), elem_id="welcome")
                examples = html(elem_id="examples")
                with gr.Column(elem_id="chat"):
                    earlier, latest = html(elem_id="earlier"), html(elem_id="latest")
                follow = html(elem_id="follow")
            box, send = _composer(words)
        with gr.Column(elem_id="reading", scale=2, min_width=300):
            shelf, sources_before, sources = html(elem_id="shelf"), html(), html()
    return AskView(
        *(bell, bar, plans, regions, years, examples, earlier, latest, follow, box, send),
        *(shelf, sources_before, sources, keep, file, said),
    )


def html(value: str = "", *, elem_id: str | None = None) -> gr.HTML:
    """HTML of our own, in which gradio changes nothing."""
    return gr.HTML(value, elem_id=elem_id, apply_default_css=False, js_on_load=None)


def _channel(name: str) -> gr.HTML:
    return gr.HTML(
        elem_classes="channel", html_template="", apply_default_css=False, js_on_load=TELL.replace("NAME", name)
    )


def _choice(label: str, elem_id: str) -> gr.Dropdown:
    return gr.Dropdown([], multiselect=True, label=label, elem_id=elem_id, scale=1, min_width=160)


def _composer(words: Words) -> tuple[gr.Textbox, gr.Button]:
    with gr.Row(elem_id="composer"):
        box = gr.Textbox(
            show_label=False,
            label=words("问题"),
            placeholder=words("写下问题，按回车提问"),
            max_lines=6,
            container=False,
            scale=1,
        )
        send = gr.Button(words("提问"), variant="primary", elem_id="send", scale=0, min_width=88)
    return box, send


def _tools(words: Words) -> str:
    tools = (("talks", words("以前的对话")), ("export", words("导出")), ("renew", words("新的对话")))
    buttons = "".join(
        f'<button type="button" class="quiet" data-do="{name}">{escape(label)}</button>' for name, label in tools
    )
    return f'<div class="talk-tools">{buttons}</div>'


def _welcome(words: Words) -> str:
    return (
        f'<div class="welcome"><h2>{words("想了解什么？")}</h2>'
        f"<p>{words('用自己的话问就行，不必用文件里的说法。可以从下面这些问题开始：')}</p></div>"
    )
