"""What the reader learns from, in one form: what is asked or stated, the sentences of a passage, and the verdicts on them."""

import random
from dataclasses import dataclass, replace
from enum import IntEnum

UNKNOWN = -100  # a verdict that the data does not give; no loss is taken of it


class Support(IntEnum):
    """What a passage says of a statement: bears it out, says otherwise, or says nothing of it."""

    BORNE_OUT = 0
    CONTRADICTED = 1
    UNSAID = 2


@dataclass(frozen=True, slots=True)
class Example:
    """A question (or a statement) and a passage's sentences.

    `answers` is 1 where the passage answers the question; `bearing` says it of each sentence; `support` is a Support.
    Each is UNKNOWN where the data does not tell.
    """

    asked: str
    sentences: tuple[str, ...]
    source: str
    answers: int = UNKNOWN
    bearing: tuple[int, ...] = ()
    support: int = UNKNOWN


def without_stops(example: Example, choose: random.Random) -> Example:
    """As people type: often without the last stop or question mark."""
    return replace(example, asked=example.asked.rstrip("？?。.")) if choose.random() < 0.5 else example
