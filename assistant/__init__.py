"""A question becomes a cited answer. Read ask.py first."""

from typing import TYPE_CHECKING

from ingest.surface import lazily

if TYPE_CHECKING:
    from assistant.answer import Answer
    from assistant.ask import Assistant
    from assistant.question import Question, Scope

__all__ = ["Answer", "Assistant", "Question", "Scope"]
__getattr__ = lazily(
    __name__,
    {
        "Answer": "assistant.answer",
        "Assistant": "assistant.ask",
        "Question": "assistant.question",
        "Scope": "assistant.question",
    },
)
