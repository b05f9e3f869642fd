"""The page is served at a host and port until Ctrl-C."""

import contextlib
import errno
import socket
import sys

import uvicorn

from assistant.ask import Assistant
from ingest.errors import UserError

SHUTDOWN_SECONDS = 2  # open pages keep a connection, which would hold the server up for ever
EVERY_ADDRESS = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}


def serve_page(assistant: Assistant, *, host: str, port: int) -> None:
    """Serve the page; its address is printed to standard error when it is ready. Raises UserError where it cannot listen."""
    with _listen(host, port) as listener:
        from assistant.web.page import build_app  # gradio takes seconds to load; a port in use is told at once

        config = uvicorn.Config(
            build_app(assistant), log_level="warning", timeout_graceful_shutdown=SHUTDOWN_SECONDS, ws="none"
        )
        with contextlib.suppress(KeyboardInterrupt):
            _Server(config, address=_address(host, port)).run(sockets=[listener])


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
        return f"Port {port} may not be used without further rights; serve at one above 1023 with --port or EDUPLAN_PORT."
    return f"The page cannot be served at {host} ({error.strerror}); name an address of this machine with --host or EDUPLAN_HOST."


def _address(host: str, port: int) -> str:
    shown = EVERY_ADDRESS.get(host) or (f"[{host}]" if ":" in host else host)
    return f"http://{shown}:{port}"


class _Server(uvicorn.Server):
    """A server that says where it is once it answers."""

    def __init__(self, config: uvicorn.Config, *, address: str) -> None:
        super().__init__(config)
        self._address = address

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        sys.stderr.write(f"EduPlan is ready at {self._address} (Ctrl-C stops it)\n")
        sys.stderr.flush()
