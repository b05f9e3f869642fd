"""Gradio takes files from whoever sends some, wanted or not; the pages want none, so nobody can fill the disk with them."""

from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send

NOT_TAKEN = ("/gradio_api/upload", "/gradio_api/process_recording")


class NoFiles:
    """A gradio application without the routes that take files."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the application does, but for files."""
        # A route's pattern ends with $, which lets a line end follow.
        if scope["type"] == "http" and scope["path"].rstrip("/\n").endswith(NOT_TAKEN):
            await JSONResponse({"detail": "Not Found"}, 404)(scope, receive, send)
            return
        await self.app(scope, receive, send)
