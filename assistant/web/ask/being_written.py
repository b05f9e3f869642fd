"""The answers that are being written, by the talk that waits for them."""

from threading import Condition

from assistant.answer import Answer
from assistant.web.ask.stoppable import Stoppable


class BeingWritten:
    """Knows the answers from when they are begun until they are there; several threads may ask at once."""

    def __init__(self) -> None:
        self._answers: dict[str, Stoppable[Answer]] = {}
        self._changed = Condition()

    def begin(self, talk: str, answer: Stoppable[Answer]) -> None:
        """Note the answer that the talk of that name waits for."""
        with self._changed:
            self._answers[talk] = answer

    def end(self, talk: str) -> None:
        """The talk's answer is there, or was given up."""
        with self._changed:
            self._answers.pop(talk, None)
            self._changed.notify_all()

    def stop(self, talk: str) -> None:
        """Stop the answer that the talk waits for, if any."""
        if answer := self._answers.get(talk):
            answer.stop()

    def wait_for_none(self, seconds: float) -> bool:
        """Wait until nobody waits for an answer, so many seconds at most; whether nobody does."""
        with self._changed:
            return self._changed.wait_for(lambda: not self._answers, seconds)
