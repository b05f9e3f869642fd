"""The reader as it is trained: one encoder, read at its first token and at the mark before each sentence."""

from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy
from transformers import BertModel

from vectorstore.training.reader.examples import UNKNOWN, Support

SENTENCE_WEIGHT = 0.5  # of the loss over the sentences beside that over the whole passage


class ReaderModel(nn.Module):
    """Logits of whether the passage answers (batch), whether each token's sentence bears on what is asked (batch,
    tokens; meant at the marks alone), and what it says of a statement (batch, 3)."""

    def __init__(self, encoder: BertModel) -> None:
        super().__init__()
        self.encoder = encoder
        width = encoder.config.hidden_size
        self.answers = nn.Linear(width, 1)
        self.bearing = nn.Linear(width, 1)
        self.support = nn.Linear(width, len(Support))

    def logits(self, input_ids: Tensor, attention_mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """The three logits."""
        hidden = self.encoder(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
        first = hidden[:, 0]
        return self.answers(first).squeeze(-1), self.bearing(hidden).squeeze(-1), self.support(first)

    def forward(
        self, input_ids: Tensor, attention_mask: Tensor, answers: Tensor, bearing: Tensor, support: Tensor
    ) -> dict[str, Tensor]:
        """The loss, and the logits."""
        answer_logits, bearing_logits, support_logits = self.logits(input_ids, attention_mask)
        loss = _binary_loss(answer_logits, answers)
        loss = loss + SENTENCE_WEIGHT * _binary_loss(bearing_logits, bearing)
        known = support != UNKNOWN
        if known.any():
            share = known.float().mean()
            loss = loss + share * cross_entropy(support_logits.float(), support, ignore_index=UNKNOWN)
        return {"loss": loss, "answers": answer_logits, "bearing": bearing_logits, "support": support_logits}

    def save(self, path: Path) -> None:
        """Keep the weights, in half precision."""
        torch.save({name: value.half() for name, value in self.state_dict().items()}, path)

    def load(self, *paths: Path) -> None:
        """Take kept weights; of several their mean."""
        kept = [torch.load(path, map_location="cpu", weights_only=True) for path in paths]
        means = {name: torch.stack([one[name].float() for one in kept]).mean(0) for name in kept[0]}
        self.load_state_dict(means)


def _binary_loss(logits: Tensor, verdicts: Tensor) -> Tensor:
    """Taken of what is known, and weighed by how much of the batch that is."""
    known = verdicts != UNKNOWN
    if not known.any():
        return logits.sum() * 0.0
    share = known.any(dim=-1).float().mean() if known.dim() > 1 else known.float().mean()
    return share * binary_cross_entropy_with_logits(logits[known].float(), verdicts[known].float())
