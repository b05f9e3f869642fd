"""The web application: a page a language, the browser's own first, and the way to the others."""

from collections.abc import Awaitable, Callable

import gradio as gr
from fastapi import FastAPI, Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Mount

from assistant.ask import Assistant
from assistant.web.compare_routes import compare_routes
from assistant.web.masthead import head, script
from assistant.web.page import build_page
from assistant.web.targets_routes import targets_routes
from assistant.web.words import LANGUAGES, SIMPLIFIED, Words, preferred

PATHS = {language: "/" if language == SIMPLIFIED else f"/{language.lower()}/" for language in LANGUAGES}
CHOSEN = "language"  # the cookie, and the parameter of an address, that names the language
YEAR_SECONDS = 365 * 24 * 3600


def build_app(assistant: Assistant) -> FastAPI:
    """The web application that serves the page at its root in Simplified Chinese, at /zh-hant and /en in the others."""
    app = FastAPI(openapi_url=None)
    app.middleware("http")(_turn_to_language)
    app.include_router(compare_routes(assistant))
    app.include_router(targets_routes(assistant))
    for language, path in sorted(PATHS.items(), key=lambda pair: -len(pair[1])):  # the root takes what is left
        gr.mount_gradio_app(
            app,
            build_page(assistant, Words(language)),
            path=path.rstrip("/") or "/",
            theme=gr.themes.Base(font=["sans-serif"], font_mono=["monospace"], text_size=gr.themes.sizes.text_lg),
            head=head(),
            js=script(language),
            footer_links=[],
            run_history=False,
            show_error=False,
            enable_monitoring=False,
            ssr_mode=False,
            mcp_server=False,
            pwa=False,
        )
    return app


def end_streams(app: FastAPI) -> None:
    """Let go of the connections that open pages hold, which would keep the server from stopping."""
    for route in app.routes:
        if isinstance(route, Mount) and isinstance(route.app, gr.routes.App):
            route.app.stop_event.set()


async def _turn_to_language(request: Request, answer: Callable[[Request], Awaitable[Response]]) -> Response:
    """The root sends a browser to the page in the language that was chosen, or that it asks for."""
    if request.method != "GET" or request.url.path != "/":
        return await answer(request)
    asked = request.query_params.get(CHOSEN)
    language = asked or request.cookies.get(CHOSEN) or preferred(request.headers.get("accept-language", ""))
    path = PATHS.get(language, "/")
    if path == "/" and not asked:
        return await answer(request)
    turned = RedirectResponse(str(request.url.remove_query_params(CHOSEN).replace(path=path)))
    if asked in PATHS:
        turned.set_cookie(CHOSEN, asked, max_age=YEAR_SECONDS, samesite="lax")
    return turned
