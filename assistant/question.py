"""What a person asks, and what the assistant understood of it."""

from dataclasses import dataclass
from datetime import date

from assistant.intents import Intent
from assistant.understanding.about_store import AboutStore
from assistant.understanding.named import Named
from assistant.understanding.small_talk import SmallTalk
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
    """A question, the user's earlier turns of the talk, oldest first, and the chosen scope.

    `without` are places, years and plans that it names, or the talk does, and that it is to be answered without.
    """

    text: str
    history: tuple[str, ...] = ()
    scope: Scope = NO_SCOPE
    without: tuple[Named, ...] = ()
    today: date | None = None  # from which 今年 and 去年 are counted; None: the day on which it is asked


@dataclass(frozen=True, slots=True)
class Understanding:
    """The question completed from the talk, its language, what is wanted, and why it cannot be answered, if so."""

    text: str
    language: str
    intents: tuple[Intent, ...]
    plans: tuple[StoredPlan, ...]
    known: tuple[StoredPlan, ...]  # all that were chosen, before the question narrowed them
    is_comparison: bool = False
    uncovered: str = ""  # the place or year that no plan is of
    reading: str = ""  # the question as the talk completes it, where it does: 望汀区2025年课后服务，多少钱
    named: tuple[Named, ...] = ()
    is_carried: bool = False  # something was taken over from the talk
    may_stand_alone: bool = False  # the place was taken from the talk; where nothing is found, it may be left
    lacking_year: int | None = None  # the year that 今年 or 去年 means, of which no plan is
    besides: tuple[str, ...] = ()  # places to be compared that no plan is of
    aside: SmallTalk | AboutStore | None = (
        None  # what is answered without a search: a greeting, the store's own records
    )
