"""The door to LangChain's chat models: a reply in pieces, what it took, and one reason for each way in which it can fail."""

import logging
import os
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from assistant.answer import Usage
from assistant.tokens import counter
from ingest.errors import UserError

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

Message = tuple[str, str]  # role, "system" or "human", and text
MILLION = 1_000_000
LONGEST_REPLY = 8_000  # characters; what a model writes beyond is not read
LONGEST_WAIT = 5.0  # seconds before another try, where a busy service asks for some
SHORT_WAIT = 0.5

log = logging.getLogger(__name__)


class Reason(StrEnum):
    """Why a model gave no answer that can be shown; `assistant.phrases` says each as `why_…`."""

    REFUSED = "refused"
    TIMEOUT = "timeout"
    BUSY = "busy"
    UNREACHABLE = "unreachable"
    BROKEN = "broken"
    TOO_LONG = "too_long"
    REJECTED = "rejected"
    EMPTY = "empty"
    UNFOUNDED = "unfounded"
    OFF_POINT = "off_point"


class ChatError(Exception):
    """A reply that did not come, or not whole; after `wait` seconds another try may help, where there is such a time."""

    def __init__(self, reason: Reason, wait: float | None = None) -> None:
        super().__init__(reason.value)
        self.reason = reason
        self.wait = wait


@dataclass(frozen=True, slots=True)
class Prices:
    """What a million tokens cost, in any currency; None where it is not known."""

    prompt: float | None = None
    answer: float | None = None

    def cost(self, prompt_tokens: int, completion_tokens: int) -> float | None:
        """The cost of so many tokens; None where a price is not known."""
        if self.prompt is None or self.answer is None:
            return None
        return round((prompt_tokens * self.prompt + completion_tokens * self.answer) / MILLION, 6)


@dataclass(slots=True)
class Meter:
    """Counts what the calls for one answer take, and knows when its time is over; it begins with the first call."""

    seconds: float
    prices: Prices = field(default_factory=Prices)
    began: float | None = None  # by time.monotonic()
    prompt_tokens: int = 0
    completion_tokens: int = 0
    is_estimated: bool = False
    calls: int = 0

    def add(self, prompt_tokens: int, completion_tokens: int, *, is_estimated: bool) -> None:
        """Count a call."""
        self.prompt_tokens += prompt_tokens
        self.completion_tokens += completion_tokens
        self.is_estimated |= is_estimated
        self.calls += 1

    @property
    def seconds_left(self) -> float:
        """How long the answer may still take."""
        return self.seconds - (time.monotonic() - self.began if self.began is not None else 0.0)

    @property
    def usage(self) -> Usage | None:
        """What was counted; None before the first call."""
        if not self.calls:
            return None
        cost = self.prices.cost(self.prompt_tokens, self.completion_tokens)
        return Usage(self.prompt_tokens, self.completion_tokens, cost, self.is_estimated)


class Chat:
    """A chat model, named `provider:model`, that replies in pieces within its time."""

    def __init__(self, name: str, *, window: int, timeout: float) -> None:
        """Raises UserError where the provider's package is missing or the name is not understood."""
        self.name = name
        self.count = counter(name)
        self._model = _load(name, window=window, timeout=timeout)

    def stream(self, messages: Sequence[Message], meter: Meter) -> Iterator[str]:
        """The reply, piece by piece; counted by the meter when it ends, however it ends. Raises ChatError."""
        if meter.began is None:
            meter.began = time.monotonic()
        if meter.seconds_left <= 0:
            raise ChatError(Reason.TIMEOUT)
        text, counted, has_failed = "", (0, 0), False
        try:
            for piece in self._model.stream(list(messages)):
                if usage := getattr(piece, "usage_metadata", None):
                    counted = (counted[0] + usage["input_tokens"], counted[1] + usage["output_tokens"])
                if said := str(piece.text):
                    text += said
                    yield said
                if meter.seconds_left <= 0:
                    raise ChatError(Reason.TIMEOUT)
                if len(text) > LONGEST_REPLY:
                    break
        except ChatError:
            raise
        except Exception as error:  # noqa: BLE001 whatever a provider raises becomes one of our reasons
            failure = _failure(error, has_begun=bool(text))
            log.warning("the chat model %s failed (%s): %s", self.name, failure.reason, type(error).__name__)
            has_failed = not text  # a request that was not taken costs nothing
            raise failure from None
        finally:
            known = any(counted) or has_failed
            prompt, written = counted if known else (sum(self.count(said) for _, said in messages), self.count(text))
            meter.add(prompt, written, is_estimated=not known)


def _load(name: str, *, window: int, timeout: float) -> "BaseChatModel":
    from langchain.chat_models import init_chat_model

    provider = name.split(":", 1)[0]
    try:
        model: BaseChatModel = init_chat_model(name, **_options(provider, window=window, timeout=timeout))
    except ImportError as error:
        extra = "ollama" if provider == "ollama" else "models"
        raise UserError(
            f"EDUPLAN_CHAT_MODEL is {name!r}; install its package with: pip install 'eduplan[{extra}]' ({error})"
        ) from None
    except Exception as error:  # noqa: BLE001 each provider raises its own for a missing key or unknown name
        reason = str(error).splitlines()[0]
        raise UserError(
            f"EDUPLAN_CHAT_MODEL is {name!r}, which cannot be used ({reason}); change or unset it."
        ) from None
    return model


def _options(provider: str, *, window: int, timeout: float) -> dict[str, Any]:
    """What the provider's class takes. Tries are ours, so that each reason gets the number of tries that helps."""
    if provider == "ollama":  # it cuts a prompt silently at a window of its own, and would think aloud
        address = {"base_url": os.environ["OLLAMA_HOST"]} if "OLLAMA_HOST" in os.environ else {}
        return {"num_ctx": window, "reasoning": False, "client_kwargs": {"timeout": timeout}, **address}
    options: dict[str, Any] = {"timeout": timeout, "max_retries": 0}
    return options | {"stream_usage": True} if provider == "openai" else options


def _failure(error: BaseException, *, has_begun: bool) -> ChatError:
    """The reason of whatever a provider raised, told by the names of its classes and its HTTP status."""
    names = " ".join(kind.__name__ for kind in type(error).__mro__)
    status = getattr(error, "status_code", None)
    if "ContextOverflow" in names:
        return ChatError(Reason.TOO_LONG)
    if status in {401, 403} or "Authentication" in names or "PermissionDenied" in names:
        return ChatError(Reason.REFUSED)
    if status == 429 or "RateLimit" in names:
        return ChatError(Reason.BUSY, _asked_wait(error))
    if "Timeout" in names:
        return ChatError(Reason.TIMEOUT)
    if status is not None and 400 <= status < 500:
        return ChatError(Reason.REJECTED)
    if has_begun:
        return ChatError(Reason.BROKEN, SHORT_WAIT)
    if status is not None:
        return ChatError(Reason.BUSY, SHORT_WAIT)
    reason = Reason.UNREACHABLE if "Connect" in names else Reason.BROKEN
    return ChatError(reason, SHORT_WAIT)


def _asked_wait(error: BaseException) -> float | None:
    """The seconds that a busy service asks to wait; None where they are too many."""
    headers = getattr(getattr(error, "response", None), "headers", {})
    try:
        wait = float(headers.get("retry-after", SHORT_WAIT))
    except ValueError:  # a date
        return None
    return wait if wait <= LONGEST_WAIT else None
