"""Any sentence-transformers model can take the shipped one's place: here a tiny transformer, made for the test."""

from pathlib import Path

import numpy as np
import pytest
from sentence_transformers import SentenceTransformer

from ingest.errors import UserError
from tests.vectorstore.tiny_model import DIMENSIONS, MOST_TOKENS
from vectorstore.embedder import Embedder
from vectorstore.prefixes import Prefixes
from vectorstore.reindex import reindex
from vectorstore.search import Search
from vectorstore.store import Store
from vectorstore.update import add_files


def test_transformer_in_a_folder_embeds_unit_vectors(tiny_model: Path) -> None:
    vectors = Embedder(str(tiny_model)).embed_passages(["校车安全", "教师培训"])
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


def test_questions_and_passages_get_their_own_prefixes(tiny_model: Path) -> None:
    prefixes = Prefixes("q:", "p:")
    embedder, plain = Embedder(str(tiny_model), prefixes=prefixes), Embedder(str(tiny_model))
    assert np.allclose(embedder.embed_queries(["校车"]), plain.embed_queries(["q:校车"]), atol=1e-5)
    assert np.allclose(embedder.embed_passages(["校车"]), plain.embed_passages(["p:校车"]), atol=1e-5)
    assert not np.allclose(embedder.embed_queries(["校车"]), embedder.embed_passages(["校车"]), atol=1e-3)
    assert embedder.fingerprint != plain.fingerprint


def test_prefixes_that_the_model_names_itself_are_used(tiny_model: Path, tmp_path: Path) -> None:
    model = SentenceTransformer(str(tiny_model), prompts={"query": "q:", "document": "p:"}, device="cpu")
    model.save(str(tmp_path / "model"), create_model_card=False)
    assert Embedder(str(tmp_path / "model")).prefixes == Prefixes("q:", "p:")


def test_long_item_is_embedded_in_passages_that_the_model_can_read(tiny_model: Path, tmp_path: Path) -> None:
    plan = tmp_path / "plan.txt"
    sentence = "校车安全，教师培训，课后服务，食堂安全，"
    plan.write_text(f"澄原县2023年工作要点\n一、保障安全\n1．{sentence * 20}全部落实。\n", encoding="utf-8")
    embedder = Embedder(str(tiny_model))
    assert embedder.longest_passage < MOST_TOKENS
    store = Store.create(tmp_path / "store", embedder)
    list(add_files(store, [plan]))
    (item,) = store.items.items_of(store.plans[0].edition)
    shipped = Embedder().longest_passage
    assert len(item.item.text) > embedder.longest_passage
    assert store.vectors.count() >= len(item.item.text) // embedder.longest_passage > len(item.item.text) // shipped
