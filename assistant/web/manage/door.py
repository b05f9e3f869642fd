"""Who may come into Manage: those who gave the password, or, while none is set, whoever sits at this very machine."""

import ipaddress
import secrets
import time
from collections.abc import Callable
from enum import Enum
from threading import Lock

from starlette.requests import HTTPConnection

from assistant.manage.password import is_password
from assistant.web.manage.attempts import Attempts

COOKIE = "eduplan_manage"
SESSION_SECONDS = 8 * 3600  # a working day
MOST_SESSIONS = 1_000
OWN_NAMES = frozenset({"localhost", "127.0.0.1", "[::1]"})
# Whoever else's request a proxy passes on, it says so in one of these.
PASSED_ON = (
    "forwarded",
    "via",
    "x-forwarded-for",
    "x-forwarded-host",
    "x-forwarded-proto",
    "x-real-ip",
    "cf-connecting-ip",
)


class Admission(Enum):
    """What a visitor may do: come in, come in after the login, or not even know that there is a door."""

    OPEN = "open"
    LOGIN = "login"
    NONE = "none"


class Door:
    """Knows the password's hash, if one is set, and the sessions that gave it; these end with the server."""

    def __init__(self, password_hash: str | None = None, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._hash = password_hash
        self._clock = clock
        self._sessions: dict[str, float] = {}  # token, and when it expires
        self._lock = Lock()
        self.attempts = Attempts(clock=clock)

    def __repr__(self) -> str:
        return f"Door({'with' if self._hash else 'without'} a password)"

    @property
    def has_password(self) -> bool:
        """Whether a password is set."""
        return self._hash is not None

    def admission(self, request: HTTPConnection) -> Admission:
        """What the sender of the request may do."""
        if self._hash is None:
            return Admission.OPEN if is_from_this_machine(request) else Admission.NONE
        return Admission.OPEN if self._is_known(request.cookies.get(COOKIE, "")) else Admission.LOGIN

    def log_in(self, password: str) -> str | None:
        """A new session's token, where the password is right. One password is checked at a time: each takes memory."""
        with self._lock:
            if self._hash is None or not is_password(password, self._hash):
                return None
            now = self._clock()
            live = {token: end for token, end in self._sessions.items() if end > now}
            self._sessions = dict(list(live.items())[-MOST_SESSIONS + 1 :])
            token = secrets.token_urlsafe(32)
            self._sessions[token] = now + SESSION_SECONDS
            return token

    def log_out(self, request: HTTPConnection) -> None:
        """End the request's session; its cookie opens nothing any more, wherever it was copied to."""
        with self._lock:
            self._sessions.pop(request.cookies.get(COOKIE, ""), None)

    def _is_known(self, token: str) -> bool:
        # The tokens are random and long: a lookup tells nothing that would help to guess one.
        return self._sessions.get(token, 0.0) > self._clock()


def is_from_this_machine(request: HTTPConnection) -> bool:
    """Whether a browser on this machine sent the request, to this machine by its own name.

    A proxy's request comes from this machine too, and so does one to a stranger's name that was made to point here
    (DNS rebinding): the headers tell them.
    """
    if any(name in request.headers for name in PASSED_ON) or request.client is None:
        return False
    try:
        address = ipaddress.ip_address(request.client.host.partition("%")[0])
    except ValueError:
        return False
    mapped = getattr(address, "ipv4_mapped", None)
    hosts = request.headers.getlist("host")
    return (mapped or address).is_loopback and len(hosts) == 1 and host_name(hosts[0]) in OWN_NAMES


def is_own_origin(request: HTTPConnection) -> bool:
    """Whether a page of this very site sent the request, as browsers say in Origin or, some, in Referer only."""
    said = request.headers.get("origin") or request.headers.get("referer")
    if not said:
        return False
    scheme, _, rest = said.partition("://")
    return scheme in {"http", "https"} and rest.split("/")[0].lower() == request.headers.get("host", "").lower()


def host_name(host: str) -> str:
    """The name in a Host header: `localhost:7860` is localhost, `[::1]:7860` is [::1]."""
    name = host.strip().lower()
    return name.partition("]")[0] + "]" if name.startswith("[") else name.partition(":")[0]
