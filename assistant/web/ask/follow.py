"""Questions to go on with, as buttons below the last answer."""

from collections.abc import Sequence
from html import escape

from assistant.web.ask.talk import Talk
from assistant.web.words import Words


def follow(questions: Sequence[str], talk: Talk, words: Words) -> str:
    """The questions as HTML, which names the answer that they belong to: the script hides them below another one."""
    if not questions or not talk.turns:
        return ""
    buttons = "".join(
        f'<li><button type="button" data-ask="{escape(question)}">{escape(question)}</button></li>'
        for question in questions
    )
    return (
        f'<section class="follow" data-for="{escape(f"{talk.name}-{talk.turns[-1].name}")}"><h3>{words("接着可以问")}</h3>'
        f"<ul>{buttons}</ul></section>"
    )
