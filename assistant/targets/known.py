"""The targets of a store's plans, read once: an edition never changes."""

from collections.abc import Iterable
from threading import Lock

from assistant.targets.browse import Listed
from assistant.targets.find import plan_targets
from vectorstore.store import Store
from vectorstore.stored_plan import StoredPlan


class KnownTargets:
    """What was found in the plans so far, so that a page can filter and sort while a person types."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._kept: dict[tuple[str, str], tuple[Listed, ...]] = {}
        self._lock = Lock()

    def of_all(self) -> tuple[Listed, ...]:
        """The targets of all plans that are stored now, plan by plan, the newest first."""
        self._store.refresh()
        plans = sorted(self._store.plans, key=lambda plan: (-(plan.identity.year or 0), plan.identity.title, plan.id))
        found = [self._of(plan) for plan in plans]
        self._let_go(plans)
        return tuple(target for of_plan in found for target in of_plan)

    def _of(self, plan: StoredPlan) -> tuple[Listed, ...]:
        key = self._key(plan)
        with self._lock:
            found = self._kept.get(key)
        if found is None:
            items = [stored.item for stored in self._store.items.items_of(plan.edition)]
            found = tuple(map(Listed.of, plan_targets(plan.identity, items)))
            with self._lock:
                self._kept[key] = found
        return found

    def _let_go(self, plans: Iterable[StoredPlan]) -> None:
        """Forget what is no longer in the store."""
        held = {self._key(plan) for plan in plans}
        with self._lock:
            for key in self._kept.keys() - held:
                del self._kept[key]

    def _key(self, plan: StoredPlan) -> tuple[str, str]:
        return self._store.note.items, plan.edition
