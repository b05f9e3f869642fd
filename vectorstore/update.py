"""Plans go into the store, are replaced and taken out; a change that is broken off leaves what was there before."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Any

from ingest.apart import FileReader
from ingest.document import Document, read_lines, write_lines
from ingest.errors import UserError
from ingest.identify import plan_id
from ingest.limits import Limits
from ingest.load import content_hash, cut_plan, read_bytes, with_identity
from ingest.plan import Item, Plan
from ingest.split import split_plans
from vectorstore.embedder import Embedder
from vectorstore.item_store import ItemStore, StoredItem
from vectorstore.lexical_index import LexicalIndex
from vectorstore.passages import cut_passages
from vectorstore.store import Store
from vectorstore.stored_plan import StoredPlan

NO_MENDS: Mapping[str, str | int] = MappingProxyType({})
LEFT_THERE = frozenset({"__MACOSX", "Thumbs.db", "desktop.ini"})  # what systems leave in folders


class Change(StrEnum):
    """What became of a file."""

    ADDED = "added"
    REPLACED = "replaced"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Outcome:
    """A file, what became of it, and its plan or the reason why it was refused; an archive has an outcome a plan in it."""

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


def add_files(
    store: Store,
    files: Iterable[Path],
    mends: dict[str, str | int] | None = None,
    *,
    limits: Limits | None = None,
) -> Iterator[Outcome]:
    """Add each file's plans, one change a file, so that a crash costs at most the file in hand."""
    with FileReader(limits) as reader:
        for path in files:
            try:
                content = read_bytes(path, max_bytes=reader.limits.max_bytes)
                yield from add_content(store, content, name=str(path), path=path, reader=reader, mends=mends or {})
            except UserError as error:
                yield Outcome(path, Change.REFUSED, reason=str(error))


def add_content(
    store: Store,
    content: bytes,
    *,
    name: str,
    path: Path,
    source: str = "",
    reader: FileReader,
    mends: Mapping[str, str | int] = NO_MENDS,
) -> list[Outcome]:
    """Add the plans of a file that was read already; what is known from `path` is replaced, messages call it `name`.

    `source` is the file's name where it is not the path's; there need be no file at the path, an uploaded one has none.
    Raises UserError where the file is refused.
    """
    mark, where = content_hash(content), path.resolve()
    known = _known(store.plans, str(where), mark)
    if known and all(plan.content_hash == mark and {**dict(plan.mends), **mends} == dict(plan.mends) for plan in known):
        if not store.originals.find(mark):  # the store was made when originals were not kept
            with store.change():
                store.originals.keep(mark, content)
        return [Outcome(path, Change.UNCHANGED, plan) for plan in known]
    read, refusals = reader.read(content, name=name, source=source or path.name)
    documents = [part for document in read for part in split_plans(document)]
    if mends and len(documents) > 1:
        raise UserError(f"--title, --year and --region mend one plan; {name} holds {len(documents)}.")
    cuts: list[tuple[Plan, Document, tuple[tuple[str, str | int], ...]]] = []
    reasons = {refusal.source: refusal.reason for refusal in refusals}
    for document in documents:
        own_mends = tuple({**_earlier_mends(known, document, len(documents)), **mends}.items())
        try:
            cut = _with_own_id(_cut(document, own_mends), where, store.plans)
            cuts.append((_told_apart(cut, [other for other, _, _ in cuts]), document, own_mends))
        except UserError as error:
            reasons[document.source] = str(error)
    plans = [
        (StoredPlan.of(cut, path=str(where), content_hash=mark, text=write_lines(document), mends=own_mends), cut)
        for cut, document, own_mends in cuts
    ]
    # A member that has become bad leaves its plan as it was.
    outdated = [plan for plan in known if plan.identity.source not in reasons] if plans else []
    replaced = write_plans(store, plans, outdated, content)
    return [
        *(Outcome(path, Change.REPLACED if plan.id in replaced else Change.ADDED, plan) for plan, _ in plans),
        *(Outcome(path, Change.REFUSED, reason=reason) for reason in reasons.values()),
    ]


