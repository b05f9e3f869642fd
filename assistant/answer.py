"""The answer: sentences, each with the citation that supports it, or what was searched in vain."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from assistant.understanding.named import Named
from ingest.plan import Identity, Item

ANSWERED, NOT_FOUND = "answered", "not_found"


class Layout(StrEnum):
    """How quotes are laid out: a paragraph each, a table of a row each, or a list under each plan's name."""

    PARAGRAPHS = "paragraphs"
    TABLE = "table"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Citation:
    """The words of an item that support the answer. `number` is its mark, from 1; `quote` stands in the item unchanged."""

    number: int
    plan: Identity
    item: Item
    quote: str
    score: float


@dataclass(frozen=True, slots=True)
class Run:
    """Words that stand in an item unbroken and unchanged, or that a model wrote; the spans (start, end) to show in bold."""

    text: str
    bold: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """A line of the answer: its runs, between which words are left out (……), and the number of its citation.

    The runs of a quote stand in the item unchanged; what a language model wrote does not, and may rest on further citations
    too. `left_out` counts the item's further units that were asked for and are not shown.
    """

    runs: tuple[Run, ...]
    citation: int
    is_quote: bool = True
    also: tuple[int, ...] = ()  # numbers of further citations
    left_out: int = 0

    @property
    def text(self) -> str:
        """The words of the line, with …… where some are left out."""
        return "……".join(run.text for run in self.runs)

    @property
    def citations(self) -> tuple[int, ...]:
        """The numbers of all citations that it rests on."""
        return (self.citation, *self.also)


@dataclass(frozen=True, slots=True)
class Said:
    """A paragraph of the assistant's own, the spans to show in bold, and the points of a list below it."""

    text: str
    bold: tuple[tuple[int, int], ...] = ()
    points: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Nearest:
    """An item that is offered where nothing was found."""

    plan: Identity
    item: Item
    score: float


@dataclass(frozen=True, slots=True)
class Usage:
    """What a language model took for an answer: tokens, and the cost where the prices are set.

    `is_estimated` where the provider did not count, so that we did.
    """

    prompt_tokens: int = 0
    completion_tokens: int = 0
    cost: float | None = None
    is_estimated: bool = False

    def to_json(self) -> dict[str, Any]:
        """The fields; without cost where no price is set."""
        row: dict[str, Any] = {"prompt_tokens": self.prompt_tokens, "completion_tokens": self.completion_tokens}
        return row | ({} if self.cost is None else {"cost": self.cost}) | {"is_estimated": self.is_estimated}


@dataclass(frozen=True, slots=True)
class Answer:
    """What the assistant says: statements with citations, or nearest items; the scope that was searched, and times."""

    question: str
    language: str
    status: str
    statements: tuple[Statement, ...]
    citations: tuple[Citation, ...]
    nearest: tuple[Nearest, ...]
    scope: tuple[Identity, ...]
    writer: str
    before: tuple[Said, ...] = ()  # what the assistant itself says above the statements
    after: tuple[Said, ...] = ()  # and below them
    understood: str = ""
    reading: str = ""  # the question as the talk completes it, where it does
    named: tuple[Named, ...] = ()  # the places, years and plans that it is about
    is_carried: bool = False  # it was read as a question that goes on from those before it
    layout: Layout = Layout.PARAGRAPHS
    timings_ms: dict[str, float] = field(default_factory=dict)
    missing: tuple[str, ...] = ()  # of several things asked those that the plans do not say, in the asker's words
    choices: tuple[str, ...] = ()  # places to choose from, where several are meant as likely
    offers: tuple[str, ...] = ()  # questions that may have been meant, where this one could not be read for sure
    notice: str = ""  # that a language model wrote, or why it did not; it stands at the foot
    is_sure: bool = True  # the plans speak of the very thing, not only of what most likely bears on it
    usage: Usage | None = None  # of the language model, where one was asked
