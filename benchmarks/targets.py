"""How many targets are found, how many of those found are targets, and how often what and by when are told rightly.

`python -m benchmarks.targets` prints it for the development and the test plans, beside what every number with a unit
gives. Every target of the plans was labelled by hand in questions/targets.jsonl. A target is a figure that the plan will
reach, do, spend or require, the number of those that a measure is for included; the state of things, what was done
before, a starting point (由5项精简为3项), a condition (35周岁以下的), a date, a time of day, a name and the members of a
list that are counted (三个重点领域) are none. It is found when amount, unit and item are right; `what` is right when it
holds one of the labelled words, `by when` when it is one of the labelled dates or, as labelled, none.

What is wrong was looked at in the development plans alone. The two unseen plans, songtan and heyue in benchmarks/plans,
were written and labelled before anything was run on them; they are short and set traps.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.targets.amounts import find_amounts
from assistant.targets.find import find_targets
from ingest.language.folding import fold
from ingest.language.sentences import cut_entries
from ingest.load import load_plans
from ingest.plan import Identity, Item

HERE = Path(__file__).parent
LABELS = HERE / "questions" / "targets.jsonl"
SPLITS = ("development", "test", "unseen")
FOLDERS = (HERE.parent / "plans", HERE / "plans")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that was found or labelled; of a label `what` and `by_when` list what is right."""

    amount: tuple[float | None, float | None, float | None]
    unit: str
    what: tuple[str, ...]
    by_when: tuple[str, ...]
    words: str = ""


@dataclass(frozen=True, slots=True)
class Scores:
    """Counts over a set of plans: labelled, found, right; of the right ones those whose what and by when are right."""

    labelled: int
    found: int
    right: int
    what: int
    by_when: int

    @property
    def shares(self) -> dict[str, float]:
        """Precision, recall and the accuracies, each 0 to 1."""
        return {
            "precision": self.right / max(1, self.found),
            "recall": self.right / max(1, self.labelled),
            "what": self.what / max(1, self.right),
            "by_when": self.by_when / max(1, self.right),
        }


Finder = Callable[[Item, Identity], Iterator[Figure]]
Report = Callable[[str, Item, str, Figure], None]


def extracted(item: Item, plan: Identity) -> Iterator[Figure]:
    """What the extraction finds."""
    for one in find_targets(item, plan):
        when = (one.by_when,) if one.by_when else ()
        yield Figure((one.value, one.low, one.high), one.unit, (one.what,), when, one.words)


def every_number(item: Item, plan: Identity) -> Iterator[Figure]:
    """The baseline: every number with a unit, of the twelve characters before it, by no date."""
    for sentence in map(fold, cut_entries(item.text)):
        for one in find_amounts(sentence):
            before = sentence[max(0, one.start - 12) : one.start]
            yield Figure((one.value, one.low, one.high), one.unit, (before,), (), sentence[one.start : one.end])


def read_labels(split: str) -> dict[str, dict[str, list[Figure]]]:
    """The labels of the split's plans: by plan, by item."""
    labels: dict[str, dict[str, list[Figure]]] = defaultdict(lambda: defaultdict(list))
    for line in LABELS.read_text(encoding="utf-8").splitlines():
        row: dict[str, Any] = json.loads(line)
        if row["split"] == split:
            amount = (row["value"], row["low"], row["high"])
            figure = Figure(amount, row["unit"], tuple(row["what"]), tuple(row["by_when"]))
            labels[row["plan"]][row["item"]].append(figure)
    return labels


def score(split: str, find: Finder = extracted, report: Report | None = None) -> Scores:
    """The scores of a way to find targets; what is missed or wrong goes to `report`."""
    total = [0, 0, 0, 0, 0]
    for name, labels in read_labels(split).items():
        for plan in load_plans(next(folder / name for folder in FOLDERS if (folder / name).exists())):
            for item in plan.items:
                counts = _score_item(name, item, labels.get(item.ref, []), list(find(item, plan.identity)), report)
                total = [a + b for a, b in zip(total, counts, strict=True)]
    return Scores(*total)


def _score_item(
    name: str, item: Item, labels: list[Figure], found: list[Figure], report: Report | None
) -> tuple[int, int, int, int, int]:
    tell: Report = report or (lambda *_: None)
    rest, right, what, by_when = list(labels), 0, 0, 0
    for figure in found:
        alike = [label for label in rest if (label.amount, label.unit) == (figure.amount, figure.unit)]
        if not alike:
            tell(name, item, "none", figure)
            continue
        label = next((label for label in alike if _names(label, figure)), alike[0])
        rest.remove(label)
        right += 1
        what += _names(label, figure)
        by_when += _times(label, figure)
        if not _names(label, figure):
            tell(name, item, f"what, not {'/'.join(label.what)}", figure)
        if not _times(label, figure):
            tell(name, item, f"by when, not {'/'.join(label.by_when)}", figure)
    for label in rest:
        tell(name, item, "missed", label)
    return len(labels), len(found), right, what, by_when


def _names(label: Figure, figure: Figure) -> bool:
    return any(fold(word) in fold(figure.what[0]) for word in label.what)


def _times(label: Figure, figure: Figure) -> bool:
    if not (label.by_when and figure.by_when):
        return not label.by_when and not figure.by_when
    said = fold(figure.by_when[0])
    return any(fold(when) in said or said in fold(when) for when in label.by_when)


def main() -> None:
    print(f"{'':28s}precision  recall    what   by when")
    for split in SPLITS:
        for name, find in (("targets", extracted), ("every number", every_number)):
            scores = score(split, find)
            row = "  ".join(f"{share:7.3f}" for share in scores.shares.values())
            print(f"{split:12s} {name:14s} {row}   ({scores.labelled} labelled, {scores.found} found)")


if __name__ == "__main__":
    main()
