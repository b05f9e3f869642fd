"""Whether an answer is right: its status, its citations, and what it shows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assistant.answer import ANSWERED, Answer
from assistant.render import to_markdown
from ingest.language.normal_form import normal_form

SHOWN_CHARACTERS = 600  # of the answer; what a reader sees without scrolling
QUOTED_CHARACTERS = 200  # of each quote
TOP, TOP_OF_COMPARISON = 3, 5  # citations among which gold must be
WHOLE = frozenset({"listing", "section", "item_range"})  # kinds that want every gold item, and little beside
LEAST_PRECISION = 0.75  # of the citations of such an answer
RECALL_AT = (1, 3, 5)


@dataclass(frozen=True, slots=True)
class Verdict:
    """How one answer was: each True or False; `first` whether the first citation is gold.

    Without gold `recall` (at 1, 3 and 5 citations) and `precision` (share of the citations that are gold) are None.
    """

    status: bool
    cited: bool
    shown: bool
    first: bool
    refused: bool = False
    recall: tuple[float, float, float] | None = None
    precision: float | None = None

    @property
    def right(self) -> bool:
        """Whether status, citations and what is shown are all right."""
        return self.status and self.cited and self.shown


def judge(row: Mapping[str, Any], answer: Answer) -> Verdict:
    """The verdict on the answer to a row of a question file; without gold the status alone counts."""
    gold = {(g["plan"], g["item"]) for g in row["gold"]}
    refused = answer.status != ANSWERED
    if not gold:
        return Verdict(refused, refused, refused, refused, refused)
    cited = [(citation.plan.source, citation.item.ref) for citation in answer.citations]
    seen = normal_form(
        to_markdown(answer)[:SHOWN_CHARACTERS]
        + " ".join(c.quote[:QUOTED_CHARACTERS] for c in answer.citations[: _top(row)])
    )
    at_one, at_three, at_five = (len(gold & set(cited[:count])) / len(gold) for count in RECALL_AT)
    return Verdict(
        status=not refused,
        cited=_is_cited(row, gold, cited),
        shown=all(normal_form(needed) in seen for needed in row["answer_contains"]),
        first=cited[:1] != [] and cited[0] in gold,
        refused=refused,
        recall=(at_one, at_three, at_five),
        precision=sum(one in gold for one in cited) / len(cited) if cited else None,
    )


def _top(row: Mapping[str, Any]) -> int | None:
    if row["kind"] in WHOLE:
        return None
    return TOP_OF_COMPARISON if row["kind"] == "compare_across_plans" else TOP


def _is_cited(row: Mapping[str, Any], gold: set[tuple[str, str]], cited: Sequence[tuple[str, str]]) -> bool:
    """Whether a gold item is among the first citations; where all are wanted, all, and of a listing few others."""
    first = set(cited[: _top(row)])
    if row["kind"] in WHOLE:
        return gold <= first and len(gold) >= LEAST_PRECISION * len(first)
    return gold <= first if row["kind"] == "compare_across_plans" else bool(gold & first)


def invented(answer: Answer) -> int:
    """How many citations quote what their item does not hold; must be 0."""
    return sum(not c.quote or normal_form(c.quote) not in normal_form(c.item.text) for c in answer.citations)


def share(verdicts: Sequence[Verdict], aspect: str) -> float:
    """The share of verdicts in which the aspect is true; 0 where there are none."""
    return sum(bool(getattr(verdict, aspect)) for verdict in verdicts) / len(verdicts) if verdicts else 0.0


def mean_recall(verdicts: Sequence[Verdict]) -> tuple[float, ...]:
    """The mean recall at 1, 3 and 5 citations, of the questions with gold; 0 where there are none."""
    rows = [verdict.recall for verdict in verdicts if verdict.recall]
    return tuple(sum(row[i] for row in rows) / len(rows) if rows else 0.0 for i in range(len(RECALL_AT)))


def mean_precision(verdicts: Sequence[Verdict]) -> float:
    """The mean share of an answer's citations that are gold, of the questions with gold that were answered."""
    values = [verdict.precision for verdict in verdicts if verdict.precision is not None]
    return sum(values) / len(values) if values else 0.0
