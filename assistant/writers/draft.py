"""What a writer gives: statements and the citations that they rest on, before they are verified and assembled."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.answer import Citation, Statement, Usage
from assistant.verify import is_supported
from ingest.plan import Identity


@dataclass(frozen=True, slots=True)
class Draft:
    """Statements with their citations, in the order of their marks; who wrote them, what is to be said of it, what it took."""

    statements: tuple[Statement, ...]
    citations: tuple[Citation, ...]
    writer: str
    notice: str = ""
    usage: Usage | None = None


def verified(draft: Draft, scope: Sequence[Identity]) -> Draft:
    """The draft without statements whose citations do not stand where they say, and without citations that none uses."""
    by_number = {citation.number: citation for citation in draft.citations}
    statements = tuple(
        statement
        for statement in draft.statements
        if all(is_supported(statement, by_number[number], scope) for number in statement.citations)
    )
    cited = {number for statement in statements for number in statement.citations}
    return replace(draft, statements=statements, citations=tuple(c for c in draft.citations if c.number in cited))
