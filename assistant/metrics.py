"""Whether an answer is right: its status, its citations, and what it shows."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assistant.answer import ANSWERED, Answer
from ingest.characters import fold
from ingest.numerals import CHINESE_NUMERAL, read_number

SHOWN_CHARACTERS = 600  # of the answer; what a reader sees without scrolling
QUOTED_CHARACTERS = 200  # of each quote
TOP, TOP_OF_COMPARISON = 3, 5  # citations among which gold must be


@dataclass(frozen=True, slots=True)
class Verdict:
    """How one answer was: each True or False; `first` whether the first citation is gold."""

    status: bool
    cited: bool
    shown: bool
    first: bool

    @property
    def right(self) -> bool:
        """Whether status, citations and what is shown are all right."""
        return self.status and self.cited and self.shown


def judge(row: Mapping[str, Any], answer: Answer) -> Verdict:
    """The verdict on the answer to a row of a question file; without gold the status alone counts."""
    gold = {(g["plan"], g["item"]) for g in row["gold"]}
    if not gold:
        refused = answer.status != ANSWERED
        return Verdict(refused, refused, refused, refused)
    cited = [(citation.plan.source, citation.item.ref) for citation in answer.citations]
    every = row["kind"] == "compare_across_plans"
    top = TOP_OF_COMPARISON if every else TOP
    hit = gold <= set(cited[:top]) if every else bool(gold & set(cited[:top]))
    seen = normal(
        answer.text[:SHOWN_CHARACTERS] + " ".join(c.quote[:QUOTED_CHARACTERS] for c in answer.citations[:top])
    )
    shown = all(normal(needed) in seen for needed in row["answer_contains"])
    return Verdict(answer.status == ANSWERED, hit, shown, cited[:1] != [] and cited[0] in gold)


def invented(answer: Answer) -> int:
    """How many citations quote what their item does not hold; must be 0."""
    return sum(not c.quote or normal(c.quote) not in normal(c.item.text) for c in answer.citations)


def normal(text: str) -> str:
    """Letters, digits and % alone, with scripts, widths and numerals folded: `第四批` is `第4批`."""
    folded = re.sub(
        CHINESE_NUMERAL + "+", lambda m: str(read_number(m[0]) if read_number(m[0]) is not None else m[0]), fold(text)
    )
    return "".join(c for c in folded if c.isalnum() or c == "%")


def share(verdicts: Sequence[Verdict], aspect: str) -> float:
    """The share of verdicts in which the aspect is true; 0 where there are none."""
    return sum(bool(getattr(verdict, aspect)) for verdict in verdicts) / len(verdicts) if verdicts else 0.0
