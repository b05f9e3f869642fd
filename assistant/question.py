"""What a person asks, and what the assistant understood of it."""

from dataclasses import dataclass

from assistant.references import Reference
from assistant.wants import Want
from vectorstore.stored_plan import StoredPlan


@dataclass(frozen=True, slots=True)
class Scope:
    """What was chosen beside the question: plans by id, file name or title; regions; years. Empty: all."""

    plans: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    years: tuple[int, ...] = ()


NO_SCOPE = Scope()


@dataclass(frozen=True, slots=True)
class Question:
    """A question, the user's earlier turns of the talk, oldest first, and the chosen scope."""

    text: str
    history: tuple[str, ...] = ()
    scope: Scope = NO_SCOPE


@dataclass(frozen=True, slots=True)
class Part:
    """One thing to find: the words without places and years, and the plans to look in."""

    text: str
    plans: tuple[StoredPlan, ...]
    wants: tuple[Want, ...] = ()
    reference: Reference | None = None
    phrases: tuple[str, ...] = ()  # what stands in quotation marks and must be found as it is
    is_placed: bool = False  # the question names, or the asker chose, a plan, place or year
    is_compared: bool = False  # one of several parts that are set side by side
    required: tuple[str, ...] = ()  # places and years that no plan is of: the evidence itself must name them


@dataclass(frozen=True, slots=True)
class Understanding:
    """The question completed from the talk, its language, its parts, and why it cannot be answered, if so."""

    text: str
    language: str
    parts: tuple[Part, ...]
    plans: tuple[StoredPlan, ...]
    known: tuple[StoredPlan, ...]  # all that were chosen, before the question narrowed them
    is_comparison: bool = False
    uncovered: str = ""  # the place or year that no plan is of
