"""The learned reader: whether a passage answers what is asked, which of its sentences does, and what it says of a statement.

It reads question and passage together in one pass, a mark before each sentence. models/eduplan-reader holds the one
that ships, and its card says what it was made from and how well it does.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
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


class Reads(Protocol):
    """What reads passages for what is asked."""

    def read(self, asked: str, passages: Sequence[Sequence[str]]) -> list[Reading]:
        """The readings of passages, each given as its sentences."""


class Reader:
    """The reader of a folder, loaded when it is first asked."""

    def __init__(self, folder: Path = SHIPPED_FOLDER) -> None:
        self._folder = folder

    def read(self, asked: str, passages: Sequence[Sequence[str]]) -> list[Reading]:
        """The readings of passages, each given as its sentences."""
        if not passages:
            return []
        rows = [self._encode(asked, sentences) for sentences in passages]
        answers, bearing = self._run(rows, "answers", "bearing")
        return [
            Reading(float(answers[place]), self._at_marks(row, bearing[place], len(sentences)))
            for place, (row, sentences) in enumerate(zip(rows, passages, strict=True))
        ]

    def entails(self, statement: str, passages: Sequence[Sequence[str]]) -> list[Entailment]:
        """What passages, each given as its sentences, say of a statement."""
        if not passages:
            return []
        (support,) = self._run([self._encode(statement, sentences) for sentences in passages], "support")
        return [Entailment(*map(float, row)) for row in support]

    def _encode(self, asked: str, sentences: Sequence[str]) -> list[int]:
        return encode(self._tokenizer, asked, sentences)

    def _at_marks(self, row: Sequence[int], bearing: Array, count: int) -> tuple[float, ...]:
        places = [place for place, token in enumerate(row) if token == self._mark][:count]
        told = [float(bearing[place]) for place in places]
        return (*told, *([0.0] * (count - len(told))))

    def _run(self, rows: Sequence[Sequence[int]], *outputs: str) -> tuple[Array, ...]:
        length = max(map(len, rows))
        ids = np.full((len(rows), length), PADDING, np.int64)
        for place, row in enumerate(rows):
            ids[place, : len(row)] = row
        given = {"input_ids": ids, "attention_mask": (ids != PADDING).astype(np.int64)}
        told: list[Array] = self._session.run(list(outputs), given)
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
