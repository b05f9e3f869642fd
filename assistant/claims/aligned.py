"""The clauses of a sentence, each beside the clause of the quotes that speaks of the same."""

from dataclasses import dataclass

from assistant.claims.reading import Reading


@dataclass(frozen=True, slots=True)
class Aligned:
    """A clause of the sentence, the clause of the quotes that is most like it, and the share of it that this holds."""

    claim: str
    told: str
    share: float


def align(sentence: Reading, quote: Reading) -> tuple[Aligned, ...]:
    """For each clause of the sentence the clause of the quotes that holds most of its character pairs."""
    aligned = []
    for claim, grams in zip(sentence.clauses, sentence.grams, strict=True):
        whole = _worth(grams) or 1
        shares = [_worth(grams & told) / whole for told in quote.grams]
        if not sentence.is_chinese:
            shares = [float(shared > 0) for shared in shares]  # the clause that holds its figures
        best = max(range(len(shares)), key=shares.__getitem__, default=None)
        aligned.append(
            Aligned(claim, quote.clauses[best], shares[best]) if best is not None else Aligned(claim, "", 0.0)
        )
    return tuple(aligned)


def _worth(grams: frozenset[str]) -> int:
    """How many pairs there are; a figure counts twice, it tells best which clause is meant."""
    return len(grams) + sum(gram[0].isdecimal() for gram in grams)
