"""A file becomes a Plan: read → clean → identify → outline."""

import hashlib
import logging
from dataclasses import replace
from pathlib import Path

from ingest.apart import FileReader, too_large
from ingest.document import Document
from ingest.errors import UserError
from ingest.identify import identify
from ingest.limits import Limits
from ingest.outline import outline
from ingest.parts import take_apart
from ingest.plan import Identity, Plan
from ingest.split import split_plans
from ingest.unfit import why_unfit

log = logging.getLogger(__name__)


def load_plans(path: Path, *, limits: Limits | None = None) -> tuple[Plan, ...]:
    """The plans in a file of any kind that is read; an archive may hold several, what is bad in it is logged.

    Raises UserError where the file cannot be read or holds no plan.
    """
    with FileReader(limits) as reader:
        documents, refusals = reader.read(
            read_bytes(path, max_bytes=reader.limits.max_bytes), name=str(path), source=path.name
        )
    plans, reasons = [], [refusal.reason for refusal in refusals]
    for part in (part for document in documents for part in split_plans(document)):
        try:
            plans.append(cut_plan(part))
        except UserError as error:
            reasons.append(str(error))
    if not plans:
        raise UserError(reasons[0])
    for reason in reasons:
        log.warning("%s", reason)
    return tuple(plans)


def load_plan(path: Path, *, limits: Limits | None = None) -> Plan:
    """The one plan in a file. Raises UserError as load_plans does, and where the file holds several."""
    plans = load_plans(path, limits=limits)
    if len(plans) > 1:
        raise UserError(f"{path} holds {len(plans)} plans; name a file that holds one.")
    return plans[0]


def read_bytes(path: Path, *, max_bytes: int | None = None) -> bytes:
    """The file's bytes. Raises UserError with the way out."""
    try:
        if path.exists() and not path.is_dir() and not path.is_file():
            raise UserError(f"{path} is a device, not a file; name a file.")
        if max_bytes is not None and path.stat().st_size > max_bytes:
            raise too_large(str(path), max_bytes)
        return path.read_bytes()
    except FileNotFoundError:
        raise UserError(f"There is no file {path}; check the name.") from None
    except IsADirectoryError:
        raise UserError(f"{path} is a folder; name a file in it.") from None
    except OSError as error:
        raise UserError(f"{path} cannot be read ({error.strerror}); check its permissions.") from None


def cut_plan(document: Document) -> Plan:
    """The plan that the document holds: identified, cleaned of what is not its own, and cut into items."""
    parts = take_apart(document)
    identity = identify(document, parts)
    cut = outline(parts.body)
    if not cut.items:
        raise UserError(f"{document.source} holds no paragraph that could be cited; check that it is the whole plan.")
    known = (identity.issuer, identity.region, identity.number)
    unfit = why_unfit(cut.items, is_known=parts.head.is_kind or any(known))
    if unfit:
        raise UserError(f"{document.source} reads like {unfit}, not like a plan; add the plan's text.")
    own = {reading.number: reading for reading in cut.readings}
    readings = tuple(own.get(line.number) or parts.reading(line) for line in document.lines)
    return Plan(identity, cut.nodes, cut.items, readings, cut.doubts)


def content_hash(content: bytes) -> str:
    """What tells a changed file from an unchanged one."""
    return hashlib.sha256(content).hexdigest()[:16]


def with_identity(plan: Plan, *, title: str | None = None, year: int | None = None, region: str | None = None) -> Plan:
    """The plan with what the user says of it in place of what was identified; year 0 and region "" say that it has none."""
    identity: Identity = plan.identity
    return replace(
        plan,
        identity=replace(
            identity,
            title=title or identity.title,
            year=identity.year if year is None else year or None,
            region=identity.region if region is None else region or None,
        ),
    )
