"""The files of fitted weights, as `--fit` writes them: the weights, and how they came to be."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from assistant.fitted import Weights


def write_weights(path: Path, weights: Weights, *, fitted_by: str, data: str, scores: Mapping[str, Any]) -> None:
    """Write weights with the command that fitted them, what they were fitted to, and how well they do."""
    write_fit(
        path,
        {"intercept": weights.intercept, "weights": dict(weights.of)},
        fitted_by=fitted_by,
        data=data,
        scores=scores,
    )


def write_fit(path: Path, fitted: Mapping[str, Any], *, fitted_by: str, data: str, scores: Mapping[str, Any]) -> None:
    """Write whatever was fitted, in the same way."""
    told = {"fitted_by": fitted_by, "data": data, "scores": scores, **fitted}
    path.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(f"wrote {path}")
