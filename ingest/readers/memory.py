"""How much memory this process may take, so that a file cannot take all of the machine's."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

try:
    import resource
except ImportError:  # Windows has no such limits; the time limit holds there too
    resource = None  # type: ignore[assignment]


STATM = Path("/proc/self/statm")  # pages of address space come first; Linux alone has it


def limit_memory(usual: int, at_most: int) -> None:
    """Bound this process's address space, in bytes; `allow_memory` may raise it up to the second bound."""
    if resource is not None:
        resource.setrlimit(resource.RLIMIT_AS, (usual, at_most))


def count_from_here() -> None:
    """Bound the address space anew, by as much above what is taken now: a library's models are not a file's."""
    if resource is None or not STATM.exists():
        return
    usual, at_most = resource.getrlimit(resource.RLIMIT_AS)
    if usual == resource.RLIM_INFINITY:
        return
    wanted = int(STATM.read_text().split()[0]) * resource.getpagesize() + usual
    bound = wanted if at_most == resource.RLIM_INFINITY else min(wanted, at_most)
    resource.setrlimit(resource.RLIMIT_AS, (bound, at_most))


@contextmanager
def allow_memory(size: int) -> Iterator[None]:
    """More memory for a while, for what is known to need it."""
    if resource is None:
        yield
        return
    usual, at_most = resource.getrlimit(resource.RLIMIT_AS)
    raised = size if at_most == resource.RLIM_INFINITY else min(size, at_most)
    resource.setrlimit(resource.RLIMIT_AS, (usual if usual == resource.RLIM_INFINITY else raised, at_most))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (usual, at_most))
