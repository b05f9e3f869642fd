"""Texts become vectors; the one door to sentence-transformers, and to model2vec, which reads its static models fast."""

import hashlib
import json
import logging
import os
from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import cast

import numpy as np
import numpy.typing as npt

from ingest.errors import UserError

SHIPPED = "eduplan-static"
SHIPPED_FOLDER = Path(__file__).parent / "models" / SHIPPED
Vectors = npt.NDArray[np.float32]
Encode = Callable[[Sequence[str]], Vectors]

log = logging.getLogger(__name__)


class Embedder:
    """A sentence-transformers model, loaded at its first use: the shipped one, or any by name or folder."""

    def __init__(self, name: str = SHIPPED) -> None:
        self.name = name
        self._folder = SHIPPED_FOLDER if name == SHIPPED else Path(name)

    def embed(self, texts: Sequence[str]) -> Vectors:
        """One vector a text, of length 1 (0 where no token is known). Shape (texts, dimensions).

        Raises UserError where the model cannot be loaded.
        """
        return self._encode(texts)

    @cached_property
    def fingerprint(self) -> str:
        """What tells this model's vectors from another's: its name and, of a folder, its weights."""
        digest = hashlib.blake2b(self.name.encode(), digest_size=8)
        for path in sorted(self._folder.rglob("*.safetensors")) if self._folder.is_dir() else []:
            digest.update(path.read_bytes())
        return digest.hexdigest()

    @cached_property
    def _encode(self) -> Encode:
        for variable in ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE", "HF_HUB_DISABLE_TELEMETRY"):
            os.environ.setdefault(variable, "1")  # a look-up would wait for minutes where there is no network
        from safetensors import SafetensorError

        log.debug("loading %s", self.name)
        try:
            return _load_static(self._folder) if _is_static(self._folder) else _load(self.name)
        except (OSError, ValueError, SafetensorError) as error:
            raise UserError(
                f"The embedding model {self.name} cannot be loaded. Unset EDUPLAN_EMBEDDING to use the shipped model, "
                "or set it to a folder that holds a sentence-transformers model."
            ) from error


def _is_static(folder: Path) -> bool:
    """Whether the folder holds a sentence-transformers model that is one vector a token."""
    modules = folder / "modules.json"
    if not modules.is_file():
        return False
    return str(json.loads(modules.read_text(encoding="utf-8"))[0]["type"]).endswith(".StaticEmbedding")


def _load_static(folder: Path) -> Encode:
    """By model2vec: the same vectors, without the five seconds that sentence-transformers takes to be imported."""
    from model2vec import StaticModel

    model = StaticModel.from_pretrained(folder, normalize=True, quantize_to="float32", max_length=None)
    return lambda texts: cast(Vectors, model.encode(list(texts), use_multiprocessing=False))


def _load(name: str) -> Encode:
    if not Path(name).is_dir() and not _is_on_this_machine(name):
        raise OSError(f"no folder and no downloaded model is called {name}")
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(name, device="cpu", local_files_only=True).float()

    def encode(texts: Sequence[str]) -> Vectors:
        vectors = model.encode(list(texts), normalize_embeddings=True, show_progress_bar=False, convert_to_numpy=True)
        return cast(Vectors, vectors.astype(np.float32))

    return encode


def _is_on_this_machine(name: str) -> bool:
    """Whether the model of that name was downloaded before; asked first, since importing what loads it takes seconds."""
    from huggingface_hub import try_to_load_from_cache
    from huggingface_hub.errors import HFValidationError

    try:
        return any(isinstance(try_to_load_from_cache(name, file), str) for file in ("modules.json", "config.json"))
    except HFValidationError:  # the name is not of the form owner/model
        return False
