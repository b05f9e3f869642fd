"""The talk as the chat's messages; whatever people or plans wrote shows as it is."""

import re
from typing import TypedDict

from assistant.answer import Answer
from assistant.render import render_source
from assistant.web.sources import anchor
from assistant.web.talk import Talk, Turn

MARK = re.compile(r"(?<=\s)\[(\d+)\](?![(\[])")
SIGN = re.compile(r"[!-/:-@\[-`{-~]")  # of ASCII: Markdown, HTML and links are made of nothing else
# What Markdown would make a tag, an image or a link of. In an answer such a sign is text, whoever forgot to escape it.
ACTIVE = re.compile(r"(?<!\\)(?:<|@|!(?=\[)|\](?=[(\[:]))|(?<=[a-z]):(?=//)|(?<=www)\.", re.IGNORECASE)
LIST = re.compile(r"^(> \d*)([.)+-])(?=\s)", re.MULTILINE)  # a quote that would become a list: `> 1. 健全`, `> - 健全`
LONGEST_SHOWN = 400  # characters of a question; a longer one stays whole in the input box
WAITING = "正在查阅计划……"


class Message(TypedDict):
    """A message of the chat."""

    role: str
    content: str


def messages(talk: Talk) -> list[Message]:
    """A message for each question and one for each answer."""
    rows: list[Message] = []
    for number, turn in enumerate(talk, 1):
        if turn.question:
            rows.append({"role": "user", "content": literal(_shortened(turn.question))})
        rows.append({"role": "assistant", "content": _reply(turn, number)})
    return rows


def literal(text: str) -> str:
    """Text that Markdown shows letter by letter: every ASCII sign becomes a numeric entity, every line end a break.

    `literal("**a**")` is `&#42;&#42;a&#42;&#42;`.
    """
    lines = SIGN.sub(lambda sign: f"&#{ord(sign[0])};", text.strip()).splitlines()
    return "<br>".join(line.strip() for line in lines)


def _reply(turn: Turn, number: int) -> str:
    parts = [_linked(turn.answer, number)] if turn.answer else []
    if turn.note:
        parts.append(literal(turn.note))
    return "\n\n".join(parts) or WAITING


def _linked(answer: Answer, turn: int) -> str:
    """The answer's Markdown, in which marks and nearest items, and nothing else, are links: to their sources."""
    text = ACTIVE.sub(lambda sign: f"&#{ord(sign[0])};", LIST.sub(r"\1\\\2", answer.text))
    text = MARK.sub(lambda mark: rf"[\[{mark[1]}\]](#{anchor(turn, int(mark[1]))})", text)
    for number, nearest in enumerate(answer.nearest, 1):
        name = render_source(nearest, answer.language)
        text = text.replace(f"- {name}", f"- [{name}](#{anchor(turn, number)})", 1)
    return text


def _shortened(question: str) -> str:
    return question if len(question) <= LONGEST_SHOWN else question[:LONGEST_SHOWN] + "……"
