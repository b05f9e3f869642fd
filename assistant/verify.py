"""Is this sentence supported by those quotes, and does a quote stand in its item? No language model is asked.

What a sentence claims is compared kind by kind with what its quotes say: figures with their units, bounds and periods, dates and
years, names, who does what, what is denied, allowed and demanded, and how much of its words the quotes hold.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer import Citation, Statement
from assistant.claims.findings import find_faults
from assistant.claims.overlap import align, overlap
from assistant.claims.reading import read
from assistant.claims.signals import DECISIVE, LEAST, Signals, read_signals, weigh
from ingest.plan import Identity


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether quotes support a sentence, how well (0 to 1), why, and whether they say the opposite."""

    supported: bool
    score: float
    reasons: tuple[str, ...] = ()
    contradicted: bool = False
    signals: Signals | None = None


def check(sentence: str, quotes: str | Sequence[str]) -> Verdict:
    """Whether the quotes, taken together, support the sentence; no language model is asked."""
    said, told = read(sentence), read(quotes if isinstance(quotes, str) else "\n".join(quotes))
    aligned = align(said, told)
    faults = find_faults(said, told, aligned)
    signals = read_signals(said, told, overlap(said, told), aligned, faults)
    score = weigh(signals)
    decisive = [fault for fault in faults if fault.kind in DECISIVE]
    supported = bool(sentence.strip()) and not decisive and score >= LEAST
    return Verdict(
        supported,
        round(min(score, LEAST / 2) if decisive else score, 3),
        tuple(fault.reason for fault in faults),
        any(fault.contradicted for fault in decisive),
        signals,
    )


def is_supported(statement: Statement, citation: Citation, scope: Sequence[Identity]) -> bool:
    """Whether the quote, and a quoting statement, stand in the item, and the item in a plan of the scope."""
    return (
        bool(statement.text.strip())
        and (statement.text in citation.item.text or not statement.is_quote)
        and citation.quote in citation.item.text
        and citation.plan in scope
    )
