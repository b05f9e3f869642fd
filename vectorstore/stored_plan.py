"""A plan as the store keeps it: identity, outline and what tells whether its file has changed."""

import json
from dataclasses import asdict, dataclass
from typing import Any

from ingest.plan import Identity, Node, Plan


@dataclass(frozen=True, slots=True)
class StoredPlan:
    """A plan in the store. `edition` names this very content of it; items of other editions are left-overs."""

    identity: Identity
    nodes: tuple[Node, ...]
    item_count: int
    path: str
    content_hash: str
    text: str
    mends: tuple[tuple[str, str | int], ...] = ()  # what the user said in place of what was identified

    @property
    def id(self) -> str:
        """The plan's id."""
        return self.identity.id

    @property
    def edition(self) -> str:
        """The id with the content's hash and, where mended, the mends'."""
        mends = "".join(f"-{value}" for _, value in self.mends)
        return f"{self.id}:{self.content_hash}{mends}"

    def to_record(self) -> str:
        """The JSON that Chroma keeps."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def from_record(cls, record: str) -> "StoredPlan":
        """The plan of such a JSON."""
        row: dict[str, Any] = json.loads(record)
        row["identity"] = Identity(**row["identity"])
        row["nodes"] = tuple(Node(**node) for node in row["nodes"])
        row["mends"] = tuple((key, value) for key, value in row["mends"])
        return cls(**row)

    @classmethod
    def of(
        cls, plan: Plan, *, path: str, content_hash: str, text: str, mends: tuple[tuple[str, str | int], ...] = ()
    ) -> "StoredPlan":
        """What is to be stored of a plan that was just cut."""
        return cls(plan.identity, plan.nodes, len(plan.items), path, content_hash, text, mends)
