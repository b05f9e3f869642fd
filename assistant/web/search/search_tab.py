"""The tab to search in: a box, the filters beside what was found; scripts/search.js asks the server as one types."""

import json
from html import escape

import gradio as gr

from assistant.web.desk import READY, Desk
from assistant.web.words import Words

ORDERS = {"relevance": "按相关程度", "plan": "按计划和条序", "year": "按年份，新的在前"}


class SearchTab:
    """The tab's parts. What is searched for is kept in the address alone."""

    def __init__(self, desk: Desk) -> None:
        gr.HTML(_shell(desk.words), apply_default_css=False, js_on_load=READY, elem_id="search-pane")


def _shell(words: Words) -> str:
    orders = "".join(f'<option value="{value}">{words(label)}</option>' for value, label in ORDERS.items())
    said = {"failed": words("连不上服务器，没有查到最新的结果；请稍后再试。")}
    return f"""<section class="search" id="search" data-said="{escape(json.dumps(said, ensure_ascii=False))}">
<form role="search" class="search-bar">
<label class="search-words"><span>{words("查找词语")}</span>
<input id="search-words" type="search" name="q" maxlength="2000" autocomplete="off" enterkeyhint="search"
 aria-keyshortcuts="/ Control+K" placeholder="{words("写几个词，例如：校车 补助")}"></label>
<label class="search-order"><span>{words("排序")}</span><select id="search-order" name="sort">{orders}</select></label>
</form>
<p class="search-keys">{words("按 / 或 Ctrl+K 开始查找，↑ ↓ 选条目，回车打开，Esc 返回；引号里的词照原样查。")}</p>
<div class="search-line"><p id="search-summary" role="status"></p>
<p id="search-take" hidden><a data-kind="csv" href="#">CSV</a><a data-kind="xlsx" href="#">Excel</a></p></div>
<div class="search-columns">
<details id="search-narrow" hidden><summary>{words("筛选")}<span id="search-chosen"></span></summary>
<form id="search-facets" aria-label="{words("筛选")}"></form>
<button type="button" id="search-clear" hidden>{words("取消全部筛选")}</button></details>
<div id="search-found"><section id="search-hits" aria-label="{words("含有这些词的条目")}"></section>
<section id="search-near" aria-label="{words("意思相近的条目")}"></section></div>
</div></section>"""
