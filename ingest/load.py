"""A file becomes a Plan: read → clean → identify → outline."""

import hashlib
from dataclasses import replace
from pathlib import Path

from ingest.decode import decode
from ingest.document import Document, read_lines
from ingest.errors import UserError
from ingest.identify import identify
from ingest.outline import outline
from ingest.parts import take_apart
from ingest.plan import Identity, Plan


def load_plan(path: Path) -> Plan:
    """The plan in a text file. Raises UserError where the file cannot be read, is no text, or holds no items."""
    return cut_plan(read_document(path))


def read_document(path: Path) -> Document:
    """The lines of a text file in any of the usual encodings. Raises UserError."""
    return read_lines(decode(read_bytes(path), name=str(path)), source=path.name)


def read_bytes(path: Path) -> bytes:
    """The file's bytes. Raises UserError with the way out."""
    try:
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
    own = {reading.number: reading for reading in cut.readings}
    readings = tuple(own.get(line.number) or parts.reading(line) for line in document.lines)
    return Plan(identity, cut.nodes, cut.items, readings)


def content_hash(content: bytes) -> str:
    """What tells a changed file from an unchanged one."""
    return hashlib.sha256(content).hexdigest()[:16]


def with_identity(plan: Plan, *, title: str | None = None, year: int | None = None, region: str | None = None) -> Plan:
    """The plan with what the user says of it in place of what was identified."""
    identity: Identity = plan.identity
    return replace(
        plan,
        identity=replace(
            identity, title=title or identity.title, year=year or identity.year, region=region or identity.region
        ),
    )
