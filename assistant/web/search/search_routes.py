"""What the search tab asks the server for while a person types, and what it lets them take away."""

from functools import cache
from typing import Any

from fastapi import APIRouter, BackgroundTasks, Depends, Request
from starlette.responses import Response

from assistant.ask import Assistant
from assistant.browsing.catalogue import Catalogue
from assistant.browsing.facets import KINDS
from assistant.browsing.finding import Finder, Order, Wish
from assistant.browsing.sought import seek
from assistant.exports.found_table import table_of_findings
from assistant.web.asked import asked_words
from assistant.web.search.search_view import facets_html, hits_html, near_html, summary
from assistant.web.take_away import take_away
from assistant.web.trouble import other
from assistant.web.words import Words
from ingest.errors import OperatorError, UserError

FIRST_SHOWN = 20
LONGEST_NAMED = 40  # characters of the words that a file is named after
FIRST_WORDS = "课后服务"


def asked_wish(request: Request) -> Wish:
    """The wish that the request's parameters name; what is none of the orders is the first."""
    asked = request.query_params
    chosen = {kind: frozenset(asked.getlist(kind)) for kind in KINDS}
    sort = asked.get("sort", "")
    return Wish(asked.get("q", ""), chosen, Order(sort) if sort in set(Order) else Order.RELEVANCE)


def search_routes(assistant: Assistant, catalogue: Catalogue) -> APIRouter:
    """The routes under /find."""
    router = APIRouter(prefix="/find")
    finder = Finder(assistant, catalogue)
    given_words, given_wish = Depends(asked_words), Depends(asked_wish)

    @router.get("")
    def find(wish: Wish = given_wish, words: Words = given_words, show: str = "") -> dict[str, Any]:
        """What holds the words, as HTML by the part of the page."""
        try:
            found = finder.held(wish)
        except OperatorError:
            raise
        except UserError:
            return {"summary": words("写得太长或没有可查的字，请改短一些再查。"), "facets": "", "hits": "", "count": 0}
        plans = assistant.store.plans
        return {
            "summary": summary(found, words),
            "facets": facets_html(found.facets, plans, words),
            "hits": hits_html(found, wish.words, int(show) if show.isdecimal() else FIRST_SHOWN, words),
            "count": len(found.held),
        }

    @router.get("/near")
    def find_near(wish: Wish = given_wish, words: Words = given_words) -> dict[str, Any]:
        """What is of near meaning, as HTML."""
        try:
            return {"near": near_html(finder.near(wish), seek(wish.words), wish.words, words)}
        except UserError:
            return {"near": ""}

    @cache
    def warm_up() -> None:
        """Load what the first search for near meaning would wait for."""
        finder.near(Wish(FIRST_WORDS))

    @router.get("/ready")
    def get_ready(then: BackgroundTasks, words: Words = given_words) -> dict[str, str]:
        """How much there is to be searched; read into memory by the way, before the first key."""
        then.add_task(warm_up)
        assistant.store.refresh()
        plans = assistant.store.plans
        count = sum(1 for _ in catalogue.all_entries(plans))
        if not count:
            return {"summary": words("库里还没有计划，请先添加。")}
        return {"summary": words("可查{plans}份计划的{count}条，边写边查。", plans=len(plans), count=count)}

    @router.get("/export.{kind}")
    def export(kind: str, wish: Wish = given_wish, words: Words = given_words) -> Response:
        """Everything that was found as a file."""
        try:
            found, near = finder.held(wish), finder.near(wish)
        except UserError as error:
            return Response(other(error, words), 400, media_type="text/plain; charset=utf-8")
        return take_away(table_of_findings(found.held, near, words.language), kind, wish.words[:LONGEST_NAMED])

    return router
