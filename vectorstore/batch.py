"""Files that go into the store together: what each would do, and the one change that writes them."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from ingest.apart import FileReader
from ingest.document import Document, write_lines
from ingest.errors import UserError
from ingest.identify import plan_id
from ingest.load import content_hash
from ingest.plan import Identity, Item, Plan
from ingest.split import split_plans
from vectorstore.cut import cut_document
from vectorstore.plan_table import PlanTable
from vectorstore.same_plan import ItemsOf, find_same
from vectorstore.store import Store
from vectorstore.stored_plan import Mends, StoredPlan, WholePlan
from vectorstore.write import FilePlans, embed, write_files

# A batch is one change: each costs 50 ms or more however little is in it, and a crash costs the batch.
BATCH_PASSAGES = 1_000
BATCH_SECONDS = 2.0


class Change(StrEnum):
    """What became of a file."""

    ADDED = "added"
    REPLACED = "replaced"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Outcome:
    """A file, what became of it, and its plan or the reason why it was refused; an archive has an outcome a plan in it.

    A paper that is in the store already, from another file, is unchanged for a reason: as which it is held.
    """

    path: Path
    change: Change
    plan: StoredPlan | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file that was read: messages call it `name`; what is known from `path` is replaced.

    `source` is the file's name where it is not the path's; there need be no file at the path, an uploaded one has none.
    """

    content: bytes
    name: str
    path: Path
    source: str = ""
    mends: Mends = ()


class Batch:
    """Files that go into the store together, in one change. What each would do is told as if those before it were in."""

    def __init__(self, store: Store, reader: FileReader) -> None:
        self._store = store
        self._reader = reader
        self._begin()
        self._began = time.monotonic()

    @property
    def is_full(self) -> bool:
        """Whether it is time to write what was taken."""
        is_late = time.monotonic() - self._began > BATCH_SECONDS
        return is_late or self._passages >= BATCH_PASSAGES

    def take(self, file: NewFile) -> None:
        """Read, cut and embed the file's plans. Raises UserError where the file is refused."""
        prepared = prepare(self._store, file, self._table, self._reader, self._items_of)
        self._files.append(prepared)
        if isinstance(prepared.plans, FilePlans):
            self._passages += len(prepared.plans.passages.of)
            for plan in prepared.plans.outdated:
                self._table.drop(plan.id)
            for one in prepared.plans.plans:
                self._table.put(one.plan)
                self._items[one.plan.edition] = one.items

    def refuse(self, path: Path, reason: str) -> None:
        """Note that the file was refused, in its place among the others."""
        self._files.append(Outcome(path, Change.REFUSED, reason=reason))

    def write(self) -> list[Outcome]:
        """Write what was taken, in one change where there is anything to write; what became of each file."""
        if not any(isinstance(one, Prepared) and one.plans for one in self._files):
            return [outcome for one in self._files for outcome in _outcomes(one)]
        with self._store.change():
            if self._store.note.revision != self._revision:
                self._take_again()
            files = {place: one for place, one in enumerate(self._files) if isinstance(one, Prepared) and one.plans}
            refusals = write_files(self._store, [one.plans for one in files.values() if one.plans])
        refused = dict(zip(files, refusals, strict=True))
        return [
            outcome
            for place, one in enumerate(self._files)
            for outcome in (_refused(one, refused[place]) if refused.get(place) else _outcomes(one))
        ]

    def _begin(self) -> None:
        self._files: list[Prepared | Outcome] = []
        self._table = self._store.table.copy()
        self._revision = self._store.note.revision
        self._passages = 0
        self._items: dict[str, tuple[Item, ...]] = {}  # by edition, of the plans that are not in the store yet

    def _items_of(self, plan: StoredPlan) -> Sequence[Item]:
        own = self._items.get(plan.edition)
        return own if own is not None else [one.item for one in self._store.items.items_of(plan.edition)]

    def _take_again(self) -> None:
        """Read the files anew, because another program changed the store since they were."""
        files = self._files
        self._begin()
        for one in files:
            if isinstance(one, Outcome):
                self._files.append(one)
                continue
            try:
                self.take(one.file)
            except UserError as error:
                self.refuse(one.file.path, str(error))


@dataclass(frozen=True, slots=True)
class Prepared:
    """A file that was read, what is to be written of it, if anything, and what will have become of it."""

    file: NewFile
    plans: FilePlans | None
    outcomes: tuple[Outcome, ...]


