"""The targets of the plans in a store."""

from assistant.question import NO_SCOPE, Scope
from assistant.targets.find import plan_targets
from assistant.targets.target import PlanTarget
from assistant.understanding.scope import choose
from vectorstore.store import Store


def stored_targets(store: Store, scope: Scope = NO_SCOPE) -> tuple[PlanTarget, ...]:
    """The targets of the scope's plans, plan by plan, the newest first. Raises UserError for a plan that is not stored."""
    store.refresh()
    plans = sorted(choose(scope, store.plans), key=lambda plan: (-(plan.identity.year or 0), plan.identity.title))
    items = ((plan, [stored.item for stored in store.items.items_of(plan.edition)]) for plan in plans)
    return tuple(target for plan, of_plan in items for target in plan_targets(plan.identity, of_plan))
