"""The items of a store in memory, ready to be looked through letter by letter while a person types."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from threading import RLock

from assistant.targets.topic import topic_of
from ingest.characters import fold
from ingest.plan import Item
from vectorstore.store import Store
from vectorstore.stored_plan import StoredPlan

CACHED_TOPICS = 100_000  # items


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """An item in its plan; `folded` is its section's title and its text, folded."""

    plan: StoredPlan
    position: int
    item: Item
    folded: str

    @property
    def key(self) -> str:
        """The item's id in the store's indexes."""
        return f"{self.plan.edition}/{self.position}"

    @property
    def topic(self) -> str:
        """The field of education that the item belongs to."""
        return _topic(self.item)


class Catalogue:
    """The entries of a store's plans. An edition never changes, so each is read once; what left the store is let go."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._kept: dict[tuple[str, str], tuple[Entry, ...]] = {}
        self._lock = RLock()

    def __len__(self) -> int:
        """How many plans are kept."""
        return len(self._kept)

    def entries(self, plan: StoredPlan) -> tuple[Entry, ...]:
        """The plan's items in reading order."""
        key = (self._store.note.items, plan.edition)
        found = self._kept.get(key)
        if found is None or (found and found[0].plan.identity != plan.identity):
            found = tuple(_read(self._store, plan))
            with self._lock:
                self._kept[key] = found
        return found

    def all_entries(self, plans: Iterable[StoredPlan]) -> Iterator[Entry]:
        """The items of the plans, plan by plan."""
        for plan in plans:
            yield from self.entries(plan)

    def tidy(self) -> None:
        """Let go of what is no longer in the store."""
        known = {plan.edition for plan in self._store.plans}
        with self._lock:
            for key in [key for key in self._kept if key[1] not in known or key[0] != self._store.note.items]:
                del self._kept[key]


def _read(store: Store, plan: StoredPlan) -> Iterator[Entry]:
    for stored in store.items.items_of(plan.edition):
        item = stored.item
        yield Entry(plan, stored.position, item, fold(f"{item.section_title}\n{item.text}"))


@lru_cache(maxsize=CACHED_TOPICS)
def _topic(item: Item) -> str:
    return topic_of(item)
