"""Is this sentence supported by that quote, and does the quote stand in its item?"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer import Citation, Statement
from assistant.metrics import normal
from ingest.plan import Identity
from vectorstore.words import content_words

LEAST_COVERAGE = 0.6  # of the sentence's content words by the quotes
FIGURE = re.compile(r"\d+(?:\.\d+)?%?")


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether quotes support a sentence, how well (0 to 1), why, and whether they say the opposite."""

    supported: bool
    score: float
    reasons: tuple[str, ...] = ()
    contradicted: bool = False


def check(sentence: str, quotes: str | Sequence[str]) -> Verdict:
    """Whether the quotes, taken together, support the sentence; no language model is asked."""
    held = normal("\n".join([quotes] if isinstance(quotes, str) else quotes))
    missing = tuple(figure for figure in FIGURE.findall(normal(sentence)) if figure not in held)
    words = content_words(sentence)
    coverage = sum(word in held for word in words) / len(words) if words else 0.0
    reasons = tuple(f"the quotes do not hold {figure}" for figure in missing)
    return Verdict(not missing and coverage >= LEAST_COVERAGE, 0.0 if missing else round(coverage, 3), reasons)


def is_supported(statement: Statement, citation: Citation, scope: Sequence[Identity]) -> bool:
    """Whether the quote, and a quoting statement, stand in the item, and the item in a plan of the scope."""
    return (
        bool(statement.text.strip())
        and (statement.text in citation.item.text or not statement.is_quote)
        and citation.quote in citation.item.text
        and citation.plan in scope
    )
