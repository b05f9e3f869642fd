"""A page in one language: its head, and its tabs, a room each."""

from collections.abc import Callable

import gradio as gr

from assistant.ask import Assistant
from assistant.web.ask.ask_tab import AskTab
from assistant.web.compare.compare_tab import CompareTab
from assistant.web.desk import OPEN, Desk
from assistant.web.manage.door import Door
from assistant.web.manage.link import add_link
from assistant.web.masthead import masthead
from assistant.web.plans.plans_tab import PlansTab
from assistant.web.programs import add_endpoints
from assistant.web.search.search_tab import SearchTab
from assistant.web.targets.targets_tab import TargetsTab
from assistant.web.words import Words

# Id, name, and what lays the tab out and connects its events.
TABS: tuple[tuple[str, str, Callable[[Desk], object]], ...] = (
    ("ask", "提问", AskTab),
    ("search", "查找", SearchTab),
    ("plans", "计划", PlansTab),
    ("compare", "对照", CompareTab),
    ("targets", "指标", TargetsTab),
)


def build_page(assistant: Assistant, words: Words, door: Door) -> gr.Blocks:
    """The page. What people do on it is kept in their browser session, never here."""
    blocks: gr.Blocks
    with gr.Blocks(title=words("EduPlan 教育计划问答"), analytics_enabled=False, fill_width=True) as blocks:
        gr.HTML(masthead(words), apply_default_css=False, js_on_load=None)
        opener = gr.HTML(elem_id="opener", apply_default_css=False, js_on_load=OPEN)
        with gr.Tabs(elem_id="tabs", selected="ask") as tabs:
            desk = Desk(assistant, words, blocks, tabs, opener)
            for name, label, build in TABS:
                with gr.Tab(words(label), id=name, elem_id=f"tab-{name}"):
                    build(desk)
        add_link(blocks, words, door)
        add_endpoints(assistant)
    return blocks
