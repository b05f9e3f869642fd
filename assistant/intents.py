"""What a question wants: an intent each with what is asked, where it is looked for and what would answer it."""

from dataclasses import dataclass
from enum import StrEnum

from assistant.understanding.references import Reference
from assistant.understanding.wants import Want
from vectorstore.stored_plan import StoredPlan


class Form(StrEnum):
    """What an answer must do."""

    FACT = "fact"  # say one thing: a figure, a date, a name
    CONTENT = "content"  # tell what the plan says of a matter, or how it is done
    VERDICT = "verdict"  # say whether something may be, must be, is


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing that is asked: the words to search, without places and years, and the plans to look in."""

    text: str
    plans: tuple[StoredPlan, ...]
    said: str = ""  # in the asker's own words
    form: Form = Form.FACT
    wants: tuple[Want, ...] = ()
    context: str = ""  # what was spoken of before and counts beside the text
    phrases: tuple[str, ...] = ()  # what stands in quotation marks and must be found as it is
    required: tuple[str, ...] = ()  # places and years that no plan is of: the evidence itself must name them
    goals: tuple[int, ...] = ()  # years by which something is to be reached: a plan of another year must name them


@dataclass(frozen=True, slots=True)
class Fact:
    """The items that answer best are wanted."""

    ask: Ask


@dataclass(frozen=True, slots=True)
class Compare:
    """What one plan says is wanted, to be set beside what others say."""

    ask: Ask


@dataclass(frozen=True, slots=True)
class Mention:
    """Whether one plan speaks of the matter is wanted: 哪几份计划提到校车."""

    ask: Ask


@dataclass(frozen=True, slots=True)
class Listing:
    """Every item that holds the words is wanted, or with `in_figures` every one that holds them and a figure."""

    ask: Ask
    in_figures: bool = False


@dataclass(frozen=True, slots=True)
class Lookup:
    """The items that are named are wanted: 第三条."""

    ask: Ask
    reference: Reference


@dataclass(frozen=True, slots=True)
class Follow:
    """The item so many behind the one that answers is wanted: 下一条呢."""

    ask: Ask
    step: int


@dataclass(frozen=True, slots=True)
class More:
    """What else answers is wanted, beside what was shown: 还有吗."""

    ask: Ask


@dataclass(frozen=True, slots=True)
class Beside:
    """Something else is wanted of the very items that answer the intent before: 谁负责, after 新建几所幼儿园."""

    ask: Ask


Intent = Fact | Compare | Mention | Listing | Lookup | Follow | More | Beside
