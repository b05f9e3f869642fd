import pytest

from assistant.understanding.asks import things_apart


@pytest.mark.parametrize(
    ("question", "things"),
    [
        ("毛入学率和本科率分别定多少", ("毛入学率", "本科率")),
        ("考点、考场各建多少个", ("考点", "考场")),
        ("一键报警、视频监控以及保安各有什么要求", ("一键报警", "视频监控", "保安")),
        ("校车分别停在哪里", ()),
        ("教师和学生的比例是多少", ()),
        ("各学校的学费", ()),
    ],
)
def test_things_that_are_asked_of_one_by_one(question: str, things: tuple[str, ...]) -> None:
    assert things_apart(question) == things
