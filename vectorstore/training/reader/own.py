"""Our own questions and statements over the official passages of the topics: written for the reader, line by line.

    # 校内兴趣社团收费
    everyday	1	-	外头公司来教足球，一节课最多能收多少钱
    everyday	-	refund	吹了两次号不想学了，剩下的学费退给我吗	中途退出的，按未上课时比例退还剩余费用。

A line of questions/*.tsv: who asks, which of the topic's five passages answer (or none), what is then missing, the
question, and a sentence that would answer it. A line of statements/*.tsv: the passage, how the statement was made of
it, the statement.
"""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ingest.language.sentences import cut_sentences
from vectorstore.topics import FOLDER as TOPICS
from vectorstore.topics import Topic, read_file
from vectorstore.training.reader.examples import UNKNOWN, Example, Support

FOLDER = Path(__file__).parent
LEAD = 16  # letters: a first sentence this short is a passage's heading, and says nothing by itself
SOURCE = "own"
FAR = 0.15  # of the questions are also asked of a passage of another topic
PLAIN, UNSAID = "plain", "unsaid"


@dataclass(frozen=True, slots=True)
class Question:
    """A question of a topic (its file and name), the places of the passages that answer it, and what they lack where none does."""

    topic: str
    voice: str
    answered_by: tuple[int, ...]
    missing: str | None
    text: str
    completion: str = ""  # a sentence that would answer it, where no passage does


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement made of one passage: in plain words, altered in one respect, or not said there."""

    topic: str
    passage: int
    kind: str
    text: str

    @property
    def support(self) -> Support:
        """What the passage says of it."""
        if self.kind == PLAIN:
            return Support.BORNE_OUT
        return Support.UNSAID if self.kind == UNSAID else Support.CONTRADICTED


def read_questions(folder: Path = FOLDER / "questions") -> list[Question]:
    """Every question, in the order of the files."""
    rows = _read(folder)
    return [
        Question(topic, voice, _places(passages), None if missing == "-" else missing, *texts)
        for topic, (voice, passages, missing, *texts) in rows
    ]


def read_statements(folder: Path = FOLDER / "statements") -> list[Statement]:
    """Every statement, in the order of the files."""
    return [Statement(topic, int(passage) - 1, kind, text) for topic, (passage, kind, text) in _read(folder)]


def _places(passages: str) -> tuple[int, ...]:
    return tuple(int(one) - 1 for one in passages if one != "-")


def topics_by_key(folder: Path = TOPICS) -> dict[str, Topic]:
    """The topics by file and name, `families/校车安全`: a name may stand in two files."""
    return {f"{path.stem}/{topic.name}": topic for path in sorted(folder.glob("*.jsonl")) for topic in read_file(path)}


def _read(folder: Path) -> Iterator[tuple[str, list[str]]]:
    for path in sorted(folder.glob("*.tsv")):
        topic = ""
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("# "):
                topic = f"{path.stem}/{line.removeprefix('# ').strip()}"
            elif line.strip():
                yield topic, line.split("\t")


def question_examples(
    questions: Sequence[Question], topics: Mapping[str, Topic], near: Mapping[str, Sequence[str]], *, seed: int
) -> Iterator[Example]:
    """Each question with an item that answers it and one that does not, often the same but for the answer.

    An item is some passages of the topic and sentences that answer other questions on it, so that it is as long as
    those of plans; `near` are the official passages of other topics that are closest to this one's.
    """
    choose = random.Random(seed)
    beside: dict[str, list[Question]] = {}
    for question in questions:
        beside.setdefault(question.topic, []).append(question)
    for question in questions:
        others = [one.completion for one in beside[question.topic] if one.completion and one is not question]
        yield from _contrasted(question, topics[question.topic].official, others, choose)
        if choose.random() < FAR:
            cut = tuple(cut_sentences(choose.choice(near[question.topic])))
            yield Example(question.text, cut, SOURCE, 0, (0,) * len(cut))


def _contrasted(
    question: Question, passages: Sequence[str], completions: Sequence[str], choose: random.Random
) -> Iterator[Example]:
    silent = [passages[place] for place in range(len(passages)) if place not in question.answered_by]
    around = choose.sample(silent, min(len(silent), choose.choice((0, 1, 1, 2, 3))))
    around += choose.sample(completions, min(len(completions), choose.choice((0, 0, 1))))
    answering = [passages[place] for place in question.answered_by] or [question.completion]
    answer = choose.choice(answering)
    if answer:
        yield _item(question, [*around, answer], answer, choose)
    if not answer or not question.answered_by or choose.random() < 0.5:  # the very same without the answer
        yield _item(question, around or [choose.choice(silent)], "", choose)
    else:
        yield _item(question, choose.sample(silent, min(len(silent), choose.choice((1, 1, 2)))), "", choose)


def _item(question: Question, texts: Sequence[str], answer: str, choose: random.Random) -> Example:
    sentences: list[str] = []
    bearing: list[int] = []
    for text in choose.sample(texts, len(texts)):
        cut = cut_sentences(text)
        sentences += cut
        bearing += _bearing(cut) if text == answer else [0] * len(cut)
    return Example(question.text, tuple(sentences), SOURCE, int(bool(answer)), tuple(bearing))


def _bearing(cut: Sequence[str]) -> list[int]:
    """Which sentences of a passage bear the answer: its only one, or its only one after the heading; else unknown."""
    if len(cut) == 1:
        return [1]
    if len(cut) == 2 and len(cut[0]) <= LEAD:
        return [UNKNOWN, 1]
    return [UNKNOWN] * len(cut)


def _shuffled(places: list[int], choose: random.Random) -> list[int]:
    choose.shuffle(places)
    return places


def statement_examples(statements: Sequence[Statement], topics: Mapping[str, Topic], *, seed: int) -> Iterator[Example]:
    """Each statement with its passage alone and among others; a passage of the topic that is another says nothing of it."""
    choose = random.Random(seed)
    for statement in statements:
        passages = topics[statement.topic].official
        others = [place for place in range(len(passages)) if place != statement.passage]
        beside = _shuffled([statement.passage, *choose.sample(others, choose.choice((1, 2)))], choose)
        yield _stated(statement, [passages[statement.passage]], statement.support)
        if statement.support != Support.UNSAID:
            yield _stated(statement, [passages[place] for place in beside], statement.support)
        if choose.random() < 0.3:
            yield _stated(statement, [passages[choose.choice(others)]], Support.UNSAID)


def _stated(statement: Statement, passages: Sequence[str], support: Support) -> Example:
    sentences = tuple(sentence for passage in passages for sentence in cut_sentences(passage))
    return Example(statement.text, sentences, SOURCE, support=support)
