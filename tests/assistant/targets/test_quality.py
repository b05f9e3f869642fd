"""How many targets are found, and what is said of them, does not fall.

quality.json keeps what was reached, rounded down; benchmarks/targets.py prints it beside a baseline.
"""

import json
from pathlib import Path

import pytest

from benchmarks.targets import every_number, read_labels, score
from ingest.load import load_plans

LEAST = json.loads((Path(__file__).parent / "quality.json").read_text(encoding="utf-8"))
ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize("split", sorted(LEAST))
def test_targets_are_found_at_least_as_well_as_before(split: str) -> None:
    reached = score(split).shares
    assert {name: share for name, share in reached.items() if share < LEAST[split][name]} == {}


def test_finding_is_more_precise_than_taking_every_number() -> None:
    assert score("test").shares["precision"] > score("test", every_number).shares["precision"] + 0.15


@pytest.mark.parametrize("split", sorted(LEAST))
def test_labels_name_items_and_words_that_are_there(split: str) -> None:
    labelled = read_labels(split)
    assert labelled
    for name, labels in labelled.items():
        assert labels
        file = next(
            path
            for path in ROOT.glob(f"**/plans/{name}")
            if "benchmarks" in path.parts or path.parent == ROOT / "plans"
        )
        refs = {item.ref for plan in load_plans(file) for item in plan.items}
        assert set(labels) <= refs
