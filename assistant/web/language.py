"""The language of a page: chosen by a link, kept in a cookie, or the browser's own."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from assistant.web.words import LANGUAGES, SIMPLIFIED, preferred

CHOSEN = "language"  # the cookie, and the parameter of an address, that names the language
YEAR_SECONDS = 365 * 24 * 3600
OF_GRADIO = "page"  # a parameter that Gradio keeps for itself, and fails on
FRONT, MANAGE = "/", "/manage/"  # the pages that there are in each language, at these addresses in Simplified


def path_in(language: str, page: str = FRONT) -> str:
    """The page's path in the language: `/manage/en/`."""
    return page if language == SIMPLIFIED else f"{page}{language.lower()}/"


def language_of(request: Request) -> str:
    """The language that the request's sender reads."""
    asked = request.query_params.get(CHOSEN) or request.cookies.get(CHOSEN)
    return asked if asked in LANGUAGES else preferred(request.headers.get("accept-language", ""))


def turned(request: Request, page: str) -> Response | None:
    """Where the request is for the page's plain address: the way to the one that was chosen, or that the browser asks for."""
    if request.method != "GET" or request.url.path not in {path_in(language, page) for language in LANGUAGES}:
        return None
    if OF_GRADIO in request.query_params:
        return RedirectResponse(str(request.url.remove_query_params(OF_GRADIO)))
    if request.url.path != page:
        return None
    asked = request.query_params.get(CHOSEN)
    path = path_in(language_of(request), page)
    if path == page and not asked:
        return None
    way = RedirectResponse(str(request.url.remove_query_params(CHOSEN).replace(path=path)))
    if asked in LANGUAGES:
        way.set_cookie(CHOSEN, asked, max_age=YEAR_SECONDS, samesite="lax")
    return way


class ToLanguage:
    """Middleware that does so for the front page."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The way to the page in the language, or what the application answers."""
        way = turned(Request(scope), FRONT) if scope["type"] == "http" else None
        await (way or self._app)(scope, receive, send)