def prepare(store: Store, file: NewFile, table: PlanTable, reader: FileReader, items_of: ItemsOf) -> Prepared:
    """What adding the file to a store that holds the table's plans comes to. Raises UserError where it is refused.

    `items_of` gives the items of one of these plans.
    """
    mark, where, mends = content_hash(file.content), str(file.path.resolve()), dict(file.mends)
    known = table.at(where) or _copies(table, mark)
    if known and all(plan.content_hash == mark and {**dict(plan.mends), **mends} == dict(plan.mends) for plan in known):
        outcomes = tuple(Outcome(file.path, Change.UNCHANGED, plan) for plan in known)
        if store.originals.find(mark) or any(table.find(plan.id) is not store.table.find(plan.id) for plan in known):
            return Prepared(file, None, outcomes)
        # The original was lost, or the store was made when originals were not kept.
        return Prepared(file, FilePlans(mark, (), embed((), store.embedder), content=file.content), outcomes)
    read, refusals = reader.read(file.content, name=file.name, source=file.source or file.path.name)
    documents = [part for document in read for part in split_plans(document)]
    if mends and len(documents) > 1:
        raise UserError(f"--title, --year and --region mend one plan; {file.name} holds {len(documents)}.")
    wholes: list[WholePlan] = []
    held: list[Outcome] = []
    reasons = {refusal.source: refusal.reason for refusal in refusals}
    for document in documents:
        own_mends = tuple({**_earlier_mends(known, document, len(documents)), **mends}.items())
        try:
            cut = _with_own_id(cut_document(document, own_mends), Path(where), table)
            cut = _told_apart(cut, [one.plan.identity for one in wholes])
        except UserError as error:
            reasons[document.source] = str(error)
            continue
        same = None
        if not known and not mends:
            same = find_same(cut.identity, cut.items, table.of_length(len(cut.items)), items_of)
        if same:
            reason = f"the store holds this plan already, as {same.identity.source}"
            held.append(Outcome(file.path, Change.UNCHANGED, same, reason))
            continue
        text = write_lines(document)
        wholes.append(WholePlan.of(cut, path=where, content_hash=mark, text=text, mends=own_mends))
    refused = [Outcome(file.path, Change.REFUSED, reason=reason) for reason in reasons.values()]
    if not wholes:
        return Prepared(file, None, (*held, *refused))
    # A member that has become bad leaves its plan as it was.
    outdated = [plan for plan in known if plan.identity.source not in reasons]
    sources = [document.source for document in documents]
    plans = FilePlans(
        mark,
        tuple(wholes),
        embed(wholes, store.embedder),
        tuple(outdated),
        file.content,
        frozenset(one.plan.id for one in wholes if sources.count(one.plan.identity.source) > 1),
    )
    replaced = _replaced(wholes, outdated, table)
    outcomes = tuple(
        Outcome(file.path, Change.REPLACED if one.plan.id in replaced else Change.ADDED, one.plan) for one in wholes
    )
    return Prepared(file, plans, (*outcomes, *held, *refused))


def _outcomes(one: Prepared | Outcome) -> tuple[Outcome, ...]:
    return one.outcomes if isinstance(one, Prepared) else (one,)


def _refused(one: Prepared | Outcome, refusal: UserError | None) -> tuple[Outcome, ...]:
    path = one.file.path if isinstance(one, Prepared) else one.path
    return (Outcome(path, Change.REFUSED, reason=str(refusal)),)


def _copies(table: PlanTable, mark: str) -> list[StoredPlan]:
    """The plans that a copy of the file in another place gave."""
    same = table.of_content(mark)
    return table.at(same[0].path) if same else []


def _replaced(wholes: Sequence[WholePlan], outdated: Sequence[StoredPlan], table: PlanTable) -> set[str]:
    """The ids of the plans that take another's place."""
    ids = {one.plan.id for one in wholes}
    old = {plan.id: plan for plan in (*outdated, *filter(None, map(table.find, ids)))}
    sources = {plan.identity.source for plan in old.values()}
    is_only = len(wholes) == len(old) == 1
    return {one.plan.id for one in wholes if is_only or one.plan.id in old or one.plan.identity.source in sources}


def _earlier_mends(known: Sequence[StoredPlan], document: Document, count: int) -> dict[str, str | int]:
    if count == len(known) == 1:
        return dict(known[0].mends)
    named = [plan for plan in known if plan.identity.source == document.source]
    return dict(named[0].mends) if len(named) == 1 else {}


def _with_own_id(cut: Plan, where: Path, table: PlanTable) -> Plan:
    """The plan, under an id of its own where another file of that name and title is in the store."""
    other = table.find(cut.identity.id)
    if other is None or other.path == str(where) or not Path(other.path).exists():
        return cut
    own = plan_id(str(where.parent / cut.identity.source), cut.identity.title)
    return replace(cut, identity=replace(cut.identity, id=own))


def _told_apart(cut: Plan, others: Sequence[Identity]) -> Plan:
    """The plan, under an id of its own where an earlier one of the same file has its title too."""
    alike = sum(other.title == cut.identity.title for other in others if other.source == cut.identity.source)
    if not alike:
        return cut
    own = plan_id(f"{cut.identity.source}#{alike + 1}", cut.identity.title)
    return replace(cut, identity=replace(cut.identity, id=own))
