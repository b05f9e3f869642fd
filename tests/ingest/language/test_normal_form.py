import pytest

from ingest.language.normal_form import normal_form


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("第四批", "第4批"),
        ("二十八條", "28条"),
        ("８０％", "80%"),
        ("青嵐縣", "青岚县"),
        ("**300 元**", "300元"),
        ("“霁山杯”", "霁山杯"),
    ],
)
def test_ways_of_writing_the_same_are_equal(text: str, other: str) -> None:
    assert normal_form(text) == normal_form(other)


@pytest.mark.parametrize(("text", "other"), [("80%", "80"), ("第四批", "第五批"), ("300元", "3000元")])
def test_different_figures_are_not_equal(text: str, other: str) -> None:
    assert normal_form(text) != normal_form(other)
