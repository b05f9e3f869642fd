"""What programs may call, over Gradio's API or as MCP tools: ask, search, list the plans, read an item."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from assistant.ask import Assistant
from assistant.question import Question, Scope
from assistant.render import to_json
from assistant.show import hits_json
from ingest.errors import UserError
from vectorstore.update import find_plan

MOST_HITS = 1_000
MOST_TURNS = 50  # earlier questions of a talk


class Programs:
    """The tools over one assistant. Each gives an object for JSON, and raises UserError where the caller can mend something."""

    def __init__(self, assistant: Assistant) -> None:
        self._assistant = assistant

    def ask(
        self,
        question: str,
        history: list[str] | None = None,
        plans: list[str] | None = None,
        regions: list[str] | None = None,
        years: list[int] | None = None,
    ) -> dict[str, Any]:
        """Answer a question from education plans (教育局工作要点、计划), every sentence quoted and cited with plan and item.

        `status` is "answered" or "not_found": then the plans hold no answer, and `nearest` are only the nearest items.
        The marks [1] of `answer` stand for `citations`, whose `quote` stands unchanged in the item.

        Args:
            question: The question in everyday Chinese (Simplified or Traditional) or English.
            history: Earlier questions of the same talk, oldest first, so that 那2025年呢 is understood.
            plans: Only these plans, by id, file name or title; leave it out for all.
            regions: Only plans of these places.
            years: Only plans of these years.
        """
        if len(history or ()) > MOST_TURNS:
            raise UserError(
                f"The history has {len(history or ())} questions, more than {MOST_TURNS}; send the last ones."
            )
        asked = Question(question, tuple(history or ()), _scope(plans, regions, years))
        return {"id": None, **to_json(self._assistant.invoke(asked))}

    def search(
        self,
        words: str,
        limit: int = 10,
        all_items: bool = False,
        plans: list[str] | None = None,
        regions: list[str] | None = None,
        years: list[int] | None = None,
    ) -> dict[str, Any]:
        """Search the items of education plans, best first; or, with all_items, every item that holds all the words.

        Args:
            words: What to search for, such as 校车 or 课后服务 收费.
            limit: How many items at most, from 1 to 1000.
            all_items: Give every item that holds all the words, with the number of them in each plan.
            plans: Only these plans, by id, file name or title; leave it out for all.
            regions: Only plans of these places.
            years: Only plans of these years.
        """
        if not 1 <= limit <= MOST_HITS:
            raise UserError(f"limit is {limit}; choose one from 1 to {MOST_HITS}.")
        found = self._assistant.find(words, _scope(plans, regions, years), limit=limit, every=all_items)
        return hits_json(found, every=all_items)

    def list_plans(self) -> dict[str, Any]:
        """List the education plans that can be asked: id, title, issuer, region, year, number, date, file and count of items."""
        store = self._assistant.store
        store.refresh()
        return {"plans": [asdict(plan.identity) | {"items": plan.item_count} for plan in store.plans]}

    def read_item(self, plan: str, ref: str) -> dict[str, Any]:
        """Read one item of a plan, unchanged, with the refs of the items before and after it.

        Args:
            plan: The plan's id, file name or title, as list_plans gives them.
            ref: The item's ref, such as 18, (九), 三(七) or 第12条.
        """
        store = self._assistant.store
        store.refresh()
        found = find_plan(store.plans, plan)
        items = [stored.item for stored in store.items.items_of(found.edition)]
        place = next((place for place, item in enumerate(items) if item.ref == ref), None)
        if place is None:
            raise UserError(
                f"《{found.identity.title}》 has no item {ref}; its items run from {items[0].ref} to {items[-1].ref}."
            )
        return {
            "plan": asdict(found.identity),
            "item": items[place].to_json(),
            "before": items[place - 1].ref if place else None,
            "after": items[place + 1].ref if place + 1 < len(items) else None,
        }


def _scope(plans: Sequence[str] | None, regions: Sequence[str] | None, years: Sequence[int] | None) -> Scope:
    return Scope(tuple(plans or ()), tuple(regions or ()), tuple(years or ()))
