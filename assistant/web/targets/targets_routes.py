"""What the targets tab asks the server for, and what it lets people take away."""

from typing import Any

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from assistant.ask import Assistant
from assistant.exports.table import table_of_targets
from assistant.phrases import name_of_plan
from assistant.targets.browse import VALUES, Wish, browse
from assistant.targets.known import KnownTargets
from assistant.targets.order import FIRST_COLUMN
from assistant.targets.series import find_series
from assistant.web.asked import asked_values, asked_words
from assistant.web.own_words import script_of
from assistant.web.take_away import take_away
from assistant.web.targets.series_view import series_table
from assistant.web.targets.targets_chart import chart
from assistant.web.targets.targets_view import Titles, boxes, last_page, pager, summary, table
from assistant.web.words import Words

LONGEST_WORDS = 200  # characters of what is looked for
LONGEST_NUMBER = 9  # digits of a page's number


def asked_wish(request: Request, q: str = "", sort: str = FIRST_COLUMN, turned: str = "") -> Wish:
    """The wish that the request's parameters name."""
    return Wish(q[:LONGEST_WORDS], asked_values(request, VALUES), sort, bool(turned))


def targets_routes(assistant: Assistant) -> APIRouter:
    """The routes under /targets."""
    router = APIRouter(prefix="/targets")
    known = KnownTargets(assistant.store)
    given_wish, given_words = Depends(asked_wish), Depends(asked_words)

    @router.get("")
    def list_targets(
        wish: Wish = given_wish, words: Words = given_words, at: str = "1", by: str = ""
    ) -> dict[str, Any]:
        """The targets as HTML by the part of the page."""
        held = known.of_all()
        if not held:
            return {"summary": words("库里的计划还没有指标。"), "count": 0}
        found = browse(held, wish)
        number = max(1, min(int(at), last_page(found))) if at.isdecimal() and len(at) < LONGEST_NUMBER else 1
        return {
            "summary": summary(found, len(held), words),
            "boxes": boxes(found, _titles(assistant, words), words),
            "chart": chart(found, by, words),
            "series": series_table(find_series(found.targets), words),
            "table": table(found, wish, number, words),
            "pager": pager(found, number, words),
            "count": len(found.targets),
        }

    @router.get("/export.{kind}")
    def export(kind: str, wish: Wish = given_wish, words: Words = given_words) -> Response:
        """All targets that were asked for, in their order, as a file."""
        found = browse(known.of_all(), wish)
        return take_away(table_of_targets(found.targets, words.language), kind, wish.words)

    return router


def _titles(assistant: Assistant, words: Words) -> Titles:
    plans = (plan.identity for plan in assistant.store.plans)
    return {plan.id: (name_of_plan(plan, words.language), script_of(plan)) for plan in plans}
