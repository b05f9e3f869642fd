"""What never changes on a page: its icon, its style sheets and scripts, the words at its top, and the other languages."""

import json
from html import escape
from pathlib import Path

from assistant.web.words import LANGUAGES, Words

FOLDER = Path(__file__).parent
ICON = (
    """<link rel="icon" href="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'>"""
    """<rect width='32' height='32' rx='7' fill='%230e6a5b'/>"""
    """<path d='M9 9h14M9 16h14M9 23h8' stroke='white' stroke-width='3' stroke-linecap='round'/></svg>">"""
)


def masthead(words: Words) -> str:
    """The top of the page as HTML."""
    return (
        f'<header class="masthead"><h1>{words("教育计划问答")}<small>EduPlan</small></h1>{_languages(words)}'
        f"<p>{words('用平常的话提问，从教育局的工作要点、计划、意见里找答案，每句话都注明出自哪份计划的哪一条。')}</p>"
        f'<p class="note">{words("回答照引计划原文，不代替主管部门的解释。")}'
        f"<strong>{words('请留意计划的年份')}</strong>{words('：往年的计划不等于今年的规定。')}</p></header>"
    )


def head() -> str:
    """The icon and the style sheets, which gradio's own way in would not leave as they are: it rewrites selectors."""
    return f"{ICON}<style>{_joined('styles', 'css')}</style>"


def script(language: str) -> str:
    """The script that the page runs when it is there: those in scripts/, each in a scope of its own."""
    return f"() => {{ document.documentElement.lang = {json.dumps(language)};\n{_joined('scripts', 'js')}\n}}"


def _joined(folder: str, kind: str) -> str:
    texts = [path.read_text(encoding="utf-8") for path in sorted((FOLDER / folder).glob(f"*.{kind}"))]
    return "\n".join(f"{{\n{text}\n}}" for text in texts) if kind == "js" else "\n".join(texts)


def _languages(words: Words) -> str:
    """A link a language, by its own name; the one that is read now is none."""
    links = (
        f'<span aria-current="true" lang="{language}">{escape(name)}</span>'
        if language == words.language
        else f'<a href="/?language={language}" lang="{language}" hreflang="{language}">{escape(name)}</a>'
        for language, name in LANGUAGES.items()
    )
    return f'<nav class="languages" aria-label="{words("语言")}">{"".join(links)}</nav>'
