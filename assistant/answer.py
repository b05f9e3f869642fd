"""The answer: sentences, each with the citation that supports it, or what was searched in vain."""

from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any

from assistant.named import Named
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
class Statement:
    """A sentence of the answer, the number of its citation, and the spans (start, end) of it to show in bold.

    A quote stands in the item unchanged; what a language model wrote does not.
    """

    text: str
    citation: int
    bold: tuple[tuple[int, int], ...] = ()
    is_quote: bool = True


@dataclass(frozen=True, slots=True)
class Nearest:
    """An item that is offered where nothing was found."""

    plan: Identity
    item: Item
    score: float


@dataclass(frozen=True, slots=True)
class Answer:
    """What the assistant says: statements with citations, or nearest items; the scope that was searched, and times."""

    question: str
    language: str
    status: str
    text: str  # Markdown with [1] marks
    statements: tuple[Statement, ...]
    citations: tuple[Citation, ...]
    nearest: tuple[Nearest, ...]
    scope: tuple[Identity, ...]
    writer: str
    understood: str = ""
    reading: str = ""  # the question as the talk completes it, where it does
    named: tuple[Named, ...] = ()  # the places, years and plans that it is about
    is_carried: bool = False  # it was read as a question that goes on from those before it
    layout: Layout = Layout.PARAGRAPHS
    timings_ms: dict[str, float] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """The object that `ask --json` prints, without the id."""
        return {
            "question": self.question,
            "status": self.status,
            "answer": self.text,
            "citations": [asdict(one) | {"item": one.item.to_json()} for one in self.citations],
            "nearest": [asdict(one) | {"item": one.item.to_json()} for one in self.nearest],
            "scope": {
                "plans": [plan.title for plan in self.scope],
                "regions": sorted({plan.region for plan in self.scope if plan.region}),
                "years": sorted({plan.year for plan in self.scope if plan.year}),
            },
            "writer": self.writer,
            "timings_ms": self.timings_ms,
            **({"understood": self.reading} if self.reading else {}),
        }
