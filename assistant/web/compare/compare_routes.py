"""What the compare tab asks the server for, and what it lets people take away."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from assistant.ask import Assistant
from assistant.browsing.common_topics import MOST_READ, CommonTopic, common_topics
from assistant.browsing.comparison import Comparison, compare_stored
from assistant.exports.table import table_of_comparison
from assistant.question import Scope
from assistant.web.asked import asked_words
from assistant.web.compare.compare_choices import boxes, suggestions
from assistant.web.compare.compare_scope import compared, explain
from assistant.web.compare.compare_view import summary, table
from assistant.web.shelf import read_plans
from assistant.web.take_away import take_away
from assistant.web.words import Words
from ingest.errors import UserError
from vectorstore.stored_plan import StoredPlan
from vectorstore.thesaurus import read_thesaurus

LONGEST_ASKED = 2_000  # characters of all topics together
KEPT = 64  # comparisons that need not be made anew, to be exported or come back to


def asked_scope(request: Request) -> Scope:
    """The plans, regions and years that the request's parameters name; `plans` holds ids, parted by commas."""
    asked = request.query_params
    years = tuple(int(year) for year in asked.getlist("year") if year.isdecimal() and len(year) < 6)
    plans = tuple(one for several in asked.getlist("plans") for one in several.split(",") if one)
    return Scope(plans, tuple(asked.getlist("region")), years)


def compare_routes(assistant: Assistant) -> APIRouter:
    """The routes under /compare."""
    router = APIRouter(prefix="/compare")
    given_scope, given_words = Depends(asked_scope), Depends(asked_words)

    @lru_cache(maxsize=KEPT)
    def made(topics: str, plans: tuple[str, ...], _editions: tuple[str, ...]) -> Comparison:
        return compare_stored(topics, assistant, Scope(plans=plans))

    @lru_cache(maxsize=1)
    def offered(_editions: tuple[str, ...]) -> tuple[CommonTopic, ...]:
        store = assistant.store
        first = read_plans(store)[:MOST_READ]
        return common_topics([store.body_of(plan) for plan in first], read_thesaurus())

    def compare(topics: str, plans: tuple[str, ...]) -> Comparison:
        return made(topics[:LONGEST_ASKED], plans, _editions(assistant.store.plans))

    @router.get("")
    def show(topics: str = "", scope: Scope = given_scope, words: Words = given_words) -> dict[str, Any]:
        """The comparison as HTML, and what can be chosen."""
        stored = read_plans(assistant.store)
        shown: dict[str, Any] = {
            "suggestions": suggestions(offered(_editions(stored)), words),
            "boxes": boxes(stored, scope, words),
            **dict.fromkeys(("summary", "notice", "table"), ""),
        }
        if not stored:
            return shown | {"notice": words("库里还没有计划，请先添加。")}
        chosen = compared(stored, scope, words)
        shown["notice"] = chosen.notice
        if not chosen.plans or not topics.strip():
            return shown
        try:
            found = compare(topics, chosen.plans)
        except UserError as error:
            return shown | {"notice": explain(error, topics, words)}
        return shown | {"summary": summary(found, words), "table": table(found, words)}

    @router.get("/export.{kind}")
    def export(kind: str, topics: str = "", scope: Scope = given_scope, words: Words = given_words) -> Response:
        """The comparison as a file."""
        chosen = compared(read_plans(assistant.store), scope, words)
        try:
            found = compare(topics, chosen.plans)
        except UserError as error:
            return Response(explain(error, topics, words), 400, media_type="text/plain; charset=utf-8")
        return take_away(table_of_comparison(found, words.language), kind, "、".join(found.topics))

    return router


def _editions(plans: Sequence[StoredPlan]) -> tuple[str, ...]:
    return tuple(plan.edition for plan in plans)
