"""A file of questions answered line by line; one that cannot be answered gets its reason, and the others are answered."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from assistant.answer import Answer
from assistant.ask import Assistant
from assistant.explain import Explanation
from assistant.json_lines import BadLine, Row
from assistant.question import Question, Scope
from ingest.errors import UserError

Answered = tuple[Any, Answer, Explanation]  # a line's id, its answer, and why it is what it is


def answer_lines(assistant: Assistant, lines: Iterable[Row | BadLine], scope: Scope) -> Iterator[Answered | BadLine]:
    """What comes of each line, in order; a line without a plan of its own is asked of the scope."""
    for line in lines:
        yield line if isinstance(line, BadLine) else _answer(assistant, line, scope)


def question_of(fields: Mapping[str, Any], scope: Scope) -> Question:
    """The question of a line, with its talk and its plan."""
    plans = (fields["plan"],) if fields.get("plan") else scope.plans
    return Question(fields["question"], tuple(fields.get("history") or ()), Scope(plans, scope.regions, scope.years))


def _answer(assistant: Assistant, line: Row, scope: Scope) -> Answered | BadLine:
    number = line.fields.get("id")
    try:
        return number, *assistant.explained(question_of(line.fields, scope))
    except UserError as error:
        return BadLine(line.number, number, str(error))
