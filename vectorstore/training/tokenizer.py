"""The embedded model's tokenizer: byte-pair encoding over folded text, split at punctuation and between scripts."""

import io
import tempfile
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import opencc
import sentencepiece
from sentencepiece import sentencepiece_model_pb2
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, trainers

VOCABULARY_SIZE = 49_152
LONGEST_TOKEN = 10  # characters; longer tokens are whole clauses that no question repeats
UNKNOWN = "[UNK]"


def train_tokenizer(texts: Iterator[str], *, vocabulary_size: int = VOCABULARY_SIZE) -> Tokenizer:
    """A byte-pair tokenizer that reads Simplified, Traditional, full-width and upper-case text alike."""
    tokenizer = Tokenizer(models.BPE(unk_token=UNKNOWN))
    tokenizer.normalizer = normalizers.Sequence([normalizers.Precompiled(folding_map())])
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(Regex(r"[\p{P}\p{S}\s]"), "removed"),
            pre_tokenizers.UnicodeScripts(),
            pre_tokenizers.Split(Regex(r"\d+"), "isolated"),
        ]
    )
    trainer = trainers.BpeTrainer(
        vocab_size=vocabulary_size,
        special_tokens=[UNKNOWN],
        max_token_length=LONGEST_TOKEN,
        limit_alphabet=7_000,
        min_frequency=5,
        show_progress=False,
    )
    tokenizer.train_from_iterator(texts, trainer)
    return tokenizer


def folding_map() -> bytes:
    """NFKC, lower case and Traditional to Simplified, character by character, in sentencepiece's compiled form.

    It travels inside tokenizer.json, so that the model folder needs no code of ours to read Traditional text.
    """
    simplify = opencc.OpenCC("t2s").convert
    rules = []
    for code in [*range(0x20, 0xD800), *range(0xF900, 0xFFF0)]:
        character = chr(code)
        folded = "".join(simplify(c) for c in unicodedata.normalize("NFKC", character).lower())
        if folded != character and folded.strip() and unicodedata.category(character) != "Cn":
            rules.append(f"{code:X}\t{' '.join(f'{ord(c):X}' for c in folded)}\n")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "folding.tsv"
        path.write_text("".join(rules), encoding="utf-8")
        model = io.BytesIO()
        sentencepiece.SentencePieceTrainer.train(
            sentence_iterator=iter(["课后服务", "ab"]),
            model_writer=model,
            model_type="char",
            vocab_size=16,
            hard_vocab_limit=False,
            normalization_rule_tsv=str(path),
            minloglevel=2,
        )
    proto = sentencepiece_model_pb2.ModelProto()
    proto.ParseFromString(model.getvalue())
    compiled: bytes = proto.normalizer_spec.precompiled_charsmap
    return compiled
