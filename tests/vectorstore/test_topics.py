import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vectorstore.embedder import Embedder
from vectorstore.topics import Topics, is_spoken, official_vector, read_topics, unit

OFFICIAL = {"校车": "加强校车安全管理。驾驶员每学期培训一次。", "食堂": "办好学校食堂。每周公布带量食谱。"}
ROWS = [
    {
        "topic": "校车",
        "everyday": ["孩子怎么坐车上学", "接送学生的车安不安全"],
        "english": ["Is there a school bus?"],
        "official": [OFFICIAL["校车"]],
    },
    {
        "topic": "食堂",
        "everyday": ["中午在学校吃什么", "饭菜干不干净"],
        "english": ["What is for lunch?"],
        "official": [OFFICIAL["食堂"]],
    },
]


@pytest.fixture(scope="module")
def shipped_topics() -> Topics:
    return Topics(read_topics(), Embedder())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in ROWS)
    (tmp_path / "topics.jsonl").write_text(lines, encoding="utf-8")
    return tmp_path


def test_topics_are_read_in_the_order_of_the_file(folder: Path) -> None:
    bus, meals = read_topics(folder)
    assert (bus.name, bus.everyday[0], bus.english) == ("校车", "孩子怎么坐车上学", ("Is there a school bus?",))
    assert (meals.name, meals.official) == ("食堂", (OFFICIAL["食堂"],))


@pytest.mark.parametrize(("question", "topic"), [("孩子怎么坐车上学", "校车"), ("饭菜干不干净", "食堂")])
def test_everyday_question_leads_to_the_official_words_of_its_topic(
    folder: Path, embedder: Embedder, question: str, topic: str
) -> None:
    topics = Topics(read_topics(folder), embedder)
    scores = topics.ask(question)
    best = topics.best(scores)
    assert best[0][0].name == topic
    assert best[0][1] > best[1][1]
    bearing = {name: topics.bearing(scores, text) for name, text in OFFICIAL.items()}
    assert max(bearing, key=lambda name: bearing[name]) == topic
    vector = official_vector(best, embedder)
    assert np.linalg.norm(vector) == pytest.approx(1, abs=1e-4)
    nearness = {name: vector @ embedder.embed_passages([text])[0] for name, text in OFFICIAL.items()}
    assert max(nearness, key=lambda name: nearness[name]) == topic


@pytest.mark.parametrize("question", ["", "？", "zzz"])
def test_question_that_speaks_of_nothing_has_finite_scores(folder: Path, embedder: Embedder, question: str) -> None:
    topics = Topics(read_topics(folder), embedder)
    scores = topics.ask(question)
    assert ((scores >= 0) & (scores <= 1)).all()
    assert np.isfinite(official_vector(topics.best(scores), embedder)).all()


@given(question=st.text(max_size=40), item=st.text(max_size=80))
def test_bearing_is_a_share(shipped_topics: Topics, question: str, item: str) -> None:
    topics = shipped_topics
    assert 0 <= topics.bearing(topics.ask(question), item) <= 1.0001


def test_shipped_topics_are_each_complete_and_a_tenth_is_held_out() -> None:
    topics = read_topics()
    assert len(topics) >= 200
    assert 0.05 < sum(topic.is_held_out for topic in topics) / len(topics) < 0.15
    assert sum(len(topic.everyday) + len(topic.english) for topic in topics) >= 6_000
    assert [topic.name for topic in topics if not (topic.everyday and topic.english and topic.official)] == []


def test_word_is_explained_by_the_item_whose_topic_people_use_it_for(folder: Path, embedder: Embedder) -> None:
    topics = Topics(read_topics(folder), embedder)
    of_bus, of_meals = (topics.explain(("坐车", "饭菜", "火箭"), text) for text in OFFICIAL.values())
    assert of_bus[0] > of_meals[0]
    assert of_meals[1] > of_bus[1]
    assert of_bus[2] == of_meals[2] == 0
    assert ((of_bus >= 0) & (of_bus <= 1)).all()


def test_word_of_one_topic_is_more_specific_than_a_word_of_many(shipped_topics: Topics) -> None:
    rare, common, unknown = shipped_topics.specific(("校车", "学校", "火箭发动机"))
    assert rare > common > unknown == 0
    assert shipped_topics.specific(()).shape == (0,)


@pytest.mark.parametrize(
    ("word", "is_said"), [("课后服务", True), ("校车", True), ("汀上红烛", False), ("天外飞仙", False)]
)
def test_word_that_no_topic_holds_names_something_of_its_own(word: str, *, is_said: bool) -> None:
    assert is_spoken(word) is is_said


def test_unit_vector_keeps_its_direction_and_nothing_stays_nothing() -> None:
    assert unit(np.array([3, 4], np.float32)) == pytest.approx([0.6, 0.8])
    assert unit(np.zeros(2, np.float32)) == pytest.approx([0, 0])
