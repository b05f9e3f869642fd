"""What a person asks, and what the assistant understood of it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from assistant.understanding.named import Named
from assistant.understanding.references import Reference
from assistant.understanding.small_talk import SmallTalk
from assistant.understanding.wants import Want
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


class Form(StrEnum):
    """What an answer to a part of a question must do."""

    FACT = "fact"  # say one thing: a figure, a date, a name
    CONTENT = "content"  # tell what the plan says of a matter, or how it is done
    VERDICT = "verdict"  # say whether something may be, must be, is


@dataclass(frozen=True, slots=True)
class Part:
    """One thing to find: the words without places and years, and the plans to look in."""

    text: str
    plans: tuple[StoredPlan, ...]
    said: str = ""  # what is asked, in the asker's own words
    form: Form = Form.FACT
    context: str = ""  # what was spoken of before and counts beside the text
    wants: tuple[Want, ...] = ()
    reference: Reference | None = None
    phrases: tuple[str, ...] = ()  # what stands in quotation marks and must be found as it is
    is_compared: bool = False  # one of several parts that are set side by side
    required: tuple[str, ...] = ()  # places and years that no plan is of: the evidence itself must name them
    goals: tuple[int, ...] = ()  # years by which something is to be reached: a plan of another year must name them
    is_every: bool = False  # which plans speak of it is asked: one that holds the words does
    is_listing: bool = False  # every item that speaks of it is wanted
    in_figures: bool = False  # of a listing: those with a figure alone
    steps: int = 0  # so many items on from the one that answers
    is_of_before: bool = False  # asked of the very items that answer the part before
    is_more: bool = False  # what comes after the items that answer


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
    reading: str = ""  # the question as the talk completes it, where it does: 望汀区2025年课后服务，多少钱
    named: tuple[Named, ...] = ()
    is_carried: bool = False  # something was taken over from the talk
    may_stand_alone: bool = False  # the place was taken from the talk; where nothing is found, it may be left
    is_placed: bool = False  # a place or plan was named or chosen
    lacking_year: int | None = None  # the year that 今年 or 去年 means, of which no plan is
    besides: tuple[str, ...] = ()  # places to be compared that no plan is of
    small_talk: SmallTalk | None = None  # a greeting or thanks, which asks nothing of the plans
