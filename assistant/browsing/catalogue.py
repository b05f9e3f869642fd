"""The items of a store in memory, ready to be looked through letter by letter while a person types."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from threading import RLock

from assistant.targets.topic import topic_of
from ingest.language.folding import fold
from ingest.plan import Item
from vectorstore.item_store import StoredItem
from vectorstore.store import Store
from vectorstore.stored_plan import StoredPlan

CACHED_TOPICS = 100_000  # items
# Of 344 plans with 15,720 items Chroma gives all in 1.4 s, and each by itself in 90 ms.
READ_ONE_BY_ONE = 8  # plans


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
        found = self._kept.get(self._key(plan))
        if found is None or (found and found[0].plan is not plan and found[0].plan.identity != plan.identity):
            found = self._keep(plan, self._store.items.items_of(plan.edition))
        return found

    def all_entries(self, plans: Sequence[StoredPlan]) -> Iterator[Entry]:
        """The items of the plans, plan by plan."""
        with self._lock:  # who comes while they are read waits, and need not read them again
            unread = [plan for plan in plans if self._key(plan) not in self._kept]
            if len(unread) > READ_ONE_BY_ONE:
                self._read_together(unread)
        for plan in plans:
            yield from self.entries(plan)

    def tidy(self) -> None:
        """Let go of what is no longer in the store."""
        known = {plan.edition for plan in self._store.plans}
        with self._lock:
            for key in [key for key in self._kept if key[1] not in known or key[0] != self._store.note.items]:
                del self._kept[key]

    def _key(self, plan: StoredPlan) -> tuple[str, str]:
        return self._store.note.items, plan.edition

    def _read_together(self, plans: Sequence[StoredPlan]) -> None:
        items = defaultdict(list)
        for stored in self._store.items.all_items():
            items[stored.edition].append(stored)
        for plan in plans:
            self._keep(plan, sorted(items[plan.edition], key=lambda stored: stored.position))

    def _keep(self, plan: StoredPlan, items: Sequence[StoredItem]) -> tuple[Entry, ...]:
        found = tuple(
            Entry(plan, one.position, one.item, fold(f"{one.item.section_title}\n{one.item.text}")) for one in items
        )
        with self._lock:
            self._kept[self._key(plan)] = found
        return found


@lru_cache(maxsize=CACHED_TOPICS)
def _topic(item: Item) -> str:
    return topic_of(item)
