"""The values that ingest gives: a Plan of Nodes and Items, what became of each line, and what is doubtful."""

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any


class Role(StrEnum):
    """What a line of the document is."""

    TITLE = "title"
    HEADING = "heading"
    ITEM = "item"
    TEXT = "text"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class LineReading:
    """One line of the document, what it was taken for, and why."""

    number: int
    text: str
    role: Role
    reason: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """A line at which the plan may be cut wrongly, and why."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Node:
    """A numbered or headed line with the text up to the next one; `parent` is an index into Plan.nodes."""

    label: str | None
    level: int
    parent: int | None
    text: str


@dataclass(frozen=True, slots=True)
class Item:
    """The smallest numbered paragraph that readers cite; `ref` is unique in its plan, `text` is unchanged.

    `page` is the one that it begins on, from 1, where the file has pages.
    """

    ref: str
    label: str | None
    section: str | None
    section_title: str
    heading: str
    text: str
    page: int | None = None

    def to_json(self) -> dict[str, Any]:
        """The item's fields; without a page where the file has none."""
        row = asdict(self)
        return row if self.page is not None else {key: value for key, value in row.items() if key != "page"}


@dataclass(frozen=True, slots=True)
class Identity:
    """Who, where and when; what the document does not say is None."""

    id: str
    title: str
    issuer: str | None
    region: str | None
    year: int | None
    number: str | None
    date: str | None
    source: str
    language: str


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan as it was cut: its identity, its tree, its items, how each line was read, and what is doubtful."""

    identity: Identity
    nodes: tuple[Node, ...]
    items: tuple[Item, ...]
    readings: tuple[LineReading, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The object that `outline --json` prints."""
        return {
            "plan": asdict(self.identity),
            "nodes": [asdict(node) for node in self.nodes],
            "items": [item.to_json() for item in self.items],
        }
