"""What the search tab asks the server for while a person types, and what it lets them take away."""

from collections.abc import Callable
from functools import cache
from typing import Any
from urllib.parse import quote

from fastapi import APIRouter, BackgroundTasks, Depends, Request
from starlette.responses import Response

from assistant.ask import Assistant
from assistant.browsing.catalogue import Catalogue
from assistant.browsing.facets import KINDS
from assistant.browsing.finding import Finder, Order, Wish
from assistant.browsing.found_table import table_of_findings
from assistant.browsing.sought import seek
from assistant.exports.csv_file import to_csv
from assistant.exports.excel import to_excel
from assistant.exports.table import Table
from assistant.web.search_view import facets_html, hits_html, near_html, summary
from assistant.web.trouble import other
from assistant.web.words import LANGUAGES, SIMPLIFIED, Words
from ingest.errors import OperatorError, UserError

FIRST_SHOWN = 20
FIRST_WORDS = "课后服务"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
EXPORTS: dict[str, tuple[Callable[[Table], bytes], str]] = {
    "csv": (to_csv, "text/csv; charset=utf-8"),
    "xlsx": (to_excel, EXCEL),
}


def asked_words(language: str = SIMPLIFIED) -> Words:
    """The words of the page in the language that the request names."""
    return Words(language if language in LANGUAGES else SIMPLIFIED)


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
        if kind not in EXPORTS:
            return Response(status_code=404)
        try:
            found, near = finder.held(wish), finder.near(wish)
        except UserError as error:
            return Response(other(error, words), 400, media_type="text/plain; charset=utf-8")
        write, media_type = EXPORTS[kind]
        table = table_of_findings(found.held, near, words.language)
        return Response(write(table), media_type=media_type, headers=as_file(f"{table.name} {wish.words[:40]}.{kind}"))

    return router


def as_file(name: str) -> dict[str, str]:
    """The headers that make a browser keep what comes as a file of that name, and never show or run it (RFC 6266)."""
    safe = "".join(sign if sign.isprintable() and sign not in '\\/:*?"<>|' else "_" for sign in name)
    return {
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(safe, safe='')}",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-store",
    }
