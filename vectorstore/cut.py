"""Plans cut with what the user said of them, from a document and from their text in the store."""

from dataclasses import replace
from typing import Any

from ingest.document import Document, read_lines
from ingest.load import cut_plan, with_identity
from ingest.plan import Plan
from vectorstore.stored_plan import Mends, StoredPlan, WholePlan


def cut_document(document: Document, mends: Mends) -> Plan:
    """The plan that the document holds, with the mends. Raises UserError where it holds none."""
    said: dict[str, Any] = dict(mends)
    return with_identity(cut_plan(document), **said)


def cut_again(plan: StoredPlan, text: str) -> Plan:
    """The stored plan cut anew from its text, under its id and with its mends. Raises UserError where it holds none."""
    cut = cut_document(read_lines(text, source=plan.identity.source), plan.mends)
    return replace(cut, identity=replace(cut.identity, id=plan.id))


def cut_stored(plan: StoredPlan, text: str) -> WholePlan:
    """What is to be stored of the plan, cut anew as by `cut_again`."""
    cut = cut_again(plan, text)
    return WholePlan.of(cut, path=plan.path, content_hash=plan.content_hash, text=text, mends=plan.mends)
