"""Texts become vectors; the one door to sentence-transformers, and to model2vec, which reads its static models fast."""

import hashlib
import json
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import cast

import numpy as np
import numpy.typing as npt

from ingest.errors import OperatorError
from vectorstore.model_files import provide
from vectorstore.passages import LONGEST_PASSAGE
from vectorstore.prefixes import NO_PREFIXES, Prefixes, known_prefixes

SHIPPED = "eduplan-static"
SHIPPED_FOLDER = Path(__file__).parent / "models" / SHIPPED
ROOM = 8  # tokens of the limit that a model's own marks and a word's first piece may take
Vectors = npt.NDArray[np.float32]

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Model:
    """A loaded model: what it makes of texts after a prefix, the prefixes it wants, and how many tokens it reads."""

    encode: Callable[[Sequence[str], str], Vectors]
    prefixes: Prefixes = NO_PREFIXES
    most_tokens: int | None = None


class Embedder:
    """A sentence-transformers model, loaded at its first use: the shipped one, or any by name or folder."""

    def __init__(self, name: str = SHIPPED, *, prefixes: Prefixes | None = None) -> None:
        """The model; `prefixes` take the place of those that the model itself, or what is known of it, names."""
        self.name = name
        self._prefixes = prefixes
        self._folder = SHIPPED_FOLDER if name == SHIPPED else Path(name)

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        """One vector a question, of length 1 (0 where no token is known). Shape (texts, dimensions).

        Raises UserError where the model cannot be loaded.
        """
        return self._model.encode(texts, self.prefixes.query)

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """One vector a passage, to be found by questions; else as `embed_queries`."""
        return self._model.encode(texts, self.prefixes.passage)

    @property
    def prefixes(self) -> Prefixes:
        """What is put before questions and passages."""
        return self._prefixes or self._model.prefixes

    @property
    def longest_passage(self) -> int:
        """How many characters a passage may have; a character takes at most one token of the model's limit."""
        if self._model.most_tokens is None:
            return LONGEST_PASSAGE
        return max(ROOM, min(LONGEST_PASSAGE, self._model.most_tokens - ROOM - len(self.prefixes.passage)))

    @cached_property
    def fingerprint(self) -> str:
        """What tells this model's vectors from another's: its name and, of a folder, its weights; the prefixes set."""
        digest = hashlib.blake2b(self.name.encode(), digest_size=8)
        for path in sorted(self._folder.rglob("*.safetensors")) if self._folder.is_dir() else []:
            digest.update(path.read_bytes())
        if self._prefixes:
            digest.update(repr(self._prefixes).encode())
        return digest.hexdigest()

    @cached_property
    def _model(self) -> _Model:
        provide(self.name if not self._folder.is_dir() else None)
        from safetensors import SafetensorError

        log.debug("loading %s", self.name)
        try:
            if self.name == SHIPPED:
                return _load_shipped()
            return _load_static(self._folder) if _is_static(self._folder) else _load(self.name)
        except (OSError, ValueError, SafetensorError) as error:
            raise OperatorError(
                f"The embedding model {self.name} cannot be loaded. Unset EDUPLAN_EMBEDDING to use the shipped model, "
                "or set it to a folder that holds a sentence-transformers model."
            ) from error


@cache
def _load_shipped() -> _Model:
    """The shipped model, loaded once for all that use it."""
    return _load_static(SHIPPED_FOLDER)


def _is_static(folder: Path) -> bool:
    """Whether the folder holds a sentence-transformers model that is one vector a token."""
    modules = folder / "modules.json"
    if not modules.is_file():
        return False
    return str(json.loads(modules.read_text(encoding="utf-8"))[0]["type"]).endswith(".StaticEmbedding")


def _load_static(folder: Path) -> _Model:
    """By model2vec: the same vectors, without the five seconds that sentence-transformers takes to be imported."""
    from model2vec import StaticModel

    model = StaticModel.from_pretrained(folder, normalize=True, quantize_to="float32", max_length=None)

    def encode(texts: Sequence[str], prefix: str) -> Vectors:
        return cast(Vectors, model.encode([prefix + text for text in texts], use_multiprocessing=False))

    return _Model(encode)


def _load(name: str) -> _Model:
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(name, device="cpu").float()
    model.default_prompt_name = None  # each text gets the prefix that is meant for it, and no other

    def encode(texts: Sequence[str], prefix: str) -> Vectors:
        vectors = model.encode(
            list(texts),
            prompt=prefix or None,
            normalize_embeddings=True,
            show_progress_bar=False,
            convert_to_numpy=True,
        )
        return cast(Vectors, vectors.astype(np.float32))

    own = Prefixes(
        model.prompts.get("query") or "", model.prompts.get("document") or model.prompts.get("passage") or ""
    )
    return _Model(encode, own if any((own.query, own.passage)) else known_prefixes(name), model.max_seq_length)
