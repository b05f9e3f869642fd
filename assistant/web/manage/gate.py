"""The gate around everything of Manage: it stands where the routes end, so that no way of writing a path goes round it."""

from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection, Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.web.language import MANAGE, turned
from assistant.web.manage.door import Admission, Door, is_own_origin

LOGIN_PATH = "/manage/do/login"
READING = frozenset({"GET", "HEAD"})
CAREFUL = {
    "X-Frame-Options": "DENY",  # no page lays Manage under its own buttons
    "Cache-Control": "no-store",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}
NOT_FOUND = {"detail": "Not Found"}  # what any other unknown address answers
FOREIGN = "This was not sent by a page of EduPlan itself; open Manage and do it there."
LOGGED_OUT = "You are not logged in, or no longer; reload the page and log in."


class Gate:
    """An application behind the door. With `needs_login` false those who have yet to log in get in too."""

    def __init__(self, app: ASGIApp, door: Door, *, needs_login: bool = True) -> None:
        self.app = app
        self._door = door
        self._needs_login = needs_login

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer the request, or refuse it."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        if scope["type"] != "http":
            return  # nothing of Manage speaks WebSocket
        refusal = self._refusal(Request(scope))
        await (refusal or self.app)(scope, receive, _careful(send))

    def _refusal(self, request: Request) -> Response | None:
        """What is answered in the application's stead, where it must not answer."""
        admission = self._door.admission(request)
        if admission is Admission.NONE:
            return JSONResponse(NOT_FOUND, 404)
        if not _is_ours(request):
            return JSONResponse({"error": FOREIGN}, 403)
        if admission is Admission.LOGIN and self._needs_login:
            if request.method in READING and "text/html" in request.headers.get("accept", ""):
                return RedirectResponse(LOGIN_PATH, 303)
            return JSONResponse({"error": LOGGED_OUT}, 401)
        return turned(request, MANAGE)


def _is_ours(request: HTTPConnection) -> bool:
    """Whether the request only reads for nobody else, or a page of our own sent it (against cross-site forgery)."""
    reads = request.scope["method"] in READING
    return is_own_origin(request) or (reads and "origin" not in request.headers)


def _careful(send: Send) -> Send:
    async def send_with_headers(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message).update(CAREFUL)
        await send(message)

    return send_with_headers
