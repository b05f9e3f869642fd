"""How well a text covers a question's words, each by itself or by a word of near meaning.

For every word of the question the nearest word of the text counts, by cosine (late interaction, MaxSim: Khattab and
Zaharia, ColBERT, 2020), here over the vectors of the shipped model, which has one for each word in either language.
`kindergarten` finds 幼儿园, 补习班 finds 校外培训机构. What the thesaurus says of a word counts beside its vector.
"""

from collections.abc import Iterable, Sequence
from itertools import chain
from threading import RLock

import numpy as np
import numpy.typing as npt

from ingest.language.words import content_words, is_verb
from vectorstore.embedder import Embedder, Vectors
from vectorstore.thesaurus import Expansion

EXPANDED_COVER = 0.9  # of a word by an official term that the thesaurus gives for it; the word itself covers 1
LONGER_COVER = 0.8  # of a verb of one character by one of two that begins with it: 丢 by 丢失, 审 by 审核
MOST_WORDS = 50_000  # kept in memory, 2 KB each; past that all are forgotten


class WordVectors:
    """The vectors of words that were met, each computed once; several threads may ask at once."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self._lock = RLock()
        self._rows: dict[str, int] = {}
        self._vectors: Vectors = np.zeros((0, 1), np.float32)

    def learn(self, words: Iterable[str]) -> None:
        """Compute the vectors of the words that were not met yet, all at once."""
        with self._lock:
            met = dict.fromkeys(words)
            new = [word for word in met if word not in self._rows]
            if not new:
                return
            if len(self._rows) + len(new) > MOST_WORDS:
                self._rows, self._vectors, new = {}, np.zeros((0, 1), np.float32), list(met)
            vectors = self._embedder.embed_passages([_with_singular(word) for word in new])
            self._vectors = np.concatenate([self._vectors, vectors]) if len(self._vectors) else vectors
            self._rows.update({word: row for row, word in enumerate(new, len(self._rows))})

    def of(self, words: Sequence[str]) -> Vectors:
        """The vectors of words, shape (words, dimensions)."""
        with self._lock:
            self.learn(words)
            return self._vectors[[self._rows[word] for word in words]]


class Alignment:
    """A question's words with their weights, ready to be laid over texts."""

    def __init__(self, weights: dict[str, float], vectors: WordVectors, expansions: Sequence[Expansion] = ()) -> None:
        self.words = tuple(weights)
        self._expansions = expansions
        self._official = [
            (frozenset(content_words(term)), [n for n, word in enumerate(self.words) if word in expansion.words])
            for expansion in expansions
            for term in expansion.official
        ]
        self.weights = np.array([weights[word] for word in self.words], np.float32)
        self._vectors = vectors
        self._question = vectors.of(self.words) if self.words else None

    def coverage(self, words: Sequence[str]) -> float:
        """The share of the question's words, by weight, that the text's words cover: 0 to 1."""
        return float(self.coverages([words])[0])

    def coverages(self, texts: Sequence[Sequence[str]]) -> npt.NDArray[np.float32]:
        """The coverage of many texts, each given by its words, at once. Shape (texts,)."""
        if self._question is None or not texts:
            return np.zeros(len(texts), np.float32)
        shares: npt.NDArray[np.float32] = self._covered(texts) @ self.weights / self.weights.sum()
        return shares

    def within(self, words: Iterable[str]) -> "Alignment":
        """The alignment of those of its words that are given."""
        given = set(words)
        weights = dict(zip(self.words, self.weights.tolist(), strict=True))
        kept = {word: weight for word, weight in weights.items() if word in given}
        return Alignment(kept, self._vectors, self._expansions)

    def gain(self, words: Sequence[str], beside: Sequence[str]) -> float:
        """How much more of the question's words is covered when `words` come beside those that are there."""
        return self.coverage((*beside, *words)) - self.coverage(beside)

    def nearest(self, words: Sequence[str]) -> npt.NDArray[np.float32]:
        """How well the given words cover each word of the question, 0 to 1. Shape (words of the question,).

        It is 1 for the word itself, or the cosine of the nearest, or what an official term of the thesaurus covers; of
        a number no other comes near.
        """
        covered: npt.NDArray[np.float32] = self._covered([words])[0]
        return covered

    def _covered(self, texts: Sequence[Sequence[str]]) -> npt.NDArray[np.float32]:
        """The same for each text. Shape (texts, words of the question)."""
        assert self._question is not None
        covered = np.zeros((len(texts), len(self.words)), np.float32)
        filled = [number for number, words in enumerate(texts) if words]
        if not filled:
            return covered
        row = {word: n for n, word in enumerate(dict.fromkeys(chain.from_iterable(texts)))}
        cosines = (self._vectors.of(list(row)) @ self._question.T).clip(0)
        for place, word in enumerate(self.words):
            if word[0].isdecimal():
                cosines[:, place] = 0
            if word in row:
                cosines[row[word], place] = 1
            elif len(word) == 1 and is_verb(word):
                longer = [n for other, n in row.items() if len(other) == 2 and other[0] == word and is_verb(other)]
                cosines[longer, place] = np.maximum(cosines[longer, place], LONGER_COVER)
        starts = np.cumsum([0, *(len(texts[number]) for number in filled[:-1])])
        rows = [row[word] for word in chain.from_iterable(texts)]
        covered[filled] = np.maximum.reduceat(cosines[rows], starts, axis=0)
        for term, places in self._official:
            if term and term <= row.keys():
                held = np.ix_([number for number in filled if term.issubset(texts[number])], places)
                covered[held] = np.maximum(covered[held], EXPANDED_COVER)
        return covered


def _with_singular(word: str) -> str:
    """An English plural beside its singular, of which the model has met more: `schools` is read as `schools school`."""
    if not word.isascii() or not word.endswith("s") or word.endswith("ss") or len(word) < 4:
        return word
    return f"{word} {word[:-3]}y" if word.endswith("ies") else f"{word} {word[:-1]}"
