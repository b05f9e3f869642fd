"""What of an answer's Markdown is quoted, read against the items that it cites as a reader would."""

import re
from collections.abc import Iterator

from assistant.answer import Answer
from assistant.render import to_markdown
from ingest.language.folding import fold

# A quotation, a point of a list behind the item's name, and the second cell of a row.
QUOTED = re.compile(r"^(?:> |- [^：]*：|\| .*? \| )(.*?)(?: \|)?$", re.MULTILINE)
MARK = re.compile(r"\[(\d+)\]")


def misquotes(answer: Answer) -> list[str]:
    """The runs of the quoted lines that stand in no item which their line cites."""
    items = {citation.number: letters(citation.item.text) for citation in answer.citations}
    return [
        run
        for line, marks in quoted_lines(answer)
        for run in line.split("……")
        if letters(run) and not any(letters(run) in items[mark] for mark in marks)
    ]


def quoted_lines(answer: Answer) -> Iterator[tuple[str, tuple[int, ...]]]:
    """The lines in quotation, without their marks, and the numbers of the citations that they name."""
    for match in QUOTED.finditer(to_markdown(answer)):
        marks = tuple(int(mark) for mark in MARK.findall(match[1]))
        if marks:
            yield match[1][: MARK.search(match[1]).start()], marks  # type: ignore[union-attr]


def letters(text: str) -> str:
    """Letters, digits and % alone, folded."""
    return "".join(character for character in fold(text) if character.isalnum() or character == "%")
