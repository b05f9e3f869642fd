"""The writer that asks a chat model; a sentence stays only with a mark that points at evidence holding its figures."""

import logging
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.answer import Citation, Statement
from assistant.evidence import Found
from assistant.metrics import normal
from assistant.writers import extractive
from ingest.errors import UserError
from prompts.load import fill

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

TIMEOUT_SECONDS = 30
MARKED = re.compile(r"([^\[\]]+?)((?:\s*\[\d+\])+)[。.！!]?", re.S)
FIGURE = re.compile(r"\d+(?:\.\d+)?%?")

log = logging.getLogger(__name__)


class ModelWriter:
    """Writes by any LangChain chat model, named `provider:model` (`openai:qwen-plus`, `ollama:qwen3`)."""

    def __init__(self, name: str) -> None:
        """Raises UserError where the provider's package is missing or the name is not understood."""
        self.name = name
        self._model = _load(name)

    def write(self, question: str, found: Sequence[Found]) -> list[tuple[Statement, Citation]]:
        """The model's sentences with their citations; none where it fails or gives none that can be believed."""
        citations = list(dict.fromkeys(citation for _, citation in extractive.write(found)))
        if not citations:
            return []
        prompt = fill("answer", items="\n\n".join(map(_fenced, citations)), question=question)
        try:
            reply = str(self._model.invoke(prompt).text)
        except Exception as error:  # noqa: BLE001 whatever a provider raises: the talk goes on without it
            log.warning("the chat model %s failed: %s", self.name, error)
            return []
        return _believed(reply, {citation.number: citation for citation in citations})


def _load(name: str) -> "BaseChatModel":
    from langchain.chat_models import init_chat_model

    try:
        model: BaseChatModel = init_chat_model(name, timeout=TIMEOUT_SECONDS, max_retries=1)
    except ImportError as error:
        raise UserError(
            f"EDUPLAN_CHAT_MODEL is {name!r}; install its package with: pip install 'eduplan[models]' ({error})"
        ) from None
    except Exception as error:  # noqa: BLE001 each provider raises its own for a missing key or unknown name
        reason = str(error).splitlines()[0]
        raise UserError(
            f"EDUPLAN_CHAT_MODEL is {name!r}, which cannot be used ({reason}); change or unset it."
        ) from None
    return model


def _fenced(citation: Citation) -> str:
    plan, item = citation.plan, citation.item
    head = f"[{citation.number}] 《{plan.title}》 {plan.year or ''} {item.ref}"
    return f"{head}\n<item>\n{item.text.replace('<', '＜')}\n</item>"


def _believed(reply: str, citations: dict[int, Citation]) -> list[tuple[Statement, Citation]]:
    """The sentences whose mark points at a citation that holds all their figures, renumbered in order."""
    kept: list[tuple[str, Citation]] = []
    for sentence, marks in MARKED.findall(reply):
        numbers = [int(number) for number in re.findall(r"\d+", marks)]
        holding = [citations[n] for n in numbers if n in citations and _holds_figures(citations[n], sentence)]
        if holding:
            kept.append((sentence.strip(" \n。"), holding[0]))
    order = {citation.number: place for place, citation in enumerate(dict.fromkeys(c for _, c in kept), 1)}
    return [
        (
            Statement(sentence, order[c.number], is_quote=False),
            Citation(order[c.number], c.plan, c.item, c.quote, c.score),
        )
        for sentence, c in kept
    ]


def _holds_figures(citation: Citation, sentence: str) -> bool:
    held = normal(f"{citation.plan.title}{citation.plan.year or ''}{citation.item.ref}{citation.item.text}")
    return all(figure in held for figure in FIGURE.findall(normal(sentence)))
