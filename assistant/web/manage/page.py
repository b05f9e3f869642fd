"""Manage in one language: its head, the line that says what happened, and its tabs."""

from html import escape
from typing import Any

import gradio as gr

from assistant.ask import Assistant
from assistant.manage.staging import Staging
from assistant.manage.upkeep import Upkeep
from assistant.web.manage.add_tab import AddTab
from assistant.web.manage.door import Door
from assistant.web.manage.remarks_tab import RemarksTab
from assistant.web.manage.staff import LOOKING, Staff
from assistant.web.manage.stored_tab import StoredTab
from assistant.web.manage.upkeep_tab import UpkeepTab
from assistant.web.masthead import languages
from assistant.web.words import Words
from ingest.errors import UserError

LOGOUT = '<form method="post" action="/manage/do/logout"><button type="submit" class="act">{}</button></form>'


def build_manage(assistant: Assistant, staging: Staging, upkeep: Upkeep, door: Door, words: Words) -> gr.Blocks:
    """The page. Whoever reaches it may do everything on it: the gate stands before."""
    blocks: gr.Blocks
    with gr.Blocks(title=f"{words('管理')} · EduPlan", analytics_enabled=False, fill_width=True) as blocks:
        gr.HTML(_head(door, words), apply_default_css=False, js_on_load=None)
        note = gr.HTML(elem_id="note", apply_default_css=False, js_on_load=None)
        with gr.Tabs(elem_id="tabs", selected="add") as tabs:
            staff = Staff(assistant, words, staging, upkeep, note, tabs)
            with gr.Tab(words("加入"), id="add"):
                add = AddTab(staff)
            with gr.Tab(words("计划"), id="stored") as stored_tab:
                stored = StoredTab(staff)
            with gr.Tab(words("反馈"), id="remarks") as remarks_tab:
                remarks = RemarksTab(staff)
            with gr.Tab(words("维护"), id="upkeep") as upkeep_tab:
                keeping = UpkeepTab(staff)
        for begin, part in (
            (stored_tab.select, stored),
            (remarks_tab.select, remarks),
            (upkeep_tab.select, keeping),
        ):
            begin(_careful(part, staff), None, [*part.parts, *([] if note in part.parts else [note])], **LOOKING)
        blocks.load(add.opened, None, add.parts, **LOOKING)
    return blocks


def _careful(part: Any, staff: Staff) -> Any:
    def refresh() -> dict[Any, Any]:
        try:
            return {**part.refresh(), staff.note: ""}
        except UserError as error:
            return {staff.note: staff.refused(error)}

    return refresh


def _head(door: Door, words: Words) -> str:
    open_note = (
        ""
        if door.has_password
        else f'<p class="note">{escape(words("还没有设密码：只有在这台电脑上才能打开本页。要在别的电脑上管理，请运行 eduplan password。"))}</p>'
    )
    return (
        f'<header class="masthead manage"><h1>{words("管理")}<small>EduPlan</small></h1>{languages(words, "/manage/")}'
        f'<nav class="ways"><a href="/">{words("回到问答页")}</a>{LOGOUT.format(words("退出登录")) if door.has_password else ""}</nav>'
        f"{open_note}</header>"
    )
