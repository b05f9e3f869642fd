"""The signals that tell whether quotes support a sentence."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.claims.aligned import Aligned
from assistant.claims.findings import Fault, Kind
from assistant.claims.overlap import Overlap
from assistant.claims.reading import Reading


@dataclass(frozen=True, slots=True)
class Signals:
    """What tells whether quotes support a sentence, each about 0 to 1."""

    near: float
    pairs: float
    best: float
    gap: float
    lacked: float
    things: float
    full: float
    least_clause: float
    lacking: float
    hole: float
    figures: float
    figure: float
    swapped: float
    bound: float
    place: float
    actor: float
    denial: float
    mood: float
    opposite: float
    kind: float
    order: float
    length: float


def read_signals(
    sentence: Reading, quote: Reading, held: Overlap, aligned: Sequence[Aligned], faults: Sequence[Fault]
) -> Signals:
    """The signals of a sentence beside its quotes."""
    count = {kind: sum(fault.kind == kind for fault in faults) for kind in Kind}
    total = sum(word.weight for word in sentence.weighed_words) or 1.0
    return Signals(
        near=held.near,
        pairs=held.pairs,
        best=held.best,
        gap=held.gap,
        lacked=min(1.0, held.lacked / 4),
        things=float(held.lacked_things >= 0.5),
        full=float(held.lacked == 0),
        least_clause=min((one.share for one in aligned), default=0.0),
        lacking=min(1.0, len(held.lacking) / 6),
        hole=min(1.0, held.hole / 10),
        figures=min(1.0, (count[Kind.FIGURE] + count[Kind.DATE]) / 4),
        figure=float(count[Kind.FIGURE] + count[Kind.DATE] > 0),
        swapped=float(count[Kind.SWAPPED] + count[Kind.CHANGE] > 0),
        bound=float(count[Kind.BOUND] + count[Kind.PERIOD] > 0),
        place=float(count[Kind.PLACE] > 0),
        actor=float(count[Kind.ACTOR] > 0),
        denial=float(count[Kind.DENIAL] > 0),
        mood=float(count[Kind.MOOD] > 0),
        opposite=float(count[Kind.OPPOSITE] > 0),
        kind=float(count[Kind.CLASS] > 0),
        order=_order(sentence, quote),
        length=min(1.0, total / 20),
    )


def _order(sentence: Reading, quote: Reading) -> float:
    """The share of neighbouring words that stand in the quotes in the same order, near each other."""
    words = [word.text for word in sentence.weighed_words if word.text in quote.folded]
    if len(words) < 2:
        return 1.0
    kept = sum(_follows(one, other, quote.folded) for one, other in itertools.pairwise(words))
    return kept / (len(words) - 1)


def _follows(one: str, other: str, text: str) -> bool:
    at = text.find(one)
    while at >= 0:
        if text.find(other, at + len(one), at + len(one) + 30) >= 0:
            return True
        at = text.find(one, at + 1)
    return False
