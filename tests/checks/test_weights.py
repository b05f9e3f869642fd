import json
from pathlib import Path

import pytest

from checks.source import PACKAGES, ROOT, read_modules
from checks.weights import pasted_weights
from tests.checks.conftest import plant


@pytest.mark.parametrize(
    ("code", "count"),
    [
        ('W = {"a": 0.1, "b": -0.2, "c": 1.5, "d": 0.25, "e": 0.3}', 5),
        ("W = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6)", 6),
        ("W: dict[str, Weights] = {'a': Weights(0.1, of={'b': 0.2, 'c': 0.3, 'd': 0.4, 'e': 0.5})}", 5),
        ("def f():\n    w = [0.1, 0.2, 0.3, 0.4, 0.5]", 5),
        ("UNITS = {'分钟': 1.0, '小时': 60.0, '天': 1440.0, '周': 10080.0, '年': 525600.0, '十': 1e1}", 0),
        ("SHARES = (0.1, 0.2, 0.3, 0.4)", 0),
        ("A = 0.1\nB = 0.2\nC = 0.3\nD = 0.4\nE = 0.5", 0),
    ],
)
def test_many_fractions_in_one_assignment_are_pasted_weights(tmp_path: Path, code: str, count: int) -> None:
    (tmp_path / "assistant").mkdir()
    plant(tmp_path, "assistant/weights.py", code)
    found = [fault.message for fault in pasted_weights(read_modules(tmp_path))]
    assert found == (
        [f"{count} numbers pasted into code; keep what was fitted in a JSON file beside it"] if count else []
    )


def test_no_weights_stand_in_the_program() -> None:
    assert [str(fault) for fault in pasted_weights(read_modules())] == []


def test_what_was_fitted_tells_its_fit_its_data_and_its_scores() -> None:
    files = [path for package in PACKAGES for path in (ROOT / package).rglob("*.json")]
    fits = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in files if "models" not in path.parts}
    fitted = {name: fit for name, fit in fits.items() if "weights" in fit}
    assert set(fitted) == {
        "of_papers.json",
        "of_evidence.json",
        "confidence.json",
        "confidence_read.json",
        "token_weights.json",
        "fusion.json",
    }
    for name, fit in fitted.items():
        assert fit["fitted_by"], name
        assert fit["data"], name
        assert fit["scores"], name
