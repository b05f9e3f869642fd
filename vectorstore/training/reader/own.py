"""Our own questions and statements, written for the reader line by line, and the passages they are asked of.

Over the official passages of the topics:

    # 校内兴趣社团收费
    everyday	1	-	外头公司来教足球，一节课最多能收多少钱
    everyday	-	refund	吹了两次号不想学了，剩下的学费退给我吗	中途退出的，按未上课时比例退还剩余费用。

A line of questions/*.tsv: who asks, which of the topic's five passages answer (or none), what is then missing, the
question, and a sentence that would answer it. wordings/*.tsv says the same of the ways in which people ask about the
topics. items/*.tsv has the questions over the items of a sample plan, one file a plan, under the item's number; there
the numbers of the items that answer stand in the second place. A line of statements/*.tsv: the passage, how the
statement was made of it, the statement.
"""

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ingest.load import load_plan
from vectorstore.topics import FOLDER as TOPICS
from vectorstore.topics import Topic, read_file
from vectorstore.training.reader.examples import Support

FOLDER = Path(__file__).parent
PLANS = FOLDER.parents[2] / "plans"
PLAIN, UNSAID = "plain", "unsaid"


@dataclass(frozen=True, slots=True)
class Question:
    """A question, who asks it, the passages beside it that answer, and what they lack where none does."""

    about: str  # the key of its topic, `families/校车安全`, or of its item, `wangting-2024.txt/16`
    voice: str
    answered_by: tuple[int, ...]  # places among the passages of the topic or the items of the plan
    missing: str | None
    text: str
    completion: str = ""  # a sentence that would answer it, where no passage does


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement made of one passage: in plain words, altered in one respect, or not said there."""

    about: str
    passage: int
    kind: str
    text: str

    @property
    def support(self) -> Support:
        """What the passage says of it."""
        if self.kind == PLAIN:
            return Support.BORNE_OUT
        return Support.UNSAID if self.kind == UNSAID else Support.CONTRADICTED


@dataclass(frozen=True, slots=True)
class PlanItems:
    """The items of one sample plan: their numbers, and their texts."""

    source: str
    refs: tuple[str, ...]
    texts: tuple[str, ...]


def is_held_out(key: str) -> bool:
    """Whether an item is kept apart, to measure: one in ten, by its key."""
    return zlib.crc32(key.encode()) % 10 == 0


def read_questions(folder: Path = FOLDER / "questions") -> list[Question]:
    """Every question over the topics, in the order of the files."""
    return [
        Question(topic, voice, _places(passages), None if missing == "-" else missing, *texts)
        for topic, (voice, passages, missing, *texts) in _read(folder)
    ]


def read_wordings() -> list[Question]:
    """Every way of asking about the topics, of which it was said which passages answer it."""
    return read_questions(FOLDER / "wordings")


def read_item_questions(plans: Sequence[PlanItems], folder: Path = FOLDER / "items") -> list[Question]:
    """Every question over the items of the sample plans, in the order of the files."""
    refs = {plan.source.partition(".")[0]: plan.refs for plan in plans}
    return [
        Question(
            f"{stem}.txt/{ref}",
            voice,
            tuple(refs[stem].index(one) for one in answering.split(",") if one != "-"),
            None if missing == "-" else missing,
            text,
            "" if completion == "-" else completion,
        )
        for key, (voice, answering, missing, text, completion) in _read(folder)
        for stem, _, ref in [key.partition("/")]
    ]


def read_statements(folder: Path = FOLDER / "statements") -> list[Statement]:
    """Every statement, in the order of the files."""
    return [Statement(topic, int(passage) - 1, kind, text) for topic, (passage, kind, text) in _read(folder)]


def topics_by_key(folder: Path = TOPICS) -> dict[str, Topic]:
    """The topics by file and name, `families/校车安全`: a name may stand in two files."""
    return {f"{path.stem}/{topic.name}": topic for path in sorted(folder.glob("*.jsonl")) for topic in read_file(path)}


def read_plans(folder: Path = PLANS) -> list[PlanItems]:
    """The items of the sample plans."""
    return [
        PlanItems(path.name, tuple(item.ref for item in plan.items), tuple(item.text for item in plan.items))
        for path in sorted(folder.glob("*.txt"))
        for plan in [load_plan(path)]
    ]


def _places(passages: str) -> tuple[int, ...]:
    return tuple(int(one) - 1 for one in passages if one != "-")


def _read(folder: Path) -> Iterator[tuple[str, list[str]]]:
    for path in sorted(folder.glob("*.tsv")):
        key = ""
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("# "):
                key = f"{path.stem}/{line.removeprefix('# ').strip()}"
            elif line.strip():
                yield key, line.split("\t")
