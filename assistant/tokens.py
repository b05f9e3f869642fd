"""How many tokens a text has for a chat model; the one door to tiktoken, which never reaches for the network.

tiktoken's own ranks are used where they lie in its cache already. Else each kind of sign has a weight, fitted to the
counts of real tokenizers (benchmarks/tokens.py): a byte-pair encoding of 12,000 tokens trained on our own texts was tried too, and
counted plans at 0.75 and news at 1.19 of cl100k_base where the weights give 1.13 and 1.14, since it knows our words too well.
"""

import hashlib
import json
import os
import re
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

from ingest.language.folding import is_han

FOLDER = Path(__file__).parent
FILE = FOLDER / "token_weights.json"
Count = Callable[[str], int]

# By encoding: the address whose hash is the name in tiktoken's cache, and the hash of the ranks.
RANKS = {
    "cl100k_base": "223921b76ee99bde995b7ff738513eef100fb51d18c93597a113bcffe865b2a7",
    "o200k_base": "446a9538cb6c348e3516120d7c08b09f57c36495e2acfffe59a5bf8b0cfb1a2d",
}
ADDRESS = "https://openaipublic.blob.core.windows.net/encodings/{name}.tiktoken"
WIDE = "cl100k_base"  # takes the most tokens for Chinese, so that it is safe for a model that is not known
FAMILIES = (
    (re.compile(r"gpt-?4o|gpt-?4\.1|gpt-?4\.5|gpt-?5|gpt-oss|^o[134]\b"), "o200k_base"),
    (re.compile(r"qwen|qwq|deepseek"), "qwen"),
)
KINDS = (
    "common",
    "seldom",
    "rare",
    "word",
    "letters",
    "wide_sign",
    "sign",
    "figure",
    "digit",
    "line",
    "gap",
    "other",
)
# Of each sign by tokenizer; raised by MARGIN, so that hardly a passage is counted at less than 0.9.
WEIGHTS: dict[str, tuple[float, ...]] = {
    family: tuple(weights[kind] for kind in KINDS)
    for family, weights in json.loads(FILE.read_text(encoding="utf-8"))["weights"].items()
}
MARGIN = 1.12
COMMON, SELDOM = 800, 1600  # ranks of a character by how often our own texts hold it
PIECE = re.compile(
    r"(?P<han>[\u3400-\u9fff])|(?P<word>[A-Za-z]+)|(?P<figure>\d{1,3})|(?P<line>\s*\n)|(?P<gap>\s{2,})|\s|(?P<rest>.)"
)
SHORT_WORD = 6  # letters that a common word's one token holds


def counter(model: str) -> Count:
    """How many tokens a text has for the model, named `provider:model` or `model`."""
    family = family_of(model)
    return _exact(family) or (lambda text: estimate(text, family))


def family_of(model: str) -> str:
    """The tokenizer whose counts stand for the model's: `openai:qwen-plus` is `qwen`; the widest where it is not known."""
    name = model.split(":", 1)[-1].lower().rsplit("/", 1)[-1]
    return next((family for pattern, family in FAMILIES if pattern.search(name)), WIDE)


def estimate(text: str, family: str) -> int:
    """The tokens of the text by weighing its signs; a little more than a real tokenizer of the family counts."""
    weighed = sum(weight * count for weight, count in zip(WEIGHTS[family], signs(text), strict=True))
    return int(weighed * MARGIN + 0.999)


def signs(text: str) -> tuple[int, ...]:
    """How many of each of KINDS the text holds; `第3条` has two common characters, a figure and its digit."""
    counts = dict.fromkeys(KINDS, 0)
    for match in PIECE.finditer(text):
        piece = match[0]
        if match["han"]:
            counts[_kind_of_han(piece)] += 1
        elif match["word"]:
            counts["word"] += 1
            counts["letters"] += max(0, len(piece) - SHORT_WORD)
        elif match["figure"]:
            counts["figure"] += 1
            counts["digit"] += len(piece)
        elif match["line"] or match["gap"]:
            counts["line" if match["line"] else "gap"] += 1
        elif match["rest"]:
            counts[
                "other" if piece.isalnum() or ord(piece) > 0xFFFF else "sign" if piece.isascii() else "wide_sign"
            ] += 1
    return tuple(counts.values())


def _kind_of_han(character: str) -> str:
    rank = _ranks_of_characters().get(character, SELDOM)
    return "common" if rank < COMMON else "seldom" if rank < SELDOM else "rare"


@cache
def _ranks_of_characters() -> dict[str, int]:
    text = (FOLDER / "common_characters.txt").read_text(encoding="utf-8")
    return {character: rank for rank, character in enumerate(filter(is_han, text))}


@cache
def _exact(family: str) -> Count | None:
    """tiktoken's own count, where its ranks lie in its cache whole; it would fetch them from the network else."""
    if family not in RANKS or not _is_cached(family):
        return None
    try:
        import tiktoken
    except ImportError:
        return None
    encoding = tiktoken.get_encoding(family)
    return lambda text: len(encoding.encode_ordinary(text))


def _is_cached(family: str) -> bool:
    folder = os.environ.get("TIKTOKEN_CACHE_DIR", os.environ.get("DATA_GYM_CACHE_DIR"))
    if folder == "":  # it keeps no cache
        return False
    path = Path(folder or Path(tempfile.gettempdir(), "data-gym-cache"))
    file = path / hashlib.sha1(ADDRESS.format(name=family).encode()).hexdigest()
    return file.is_file() and hashlib.sha256(file.read_bytes()).hexdigest() == RANKS[family]
