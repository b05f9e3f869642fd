"""Prompts are there in both languages, and are filled whole or not at all."""

import string

import pytest

from prompts.load import FOLDER, fill

NAMES = sorted({path.name.split(".")[0] for path in FOLDER.glob("*.txt")})


def variables(name: str, language: str) -> set[str]:
    text = (FOLDER / f"{name}.{language}.txt").read_text(encoding="utf-8")
    return {field for _, field, _, _ in string.Formatter().parse(text) if field}


def test_each_prompt_is_there_in_both_languages_with_the_same_variables() -> None:
    assert NAMES == ["answer", "compare", "condense", "mend", "rules"]
    for name in NAMES:
        assert variables(name, "en") == variables(name, "zh") != set()


@pytest.mark.parametrize("english", [True, False])
def test_prompt_holds_the_values_in_place_of_its_variables(english: bool) -> None:
    filled = fill("condense", english=english, history="校车有几辆？", question="几点放学？")
    assert "校车有几辆？" in filled
    assert "<question>几点放学？</question>" in filled
    assert "{" not in filled


@pytest.mark.parametrize("values", [{"history": "x"}, {"history": "x", "question": "y", "tone": "z"}])
def test_prompt_refuses_a_missing_or_unknown_variable(values: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="prompt condense"):
        fill("condense", english=False, **values)


def test_braces_in_a_value_stay_as_they_are() -> None:
    assert "{items}" in fill("condense", english=False, history="x", question="{items}")
