"""The tab of the figures that plans commit to: words to look for, boxes, a chart and the table; scripts/targets.js fills it."""

import json
from html import escape

import gradio as gr

from assistant.web.desk import READY, Desk
from assistant.web.take_away import take_links
from assistant.web.targets.targets_chart import FIRST_KIND, KINDS
from assistant.web.tick_boxes import narrowing
from assistant.web.trouble import UNREACHABLE
from assistant.web.words import Words


class TargetsTab:
    """The tab's parts. What is asked for is kept in the address alone."""

    def __init__(self, desk: Desk) -> None:
        gr.HTML(_shell(desk.words), apply_default_css=False, js_on_load=READY, elem_id="targets-pane")


def _shell(words: Words) -> str:
    said = escape(json.dumps({"failed": words(UNREACHABLE)}, ensure_ascii=False))
    return f"""<section class="tables" id="targets" data-said="{said}" aria-labelledby="targets-title">
<div class="tables-head"><h2 id="targets-title">{words("计划里的指标")}</h2>
<p class="hint">{words("计划写明要达到的数字：多少、什么、何时。点条目看原文，点表头排序。")}</p></div>
<form role="search" class="tables-bar"><label><span>{words("在指标里找")}</span>
<input type="search" id="targets-words" maxlength="200" autocomplete="off" enterkeyhint="search"
 placeholder="{words("写几个词，例如：校车 辆")}"></label></form>
<div class="tables-line"><p id="targets-summary" role="status"></p>{take_links("targets", words)}</div>
<div class="tables-columns">{narrowing("targets", words)}
<div class="tables-found"><div class="charts">{_charts(words)}
<details class="years" id="targets-years" hidden><summary>{words("同一指标历年的变化")}<span></span></summary>
<p class="hint">{words("同一地区不同年份的计划里写法相同的指标；写法变了的不在其中。")}</p><div id="targets-series"></div></details></div>
<div id="targets-table" tabindex="-1"></div><div id="targets-pager"></div></div></div></section>"""


def _charts(words: Words) -> str:
    kinds = "".join(
        f'<label><input type="radio" name="targets-by" value="{kind}"{" checked" if kind == FIRST_KIND else ""}>'
        f"<span>{words(name)}</span></label>"
        for kind, name in KINDS.items()
    )
    return (
        f'<details class="chart" id="targets-chart" hidden><summary>{words("指标个数")}</summary>'
        f'<fieldset><legend class="unseen">{words("指标个数")}</legend>{kinds}</fieldset><div id="targets-bars"></div></details>'
    )
