"""Questions in pinyin, and English ones, which are none."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.understanding.pinyin import PinyinReading, read_pinyin
from assistant.understanding.spellings import SpellingsOfPlans
from vectorstore.store import Store

QUESTIONS = Path(__file__).parents[3] / "benchmarks" / "questions"
Read = Callable[[str], PinyinReading | None]


@pytest.fixture(scope="module")
def read(sample_store: Store) -> Read:
    spellings = SpellingsOfPlans()
    plans, items_of = sample_store.plans, sample_store.items.items_of
    return lambda question: read_pinyin(question, plans, lambda: spellings.of(plans, items_of))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("wangting youeryuan", "望汀 幼儿园"),
        ("wangtingqu kehoufuwu", "望汀区 课后服务"),
        ("wangting qu ke hou fu wu", "望汀区 课后服务"),
        ("Qichuan you duoshao suo youeryuan", "栖川有多少所幼儿园"),
        ("望汀区 kehoufuwu", "望汀区 课后服务"),
        ("望汀区2025年 jiaoshi peixun", "望汀区2025年 教师培训"),
        ("wangting 2025 nian jiaoshi peixun", "望汀 2025 年教师培训"),
        ("kehoufuwu zenme shoufei", "课后服务怎么收费"),
        ("yòu'éryuán", "幼儿园"),
        ("suiqian zinv ruxue", "随迁子女入学"),
        ("xiaoyuan qiling shui fuze", "校园欺凌谁负责"),
        ("jinshilv", "近视率"),
        ("shide shifeng", "师德师风"),
        ("xuexiao shitang", "学校食堂"),
    ],
)
def test_pinyin_of_words_that_plans_hold_is_read(read: Read, typed: str, meant: str) -> None:
    reading = read(typed)
    assert reading
    assert [text.replace(" ", "") for text in reading.readings] == [meant.replace(" ", "")]
    assert reading.is_sure


@pytest.mark.parametrize(("typed", "readings"), [("jiaoshi", {"教师", "教室"}), ("xiaoche", {"校车", "小车"})])
def test_several_readings_are_left_to_choose_from(read: Read, typed: str, readings: set[str]) -> None:
    reading = read(typed)
    assert reading
    assert set(reading.readings) == readings
    assert not reading.is_sure


@pytest.mark.parametrize("typed", ["zhanguolingmei dehe", "wangting zhenguizhepin"])
def test_pinyin_of_other_words_is_told_to_be_unread(read: Read, typed: str) -> None:
    assert read(typed) == PinyinReading(())


@pytest.mark.parametrize(
    "question",
    [
        "wangting",
        "Wangting 2024",
        "Can Wangting",
        "women",
        "double reduction",
        "school bus",
        "AI课程怎么开",
        "dingding打卡怎么管",
        "校园wifi",
        "课后服务怎么收费",
        "qwerty",
        "a" * 500,
        "",
    ],
)
def test_other_questions_are_no_pinyin(read: Read, question: str) -> None:
    assert read(question) is None


def test_english_question_is_never_taken_for_pinyin(read: Read) -> None:
    rows = [json.loads(line) for line in (QUESTIONS / "development.jsonl").read_text("utf-8").splitlines()]
    latin = [row["question"] for row in rows if sum(c.isascii() and c.isalpha() for c in row["question"]) > 3]
    assert len(latin) > 50
    assert [question for question in latin if read(question)] == []
