"""Texts become vectors; the one door to sentence-transformers."""

import hashlib
import logging
import os
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, cast

import numpy as np
import numpy.typing as npt

from ingest.errors import UserError

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

SHIPPED = "eduplan-static"
SHIPPED_FOLDER = Path(__file__).parent / "models" / SHIPPED
Vectors = npt.NDArray[np.float32]

log = logging.getLogger(__name__)


class Embedder:
    """A sentence-transformers model, loaded at its first use: the shipped one, or any by name or folder."""

    def __init__(self, name: str = SHIPPED) -> None:
        self.name = name
        self._folder = SHIPPED_FOLDER if name == SHIPPED else Path(name)

    def embed(self, texts: list[str]) -> Vectors:
        """One vector a text, of length 1. Shape (texts, dimensions)."""
        vectors = self._model.encode(texts, normalize_embeddings=True, show_progress_bar=False, convert_to_numpy=True)
        return cast(Vectors, vectors.astype(np.float32))

    @cached_property
    def fingerprint(self) -> str:
        """What tells this model's vectors from another's: its name and, of a folder, its weights."""
        digest = hashlib.blake2b(self.name.encode(), digest_size=8)
        for path in sorted(self._folder.rglob("*.safetensors")) if self._folder.is_dir() else []:
            digest.update(path.read_bytes())
        return digest.hexdigest()

    @cached_property
    def _model(self) -> "SentenceTransformer":
        for variable in ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE", "HF_HUB_DISABLE_TELEMETRY"):
            os.environ.setdefault(variable, "1")  # a look-up would wait for minutes where there is no network
        from sentence_transformers import SentenceTransformer

        source = str(self._folder) if self._folder.is_dir() else self.name
        log.debug("loading %s", source)
        try:
            model = SentenceTransformer(source, device="cpu", local_files_only=True)
        except (OSError, ValueError) as error:
            raise UserError(
                f"The embedding model {self.name} cannot be loaded. Unset EDUPLAN_EMBEDDING to use the shipped model, "
                "or set it to a folder that holds a sentence-transformers model."
            ) from error
        return model.float()
