"""Plans written into an open change: vectors and words first, records last, and then what they replaced is taken out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.errors import UserError
from vectorstore.embedder import Embedder
from vectorstore.item_store import StoredItem
from vectorstore.lexical_index import LexicalIndex
from vectorstore.originals import Origin
from vectorstore.stored_plan import StoredPlan, WholePlan
from vectorstore.vector_index import Passages, VectorIndex

if TYPE_CHECKING:
    from vectorstore.store import Store


@dataclass(frozen=True, slots=True)
class FilePlans:
    """The plans of one file that go in together, embedded, and those that they take the place of.

    `content` is the file's, None where it is kept already or was lost; `with_text` are the ids of the plans whose text
    the file alone does not tell.
    """

    content_hash: str
    plans: tuple[WholePlan, ...]
    passages: Passages
    outdated: tuple[StoredPlan, ...] = ()
    content: bytes | None = None
    with_text: frozenset[str] = frozenset()


def embed(plans: Sequence[WholePlan], embedder: Embedder) -> Passages:
    """The passages of the plans' items."""
    return Passages.embedded([stored for one in plans for stored in stored_items(one)], embedder)


def stored_items(whole: WholePlan) -> list[StoredItem]:
    """The plan's items as the indexes know them."""
    return [StoredItem(whole.plan.edition, position, item) for position, item in enumerate(whole.items)]


def write_files(store: "Store", files: Sequence[FilePlans]) -> list[UserError | None]:
    """Write the files' plans within a change of the store; for each file why it was refused, if it was.

    A later file takes precedence where two of them hold the same plan.
    """
    refusals = [_keep(store, file) for file in files]
    taken = [file for file, refusal in zip(files, refusals, strict=True) if not refusal]
    new: dict[str, WholePlan] = {}
    gone: dict[str, StoredPlan] = {}
    for file in taken:
        for plan in file.outdated:
            new.pop(plan.id, None)
            gone[plan.id] = plan
        new |= {one.plan.id: one for one in file.plans}
    held = {plan_id: found for plan_id in (*gone, *new) if (found := store.table.find(plan_id))}
    with_text = frozenset().union(*(file.with_text for file in taken))
    note_origins(store, {one.plan.content_hash for one in new.values()}, new=new, with_text=with_text)
    written = {one.plan.edition for one in new.values()}
    passages = Passages.joined([file.passages for file in taken]).of_editions(written) if written else None
    write_indexes(store.vectors, store.lexical, new.values(), passages)
    store.items.write(new.values(), forget=[plan_id for plan_id in gone if plan_id not in new])
    take_out(store, [plan for plan in held.values() if plan.edition not in written])
    return refusals


def write_indexes(
    vectors: VectorIndex, words: LexicalIndex, plans: Iterable[WholePlan], passages: Passages | None
) -> None:
    """Write the plans' passages and words, all words at once."""
    if passages:
        vectors.write(passages)
        words.write(stored for one in plans for stored in stored_items(one))


def take_out(store: "Store", plans: Sequence[StoredPlan]) -> None:
    """Take plans that the records hold no more out of the indexes, and their files with the last plan of each."""
    if not plans:
        return
    editions = [plan.edition for plan in plans]
    store.vectors.delete_editions(editions)
    store.lexical.write((), delete=editions)
    hashes = {plan.content_hash for plan in plans}
    unused = {mark for mark in hashes if not store.table.of_content(mark)}
    store.originals.drop(unused)
    note_origins(store, hashes - unused)


def note_origins(
    store: "Store",
    hashes: Iterable[str],
    *,
    new: dict[str, WholePlan] | None = None,
    with_text: frozenset[str] = frozenset(),
) -> None:
    """Note beside each original what its plans are called, those in `new` among them, before they are in the records."""
    new = new or {}
    for content_hash in hashes:
        noted = {origin.id: origin for origin in store.originals.origins(content_hash)}
        is_kept = store.originals.find(content_hash) is not None
        plans = {plan.id: plan for plan in store.table.of_content(content_hash)}
        plans |= {plan_id: one.plan for plan_id, one in new.items() if one.plan.content_hash == content_hash}
        origins = []
        for plan in plans.values():
            text = None
            known = noted.get(plan.id)
            if plan.id in new:
                text = new[plan.id].body.text if plan.id in with_text or not is_kept else None
            elif not is_kept or known is None or known.text is not None:
                text = store.body_of(plan).text
            origins.append(Origin(plan.id, plan.identity.source, plan.path, plan.mends, text))
        store.originals.note(content_hash, origins)


def _keep(store: "Store", file: FilePlans) -> UserError | None:
    try:
        if file.content is not None:
            store.originals.keep(file.content_hash, file.content)
    except UserError as error:
        return error
    return None
