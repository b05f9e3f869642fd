"""A talk as Markdown: each question, its answer with marks, and what the marks stand for."""

from collections.abc import Sequence

from assistant.answer import Answer, Citation, Nearest
from assistant.cite import cite
from assistant.exports.safe import clean
from assistant.exports.words import word
from assistant.render import escape, to_markdown

Turn = tuple[str, Answer]  # the question as it was typed, and its answer


def talk_to_markdown(turns: Sequence[Turn]) -> str:
    """The talk as CommonMark; its headings are in the language of the first answer, each answer in its own."""
    language = turns[0][1].language if turns else "zh-Hans"
    parts = [f"# {word('talk', language)}"]
    for number, (question, answer) in enumerate(turns, 1):
        parts.append(f"## {number}. {escape(clean(question))}")
        parts.append(clean(to_markdown(answer)))
        if answer.citations:
            parts.append(f"**{word('sources', answer.language)}**")
            parts.append("\n\n".join(_source(citation, answer.language) for citation in answer.citations))
    return "\n\n".join(parts) + "\n"


def source_of(cited: Citation | Nearest, language: str) -> str:
    """The citation in full, with the item's heading and the page where there are."""
    heading = f"（{cited.item.heading}）" if cited.item.heading else ""
    page = f" p. {cited.item.page}" if cited.item.page else ""
    return cite(cited.plan, cited.item.ref, language, in_full=True) + heading + page


def _source(citation: Citation, language: str) -> str:
    """`[1] 望汀区教育局：《…》第16条` and the quote below it."""
    quote = "\n".join(f"> {escape(line)}" for line in clean(citation.quote).split("\n"))
    return f"\\[{citation.number}\\] {escape(source_of(citation, language))}\n\n{quote}"
