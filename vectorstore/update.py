"""Plans go into the store, are replaced and taken out; a change that is broken off leaves what was there before."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from ingest.apart import FileReader
from ingest.errors import UserError
from ingest.limits import Limits
from ingest.load import read_bytes
from vectorstore.batch import Batch, Change, NewFile, Outcome
from vectorstore.store import Store
from vectorstore.stored_plan import StoredPlan, WholePlan
from vectorstore.write import FilePlans, embed, take_out, write_files

__all__ = [
    "Change",
    "NewFile",
    "Outcome",
    "add_content",
    "add_files",
    "find_files",
    "find_plan",
    "remove_plan",
    "write_plans",
]

LEFT_THERE = frozenset({"__MACOSX", "Thumbs.db", "desktop.ini"})  # what systems leave in folders


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
    """Add each file's plans, a batch of files in one change, so that a crash costs at most the batch in hand."""
    with FileReader(limits) as reader:
        batch = Batch(store, reader)
        for path in files:
            try:
                content = read_bytes(path, max_bytes=reader.limits.max_bytes)
                batch.take(NewFile(content, str(path), path, mends=tuple((mends or {}).items())))
            except UserError as error:
                batch.refuse(path, str(error))
            if batch.is_full:
                yield from batch.write()
                batch = Batch(store, reader)
        yield from batch.write()


def add_content(store: Store, file: NewFile, *, reader: FileReader) -> list[Outcome]:
    """Add the plans of a file that was read already. Raises UserError where the file is refused."""
    batch = Batch(store, reader)
    batch.take(file)
    outcomes = batch.write()
    if [outcome.change for outcome in outcomes] == [Change.REFUSED]:
        raise UserError(outcomes[0].reason)
    return outcomes


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
        store.items.write((), forget=[plan.id])
        take_out(store, [plan])


def write_plans(
    store: Store, plans: Sequence[WholePlan], *, outdated: Sequence[StoredPlan] = (), content: bytes | None = None
) -> None:
    """Write plans that are cut already, in place of those that are outdated and of their own earlier editions.

    `content` is the original file of them all; None where it is kept already, or was lost. Raises UserError.
    """
    files = [
        FilePlans(
            one.plan.content_hash,
            (one,),
            embed([one], store.embedder),
            () if number else tuple(outdated),
            content,
            frozenset([one.plan.id] if _has_text(store, one.plan) else []),
        )
        for number, one in enumerate(plans)
    ]
    with store.change():
        refusals = write_files(store, files)
    for refusal in refusals:
        if refusal:
            raise refusal


def _has_text(store: Store, plan: StoredPlan) -> bool:
    """Whether the plan's text is to be noted beside its original file, as far as is known."""
    noted = {origin.id: origin for origin in store.originals.origins(plan.content_hash)}
    return plan.id not in noted or noted[plan.id].text is not None


def _is_hidden(path: Path) -> bool:
    return any(part.startswith((".", "~$")) or part in LEFT_THERE for part in path.parts)
