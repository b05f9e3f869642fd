"""The tab to set plans side by side: topics, suggestions, boxes and the table; scripts/compare.js fills it."""

import json
from html import escape

import gradio as gr

from assistant.browsing.comparison import MOST_TOPICS
from assistant.web.desk import READY, Desk
from assistant.web.take_away import take_links
from assistant.web.tick_boxes import narrowing
from assistant.web.trouble import UNREACHABLE
from assistant.web.words import Words


class CompareTab:
    """The tab's parts. What is compared is kept in the address alone."""

    def __init__(self, desk: Desk) -> None:
        gr.HTML(_shell(desk.words), apply_default_css=False, js_on_load=READY, elem_id="compare-pane")


def _shell(words: Words) -> str:
    said = {"failed": words(UNREACHABLE), "busy": words("正在各份计划里查找……")}
    return f"""<section class="tables" id="compare" data-said="{escape(json.dumps(said, ensure_ascii=False))}" aria-labelledby="compare-title">
<div class="tables-head"><h2 id="compare-title">{words("各份计划怎么说")}</h2>
<p class="hint">{words("同一件事，各地各年的计划怎么写，放在一张表里看；每格都照引原文。")}</p></div>
<form class="tables-bar compare-bar"><label><span>{words("要对照的内容")}</span>
<textarea id="compare-topics" rows="2" maxlength="2000" enterkeyhint="enter" aria-describedby="compare-how"
 placeholder="{words("例如：课后服务收费；校车")}"></textarea></label>
<button type="submit" class="primary go">{words("对照")}</button></form>
<p class="hint" id="compare-how">{words("一行一项，或用“；”隔开，最多{most}项。不选计划就是全部。", most=MOST_TOPICS)}</p>
<div class="suggested" id="compare-suggested" role="group" aria-label="{words("可以对照的内容")}"></div>
<div class="tables-line"><p id="compare-summary" role="status"></p>{take_links("compare", words)}</div>
<p class="notice" id="compare-notice" role="alert"></p>
<div class="tables-columns">{narrowing("compare", words)}<div class="tables-found" id="compare-table"></div></div></section>"""
