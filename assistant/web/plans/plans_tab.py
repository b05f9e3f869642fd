"""The tab to read plans in: their list, one to be read, two side by side; scripts/plans.js fills it."""

import json
from html import escape

import gradio as gr

from assistant.web.desk import READY, Desk
from assistant.web.trouble import UNREACHABLE
from assistant.web.words import Words


class PlansTab:
    """The tab's parts. Which plan is read is kept in the address alone."""

    def __init__(self, desk: Desk) -> None:
        gr.HTML(_shell(desk.words), apply_default_css=False, js_on_load=READY, elem_id="plans-pane")


def _shell(words: Words) -> str:
    said = {
        "failed": words(UNREACHABLE),
        "copied": words("已复制：{text}", text="{text}"),
        "not_copied": words("浏览器不让复制，请自己选取：{text}", text="{text}"),
        "no_item": words("这份计划里没有这一条，现有的条目见目录。"),
        "none": words("没有"),
        "back_to_search": words("返回查找结果"),
    }
    label = words("筛选计划：题目、地区、年份、文号……")
    return f"""<section class="plans" id="plans" data-said="{escape(json.dumps(said, ensure_ascii=False))}">
<div id="plans-list"><form role="search" class="plans-filter"><input type="search" id="plans-filter" autocomplete="off"
 aria-label="{label}" placeholder="{label}"><p id="plans-summary" role="status"></p></form><div id="plans-table"></div></div>
<div id="plans-reader" hidden></div><p id="plans-toast" role="status"></p></section>"""
