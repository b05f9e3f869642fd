import pytest

from assistant.answer import NOT_FOUND
from assistant.ask import Assistant
from assistant.evaluation.evaluate import read_questions
from assistant.question import Question
from assistant.render import to_markdown
from assistant.understanding.small_talk import SmallTalk, find_small_talk
from benchmarks.sample_store import QUESTIONS
from vectorstore.store import Store


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("你好", SmallTalk.GREETING),
        ("您好！", SmallTalk.GREETING),
        ("Hello", SmallTalk.GREETING),
        ("在吗？", SmallTalk.GREETING),
        ("谢谢", SmallTalk.THANKS),
        ("好的，谢谢您啦~", SmallTalk.THANKS),
        ("謝謝你", SmallTalk.THANKS),
        ("Thank you very much!", SmallTalk.THANKS),
        ("明白了", SmallTalk.THANKS),
        ("拜拜", SmallTalk.FAREWELL),
        ("你是谁呀", SmallTalk.ABOUT),
        ("你能做什么？", SmallTalk.ABOUT),
        ("你是真人还是机器人", SmallTalk.ABOUT),
        ("What can you do?", SmallTalk.ABOUT),
        ("怎么用", SmallTalk.ABOUT),
        ("今天天气怎么样", SmallTalk.PASTIME),
        ("明天会下雨吗", SmallTalk.PASTIME),
        ("給我講個笑話吧", SmallTalk.PASTIME),
        ("帮我写一首诗", SmallTalk.PASTIME),
        ("Tell me a joke", SmallTalk.PASTIME),
    ],
)
def test_small_talk_is_told(text: str, kind: SmallTalk) -> None:
    assert find_small_talk(text) is kind


@pytest.mark.parametrize(
    "text",
    [
        "你好，课后服务怎么收费",
        "谢谢，那2025年呢",
        "早餐谁负责",
        "校车怎么用",
        "你们区几月报名",
        "help with fees",
        "好老师怎么评",
        "哦，多少钱",
        "下雨天校车停不停",
        "天气不好停课吗",
        "给学生讲故事的活动有哪些",
        "推荐几本书给学生",
    ],
)
def test_question_is_no_small_talk(text: str) -> None:
    assert find_small_talk(text) is None


@pytest.mark.parametrize("name", ["development", "test"])
def test_no_question_to_the_plans_is_taken_for_small_talk(name: str) -> None:
    asked = [row["question"] for row in read_questions(QUESTIONS / f"{name}.jsonl") if row["gold"]]
    assert len(asked) > 100
    assert [question for question in asked if find_small_talk(question)] == []


@pytest.mark.parametrize(
    ("text", "said"),
    [("你好", "请直接写下想问的事"), ("謝謝", "不客氣"), ("Who are you?", "I look things up"), ("再见", "再见")],
)
def test_small_talk_is_answered_in_kind_and_cites_nothing(sample_store: Store, text: str, said: str) -> None:
    answer = Assistant(sample_store).invoke(Question(text, ("望汀区2024年课后服务收费多少",)))
    assert said in to_markdown(answer)
    assert answer.status == NOT_FOUND
    assert answer.nearest == ()
    assert answer.reading == ""


def test_talk_goes_on_after_small_talk(sample_store: Store) -> None:
    answer = Assistant(sample_store).invoke(Question("那2025年呢", ("望汀区2024年课后服务收费多少", "好的，谢谢")))
    assert "320元" in to_markdown(answer)
