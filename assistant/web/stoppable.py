"""A stream that another thread can end at once, even while the next value is waited for."""

import threading
from collections.abc import Callable, Iterator
from queue import SimpleQueue
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Stoppable(Generic[Value]):
    """The values that `make()` yields, until `stop` is called; what it yields after that is lost."""

    def __init__(self, make: Callable[[], Iterator[Value]]) -> None:
        self._make = make
        self._line: SimpleQueue[tuple[Value] | BaseException | None] = SimpleQueue()
        self.is_stopped = False

    def __iter__(self) -> Iterator[Value]:
        """The values as they come. Raises what `make()` raises."""
        threading.Thread(target=self._run, daemon=True).start()
        while (came := self._line.get()) is not None and not self.is_stopped:
            if isinstance(came, BaseException):
                raise came
            yield came[0]

    def stop(self) -> None:
        """End the stream. What makes the values, such as a slow language model, is left to itself."""
        self.is_stopped = True
        self._line.put(None)

    def _run(self) -> None:
        try:
            for value in self._make():
                if self.is_stopped:
                    return
                self._line.put((value,))
        except Exception as error:  # noqa: BLE001 - it is raised where the values are taken
            self._line.put(error)
        else:
            self._line.put(None)
