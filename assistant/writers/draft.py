"""What a writer gives: statements and the citations that they rest on, before they are verified and assembled."""

from dataclasses import dataclass

from assistant.answer import Citation, Statement, Usage


@dataclass(frozen=True, slots=True)
class Draft:
    """Statements with their citations, in the order of their marks; who wrote them, what is to be said of it, what it took."""

    statements: tuple[Statement, ...]
    citations: tuple[Citation, ...]
    writer: str
    notice: str = ""
    usage: Usage | None = None
