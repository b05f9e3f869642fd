"""The page is served at a host and port until Ctrl-C."""

import contextlib
import errno
import socket
import sys
import threading
from collections.abc import Callable

import uvicorn

from assistant.ask import Assistant
from ingest.errors import UserError
from ingest.limits import Limits

SHUTDOWN_SECONDS = 2  # how long an answer that is being written may hold the server up
# Loads the embedding model, or tells that it cannot be, before a question waits for it.
FIRST_TEXT = "课后服务一学期收多少钱？"
LEARNED_ITEMS = 1_000  # of the newest plans, some 2 ms each
# Whatever gets into the page, the browser asks no other machine for anything. Gradio needs its own inline scripts.
LOCAL_ONLY = ("Content-Security-Policy", "default-src 'self' data: blob: 'unsafe-inline' 'unsafe-eval'")
EVERY_ADDRESS = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}


def serve_page(
    assistant: Assistant, *, host: str, port: int, password_hash: str | None = None, limits: Limits | None = None
) -> None:
    """Serve the page, and say on standard error where when it is ready. Raises UserError where it cannot listen.

    Manage takes the password of that hash; without one it opens on this machine alone.
    """
    with _listen(host, port) as listener:
        assistant.store.embedder.embed_queries([FIRST_TEXT])
        from assistant.web.manage.door import Door
        from assistant.web.site import build_app, end_streams  # gradio takes seconds to load

        app = build_app(assistant, door=Door(password_hash), limits=limits)
        threading.Thread(target=_warm, args=(assistant,), daemon=True).start()
        config = uvicorn.Config(
            app, log_level="warning", timeout_graceful_shutdown=SHUTDOWN_SECONDS, ws="none", headers=[LOCAL_ONLY]
        )
        server = _Server(config, address=_address(host, port), before_stop=lambda: end_streams(app))
        with contextlib.suppress(KeyboardInterrupt):
            server.run(sockets=[listener])


def _warm(assistant: Assistant) -> None:
    """Load what the first question would wait a second or two for: topics, wordings, names of places, and the items."""
    with contextlib.suppress(UserError):  # whoever asks is told
        for _ in assistant.without_model().stream(FIRST_TEXT):
            pass
        assistant.learn(most_items=LEARNED_ITEMS)


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        raise UserError(_why_not(error, host, port)) from None


def _why_not(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Port {port} is in use by another program; serve at another with --port or EDUPLAN_PORT."
    if error.errno == errno.EACCES:
        return f"Port {port} needs an administrator's rights; serve at one above 1023 with --port or EDUPLAN_PORT."
    reason = error.strerror or error
    return f"The page cannot be served at {host} ({reason}); name this machine's address with --host or EDUPLAN_HOST."


def _address(host: str, port: int) -> str:
    shown = EVERY_ADDRESS.get(host) or (f"[{host}]" if ":" in host else host)
    return f"http://{shown}:{port}"


class _Server(uvicorn.Server):
    """A server that says where it is once it answers, and does something before it stops."""

    def __init__(self, config: uvicorn.Config, *, address: str, before_stop: Callable[[], None]) -> None:
        super().__init__(config)
        self._address = address
        self._before_stop = before_stop

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        sys.stderr.write(f"EduPlan is ready at {self._address} (Ctrl-C stops it)\n")
        sys.stderr.flush()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._before_stop()
        await super().shutdown(sockets)
