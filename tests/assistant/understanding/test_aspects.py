import pytest

from assistant.understanding.aspects import ASPECTS, lacking_aspect


@pytest.mark.parametrize("aspect", ASPECTS, ids=lambda aspect: aspect.name)
def test_patterns_match_their_lines_and_no_others(aspect: object) -> None:
    for pattern in (aspect.asked, aspect.told):  # type: ignore[attr-defined]
        assert all(pattern.compiled.search(line) for line in pattern.matches)
        assert not any(pattern.compiled.search(line) for line in pattern.misses)


@pytest.mark.parametrize(
    ("question", "text", "lacking"),
    [
        ("课后服务怎么退费", "课后服务每生每学期收费四百元。", "refunds"),
        ("课后服务怎么退费", "课后服务未参加的按月退还。", ""),
        ("课后服务收费多少", "课后服务每生每学期收费四百元。", ""),
    ],
)
def test_an_aspect_that_the_text_does_not_speak_of_is_lacking(question: str, text: str, lacking: str) -> None:
    assert lacking_aspect(question, text) == lacking
