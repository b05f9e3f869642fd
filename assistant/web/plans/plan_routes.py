"""What the plans tab asks the server for: the list, a plan to be read, words in it, two side by side, the original file."""

from pathlib import Path
from typing import Any

from fastapi import APIRouter, Depends
from starlette.responses import FileResponse, Response

from assistant.ask import Assistant
from assistant.browsing.beside import align, parts
from assistant.browsing.catalogue import Catalogue
from assistant.browsing.reading import Block, blocks, find_words, text_of
from assistant.emphasis import Span
from assistant.phrases import name_of_plan
from assistant.web.asked import asked_words
from assistant.web.desk import item_link
from assistant.web.plans.beside_view import beside
from assistant.web.plans.plan_list import COLUMNS, matching, plan_table, sorted_plans
from assistant.web.plans.reading_view import reading
from assistant.web.take_away import as_file
from assistant.web.words import Words
from vectorstore.stored_plan import StoredPlan

LONGEST_WORDS = 2_000  # characters to be found in a plan
BINARY = "application/octet-stream"  # whatever the file is, nothing is shown or run of it


def plan_routes(assistant: Assistant, catalogue: Catalogue) -> APIRouter:
    """The routes under /plans."""
    router = APIRouter(prefix="/plans")
    store, given_words = assistant.store, Depends(asked_words)

    @router.get("")
    def list_plans(
        words: Words = given_words, holds: str = "", sort: str = "year", turned: bool = False
    ) -> dict[str, Any]:
        """The plans that match the filter, as an HTML table."""
        store.refresh()
        column = sort if sort in COLUMNS else "year"
        found = sorted_plans(matching(store.plans, holds), column, is_turned=turned)
        if not store.plans:
            return {"html": f'<p class="hint">{words("库里还没有计划，请先添加。")}</p>', "summary": ""}
        shown = plan_table(found, column, words, is_turned=turned)
        return {"html": shown, "summary": words("{count}份计划", count=len(found))}

    @router.get("/{plan_id}")
    def read(plan_id: str, words: Words = given_words) -> dict[str, str]:
        """The reading view of a plan, or that there is none and which there are."""
        if not (plan := _find(assistant, plan_id)):
            return _unknown(store.plans, words)
        kept = store.originals.find(plan.content_hash) is not None
        shown = reading(plan, _blocks(plan), sorted_plans(store.plans, "year"), words, kept=kept)
        return {"html": shown, "title": name_of_plan(plan.identity, words.language)}

    @router.get("/{plan_id}/find")
    def find_in_plan(plan_id: str, words: str = "", item: str = "") -> list[tuple[int, int, int]]:
        """Block, start and end of each place where the words stand, as browsers count characters."""
        plan = _find(assistant, plan_id)
        if not plan or not words.strip() or len(words) > LONGEST_WORDS:
            return []
        read = _blocks(plan)
        return [(index, *_in_browser(text_of(read[index]), span)) for index, span in find_words(read, words, ref=item)]

    @router.get("/{plan_id}/beside/{other_id}")
    def read_beside(plan_id: str, other_id: str, words: Words = given_words) -> dict[str, str]:
        """Two plans side by side."""
        left, right = _find(assistant, plan_id), _find(assistant, other_id)
        if not left or not right:
            return _unknown(store.plans, words)
        rows = align(parts(_blocks(left)), parts(_blocks(right)), store.embedder)
        title = " | ".join(name_of_plan(plan.identity, words.language) for plan in (left, right))
        return {"html": beside(left, right, rows, words), "title": title}

    @router.get("/{plan_id}/original")
    def original(plan_id: str) -> Response:
        """The file that the plan was read from, to be kept, never to be shown."""
        plan = _find(assistant, plan_id)
        path = plan and store.originals.find(plan.content_hash)
        if not plan or not path:
            return Response(status_code=404)
        return FileResponse(path, media_type=BINARY, headers=as_file(Path(plan.path).name))

    def _blocks(plan: StoredPlan) -> tuple[Block, ...]:
        return blocks(catalogue.entries(plan), store.body_of(plan).nodes)

    return router


def _find(assistant: Assistant, plan_id: str) -> StoredPlan | None:
    assistant.store.refresh()
    return next((plan for plan in assistant.store.plans if plan.id == plan_id), None)


def _unknown(plans: tuple[StoredPlan, ...], words: Words) -> dict[str, str]:
    said = (
        words("库里没有这份计划，也许已被换掉或删除。现有的计划是：") if plans else words("库里还没有计划，请先添加。")
    )
    rows = "".join(f"<li>{item_link(plan.id, '', plan.identity.title)}</li>" for plan in sorted_plans(plans, "year"))
    return {"html": f'<div class="unknown"><p class="notice" role="alert">{said}</p><ul>{rows}</ul></div>', "title": ""}


def _in_browser(text: str, span: Span) -> Span:
    """The span in UTF-16 units, of which a rare character takes two."""
    start, end = (len(text[:place].encode("utf-16-le")) // 2 for place in span)
    return start, end
