import json
from pathlib import Path

import numpy as np
import pytest

from vectorstore.embedder import Embedder
from vectorstore.topics import Topics, read_topics

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
    wording = Topics(read_topics(folder), embedder).official(embedder.embed_queries([question])[0])
    assert wording.topics[0][0] == topic
    assert np.linalg.norm(wording.vector) == pytest.approx(1, abs=1e-4)
    nearness = {name: wording.vector @ embedder.embed_passages([text])[0] for name, text in OFFICIAL.items()}
    assert max(nearness, key=lambda name: nearness[name]) == topic


def test_question_without_words_has_no_official_ones(folder: Path, embedder: Embedder) -> None:
    wording = Topics(read_topics(folder), embedder).official(embedder.embed_queries(["？"])[0])
    assert np.isfinite(wording.vector).all()


def test_shipped_topics_are_each_complete_and_a_tenth_is_held_out() -> None:
    topics = read_topics()
    assert len(topics) >= 200
    assert 0.05 < sum(topic.is_held_out for topic in topics) / len(topics) < 0.15
    assert sum(len(topic.everyday) + len(topic.english) for topic in topics) >= 6_000
    assert [topic.name for topic in topics if not (topic.everyday and topic.english and topic.official)] == []
