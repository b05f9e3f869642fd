"""Plans go into the store, are replaced and taken out; a change that is broken off leaves what was there before."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from ingest.decode import decode
from ingest.document import read_lines
from ingest.errors import UserError
from ingest.identify import plan_id
from ingest.load import content_hash, cut_plan, read_bytes, with_identity
from ingest.plan import Item, Plan
from vectorstore.embedder import Embedder
from vectorstore.item_store import ItemStore, StoredItem
from vectorstore.lexical_index import LexicalIndex
from vectorstore.sentences import cut_passages
from vectorstore.store import Store
from vectorstore.stored_plan import StoredPlan

LARGEST_FILE = 20_000_000  # bytes; a plan has some 20,000


class Change(StrEnum):
    """What became of a file."""

    ADDED = "added"
    REPLACED = "replaced"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Outcome:
    """A file, what became of it, and its plan or the reason why it was refused."""

    path: Path
    change: Change
    plan: StoredPlan | None = None
    reason: str = ""


def find_files(paths: Sequence[Path]) -> list[Path]:
    """The files named and those in the folders named, hidden ones left out. Raises UserError where there are none."""
    files: list[Path] = []
    for path in paths:
        if not path.exists():
            raise UserError(f"There is no file or folder {path}; check the name.")
        inside = sorted(p for p in path.rglob("*") if p.is_file() and not _is_hidden(p.relative_to(path)))
        files.extend(inside if path.is_dir() else [path])
        if path.is_dir() and not inside:
            raise UserError(f"The folder {path} holds no files; name one that holds plans.")
    return list(dict.fromkeys(files))


def add_files(store: Store, files: Iterable[Path], mends: dict[str, str | int] | None = None) -> Iterator[Outcome]:
    """Add each file's plan, one change a file, so that a crash costs at most the file in hand."""
    for path in files:
        try:
            yield _add_file(store, path, tuple((mends or {}).items()))
        except UserError as error:
            yield Outcome(path, Change.REFUSED, reason=str(error))


def find_plan(plans: Sequence[StoredPlan], name: str) -> StoredPlan:
    """The plan with that id, file name or title. Raises UserError where there is none, or where several bear the name."""
    found = [p for p in plans if name in (p.id, p.identity.source, Path(p.identity.source).stem, p.identity.title)]
    found = found or [p for p in plans if name and name in p.identity.title]
    if len(found) == 1:
        return found[0]
    if found:
        raise UserError(f"Several plans are called {name}; name one by its id: {', '.join(p.id for p in found)}.")
    known = "; ".join(p.identity.title for p in plans[:5]) or "none"
    raise UserError(
        f"There is no plan {name} in the store (it holds: {known}); `eduplan list` shows ids, files and titles."
    )


def remove_plan(store: Store, plan: StoredPlan) -> None:
    """Take the plan out of both indexes."""
    with store.change():
        store.items.forget_plan(plan.id)
        store.items.delete_editions([plan.edition])
        store.lexical.write((), delete=[plan.edition])


def cut_stored(plan: StoredPlan) -> Plan:
    """The plan cut anew from its text in the store, under its id and with its mends."""
    cut = _cut(plan.text, plan.identity.source, plan.mends)
    return replace(cut, identity=replace(cut.identity, id=plan.id))


def write_items(
    items: ItemStore, words: LexicalIndex, embedder: Embedder, plan: StoredPlan, cut: Sequence[Item]
) -> None:
    """Write the plan's items into both indexes, passage by passage as the model can read them."""
    stored = [StoredItem(plan.edition, position, item) for position, item in enumerate(cut)]
    longest = embedder.longest_passage
    passages = [
        (one, number, text)
        for one in stored
        for number, text in enumerate(cut_passages(one.item.text, longest=longest))
    ]
    vectors = embedder.embed_passages([text for _, _, text in passages])
    items.write_passages([(one, number) for one, number, _ in passages], vectors)
    words.write(stored, delete=[plan.edition])


def _add_file(store: Store, path: Path, mends: tuple[tuple[str, str | int], ...]) -> Outcome:
    if path.is_file() and path.stat().st_size > LARGEST_FILE:
        raise UserError(
            f"{path} has more than {LARGEST_FILE // 1_000_000} MB, too much for a plan; add its text alone."
        )
    content = read_bytes(path)
    mark, where = content_hash(content), str(path.resolve())
    same_file = next((p for p in store.plans if p.path == where), None)
    same_content = next((p for p in store.plans if p.content_hash == mark), None)
    known = same_file or same_content
    mends = tuple((dict(known.mends if known else ()) | dict(mends)).items())
    if known and known.content_hash == mark and known.mends == mends:
        return Outcome(path, Change.UNCHANGED, known)
    text = decode(content, name=str(path))
    cut = _cut(text, path.name, mends)
    if any(p.id == cut.identity.id and p.path != where and Path(p.path).exists() for p in store.plans):
        own = plan_id(where, cut.identity.title)  # another file of that name and title is in the store
        cut = replace(cut, identity=replace(cut.identity, id=own))
    plan = StoredPlan.of(cut, path=where, content_hash=mark, text=text, mends=mends)
    replaced = [p for p in store.plans if p.id == plan.id or p is known]
    with store.change():
        write_items(store.items, store.lexical, store.embedder, plan, cut.items)
        store.items.write_plan(plan)
        for old in replaced:
            if old.id != plan.id:
                store.items.forget_plan(old.id)
        editions = [old.edition for old in replaced if old.edition != plan.edition]
        store.items.delete_editions(editions)
        store.lexical.write((), delete=editions)
    return Outcome(path, Change.REPLACED if replaced else Change.ADDED, plan)


def _cut(text: str, source: str, mends: tuple[tuple[str, str | int], ...]) -> Plan:
    said: dict[str, Any] = dict(mends)
    return with_identity(cut_plan(read_lines(text, source=source)), **said)


def _is_hidden(path: Path) -> bool:
    return any(part.startswith((".", "~$")) for part in path.parts)
