"""Questions and the passages that answer them: public sets from a folder, and our own topics kept out of training."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from vectorstore.topics import read_topics


@dataclass(frozen=True, slots=True)
class RetrievalSet:
    """Passages, and questions each with the numbers of the passages that answer it."""

    name: str
    passages: tuple[str, ...]
    questions: tuple[tuple[str, frozenset[int]], ...]


def read_sets(folder: Path) -> list[RetrievalSet]:
    """The sets whose files are in the folder, each a copy of its public repository, and our own."""
    return [*_public(folder), *_own()]


def _public(folder: Path) -> Iterator[RetrievalSet]:
    """XQuAD, CMRC 2018 and DRCD, all in SQuAD's form; their development sets, kept for measuring."""
    files = {
        name: next(folder.rglob(f"{name}.json"), None) for name in ("xquad.zh", "xquad.en", "cmrc2018_dev", "DRCD_dev")
    }
    for copy in folder.rglob("squad-style-data/cmrc2018_dev.json"):
        files["cmrc2018_dev"] = copy  # the repository holds the file in two forms
    wanted: tuple[tuple[str, str, str], ...] = (
        ("XQuAD zh→zh", "xquad.zh", "xquad.zh"),
        ("XQuAD en→zh", "xquad.en", "xquad.zh"),
        ("XQuAD en→en", "xquad.en", "xquad.en"),
        ("CMRC 2018 dev", "cmrc2018_dev", "cmrc2018_dev"),
        ("DRCD dev", "DRCD_dev", "DRCD_dev"),
    )
    for name, asked, answered in wanted:
        questions, passages = files[asked], files[answered]
        if questions and passages:
            yield RetrievalSet(name, _read(passages)[0], _read(questions)[1])


def _read(path: Path) -> tuple[tuple[str, ...], tuple[tuple[str, frozenset[int]], ...]]:
    """The paragraphs, each once, and the questions with their paragraph's number."""
    numbers: dict[str, int] = {}
    questions = []
    for article in json.loads(path.read_text(encoding="utf-8"))["data"]:
        for paragraph in article["paragraphs"]:
            number = numbers.setdefault(paragraph["context"], len(numbers))
            questions += [(row["question"], frozenset([number])) for row in paragraph["qas"]]
    return tuple(numbers), tuple(questions)


def _own() -> Iterator[RetrievalSet]:
    """The topics kept out of training: their everyday and English wordings, and what plans say of every topic."""
    topics = read_topics()
    passages = [(number, text) for number, topic in enumerate(topics) for text in topic.official]
    places = {
        number: frozenset(i for i, (one, _) in enumerate(passages) if one == number) for number in range(len(topics))
    }
    kinds: dict[str, Callable[[int], tuple[str, ...]]] = {
        "held-out topics, everyday": lambda number: topics[number].everyday,
        "held-out topics, English": lambda number: topics[number].english,
    }
    for name, said in kinds.items():
        asked = [(text, places[n]) for n, topic in enumerate(topics) if topic.is_held_out for text in said(n)]
        yield RetrievalSet(name, tuple(text for _, text in passages), tuple(asked))
