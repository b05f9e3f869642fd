"""Is this sentence supported by those quotes, and does a quote stand in its item? No language model is asked.

What a sentence claims is compared kind by kind with what its quotes say: figures with their units, bounds and periods, dates and
years, names, who does what, what is denied, allowed and demanded, and how much of its words the quotes hold.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.answer import Citation, Statement
from assistant.claims import weights
from assistant.claims.aligned import align
from assistant.claims.findings import ALIKE, ALIKE_OF_PAPERS, Fault, find_faults
from assistant.claims.overlap import overlap
from assistant.claims.reading import Reading, read
from assistant.claims.signals import Signals, read_signals
from assistant.fitted import probability
from ingest.plan import Identity

FOREIGN_FIGURES = 0.7  # the score of a sentence in another language whose figures the quotes hold


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether quotes support a sentence, how well (0 to 1), why, and whether they say the opposite."""

    supported: bool
    score: float
    reasons: tuple[str, ...] = ()
    contradicted: bool = False
    signals: Signals | None = None


def check(sentence: str, quotes: str | Sequence[str]) -> Verdict:
    """Whether the quotes, taken together, support the sentence; no language model is asked.

    Quotes that open with the title of their paper, `《望汀区教育局2024年工作要点》 2024年 第16条`, are read strictly: a paper's words
    are terms. Other evidence may be put more freely.
    """
    compared = _compare(sentence, quotes)
    fitted = weights.OF_PAPERS if compared.is_paper else weights.OF_EVIDENCE
    least = weights.LEAST_OF_PAPERS if compared.is_paper else weights.LEAST_OF_EVIDENCE
    score = probability(compared.signals, fitted) if compared.said.is_chinese else _foreign_score(compared)
    decisive = [fault for fault in compared.faults if fault.kind in weights.DECISIVE]
    return Verdict(
        supported=bool(sentence.strip()) and not decisive and score >= least,
        score=round(min(score, least / 2) if decisive else score, 3),
        reasons=(*(fault.reason for fault in compared.faults), *_told(compared)),
        contradicted=any(fault.contradicted for fault in decisive),
        signals=compared.signals,
    )


def signals_of(sentence: str, quotes: str | Sequence[str]) -> Signals:
    """The signals by themselves, which the weights are fitted to."""
    return _compare(sentence, quotes).signals


@dataclass(frozen=True, slots=True)
class _Compared:
    said: Reading
    lacking: tuple[str, ...]
    faults: tuple[Fault, ...]
    signals: Signals
    is_paper: bool


def _compare(sentence: str, quotes: str | Sequence[str]) -> _Compared:
    said, told = read(sentence), read(quotes if isinstance(quotes, str) else "\n".join(quotes))
    is_paper = told.folded.startswith("《")
    aligned = align(said, told)
    faults = find_faults(said, told, aligned, alike=ALIKE_OF_PAPERS if is_paper else ALIKE)
    held = overlap(said, told)
    lacking = tuple(word.text for word in held.lacking if word.is_thing)
    return _Compared(said, lacking, faults, read_signals(said, told, held, aligned, faults), is_paper)


def _foreign_score(compared: _Compared) -> float:
    """Of a sentence in another language: that its figures are held speaks for it, else how near its words come."""
    if compared.said.figures or compared.said.dates:
        return FOREIGN_FIGURES
    return compared.signals.near


def _told(compared: _Compared) -> Iterator[str]:
    """What of the words is not there, and what could not be compared."""
    if not compared.said.is_chinese:
        yield "of a sentence that is not Chinese only figures, dates and their directions were compared"
    elif compared.lacking:
        yield f"the quotes hold nothing like {'、'.join(compared.lacking)}"


def is_supported(statement: Statement, citation: Citation, scope: Sequence[Identity]) -> bool:
    """Whether the quote, and a quoting statement, stand in the item, and the item in a plan of the scope."""
    return (
        bool(statement.text.strip())
        and (not statement.is_quote or all(run.text in citation.item.text for run in statement.runs))
        and citation.quote in citation.item.text
        and citation.plan in scope
    )
