"""The writer that needs no language model: it quotes the sentences that bear on the question, unchanged."""

from collections.abc import Iterator, Sequence

from assistant.answer import Citation, Statement
from assistant.evidence import Evidence, Found, bold_spans
from vectorstore.words import content_words

MOST_CITATIONS = 8
NAME = "extractive"


def write(found: Sequence[Found]) -> Iterator[tuple[Statement, Citation]]:
    """A statement a quoted sentence, with its citation; items of one part together, the most important first."""
    number = 0
    for evidence in [e for one in found for e in one.evidence][:MOST_CITATIONS]:
        number += 1
        citation = _cite(evidence, number)
        words = content_words(evidence.part.text)
        for sentence in evidence.quote:
            yield Statement(sentence, number, bold_spans(evidence.part, words, sentence)), citation


def _cite(evidence: Evidence, number: int) -> Citation:
    text = evidence.hit.item.text
    start = text.index(evidence.quote[0])
    end = text.index(evidence.quote[-1], start) + len(evidence.quote[-1])
    return Citation(number, evidence.hit.plan.identity, evidence.hit.item, text[start:end], round(evidence.support, 4))
