"""The trained reader as it ships: ONNX with weights of 8 bits, and its tokenizer."""

from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer
from torch import Tensor, nn

from vectorstore.reader import MODEL, TOKENIZER
from vectorstore.training.reader.model import ReaderModel


class _Outputs(nn.Module):
    """Probabilities in place of logits."""

    def __init__(self, model: ReaderModel) -> None:
        super().__init__()
        self.model = model

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        answers, bearing, support = self.model.logits(input_ids, attention_mask)
        return answers.sigmoid(), bearing.sigmoid(), support.softmax(dim=-1)


def export(model: ReaderModel, tokenizer: Tokenizer, folder: Path) -> None:
    """Write the model and its tokenizer into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    whole = folder / "whole.onnx"
    example = torch.ones((2, 16), dtype=torch.int64)
    mask = example.clone()
    mask[0, 12:] = 0  # traced with padding, without which the mask would be left out
    torch.onnx.export(
        _Outputs(model.eval()),
        (example, mask),
        str(whole),
        input_names=["input_ids", "attention_mask"],
        output_names=["answers", "bearing", "support"],
        dynamic_axes={
            "input_ids": {0: "batch", 1: "tokens"},
            "attention_mask": {0: "batch", 1: "tokens"},
            "answers": {0: "batch"},
            "bearing": {0: "batch", 1: "tokens"},
            "support": {0: "batch"},
        },
        opset_version=17,
        dynamo=False,
    )
    quantize_dynamic(whole, folder / MODEL, weight_type=QuantType.QInt8, per_channel=True)
    whole.unlink()
    tokenizer.no_truncation()
    tokenizer.save(str(folder / TOKENIZER), pretty=False)
    size = sum(file.stat().st_size for file in folder.iterdir()) / 1e6
    print(f"saved {folder}: {size:.1f} MB", flush=True)
