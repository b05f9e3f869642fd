"""The learned reader: whether a passage answers what is asked, which of its sentences does, and what it says of a statement.

It reads question and passage together in one pass, a mark before each sentence. models/eduplan-reader holds the one
that ships, and its card says what it was made from and how well it does.
"""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from threading import Lock
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from ingest.errors import OperatorError
from ingest.language.folding import fold

SHIPPED = "eduplan-reader"  # the name of the reader that ships
SHIPPED_FOLDER = Path(__file__).parent / "models" / SHIPPED
NO_READER = "none"
MODEL, TOKENIZER = "reader.onnx", "tokenizer.json"
MARK = " • "  # stands before each sentence; there the reader says whether that sentence bears on what is asked
MARK_PIECE = "▁•"
LONGEST = 320  # tokens of what is asked and the passage; what stands behind is not read
LONGEST_ASKED = 200  # characters
PADDING = 1
MOST_KEPT = 4_096  # readings, of some 1 KB
Array = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Reading:
    """How surely a passage answers, and how surely each of its sentences bears on what is asked: 0 to 1."""

    answers: float
    bearing: tuple[float, ...]  # 0 for a sentence that stands too far behind to be read


@dataclass(frozen=True, slots=True)
class Entailment:
    """How surely a passage bears a statement out, says otherwise, and says nothing of it: together 1."""

    borne_out: float
    contradicted: float
    unsaid: float


@dataclass(frozen=True, slots=True)
class _Passage:
    """A question and a passage as tokens, and how many sentences the passage has, of which the last may be cut off."""

    tokens: tuple[int, ...]
    sentences: int


class Reads(Protocol):
    """What reads passages for what is asked."""

    def read(self, asked: str, passages: Sequence[Sequence[str]]) -> list[Reading]:
        """The readings of passages, each given as its sentences."""


class Reader:
    """The reader of a folder, loaded when it is first asked."""

    def __init__(self, folder: Path = SHIPPED_FOLDER) -> None:
        self._folder = folder
        self._kept: OrderedDict[_Passage, Reading] = OrderedDict()
        self._lock = Lock()

    def read(self, asked: str, passages: Sequence[Sequence[str]]) -> list[Reading]:
        """The readings of passages, each given as its sentences."""
        asked_of = [_Passage(tuple(self._encode(asked, sentences)), len(sentences)) for sentences in passages]
        read = {passage: kept for passage in asked_of if (kept := self._kept.get(passage))}
        for passage in asked_of:
            if passage not in read:
                answers, bearing = self._run(passage.tokens, "answers", "bearing")
                read[passage] = Reading(float(answers[0]), self._at_marks(passage, bearing[0]))
        self._keep(read)
        return [read[passage] for passage in asked_of]

    def entails(self, statement: str, passages: Sequence[Sequence[str]]) -> list[Entailment]:
        """What passages, each given as its sentences, say of a statement."""
        rows = (self._encode(statement, sentences) for sentences in passages)
        return [Entailment(*map(float, self._run(row, "support")[0][0])) for row in rows]

    def _keep(self, read: dict[_Passage, Reading]) -> None:
        """Keep the readings, so that a question that is asked again does not wait; the oldest go."""
        with self._lock:
            self._kept |= read
            while len(self._kept) > MOST_KEPT:
                self._kept.popitem(last=False)

    def _encode(self, asked: str, sentences: Sequence[str]) -> list[int]:
        return encode(self._tokenizer, asked, sentences)

    def _at_marks(self, passage: _Passage, bearing: Array) -> tuple[float, ...]:
        places = [place for place, token in enumerate(passage.tokens) if token == self._mark][: passage.sentences]
        told = [float(bearing[place]) for place in places]
        return (*told, *([0.0] * (passage.sentences - len(told))))

    def _run(self, row: Sequence[int], *outputs: str) -> tuple[Array, ...]:
        """What the model says of one row: weights of 8 bits are scaled by all that stands in a batch, so several would
        be read otherwise together than alone."""
        ids = np.array([row], np.int64)
        told: list[Array] = self._session.run(list(outputs), {"input_ids": ids, "attention_mask": np.ones_like(ids)})
        return tuple(told)

    @cached_property
    def _session(self) -> Any:
        import onnxruntime  # a third of a second: only who asks it needs it

        return onnxruntime.InferenceSession(str(self._folder / MODEL), providers=["CPUExecutionProvider"])

    @cached_property
    def _tokenizer(self) -> Any:
        from tokenizers import Tokenizer

        tokenizer = Tokenizer.from_file(str(self._folder / TOKENIZER))
        tokenizer.enable_truncation(LONGEST, strategy="longest_first")
        return tokenizer

    @cached_property
    def _mark(self) -> int:
        return int(self._tokenizer.token_to_id(MARK_PIECE))


def encode(tokenizer: Any, asked: str, sentences: Sequence[str]) -> list[int]:
    """The tokens of what is asked and of a passage, folded, with a mark before each sentence and nowhere else."""
    passage = MARK.join(("", *map(_unmarked, sentences)))
    ids: list[int] = tokenizer.encode(fold(_unmarked(asked))[:LONGEST_ASKED], fold(passage)).ids
    return ids


def _unmarked(text: str) -> str:
    return text.replace("•", "·")


class CrossEncoderReader:
    """Any cross-encoder of sentence-transformers, by its name or folder: it scores the passage, and each sentence alone."""

    def __init__(self, name: str) -> None:
        self._name = name

    def read(self, asked: str, passages: Sequence[Sequence[str]]) -> list[Reading]:
        """The readings of passages, each given as its sentences. Raises OperatorError where the model cannot be had."""
        pairs = [(asked, "".join(sentences)) for sentences in passages]
        pairs += [(asked, sentence) for sentences in passages for sentence in sentences]
        if not pairs:
            return []
        scores = iter(map(float, self._model.predict(pairs, activation_fn=self._sigmoid)))
        answers = [next(scores) for _ in passages]
        return [
            Reading(whole, tuple(next(scores) for _ in sentences))
            for whole, sentences in zip(answers, passages, strict=True)
        ]

    @cached_property
    def _sigmoid(self) -> Any:
        import torch

        return torch.nn.Sigmoid()

    @cached_property
    def _model(self) -> Any:
        try:
            from sentence_transformers import CrossEncoder

            return CrossEncoder(self._name, device="cpu", num_labels=1)
        except Exception as error:
            raise OperatorError(
                f"The reader {self._name} cannot be loaded. Unset EDUPLAN_READER to use the shipped one, "
                "set it to a folder that holds a cross-encoder, or to none."
            ) from error


@cache
def open_reader(name: str = SHIPPED) -> Reads | None:
    """The reader of that name or folder, one for all that ask for it; None for `none`. It is loaded when it is first asked."""
    if name == NO_READER:
        return None
    if name == SHIPPED:
        return Reader()
    return Reader(Path(name)) if (Path(name) / MODEL).is_file() else CrossEncoderReader(name)
