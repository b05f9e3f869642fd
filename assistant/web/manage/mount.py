"""Everything of Manage, mounted behind its gate."""

from collections.abc import Callable

import gradio as gr
from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Mount, Route, Router

from assistant.ask import Assistant
from assistant.exports.csv_file import to_csv
from assistant.feedback import read_remarks
from assistant.manage.staging import Staging
from assistant.manage.upkeep import Upkeep
from assistant.web.language import MANAGE, language_of, path_in
from assistant.web.manage.door import Door
from assistant.web.manage.gate import Gate
from assistant.web.manage.login import login_routes
from assistant.web.manage.page import build_manage
from assistant.web.manage.remarks import remark_table
from assistant.web.manage.said import trouble
from assistant.web.manage.upload import upload_route
from assistant.web.words import LANGUAGES, Words
from ingest.errors import UserError
from ingest.limits import Limits

DEEDS = "/manage/do"
MountPage = Callable[[FastAPI, gr.Blocks, str, str], None]


def mount_manage(app: FastAPI, assistant: Assistant, door: Door, limits: Limits | None, mount: MountPage) -> None:
    """Add Manage's pages and routes to the application; `mount` adds Blocks at a path in a language."""
    staging = Staging(assistant.store.folder, limits)
    upkeep = Upkeep(assistant.store)
    deeds = Gate(Router([upload_route(staging), _remarks_route(assistant)]), door)
    doors = Router([*login_routes(door), Mount("", deeds)])
    app.router.routes.append(Mount(DEEDS, Gate(doors, door, needs_login=False)))
    for language in sorted(
        LANGUAGES, key=lambda one: -len(path_in(one, MANAGE))
    ):  # the shortest path takes what is left
        page = build_manage(assistant, staging, upkeep, door, Words(language))
        mount(app, page, path_in(language, MANAGE).rstrip("/"), language)
        mounted = app.router.routes[-1]
        assert isinstance(mounted, Mount)
        mounted.app = Gate(mounted.app, door)
    app.router.routes.append(Route(MANAGE.rstrip("/"), Gate(RedirectResponse(MANAGE), door)))


def _remarks_route(assistant: Assistant) -> Route:
    def export(request: Request) -> Response:
        words = Words(language_of(request))
        try:
            table = remark_table(read_remarks(assistant.store.folder), words)
        except UserError as error:
            return PlainTextResponse(trouble(error, words), 500)
        headers = {"Content-Disposition": 'attachment; filename="remarks.csv"'}
        return Response(to_csv(table), media_type="text/csv; charset=utf-8", headers=headers)

    return Route("/remarks.csv", export)
