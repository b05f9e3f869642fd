"""What was found for an intent: the items that answer and what is quoted of them, or what is nearest."""

from dataclasses import dataclass

from assistant.intents import Ask, Intent
from assistant.weighing.confidence import Judgement
from assistant.weighing.select import Selection
from vectorstore.search import Hit, Query
from vectorstore.stored_plan import StoredPlan

LEAST_NEAR_MISS = 0.3  # confidence in an item of which is said that it does not say what is asked for


@dataclass(frozen=True, slots=True)
class Evidence:
    """An item that answers, what is quoted of it, and how well it supports an answer."""

    hit: Hit
    selection: Selection
    score: float

    @property
    def words(self) -> tuple[str, ...]:
        """The runs that are quoted."""
        return self.selection.words(self.hit.item.text)


@dataclass(frozen=True, slots=True)
class Found:
    """The evidence for an intent, best first, and the nearest items where there is none."""

    intent: Intent
    evidence: tuple[Evidence, ...] = ()
    nearest: tuple[Hit, ...] = ()
    is_sure: bool = True
    first_and_last: tuple[str, str] | None = None  # refs of the plan in which a named item was looked up in vain
    count: int = 0  # of a listing or a place to read: all items
    further: tuple[StoredPlan, ...] = ()  # other plans of the same place that speak of it too
    choices: tuple[str, ...] = ()  # the places whose plans answer, where several do and none was named
    has_entries: bool = False  # an item is shown with the entries that it opens
    query: Query | None = None
    judged: tuple[Judgement, ...] = ()  # what was thought of the best items, best first

    @property
    def ask(self) -> Ask:
        """What was asked."""
        return self.intent.ask

    @property
    def lacking(self) -> Judgement | None:
        """The judgement on the best item where that is surely about the matter and does not say what is asked for."""
        best = max(self.judged, key=lambda one: one.confidence, default=None)
        says_not = best is not None and not self.evidence and best.lacks and best.confidence >= LEAST_NEAR_MISS
        return best if says_not else None
