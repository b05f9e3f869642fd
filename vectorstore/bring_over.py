"""A store of the first schema, in which Chroma held records and texts too, becomes one of the present schema."""

import shutil
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ingest.plan import Item
from vectorstore.connect import FOLDER, connect
from vectorstore.damage import DamagedStoreError, Part, told_as_damage
from vectorstore.item_store import ItemStore, StoredItem
from vectorstore.lexical_index import LexicalIndex
from vectorstore.note import FIRST_SCHEMA, SCHEMA, read_note, write_note
from vectorstore.originals import Origin, Originals
from vectorstore.soundness import can_be_used, sealed
from vectorstore.stored_plan import WholePlan, read_record
from vectorstore.vector_index import telling_kinds

if TYPE_CHECKING:
    from chromadb.api import ClientAPI

PLANS = "plans"  # the collection that held the records
MOST_PLANS = 100_000


def bring_over(folder: Path, *, url: str | None) -> None:
    """Copy records and items out of Chroma; the vectors stay, and the words are indexed anew. The caller holds the store.

    What is broken off is begun anew the next time. Raises DamagedStoreError where Chroma cannot be read.
    """
    old = read_note(folder)
    if old.schema != FIRST_SCHEMA:
        return
    if not can_be_used(folder, Part.VECTORS, old.items, url=url):
        raise DamagedStoreError(folder, [Part.RECORDS, Part.VECTORS])
    with told_as_damage(folder, Part.RECORDS, *telling_kinds(url)):
        client = connect(folder / FOLDER, url=url)
        plans = _plans(client, old.items)
        passages = client.get_collection(old.items, embedding_function=None).count()
    note = replace(
        old,
        schema=SCHEMA,
        words=f"{old.words}-words",
        records=f"records-{old.fingerprint}.sqlite",
        revision=old.revision + 1,
        passages=passages,
    )
    (folder / note.records).unlink(missing_ok=True)
    shutil.rmtree(folder / note.words, ignore_errors=True)
    items, words = ItemStore(folder / note.records, create=True), LexicalIndex(folder / note.words)
    items.write(plans)
    words.write(items.all_items())
    _note_origins(Originals(folder), plans)
    write_note(folder, sealed(folder, note, url=url))
    client.delete_collection(PLANS)
    shutil.rmtree(folder / old.words, ignore_errors=True)


def _plans(client: "ClientAPI", items_name: str) -> list[WholePlan]:
    if all(collection.name != PLANS for collection in client.list_collections()):
        return []
    records = client.get_collection(PLANS, embedding_function=None).get(include=["documents"], limit=MOST_PLANS)
    plans = [read_record(record) for record in records["documents"] or []]
    first: Any = {"passage": 0}
    found = client.get_collection(items_name, embedding_function=None).get(
        where=first, include=["documents", "metadatas"]
    )
    items: dict[str, list[StoredItem]] = {}
    for text, row in zip(found["documents"] or [], found["metadatas"] or [], strict=True):
        stored = _stored(text, dict(row))
        items.setdefault(stored.edition, []).append(stored)
    return [
        WholePlan(
            plan, body, tuple(one.item for one in sorted(items.get(plan.edition, []), key=lambda one: one.position))
        )
        for plan, body in plans
    ]


def _stored(text: str, row: dict[str, Any]) -> StoredItem:
    item = Item(
        row["ref"],
        row.get("label"),
        row.get("section"),
        row["section_title"],
        row["heading"],
        text,
        row.get("page"),
    )
    return StoredItem(row["edition"], row["position"], item)


def _note_origins(originals: Originals, plans: list[WholePlan]) -> None:
    """Note beside each original what its plans are called, with their text where it may hold several or is not kept."""
    by_content: dict[str, list[WholePlan]] = {}
    for one in plans:
        by_content.setdefault(one.plan.content_hash, []).append(one)
    for content_hash, group in by_content.items():
        tells = originals.find(content_hash) is not None and len(group) == 1
        origins = [
            Origin(
                one.plan.id,
                one.plan.identity.source,
                one.plan.path,
                one.plan.mends,
                None if tells else one.body.text,
            )
            for one in group
        ]
        originals.note(content_hash, origins)
