"""The values that finding targets gives: a Target, and a PlanTarget that knows its plan and item."""

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from ingest.plan import Identity, Item


class Direction(StrEnum):
    """How the figure binds: it is reached, a lower or an upper bound, a change up or down by it, or kept."""

    REACH = "reach"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    INCREASE = "increase"
    DECREASE = "decrease"
    KEEP = "keep"


@dataclass(frozen=True, slots=True)
class Target:
    """A figure that an item commits to; all words are the item's own.

    `value` is in `unit`: 1.5万名 is 15000 人, 4.6亿元 is 460000000 元, 八成 is 80 %. Of a range (200元至1000元) it is None, and
    `low` and `high` are given. `start` and `end` say where in `sentence` the `words` stand.
    """

    words: str  # the figure as printed: 1.5万名
    value: float | None
    low: float | None
    high: float | None
    unit: str
    per: str  # what it is counted for: 每生每学期; empty where that is not said
    what: str  # the thing counted: 新建公办幼儿园
    direction: Direction
    by_when: str | None  # as printed: 8月25日前
    by_year: int | None
    topic: str
    sentence: str
    start: int
    end: int

    def to_json(self) -> dict[str, Any]:
        """The target's fields."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class PlanTarget:
    """A target, the item that it stands in, and the plan of that."""

    plan: Identity
    item: Item
    target: Target

    def to_json(self) -> dict[str, Any]:
        """The plan, the item and the target's fields."""
        return {"plan": asdict(self.plan), "item": self.item.to_json(), **self.target.to_json()}
