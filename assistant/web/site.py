"""The web application: a page a language, the browser's own first, Manage behind its gate, and the doors for programs."""

import functools

import gradio as gr
from fastapi import FastAPI, Request
from starlette.responses import JSONResponse
from starlette.routing import Mount

from assistant.ask import Assistant
from assistant.browsing.catalogue import Catalogue
from assistant.web.asked import asked_words
from assistant.web.compare.compare_routes import compare_routes
from assistant.web.language import FRONT, ToLanguage, path_in
from assistant.web.manage.door import Door
from assistant.web.manage.gate import Gate
from assistant.web.manage.looks import manage_head, manage_script
from assistant.web.manage.mount import mount_manage
from assistant.web.masthead import head, script
from assistant.web.no_files import NoFiles
from assistant.web.page import build_page
from assistant.web.plans.plan_routes import plan_routes
from assistant.web.programs import make_mcp_server, routes, running
from assistant.web.search.search_routes import search_routes
from assistant.web.targets.targets_routes import targets_routes
from assistant.web.trouble import other
from assistant.web.words import LANGUAGES, Words
from ingest.errors import UserError
from ingest.limits import Limits


def build_app(assistant: Assistant, *, door: Door | None = None, limits: Limits | None = None) -> FastAPI:
    """The web application that serves the page at its root in Simplified Chinese, at /zh-hant and /en in the others.

    Manage is at /manage, for whom `door` lets in; `limits` bound what is uploaded there.
    """
    door = door or Door()
    tools = make_mcp_server(assistant)
    app = FastAPI(openapi_url=None, lifespan=functools.partial(running, tools))
    app.router.routes += routes(assistant, tools)
    app.add_middleware(ToLanguage)
    app.add_exception_handler(UserError, _refused)
    catalogue = Catalogue(assistant.store)
    app.include_router(search_routes(assistant, catalogue))
    app.include_router(plan_routes(assistant, catalogue))
    app.include_router(compare_routes(assistant))
    app.include_router(targets_routes(assistant))
    mount_manage(
        app, assistant, door, limits, functools.partial(_mount, head=head() + manage_head(), own=manage_script())
    )
    for language in sorted(LANGUAGES, key=lambda one: -len(path_in(one))):  # the root takes what is left
        page = build_page(assistant, Words(language), door)
        _mount(app, page, path_in(language).rstrip("/") or FRONT, language, head=head(), own=None)
    return app


def _refused(request: Request, error: Exception) -> JSONResponse:
    """What a route says where the plans cannot be read, in the language that the request names."""
    assert isinstance(error, UserError)
    return JSONResponse({"detail": other(error, asked_words(request.query_params.get("language", "")))}, 503)


def end_streams(app: FastAPI) -> None:
    """Let go of the connections that open pages hold, which would keep the server from stopping."""
    for route in app.routes:
        mounted = route.app if isinstance(route, Mount) else None
        while isinstance(mounted, Gate | NoFiles):
            mounted = mounted.app
        if isinstance(mounted, gr.routes.App):
            mounted.stop_event.set()


def _mount(app: FastAPI, page: gr.Blocks, path: str, language: str, *, head: str, own: str | None) -> None:
    """Add the page at the path; `own` is its script where it is not that of the front page."""
    gr.mount_gradio_app(
        app,
        page,
        path=path,
        theme=gr.themes.Base(font=["sans-serif"], font_mono=["monospace"], text_size=gr.themes.sizes.text_lg),
        head=head,
        js=script(language, own),
        footer_links=[],
        run_history=False,
        show_error=False,
        enable_monitoring=False,
        ssr_mode=False,
        mcp_server=False,
        pwa=False,
        app_kwargs={"openapi_url": None},
    )
    mounted = app.router.routes[-1]
    assert isinstance(mounted, Mount)
    mounted.app = NoFiles(mounted.app)
