"""Wrong passwords make the next try wait: for the address that sent them, and, where very many come, for all."""

import ipaddress
from collections.abc import Callable
from threading import Lock

FREE_TRIES = 3  # wrong passwords of an address before it has to wait
LONGEST_WAIT = 300.0  # seconds
WINDOW, MOST_IN_WINDOW = 600.0, 60  # seconds, and wrong passwords from everywhere in them
MOST_ADDRESSES = 10_000
FORGOTTEN_AFTER = 3600.0  # seconds without a wrong password


class Attempts:
    """Counts wrong passwords. `clock` gives seconds."""

    def __init__(self, *, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._lock = Lock()
        self._wrong: dict[str, tuple[int, float]] = {}  # by address: how many, and when the last
        self._recent: list[float] = []

    def wait(self, address: str) -> float:
        """Seconds until this address may try again; 0 where it may now."""
        with self._lock:
            now = self._clock()
            count, last = self._wrong.get(_network(address), (0, now))
            own = min(LONGEST_WAIT, 2.0 ** (count - FREE_TRIES)) if count >= FREE_TRIES else 0.0
            self._recent = [at for at in self._recent if at > now - WINDOW]
            of_all = self._recent[0] + WINDOW - now if len(self._recent) >= MOST_IN_WINDOW else 0.0
            return max(0.0, last + own - now, of_all)

    def begin(self, address: str) -> None:
        """Count a try as wrong until it turns out right, so that many at once do not slip through."""
        with self._lock:
            now, network = self._clock(), _network(address)
            if len(self._wrong) >= MOST_ADDRESSES:
                self._wrong = {one: known for one, known in self._wrong.items() if known[1] > now - FORGOTTEN_AFTER}
            count, last = self._wrong.get(network, (0, now))
            self._wrong[network] = (count + 1 if last > now - FORGOTTEN_AFTER else 1, now)
            self._recent.append(now)

    def succeeded(self, address: str) -> None:
        """Forget the wrong tries of an address that gave the right password."""
        with self._lock:
            self._wrong.pop(_network(address), None)
            if self._recent:
                self._recent.pop()


def _network(address: str) -> str:
    """The address, or of IPv6 the network that one customer has: `2001:db8::/64`."""
    try:
        known = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return address
    return str(known) if known.version == 4 else str(ipaddress.ip_network((known, 64), strict=False))
