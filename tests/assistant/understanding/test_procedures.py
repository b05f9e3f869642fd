import pytest

from assistant.understanding.procedures import ASKED, TOLD, asks_procedure, tells_procedure, without_way
from ingest.language.patterns import Pattern


@pytest.mark.parametrize("pattern", [ASKED, TOLD], ids=lambda pattern: pattern.name)
def test_pattern_matches_what_it_says(pattern: Pattern) -> None:
    assert all(pattern.compiled.search(line) for line in pattern.matches)
    assert not any(pattern.compiled.search(line) for line in pattern.misses)


@pytest.mark.parametrize(
    ("question", "asks", "matter"),
    [
        ("怎么办理休学", True, "休学"),
        ("休学手续怎么办", True, "休学"),
        ("幼儿园报名要带什么", True, "幼儿园报名"),
        ("如何申请助学金", True, "助学金"),
        ("孩子放学没人接怎么办", False, "孩子放学没人接怎么办"),
        ("民办学校怎么管", False, "民办学校怎么管"),
    ],
)
def test_question_for_the_way_is_told_from_others(question: str, asks: bool, matter: str) -> None:
    assert asks_procedure(question) is asks
    assert without_way(question) == matter


def test_text_that_only_refuses_tells_no_way() -> None:
    assert tells_procedure("申请人应当提交户口簿和居住证。")
    assert not tells_procedure("学期中途原则上不办理休学。")
