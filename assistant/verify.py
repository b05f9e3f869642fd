"""Is this sentence supported by that quote, and does the quote stand in its item?"""

from collections.abc import Sequence

from assistant.answer import Citation, Statement
from ingest.plan import Identity


def is_supported(statement: Statement, citation: Citation, scope: Sequence[Identity]) -> bool:
    """Whether the quote, and a quoting statement, stand in the item, and the item in a plan of the scope."""
    return (
        bool(statement.text.strip())
        and (statement.text in citation.item.text or not statement.is_quote)
        and citation.quote in citation.item.text
        and citation.plan in scope
    )
