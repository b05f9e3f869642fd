"""How near tokens are counted without a tokenizer's ranks, and the fitting of the weights.

`python -m benchmarks.tokens --ranks FOLDER TEXT...` reads rank files in tiktoken's form, named cl100k_base.tiktoken, o200k_base.tiktoken and
qwen.tiktoken, and text files to count, and prints the counts beside those of the ranks; with --fit it writes the weights that fit the first half of
the passages of each file best into assistant/token_weights.json; the second half is measured. With --characters it prints the characters of our own texts, most frequent first.
"""

import argparse
import base64
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import tiktoken

from assistant.tokens import FILE, KINDS, SELDOM, WEIGHTS, estimate, signs
from benchmarks.fits import write_fit
from benchmarks.sample_store import ROOT
from ingest.language.folding import is_han

PASSAGE = 400  # characters
LETTERS = r"[^\r\n\p{L}\p{N}]?"
UPPER, LOWER = r"[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]", r"[\p{Ll}\p{Lm}\p{Lo}\p{M}]"
ENDING = r"(?i:'s|'t|'re|'ve|'m|'ll|'d)"
SIGNS = r"| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"
PATTERNS = {
    "cl100k_base": rf"{ENDING}|{LETTERS}\p{{L}}+|\p{{N}}{{1,3}}" + SIGNS,
    "o200k_base": rf"{LETTERS}{UPPER}*{LOWER}+{ENDING}?|{LETTERS}{UPPER}+{LOWER}*{ENDING}?|\p{{N}}{{1,3}}" + SIGNS,
    "qwen": rf"{ENDING}|{LETTERS}\p{{L}}+|\p{{N}}" + SIGNS,
}


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("texts", nargs="*", type=Path)
    arguments.add_argument("--ranks", type=Path)
    arguments.add_argument("--fit", action="store_true")
    arguments.add_argument("--characters", action="store_true")
    given = arguments.parse_args()
    if given.characters:
        print("\n".join(frequent_characters()))
        return
    passages = {path.name: cut(path.read_text(encoding="utf-8")) for path in given.texts}
    encodings = {family: read_encoding(given.ranks / f"{family}.tiktoken", family) for family in PATTERNS}
    if given.fit:
        for family, encoding in encodings.items():
            fit(family, encoding, passages)
    shares = {family: show_ratios(family, encoding, passages) for family, encoding in encodings.items()}
    if given.fit:
        write_fit(
            FILE,
            {"weights": {family: dict(zip(KINDS, WEIGHTS[family], strict=True)) for family in PATTERNS}},
            fitted_by="python -m benchmarks.tokens --ranks FOLDER --fit TEXT...",
            data=f"the first halves of the passages of {', '.join(passages)}, counted by each tokenizer's own ranks",
            scores={"estimated_of_real_tokens": shares},
        )


def fit(family: str, encoding: tiktoken.Encoding, passages: dict[str, list[str]]) -> None:
    """Find and use the weights, none below 0, with the least mean square of relative error on the first halves."""
    first = [text for texts in passages.values() for text in texts[: len(texts) // 2]]
    known = np.array([len(encoding.encode_ordinary(text)) for text in first], dtype=float)
    held = np.array([signs(text) for text in first], dtype=float) / known[:, None]
    weights = _fit(held)
    WEIGHTS[family] = tuple(round(float(weight), 2) for weight in weights)


def _fit(held: "np.ndarray[tuple[int, int], np.dtype[np.float64]]") -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    from scipy.optimize import nnls

    penalty = 0.3 * np.eye(held.shape[1]) * np.sqrt(len(held)) * 0.05  # keeps a kind that hardly occurs near its mean
    weights, _ = nnls(np.vstack([held, penalty]), np.concatenate([np.ones(len(held)), penalty.sum(axis=1)]))
    return np.asarray(weights, dtype=np.float64)


def show_ratios(family: str, encoding: tiktoken.Encoding, passages: dict[str, list[str]]) -> dict[str, float]:
    """Print, for each file's second half, our count over the real one: of all, and of the lowest and highest passages.

    Returns that of all, by file.
    """
    shares = {}
    for name, texts in passages.items():
        second = texts[len(texts) // 2 :]
        ours = np.array([estimate(text, family) for text in second], dtype=float)
        real = np.array([len(encoding.encode_ordinary(text)) for text in second], dtype=float)
        low, high = np.quantile(ours / real, [0.02, 0.98])
        print(
            f"{family:12s} {name:24s} {ours.sum() / real.sum():.2f}   {low:.2f} to {high:.2f} ({len(second)} passages)"
        )
        shares[name] = round(float(ours.sum() / real.sum()), 2)
    return shares


def frequent_characters() -> Iterator[str]:
    """The characters of our plans and wordings, most frequent first, sixty a line."""
    counts: Counter[str] = Counter()
    for path in [*sorted((ROOT / "plans").iterdir()), ROOT / "vectorstore" / "thesaurus.csv"]:
        counts.update(filter(is_han, path.read_text(encoding="utf-8")))
    for path in sorted((ROOT / "vectorstore" / "wordings").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            counts.update(filter(is_han, json.dumps(json.loads(line), ensure_ascii=False)))
    characters = "".join(character for character, _ in counts.most_common(SELDOM))
    return (characters[start : start + 60] for start in range(0, len(characters), 60))


def read_encoding(path: Path, family: str) -> tiktoken.Encoding:
    """The encoding of a rank file."""
    pairs = (line.split() for line in path.read_bytes().splitlines() if line)
    ranks = {base64.b64decode(token): int(rank) for token, rank in pairs}
    return tiktoken.Encoding(family, pat_str=PATTERNS[family], mergeable_ranks=ranks, special_tokens={})


def cut(text: str) -> list[str]:
    """Passages of equal length; every second one first, so that both halves are of the whole text."""
    passages = [text[start : start + PASSAGE] for start in range(0, len(text) - PASSAGE // 2, PASSAGE)]
    return passages[::2] + passages[1::2]


if __name__ == "__main__":
    main()