def find_plan(plans: Sequence[StoredPlan], name: str) -> StoredPlan:
    """The plan with that id, file name or title. Raises UserError where there is none, or where several bear the name."""
    found = [p for p in plans if name in (p.id, p.identity.source, Path(p.identity.source).stem, p.identity.title)]
    found = found or [p for p in plans if name and p.identity.source.startswith(f"{name}/")]
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
    """Take the plan out of both indexes, and its original file with the last plan that it held."""
    with store.change():
        store.items.forget_plan(plan.id)
        store.items.delete_editions([plan.edition])
        store.lexical.write((), delete=[plan.edition])
        store.originals.drop({plan.content_hash} - {p.content_hash for p in store.plans if p.id != plan.id})


def write_plans(
    store: Store,
    plans: Sequence[tuple[StoredPlan, Plan]],
    outdated: Sequence[StoredPlan] = (),
    content: bytes | None = None,
) -> set[str]:
    """Write the plans and take out what they replace, in one change; the ids of those that took another's place.

    `content` is the original file of all of them; None where it is kept already, or was lost.
    """
    if not plans:
        return set()
    new = {plan.id: plan for plan, _ in plans}
    old = [plan for plan in store.plans if plan.id in new or plan in outdated]
    with store.change():
        if content is not None:
            store.originals.keep(plans[0][0].content_hash, content)
        for plan, cut in plans:
            write_items(store.items, store.lexical, store.embedder, plan, cut.items)
            store.items.write_plan(plan)
        for plan in old:
            if plan.id not in new:
                store.items.forget_plan(plan.id)
        editions = [plan.edition for plan in old if plan.edition not in {plan.edition for plan in new.values()}]
        store.items.delete_editions(editions)
        store.lexical.write((), delete=editions)
        kept = {plan.content_hash for plan in (*new.values(), *(p for p in store.plans if p not in old))}
        store.originals.drop({plan.content_hash for plan in old} - kept)
    sources = {plan.identity.source for plan in old}
    only = len(plans) == len(old) == 1
    return {plan.id for plan in new.values() if only or plan.identity.source in sources or plan in old}


def cut_stored(plan: StoredPlan) -> Plan:
    """The plan cut anew from its text in the store, under its id and with its mends."""
    cut = _cut(read_lines(plan.text, source=plan.identity.source), plan.mends)
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


def _known(plans: Sequence[StoredPlan], where: str, mark: str) -> list[StoredPlan]:
    """The plans that this file gave before, or else a copy of it in another place."""
    place = (
        where if any(p.path == where for p in plans) else next((p.path for p in plans if p.content_hash == mark), "")
    )
    return [plan for plan in plans if plan.path == place]


def _earlier_mends(known: Sequence[StoredPlan], document: Document, count: int) -> dict[str, str | int]:
    if count == len(known) == 1:
        return dict(known[0].mends)
    named = [plan for plan in known if plan.identity.source == document.source]
    return dict(named[0].mends) if len(named) == 1 else {}


def _with_own_id(cut: Plan, where: Path, plans: Sequence[StoredPlan]) -> Plan:
    """The plan, under an id of its own where another file of that name and title is in the store."""
    if not any(p.id == cut.identity.id and p.path != str(where) and Path(p.path).exists() for p in plans):
        return cut
    own = plan_id(str(where.parent / cut.identity.source), cut.identity.title)
    return replace(cut, identity=replace(cut.identity, id=own))


def _told_apart(cut: Plan, others: Sequence[Plan]) -> Plan:
    """The plan, under an id of its own where an earlier one of the same file has its title too."""
    alike = sum(
        other.identity.title == cut.identity.title for other in others if other.identity.source == cut.identity.source
    )
    if not alike:
        return cut
    own = plan_id(f"{cut.identity.source}#{alike + 1}", cut.identity.title)
    return replace(cut, identity=replace(cut.identity, id=own))


def _cut(document: Document, mends: tuple[tuple[str, str | int], ...]) -> Plan:
    said: dict[str, Any] = dict(mends)
    return with_identity(cut_plan(document), **said)


def _is_hidden(path: Path) -> bool:
    return any(part.startswith((".", "~$")) or part in LEFT_THERE for part in path.parts)
