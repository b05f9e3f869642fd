"""The plans of a store in memory: by id, by the place of their file, by the content of it, and by length."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from vectorstore.stored_plan import StoredPlan


class PlanTable:
    """Plans, each found at once however many there are."""

    def __init__(self, plans: Iterable[StoredPlan] = ()) -> None:
        self._by_id: dict[str, StoredPlan] = {}
        self._ids_at: defaultdict[str, dict[str, None]] = defaultdict(dict)
        self._ids_of: defaultdict[str, dict[str, None]] = defaultdict(dict)
        self._ids_with: defaultdict[int, dict[str, None]] = defaultdict(dict)
        for plan in plans:
            self.put(plan)

    @cached_property
    def by_title(self) -> tuple[StoredPlan, ...]:
        """All plans, by title."""
        plans = self._by_id.values()
        return tuple(sorted(plans, key=lambda plan: (plan.identity.title, plan.identity.source)))

    def copy(self) -> "PlanTable":
        """Another table of the same plans."""
        return PlanTable(self._by_id.values())

    def find(self, plan_id: str) -> StoredPlan | None:
        """The plan with the id, if there is one."""
        return self._by_id.get(plan_id)

    def at(self, path: str) -> list[StoredPlan]:
        """The plans of the file at that place."""
        return [self._by_id[plan_id] for plan_id in self._ids_at.get(path, ())]

    def of_content(self, content_hash: str) -> list[StoredPlan]:
        """The plans of any file with that content."""
        return [self._by_id[plan_id] for plan_id in self._ids_of.get(content_hash, ())]

    def of_length(self, item_count: int) -> list[StoredPlan]:
        """The plans of so many items."""
        return [self._by_id[plan_id] for plan_id in self._ids_with.get(item_count, ())]

    def put(self, plan: StoredPlan) -> None:
        """Hold the plan, in place of the one with its id."""
        self.drop(plan.id)
        self._by_id[plan.id] = plan
        self._ids_at[plan.path][plan.id] = None
        self._ids_of[plan.content_hash][plan.id] = None
        self._ids_with[plan.item_count][plan.id] = None

    def drop(self, plan_id: str) -> None:
        """Hold the plan no more."""
        self.__dict__.pop("by_title", None)
        if plan := self._by_id.pop(plan_id, None):
            del self._ids_at[plan.path][plan_id]
            del self._ids_of[plan.content_hash][plan_id]
            del self._ids_with[plan.item_count][plan_id]
