"""Public sets under free licences that the reader learns from: copies of the named repositories, in one folder.

In reading sets of SQuAD's form a window of a paragraph answers where the answer stands in it, and its sentence bears on
the question; another window of the same paragraph is on the matter and does not answer.
"""

import csv
import io
import json
import random
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ingest.language.sentences import cut_sentences
from vectorstore.training.overlap import Reserved
from vectorstore.training.reader.examples import UNKNOWN, Example, Support
from vectorstore.training.sources import Source, locate

CMRC = Source("ymcui/cmrc2018", "CMRC 2018 development set", "CC BY-SA 4.0")
CMRC_TRAIN = Source("ymcui/expmrc", "CMRC 2018 training set", "CC BY-SA 4.0")
DRCD = Source("DRCKnowledgeTeam/DRCD", "DRCD development set, in Traditional characters", "CC BY-SA 3.0")
ROBUST = Source("JeremySun1224/DuReader-MRC", "DuReader-robust development set, typed queries", "Apache 2.0")
SQUAD = Source("chrischute/squad", "SQuAD 2.0 development set; half of its questions have no answer", "CC BY-SA 4.0")
EVASIVE = Source("bethxx99/FinTruthQA", "companies' replies that answer or do not", "Apache 2.0")
FOOLED = Source("google-research/fool-me-twice", "claims borne out or refuted by articles", "Apache 2.0")
SYMMETRIC = Source("TalSchuster/FeverSymmetric", "claims with evidence for and against", "MIT")
SOURCES = (CMRC, CMRC_TRAIN, DRCD, ROBUST, SQUAD, EVASIVE, FOOLED, SYMMETRIC)

READING = (
    (CMRC_TRAIN, "pseudo_training_data/train-pseudo-cmrc2018.zip"),
    (CMRC, "squad-style-data/cmrc2018_dev.json"),
    (DRCD, "DRCD_dev.json"),
    (ROBUST, "data/dev-v1.1.json"),
    (SQUAD, "data/dev-v2.0.json"),
)
WINDOW = (1, 2, 3, 4, 6)  # sentences
LONGEST_REPLY = 400
ENGLISH_STOP = re.compile(r"(?<=[.!?])\s+(?=[A-Z\d])")


@dataclass(frozen=True, slots=True)
class _Asked:
    question: str
    sentences: tuple[str, ...]  # of the paragraph
    answer: str  # empty where the paragraph holds none
    holding: frozenset[int]  # the sentences in which the answer stands


def read_answers(folder: Path, reserved: Reserved, *, seed: int) -> Iterator[Example]:
    """Questions with a window that answers them, where there is one, and one that does not."""
    choose = random.Random(seed)
    for source, path in READING:
        for asked in _read_squad(locate(folder, source) / path):
            if not reserved.holds(asked.question, "".join(asked.sentences)):
                yield from _windows(asked, source.repository, choose)
    yield from _read_replies(locate(folder, EVASIVE) / "dataset/FinTruthQA.csv")


def read_statements(folder: Path) -> Iterator[Example]:
    """Statements and the texts that bear them out or say otherwise."""
    for part in ("dev", "test"):
        for row in _json_lines(locate(folder, FOOLED) / f"dataset/{part}.jsonl"):
            evidence = " ".join(piece["text"] for piece in row["gold_evidence"])
            yield _statement(row["text"], evidence, row["label"], FOOLED)
        for row in _json_lines(locate(folder, SYMMETRIC) / f"symmetric_v0.2/fever_symmetric_{part}.jsonl"):
            yield _statement(row["sentence2"], row["sentence1"], row["gold_label"], SYMMETRIC)


def _statement(claim: str, text: str, label: str, source: Source) -> Example:
    support = Support.BORNE_OUT if label == "SUPPORTS" else Support.CONTRADICTED
    return Example(claim, tuple(_cut(text)), source.repository, support=support)


def _read_squad(path: Path) -> Iterator[_Asked]:
    for article in _load(path)["data"]:
        for paragraph in article["paragraphs"]:
            sentences = tuple(_cut(paragraph["context"]))
            for row in paragraph["qas"]:
                answer = row["answers"][0]["text"] if row["answers"] else ""
                holding = frozenset(i for i, sentence in enumerate(sentences) if answer and answer in sentence)
                if holding or not answer:
                    yield _Asked(row["question"], sentences, answer, holding)


def _windows(asked: _Asked, source: str, choose: random.Random) -> Iterator[Example]:
    count, size = len(asked.sentences), choose.choice(WINDOW)
    others = [i for i in range(count) if not asked.holding & set(range(i, min(i + size, count)))]
    if asked.holding:
        first = max(0, min(asked.holding) - choose.randrange(size))
        yield _window(asked, range(first, min(max(first + size, min(asked.holding) + 1), count)), source)
    if others:
        first = choose.choice(others)
        yield _window(asked, range(first, min(first + size, count)), source)


def _window(asked: _Asked, places: range, source: str) -> Example:
    bearing = tuple(int(i in asked.holding) for i in places)
    return Example(asked.question, tuple(asked.sentences[i] for i in places), source, int(any(bearing)), bearing)


def _read_replies(path: Path) -> Iterator[Example]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            if row["IS_QUESTION"] == "Positive" and row["ANS_RELEVANCE"] in ("1", "3"):  # 2: in part
                sentences = tuple(cut_sentences(row["ANS"][:LONGEST_REPLY]))
                bearing = (UNKNOWN,) * len(sentences)
                yield Example(row["QUES"], sentences, EVASIVE.repository, int(row["ANS_RELEVANCE"] == "3"), bearing)


def _cut(text: str) -> list[str]:
    return [part for sentence in cut_sentences(text) for part in ENGLISH_STOP.split(sentence)]


def _load(path: Path) -> Any:
    if path.suffix == ".zip":
        with zipfile.ZipFile(path) as archive:
            name = next(n for n in archive.namelist() if n.endswith(".json") and not n.startswith("__"))
            return json.load(io.TextIOWrapper(archive.open(name), encoding="utf-8"))
    return json.loads(path.read_text(encoding="utf-8"))


def _json_lines(path: Path) -> Iterator[Any]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)
