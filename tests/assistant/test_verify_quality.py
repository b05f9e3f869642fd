"""The share of altered sentences that the verifier catches does not fall, nor do its false alarms rise.

verifier_quality.json keeps what was reached, less one sentence in a hundred, which another processor may judge otherwise.
"""

import json
from pathlib import Path

import pytest

from assistant.verify import check
from benchmarks.verifier import rates, read_cases

REACHED = json.loads((Path(__file__).parent / "verifier_quality.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("split", sorted(REACHED))
def test_altered_sentences_are_caught_and_honest_ones_spared_as_before(split: str) -> None:
    cases = read_cases(split)
    caught, alarms = rates(cases, [check(case.sentence, case.quotes).supported for case in cases])
    assert caught >= REACHED[split]["caught"]
    assert alarms <= REACHED[split]["false_alarms"]
