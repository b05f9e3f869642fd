"""Prompts are filled whole or not at all."""

import pytest

from prompts.load import fill


def test_prompt_holds_the_values_in_place_of_its_variables() -> None:
    filled = fill("answer", items="[1] 第一条", question="几点放学？")
    assert "[1] 第一条" in filled
    assert "几点放学？" in filled
    assert "{" not in filled


@pytest.mark.parametrize("values", [{"items": "x"}, {"items": "x", "question": "y", "tone": "z"}])
def test_prompt_refuses_a_missing_or_unknown_variable(values: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="prompt answer"):
        fill("answer", **values)


def test_braces_in_a_value_stay_as_they_are() -> None:
    assert "{items}" in fill("answer", items="x", question="{items}")
