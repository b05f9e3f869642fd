"""The writer that needs no language model: it quotes what bears on the question, unchanged."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import Citation, Run, Statement, Usage
from assistant.emphasis import merged, within
from assistant.weighing.evidence import Evidence, Found
from assistant.weighing.select import LONGEST_QUOTE, Piece
from assistant.writers.draft import Draft

MOST_CITATIONS = 30  # a section asked for whole gives one an item
NAME = "extractive"


def write(found: Sequence[Found], *, notice: str = "", usage: Usage | None = None) -> Draft:
    """A statement an item and part of the question, in the order of the parts; what was quoted before is not said again.

    Items that say the same in the same words are cited together.
    """
    chosen = [evidence for one in found for evidence in one.evidence]
    statements: list[Statement] = []
    numbers: dict[tuple[str, str], int] = {}  # by plan and ref
    citations: dict[int, Citation] = {}
    said: dict[tuple[str, ...], int] = {}  # where in statements those words stand
    for evidence in chosen:
        key = (evidence.hit.plan.id, evidence.hit.item.ref)
        if key not in numbers and len(numbers) == MOST_CITATIONS:
            continue
        number = numbers.setdefault(key, len(numbers) + 1)
        citations.setdefault(number, _citation(number, evidence))
        if (place := said.get(evidence.words)) is not None:
            statements[place] = _bolder(_beside(statements[place], number), evidence)
        elif not _is_said(evidence, number, statements):
            said[evidence.words] = len(statements)
            statements.append(Statement(_runs(evidence), number, left_out=evidence.selection.left_out))
    return Draft(tuple(statements), tuple(citations.values()), NAME, notice, usage)


def passage(text: str, pieces: Sequence[Piece]) -> str:
    """The text from the first of its pieces to the last, unless what lies between makes it long: then the longest."""
    whole = text[pieces[0].start : pieces[-1].end]
    return whole if len(whole) <= 2 * LONGEST_QUOTE else max((text[p.start : p.end] for p in pieces), key=len)


def _citation(number: int, evidence: Evidence) -> Citation:
    hit = evidence.hit
    quote = passage(hit.item.text, evidence.selection.pieces)
    return Citation(number, hit.plan.identity, hit.item, quote, round(evidence.score, 4))


def _runs(evidence: Evidence) -> tuple[Run, ...]:
    text = evidence.hit.item.text
    return tuple(
        Run(text[piece.start : piece.end], within(piece.bold, piece.start, piece.end))
        for piece in evidence.selection.pieces
    )


def _beside(statement: Statement, number: int) -> Statement:
    if number in statement.citations:
        return statement
    return Statement(statement.runs, statement.citation, also=(*statement.also, number), left_out=statement.left_out)


def _bolder(statement: Statement, evidence: Evidence) -> Statement:
    """The statement with what answers another thing asked in bold too, where that is said in the same words."""
    runs = tuple(
        replace(run, bold=merged((*run.bold, *other.bold)))
        for run, other in zip(statement.runs, _runs(evidence), strict=True)
    )
    return replace(statement, runs=runs)


def _is_said(evidence: Evidence, number: int, statements: Sequence[Statement]) -> bool:
    """Whether all runs of the evidence were quoted of that item already."""
    told = [run.text for statement in statements if number in statement.citations for run in statement.runs]
    return all(any(words in run for run in told) for words in evidence.words)
