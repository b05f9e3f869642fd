"""Topics across plans as a table: a row a plan, a column a topic, in each cell what the plan says, quoted and cited."""

import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from assistant.answer import Citation, Statement
from assistant.ask import Assistant
from assistant.intents import Form, Intent, Mention
from assistant.question import NO_SCOPE, Question, Scope
from assistant.understanding.intend import MOST_COMPARED
from assistant.understanding.scope import choose
from assistant.understanding.understand import check_text, understand
from assistant.weighing.evidence import Found
from assistant.weighing.gather import gather
from assistant.writers import extractive
from assistant.writers.draft import verified
from ingest.errors import UserError
from ingest.plan import Identity
from vectorstore.search import Search
from vectorstore.stored_plan import StoredPlan

MOST_TOPICS = 6  # columns that a page can show
LONGEST_TOPIC = 200  # characters
SEPARATOR = re.compile(r"[；;\n]+")


@dataclass(frozen=True, slots=True)
class Cell:
    """What a plan says of a topic: sentences of it, and their citations; empty where it says nothing."""

    statements: tuple[Statement, ...] = ()
    citations: tuple[Citation, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether the plan says nothing of the topic."""
        return not self.statements


@dataclass(frozen=True, slots=True)
class Row:
    """A plan and its cells, one a topic."""

    plan: Identity
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """The topics that were asked and a row a plan, the newest first; citations are numbered through the table from 1."""

    topics: tuple[str, ...]
    rows: tuple[Row, ...]

    @property
    def citations(self) -> tuple[Citation, ...]:
        """All citations in the order of their numbers."""
        return tuple(citation for row in self.rows for cell in row.cells for citation in cell.citations)

    def to_json(self) -> dict[str, Any]:
        """The table as an object: topics, and of each plan a list of cells, each a list of citations."""
        rows = [
            {
                "plan": asdict(row.plan),
                "cells": [[asdict(one) | {"item": one.item.to_json()} for one in cell.citations] for cell in row.cells],
            }
            for row in self.rows
        ]
        return {"topics": list(self.topics), "rows": rows}


def compare_stored(topics: str, assistant: Assistant, scope: Scope = NO_SCOPE) -> Comparison:
    """What each plan of the scope says of each topic, as the store holds them now. Raises UserError as `compare` does."""
    assistant.store.refresh()
    return compare(topics, choose(scope, assistant.store.plans), assistant.search)


def compare(topics: str, plans: Sequence[StoredPlan], search: Search) -> Comparison:
    """What each plan says of each topic; several topics stand on lines of their own or between semicolons.

    Whether an item answers is judged as it is for a question. Raises UserError where there is no topic, or too many of
    them, or too many plans.
    """
    asked = split_topics(topics)
    if not plans or len(plans) > MOST_COMPARED:
        raise UserError(f"Choose between 1 and {MOST_COMPARED} plans to compare; {len(plans)} are chosen.")
    newest_first = sorted(plans, key=lambda plan: (-(plan.identity.year or 0), plan.identity.title))
    rows, count = [], 0
    for plan in newest_first:
        cells = []
        for topic in asked:
            cells.append(_cell(topic, plan, search, count))
            count += len(cells[-1].citations)
        rows.append(Row(plan.identity, tuple(cells)))
    return Comparison(asked, tuple(rows))


def split_topics(text: str) -> tuple[str, ...]:
    """The topics that a person typed, each once. Raises UserError where there is none, or too many."""
    parts = (part.strip() for part in SEPARATOR.split(text))
    topics = tuple(dict.fromkeys(part for part in parts if part))
    if not topics:
        raise UserError("Type what to compare, for example: 课后服务收费；校车")
    if len(topics) > MOST_TOPICS:
        raise UserError(f"There are {len(topics)} topics; compare at most {MOST_TOPICS} at a time.")
    return tuple(check_text(topic, longest=LONGEST_TOPIC) for topic in topics)


def _cell(topic: str, plan: StoredPlan, search: Search, count: int) -> Cell:
    """What the plan says of the topic, its citations numbered after the `count` before."""
    understood = understand(Question(topic, scope=Scope(plans=(plan.id,))), search.store.plans)
    found = [_surely(gather(_of_topic(intent), search)) for intent in understood.intents]
    draft = verified(extractive.write(found), [plan.identity])
    statements = tuple(replace(statement, citation=count + statement.citation) for statement in draft.statements)
    return Cell(statements, tuple(replace(one, number=count + one.number) for one in draft.citations))


def _of_topic(intent: Intent) -> Intent:
    """A topic asks what the plan says of it, if it speaks of it, unless it asks for a figure or the like."""
    return intent if intent.ask.wants else Mention(replace(intent.ask, form=Form.CONTENT))


def _surely(found: Found) -> Found:
    """Found with what holds the topic's words or surely answers.

    An answer may offer what most likely bears on a question and say so; a cell of a table has no room for that. Of 98
    cells of the development topics 93 were right so, 75 with all that `gather` finds (benchmarks/comparison.py).
    """
    sure = [judgement.support.hit for judgement in found.judged if judgement.is_sure]
    kept = (one for one in found.evidence if not found.judged or one.hit in sure)
    return replace(found, evidence=tuple(kept))
