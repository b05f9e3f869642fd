"""How well a reader judges examples that it did not learn from."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from tokenizers import Tokenizer
from torch.utils.data import DataLoader

from vectorstore.training.reader.examples import UNKNOWN, Example
from vectorstore.training.reader.model import ReaderModel
from vectorstore.training.reader.rows import Rows, collate

REFUSED = (0.02, 0.05)  # of what is answerable


@dataclass(frozen=True, slots=True)
class Measured:
    """The figures of one set; each is None where the set does not ask for it."""

    count: int
    area: float | None = None  # under the curve of what answers against what does not
    caught: tuple[float, ...] = ()  # of what does not answer, at each share of REFUSED
    sentences: float | None = None  # the sentence thought most to bear on the question is one that does
    support: float | None = None  # the mean of the three verdicts' recalls


def measure(model: ReaderModel, examples: Sequence[Example], tokenizer: Tokenizer) -> Measured:
    """The figures of a reader over examples."""
    model.eval()
    order = sorted(range(len(examples)), key=lambda i: sum(map(len, examples[i].sentences)))
    rows = Rows([examples[i] for i in order], tokenizer)
    answers: list[tuple[float, int]] = []
    best: list[bool] = []
    stated: list[tuple[int, int]] = []
    with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
        for batch in DataLoader(rows, batch_size=64, collate_fn=collate):
            answer, bearing, support = model.logits(batch["input_ids"], batch["attention_mask"])
            for i, verdict in enumerate(batch["answers"].tolist()):
                if verdict != UNKNOWN:
                    answers.append((float(answer[i]), verdict))
                marks = batch["bearing"][i] != UNKNOWN
                if verdict == 1 and marks.sum() > 1 and (batch["bearing"][i][marks] == 0).any():
                    best.append(bool(batch["bearing"][i][marks][bearing[i][marks].argmax()] == 1))
                if (truth := int(batch["support"][i])) != UNKNOWN:
                    stated.append((int(support[i].argmax()), truth))
    return Measured(
        len(examples),
        area(answers) if answers else None,
        tuple(caught(answers, share) for share in REFUSED) if answers else (),
        sum(best) / len(best) if best else None,
        balanced(stated) if stated else None,
    )


def area(scored: Sequence[tuple[float, int]]) -> float:
    """Under the curve of the scores: how surely what is right (1) stands above what is not."""
    order = np.argsort(np.argsort([score for score, _ in scored]))
    right = np.array([verdict for _, verdict in scored]) == 1
    if right.all() or not right.any():
        return float("nan")
    count = right.sum()
    return float((order[right].sum() - count * (count - 1) / 2) / (count * (~right).sum()))


def caught(scored: Sequence[tuple[float, int]], share: float) -> float:
    """The share of what is not right below the bar that so great a share of what is right stays below."""
    right = sorted(score for score, verdict in scored if verdict == 1)
    bar = right[int(share * len(right))] if right else 0.0
    wrong = [score for score, verdict in scored if verdict == 0]
    return sum(score < bar for score in wrong) / len(wrong) if wrong else float("nan")


def balanced(stated: Sequence[tuple[int, int]]) -> float:
    """The mean of the recalls of the verdicts, of pairs of what was said and what is true."""
    recalls = [
        sum(said == truth for said, truth in stated if truth == verdict) / sum(truth == verdict for _, truth in stated)
        for verdict in {truth for _, truth in stated}
    ]
    return sum(recalls) / len(recalls)
