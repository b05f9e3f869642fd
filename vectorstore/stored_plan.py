"""A plan as the store keeps it: what tells it from others, apart from its text and tree, which are large and seldom read."""

import json
from dataclasses import asdict, dataclass
from typing import Any

from ingest.plan import Identity, Item, Node, Plan

Mends = tuple[tuple[str, str | int], ...]


@dataclass(frozen=True, slots=True)
class StoredPlan:
    """A plan in the store. `edition` names this very content of it; items of other editions are left-overs."""

    identity: Identity
    item_count: int
    path: str
    content_hash: str
    mends: Mends = ()  # what the user said in place of what was identified

    @property
    def id(self) -> str:
        """The plan's id."""
        return self.identity.id

    @property
    def edition(self) -> str:
        """The id with the content's hash and, where mended, the mends'."""
        mends = "".join(f"-{value}" for _, value in self.mends)
        return f"{self.id}:{self.content_hash}{mends}"

    def to_row(self) -> dict[str, Any]:
        """The plan as JSON holds it."""
        return asdict(self)

    @classmethod
    def from_row(cls, row: dict[str, Any]) -> "StoredPlan":
        """The plan of such a row."""
        mends = tuple((key, value) for key, value in row["mends"])
        return cls(Identity(**row["identity"]), row["item_count"], row["path"], row["content_hash"], mends)


@dataclass(frozen=True, slots=True)
class Body:
    """A plan's tree, and its text as `ingest.document.read_lines` reads it."""

    nodes: tuple[Node, ...]
    text: str

    def to_row(self) -> dict[str, Any]:
        """The body as JSON holds it."""
        return asdict(self)

    @classmethod
    def from_row(cls, row: dict[str, Any]) -> "Body":
        """The body of such a row."""
        return cls(tuple(Node(**node) for node in row["nodes"]), row["text"])


@dataclass(frozen=True, slots=True)
class WholePlan:
    """A plan with all that the store keeps of it."""

    plan: StoredPlan
    body: Body
    items: tuple[Item, ...]

    @classmethod
    def of(cls, cut: Plan, *, path: str, content_hash: str, text: str, mends: Mends = ()) -> "WholePlan":
        """What is to be stored of a plan that was just cut from the text."""
        plan = StoredPlan(cut.identity, len(cut.items), path, content_hash, mends)
        return cls(plan, Body(cut.nodes, text), cut.items)


def write_record(plan: StoredPlan, body: Body) -> str:
    """The plan and its body in one JSON, for a plan that is kept apart from the store's others."""
    return json.dumps(plan.to_row() | body.to_row(), ensure_ascii=False)


def read_record(record: str) -> tuple[StoredPlan, Body]:
    """The plan and the body of such a JSON. Raises ValueError, KeyError or TypeError where it is none."""
    row = json.loads(record)
    return StoredPlan.from_row(row), Body.from_row(row)
