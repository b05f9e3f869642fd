from dataclasses import fields

import pytest

from assistant.claims import weights
from assistant.claims.signals import Signals
from assistant.fitted import Weights, probability

NAMES = {field.name for field in fields(Signals)}
OF_WORDS = {"near"}  # what a sentence in another language is told by
NOTHING = Signals(**dict.fromkeys(NAMES, 0.0))


def test_each_signal_is_weighed() -> None:
    assert {*weights.OF_PAPERS.of, *weights.OF_EVIDENCE.of} | OF_WORDS == NAMES


@pytest.mark.parametrize("fitted", [weights.OF_PAPERS, weights.OF_EVIDENCE])
def test_no_signal_of_support_speaks_against_a_sentence_nor_the_other_way_round(fitted: Weights) -> None:
    assert fitted.of
    assert {name for name, weight in fitted.of.items() if weight > 0} <= weights.SUPPORTING
    assert not {name for name, weight in fitted.of.items() if weight < 0} & weights.SUPPORTING


def test_probability_is_that_of_logistic_regression() -> None:
    fitted = Weights(0.5, {"order": 2.0, "gap": -1.0})
    assert probability(NOTHING, fitted) == pytest.approx(0.6224593312)
    signals = Signals(**{**dict.fromkeys(NAMES, 0.0), "order": 1.0, "gap": 0.5})
    assert probability(signals, fitted) == pytest.approx(0.8807970780)
