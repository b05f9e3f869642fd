"""The writer that needs no language model: it quotes the sentences that bear on the question, unchanged."""

from collections.abc import Sequence

from assistant.answer import Citation, Statement, Usage
from assistant.emphasis import bold_spans
from assistant.weighing.evidence import LONGEST_QUOTE, Found
from assistant.writers.draft import Draft
from ingest.language.words import content_words

MOST_CITATIONS = 30  # a section asked for whole gives one an item
NAME = "extractive"


def write(found: Sequence[Found], *, notice: str = "", usage: Usage | None = None) -> Draft:
    """A statement a quoted sentence, with its citation; items of one part together, the most important first."""
    chosen = [evidence for one in found for evidence in one.evidence][:MOST_CITATIONS]
    citations, statements = [], []
    for number, evidence in enumerate(chosen, 1):
        sentences = [sentence for sentence, _ in evidence.sentences]
        quote = passage(evidence.hit.item.text, sentences)
        citations.append(
            Citation(number, evidence.hit.plan.identity, evidence.hit.item, quote, round(evidence.score, 4))
        )
        words = content_words(evidence.part.text)
        for sentence, spans in evidence.sentences:
            statements.append(Statement(sentence, number, bold_spans(sentence, spans, words=words)))
    return Draft(tuple(statements), tuple(citations), NAME, notice, usage)


def passage(text: str, sentences: Sequence[str]) -> str:
    """The text from the first of its sentences to the last, unless what lies between makes it long: then the longest."""
    start = text.index(sentences[0])
    whole = text[start : text.index(sentences[-1], start) + len(sentences[-1])]
    return whole if len(whole) <= 2 * LONGEST_QUOTE else max(sentences, key=len)
