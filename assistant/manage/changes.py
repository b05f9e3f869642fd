"""What a new state of a plan changes in its items."""

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.plan import Item


@dataclass(frozen=True, slots=True)
class Changes:
    """How many items there were and will be, and the refs of those that come, go, and say something else."""

    before: int
    after: int
    added: tuple[str, ...]
    gone: tuple[str, ...]
    altered: tuple[str, ...]


def compare_items(old: Sequence[Item], new: Sequence[Item]) -> Changes:
    """The changes from the old items to the new ones, told apart by their refs, in the order of the plans."""
    were, are = {item.ref: item.text for item in old}, {item.ref: item.text for item in new}
    return Changes(
        before=len(old),
        after=len(new),
        added=tuple(ref for ref in are if ref not in were),
        gone=tuple(ref for ref in were if ref not in are),
        altered=tuple(ref for ref, text in are.items() if ref in were and were[ref] != text),
    )
