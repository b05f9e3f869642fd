from pathlib import Path

import numpy as np
import pytest
from sentence_transformers import SentenceTransformer

from ingest.errors import UserError
from vectorstore.embedder import SHIPPED_FOLDER, Embedder


def test_each_text_becomes_one_unit_vector(embedder: Embedder) -> None:
    vectors = embedder.embed_passages(["课后服务收费标准", "補充鄉村教師", "school bus"])
    assert vectors.dtype == np.float32
    assert vectors.shape[0] == 3
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1, abs=1e-4)


def test_text_has_the_same_vector_alone_and_among_others(embedder: Embedder) -> None:
    texts = ["课后服务", "校车安全。" * 80, "教师"]
    alone = np.concatenate([embedder.embed_passages([text]) for text in texts])
    assert np.allclose(alone, embedder.embed_passages(texts), atol=1e-5)


def test_shipped_model_gives_the_vectors_that_sentence_transformers_gives(embedder: Embedder) -> None:
    texts = ["课后服务收费标准", "補充鄉村教師", "school bus", "校车安全。" * 400]
    model = SentenceTransformer(str(SHIPPED_FOLDER), device="cpu", local_files_only=True).float()
    expected = model.encode(texts, normalize_embeddings=True, show_progress_bar=False)
    assert np.allclose(embedder.embed_passages(texts), expected, atol=1e-3)


def test_texts_of_like_meaning_lie_nearer_than_others(embedder: Embedder) -> None:
    asked, like, other = embedder.embed_passages(["校车接送学生", "加强校车安全管理", "建设书香校园，开展读书节"])
    assert asked @ like > asked @ other


def test_text_without_words_has_a_vector_too(embedder: Embedder) -> None:
    assert np.isfinite(embedder.embed_passages(["", "！？"])).all()


def test_folder_without_a_model_says_the_way_out(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"cannot be loaded.*set it to a folder that holds"):
        Embedder(str(tmp_path)).embed_passages(["教育"])


def test_model_with_broken_weights_says_the_way_out(tmp_path: Path) -> None:
    for path in SHIPPED_FOLDER.rglob("*"):
        if path.is_file() and path.suffix != ".safetensors":
            copy = tmp_path / path.relative_to(SHIPPED_FOLDER)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())
    (tmp_path / "model.safetensors").write_bytes(b"half a downlo")
    with pytest.raises(UserError, match=r"cannot be loaded"):
        Embedder(str(tmp_path)).embed_passages(["教育"])


def test_fingerprint_changes_with_the_name_and_with_the_weights(tmp_path: Path) -> None:
    (tmp_path / "model.safetensors").write_bytes(b"weights")
    first = Embedder(str(tmp_path)).fingerprint
    assert Embedder(str(tmp_path)).fingerprint == first
    (tmp_path / "model.safetensors").write_bytes(b"other weights")
    assert Embedder(str(tmp_path)).fingerprint != first
    assert Embedder("one").fingerprint != Embedder("two").fingerprint
