"""How a figure binds: 不低于 as a lower bound, 以内 as an upper one, 下降 as a change by it."""

import re

from assistant.targets.target import Direction
from ingest.language.bounds import Bound
from ingest.language.quantities import Quantity

BOUNDS = {Bound.LEAST: Direction.AT_LEAST, Bound.MOST: Direction.AT_MOST}
CHANGES = (
    (Direction.INCREASE, re.compile(r"(?:增长|增加|提高|提升|上升|上浮|多)(?:约|近)?了?$")),
    (Direction.DECREASE, re.compile(r"(?:下降|减少|降低|压减|缩短|降|减|压缩|提前)(?:约|近)?了?$")),
    (Direction.KEEP, re.compile(r"(?:保持|稳定|维持)(?:在|于)?$")),
)


def find_direction(amount: Quantity, text: str) -> Direction:
    """How the words around the number bind it: its bound, or the change that they tell."""
    if amount.bound in BOUNDS:
        return BOUNDS[amount.bound]
    before = text[: amount.each[0] if amount.each else amount.start]
    return next((direction for direction, told in CHANGES if told.search(before)), Direction.REACH)
