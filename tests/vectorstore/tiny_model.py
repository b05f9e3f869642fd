"""A tiny transformer over single characters, untrained: what any other model is to the program, in a second."""

from pathlib import Path

from sentence_transformers import SentenceTransformer
from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
from tokenizers import Tokenizer, models, pre_tokenizers
from transformers import BertConfig, BertModel, PreTrainedTokenizerFast

DIMENSIONS = 16
MOST_TOKENS = 64
CHARACTERS = ["[UNK]", "[PAD]", "[CLS]", "[SEP]", "[MASK]", *"校车课后服务教师培训安全食堂qp:"]


def make_tiny_model(folder: Path) -> Path:
    """The folder of the model, made in `folder`."""
    words = Tokenizer(models.WordLevel({c: n for n, c in enumerate(dict.fromkeys(CHARACTERS))}, unk_token="[UNK]"))
    words.pre_tokenizer = pre_tokenizers.Split("", "isolated")
    PreTrainedTokenizerFast(  # type: ignore[no-untyped-call]
        tokenizer_object=words, unk_token="[UNK]", pad_token="[PAD]", cls_token="[CLS]", sep_token="[SEP]"
    ).save_pretrained(folder / "bert")
    config = BertConfig(
        vocab_size=words.get_vocab_size(),
        hidden_size=DIMENSIONS,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=32,
        max_position_embeddings=MOST_TOKENS,
    )
    BertModel(config).save_pretrained(folder / "bert")
    transformer = Transformer(str(folder / "bert"), max_seq_length=MOST_TOKENS)
    model = SentenceTransformer(modules=[transformer, Pooling(DIMENSIONS)], device="cpu")
    model.save(str(folder / "whole"), create_model_card=False)
    return folder / "whole"
