"""The writer that needs no language model: it quotes the sentences that bear on the question, unchanged."""

from collections.abc import Iterator, Sequence

from assistant.answer import Citation, Statement
from assistant.emphasis import bold_spans
from assistant.evidence import LONGEST_QUOTE, Evidence, Found
from vectorstore.words import content_words

MOST_CITATIONS = 30  # a section asked for whole gives one an item
NAME = "extractive"


def write(found: Sequence[Found]) -> Iterator[tuple[Statement, Citation]]:
    """A statement a quoted sentence, with its citation; items of one part together, the most important first."""
    chosen = [evidence for one in found for evidence in one.evidence][:MOST_CITATIONS]
    for number, evidence in enumerate(chosen, 1):
        part = evidence.part
        citation = Citation(
            number, evidence.hit.plan.identity, evidence.hit.item, _quote(evidence), round(evidence.score, 4)
        )
        words = content_words(part.text)
        for sentence, spans in evidence.sentences:
            yield Statement(sentence, number, bold_spans(sentence, spans, words=words)), citation


def _quote(evidence: Evidence) -> str:
    """The passage from the first quoted sentence to the last, unless what lies between makes it long: then the longest."""
    text, sentences = evidence.hit.item.text, [sentence for sentence, _ in evidence.sentences]
    start = text.index(sentences[0])
    passage = text[start : text.index(sentences[-1], start) + len(sentences[-1])]
    return passage if len(passage) <= 2 * LONGEST_QUOTE else max(sentences, key=len)
