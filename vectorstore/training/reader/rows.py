"""Examples as the encoder takes them: tokens, and the verdicts where they are read."""

from collections.abc import Sequence
from typing import Any

import torch
from tokenizers import Tokenizer
from torch.utils.data import Dataset

from vectorstore.reader import LONGEST, MARK_PIECE, PADDING, encode
from vectorstore.training.reader.examples import UNKNOWN, Example

STEP = 32  # tokens


class Rows(Dataset[dict[str, Any]]):
    """The examples as tokens, cut to the longest that is read."""

    def __init__(self, examples: Sequence[Example], tokenizer: Tokenizer) -> None:
        self._examples = examples
        self._tokenizer = tokenizer
        self._tokenizer.enable_truncation(LONGEST, strategy="longest_first")
        self._mark = tokenizer.token_to_id(MARK_PIECE)

    def __len__(self) -> int:
        return len(self._examples)

    def __getitem__(self, index: int) -> dict[str, Any]:
        example = self._examples[index]
        ids = encode(self._tokenizer, example.asked, example.sentences)
        bearing = [UNKNOWN] * len(ids)
        marks = [place for place, token in enumerate(ids) if token == self._mark]
        for place, verdict in zip(marks, example.bearing, strict=False):
            bearing[place] = verdict
        return {
            "input_ids": ids,
            "length": len(ids),
            "answers": example.answers,
            "bearing": bearing,
            "support": example.support,
        }


def collate(rows: Sequence[dict[str, Any]]) -> dict[str, torch.Tensor]:
    """Rows of one batch, filled up to the longest, and to a length that other batches have too.

    Each new length costs a processor's library time and memory to make its kernels ready for.
    """
    length = -(-max(row["length"] for row in rows) // STEP) * STEP

    def padded(name: str, filler: int) -> torch.Tensor:
        return torch.tensor([row[name] + [filler] * (length - row["length"]) for row in rows])

    return {
        "input_ids": padded("input_ids", PADDING),
        "attention_mask": torch.tensor([[1] * row["length"] + [0] * (length - row["length"]) for row in rows]),
        "bearing": padded("bearing", UNKNOWN),
        "answers": torch.tensor([row["answers"] for row in rows]),
        "support": torch.tensor([row["support"] for row in rows]),
    }
