"""Weights that were fitted to data: each in a JSON file, with the fit, the data and the scores beside them."""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Weights:
    """What each signal adds to the log odds of a yes; signals that are not named add nothing."""

    intercept: float
    of: Mapping[str, float]


def read_weights(path: Path) -> Weights:
    """The weights of a file: `{"intercept": -0.1, "weights": {"order": 1.6}, "data": ...}`."""
    fit = json.loads(path.read_text(encoding="utf-8"))
    return Weights(fit["intercept"], fit["weights"])


def probability(signals: object, weights: Weights) -> float:
    """How likely a yes is where these are the signals, 0 to 1: logistic regression."""
    raised = weights.intercept + sum(weight * getattr(signals, name) for name, weight in weights.of.items())
    return 1 / (1 + math.exp(-raised))
