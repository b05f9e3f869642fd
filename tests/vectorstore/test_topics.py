import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vectorstore.embedder import Embedder
from vectorstore.topics import Topics, official_vector, read_topics

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
