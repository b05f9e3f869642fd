"""Any sentence-transformers model can take the shipped one's place: here a tiny transformer, made for the test."""

from pathlib import Path

import numpy as np
import pytest
from sentence_transformers import SentenceTransformer
from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
from tokenizers import Tokenizer, models, pre_tokenizers
from transformers import BertConfig, BertModel, PreTrainedTokenizerFast

from ingest.errors import UserError
from vectorstore.embedder import Embedder
from vectorstore.search import Search
from vectorstore.store import Store
from vectorstore.update import add_files, reindex

DIMENSIONS = 16


@pytest.fixture(scope="module")
def tiny_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A transformer of one layer over single characters, untrained."""
    folder = tmp_path_factory.mktemp("model")
    characters = ["[UNK]", "[PAD]", "[CLS]", "[SEP]", "[MASK]", *"校车课后服务教师培训安全食堂"]
    words = Tokenizer(models.WordLevel({c: n for n, c in enumerate(dict.fromkeys(characters))}, unk_token="[UNK]"))
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
    )
    BertModel(config).save_pretrained(folder / "bert")
    transformer = Transformer(str(folder / "bert"))
    model = SentenceTransformer(modules=[transformer, Pooling(DIMENSIONS)], device="cpu")
    model.save(str(folder / "whole"), create_model_card=False)
    return folder / "whole"


def test_transformer_in_a_folder_embeds_unit_vectors(tiny_model: Path) -> None:
    vectors = Embedder(str(tiny_model)).embed(["校车安全", "教师培训"])
    assert vectors.shape == (2, DIMENSIONS)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1, 1], abs=1e-5)


def test_store_of_another_model_asks_for_one_reindex_and_then_serves(tiny_model: Path, tmp_path: Path) -> None:
    plan = tmp_path / "plan.txt"
    plan.write_text(
        "澄原县2023年工作要点\n一、保障安全\n1．加强校车管理。校车安装定位。\n2．办好食堂。公布食谱。\n",
        encoding="utf-8",
    )
    store = Store.create(tmp_path / "store", Embedder())
    assert len(list(add_files(store, [plan]))) == 1
    other = Embedder(str(tiny_model))
    with pytest.raises(UserError, match="eduplan reindex --store"):
        Store(tmp_path / "store", other)
    assert [renewed.id for renewed in reindex(tmp_path / "store", other)] == [store.plans[0].id]
    search = Search(Store(tmp_path / "store", other))
    assert {hit.item.ref for hit in search.search(search.query("校车"))} == {"1", "2"}
    with pytest.raises(UserError, match="eduplan reindex --store"):
        Store(tmp_path / "store", Embedder())
