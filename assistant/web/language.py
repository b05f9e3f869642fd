"""The language of a page: chosen by a link, kept in a cookie, or the browser's own."""

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from assistant.web.words import LANGUAGES, SIMPLIFIED, preferred

CHOSEN = "language"  # the cookie, and the parameter of an address, that names the language
YEAR_SECONDS = 365 * 24 * 3600
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
    if request.method != "GET" or request.url.path != page:
        return None
    asked = request.query_params.get(CHOSEN)
    path = path_in(language_of(request), page)
    if path == page and not asked:
        return None
    way = RedirectResponse(str(request.url.remove_query_params(CHOSEN).replace(path=path)))
    if asked in LANGUAGES:
        way.set_cookie(CHOSEN, asked, max_age=YEAR_SECONDS, samesite="lax")
    return way


async def turn_to_language(request: Request, answer: Callable[[Request], Awaitable[Response]]) -> Response:
    """Middleware that does so for the front page."""
    return turned(request, FRONT) or await answer(request)
