"""A stream that another thread can end at once, even while the next value is waited for."""

import threading
from collections.abc import Callable, Iterator
from queue import SimpleQueue
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Stoppable(Generic[Value]):
    """The values that `make()` yields, each more whole than the one before, until `stop` is called.

    A value that a newer one has overtaken before it could be taken is left out; the last one never is.
    """

    def __init__(self, make: Callable[[], Iterator[Value]]) -> None:
        self._make = make
        self._line: SimpleQueue[tuple[Value] | BaseException | None] = SimpleQueue()  # None ends it
        self.is_stopped = False

    def __iter__(self) -> Iterator[Value]:
        """The values as they come. Raises what `make()` raises."""
        threading.Thread(target=self._run, daemon=True).start()
        came = self._line.get()
        while isinstance(came, tuple) and not self.is_stopped:
            yield self._newest(came)
            came = self._line.get()
        if isinstance(came, BaseException) and not self.is_stopped:
            raise came

    def stop(self) -> None:
        """End the stream. What makes the values, such as a slow language model, is left to itself."""
        self.is_stopped = True
        self._line.put(None)

    def _newest(self, value: tuple[Value]) -> Value:
        """The value, or the newest that is there already."""
        while not self._line.empty():
            came = self._line.get()
            if not isinstance(came, tuple):
                self._line.put(came)  # the end, for the next look; nothing comes after it
                break
            value = came
        return value[0]

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
