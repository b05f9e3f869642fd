"""An answer as the object that `ask --json` prints."""

from dataclasses import asdict
from typing import Any

from assistant.answer import Answer
from assistant.render.markdown import to_markdown


def to_json(answer: Answer) -> dict[str, Any]:
    """The object, without the id; what says nothing is left out where the contract allows it."""
    return {
        "question": answer.question,
        "status": answer.status,
        "answer": to_markdown(answer),
        "citations": [asdict(one) | {"item": one.item.to_json()} for one in answer.citations],
        "nearest": [asdict(one) | {"item": one.item.to_json()} for one in answer.nearest],
        "scope": {
            "plans": [plan.title for plan in answer.scope],
            "regions": sorted({plan.region for plan in answer.scope if plan.region}),
            "years": sorted({plan.year for plan in answer.scope if plan.year}),
        },
        "writer": answer.writer,
        "timings_ms": answer.timings_ms,
        **({"understood": answer.reading} if answer.reading else {}),
        **({"missing": list(answer.missing)} if answer.missing else {}),
        **({"choices": list(answer.choices)} if answer.choices else {}),
        **({"offers": list(answer.offers)} if answer.offers else {}),
        **({"notice": answer.notice} if answer.notice else {}),
        **({"usage": answer.usage.to_json()} if answer.usage else {}),
    }
