"""An answer's Markdown as HTML in which marks and nearest items are links to their sources, and nothing else is one."""

import re
from html import escape

from markdown_it import MarkdownIt

from assistant.answer import Answer
from assistant.cite import cite
from assistant.render import render_source
from assistant.web.ask.sources import anchor

# No links, images, raw HTML, headings or code: whoever forgot to escape them, they show as they were written.
MARKDOWN = MarkdownIt("zero").enable(["escape", "entity", "emphasis", "blockquote", "list", "table", "newline"])
MARK = re.compile(r"(?<=\s)\[(\d+)\](?![(\[])")
LIST = re.compile(r"^(> \d*)([.)+-])(?=\s)", re.MULTILINE)  # a quote that would become a list: `> 1. 健全`, `> - 健全`
OPEN, CLOSE, END = "\ue000", "\ue001", "\ue002"  # private signs around a source's number and a link's words
SIGNS = str.maketrans("", "", OPEN + CLOSE + END)
LINK = re.compile(f"{OPEN}(\\d+){CLOSE}([^{END}]*){END}")
QUOTE = re.compile(rf"<blockquote>(.*?{OPEN}(\d+){CLOSE}.*?)</blockquote>", re.DOTALL)
SCRIPTS = {"zh-Hant": "zh-Hant", "en": "en"}


def to_html(answer: Answer, turn: int) -> str:
    """The answer as HTML; `turn` is its number in the talk, from 1, which its sources' names hold."""
    known = {citation.number for citation in answer.citations}
    text = LIST.sub(r"\1\\\2", answer.text.translate(SIGNS))
    text = MARK.sub(lambda mark: _link(int(mark[1]), rf"\[{mark[1]}\]") if int(mark[1]) in known else mark[0], text)
    for number, nearest in enumerate(answer.nearest, 1):
        name = render_source(nearest, answer.language)
        text = text.replace(f"- {name}", f"- {_link(number, name)}", 1)
    html = QUOTE.sub(lambda quote: _in_its_script(quote, answer), str(MARKDOWN.render(text)))
    return LINK.sub(lambda link: _anchor(link, answer, turn), html)


def _link(number: int, words: str) -> str:
    return f"{OPEN}{number}{CLOSE}{words}{END}"


def _anchor(link: re.Match[str], answer: Answer, turn: int) -> str:
    number = int(link[1])
    cited = next((one for one in answer.citations if one.number == number), None)
    label = (
        f' aria-label="{escape(f"[{number}] {cite(cited.plan, cited.item.ref, answer.language)}")}"' if cited else ""
    )
    kind = "cite" if cited else "cite near"
    return f'<a class="{kind}" href="#{anchor(turn, number)}"{label}>{link[2]}</a>'


def _in_its_script(quote: re.Match[str], answer: Answer) -> str:
    """A quotation is in the language of its plan, whatever the answer's is: a screen reader wants to know."""
    plan = next((one.plan for one in answer.citations if one.number == int(quote[2])), None)
    language = SCRIPTS.get(plan.language, "zh-Hans") if plan else answer.language
    return f'<blockquote lang="{escape(language)}">{quote[1]}</blockquote>'
