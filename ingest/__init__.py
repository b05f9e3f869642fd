"""A file becomes a Plan of Items. Read load.py first."""

from typing import TYPE_CHECKING

from ingest.surface import lazily

if TYPE_CHECKING:
    from ingest.errors import UserError
    from ingest.load import load_plan, load_plans
    from ingest.plan import Plan

__all__ = [
    "Plan",
    "UserError",
    "apart",
    "decode",
    "document",
    "errors",
    "identify",
    "language",
    "limits",
    "load",
    "load_plan",
    "load_plans",
    "plan",
    "questions",
    "split",
    "surface",
    "tables",
]
__getattr__ = lazily(
    __name__,
    {
        "Plan": "ingest.plan",
        "UserError": "ingest.errors",
        "load_plan": "ingest.load",
        "load_plans": "ingest.load",
    },
)
