"""How much of a sentence's words the quotes hold, as they are, in parts, by the thesaurus or by near meaning."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.claims.nearness import nearest
from assistant.claims.reading import Reading, Word
from assistant.claims.synonyms import said_otherwise
from ingest.language.folding import is_han
from ingest.language.words import grams_of
from vectorstore.thesaurus import Expansion, shipped_thesaurus

BEST_CLAUSES = 6  # of the quotes, whose words are compared by meaning
SAID_COVER = 0.95  # of a word by one that says the same
TERM_COVER = 0.9  # of a word by an official term that the thesaurus gives for it
PART_COVER = 0.7  # of a word all of whose characters stand near each other in the quotes
NEAR_COVER = 0.9  # of a word by one of the same meaning, times their cosine


@dataclass(frozen=True, slots=True)
class Overlap:
    """The shares of a sentence that quotes cover, 0 to 1."""

    near: float  # of its words by weight, each by the nearest of the quotes
    pairs: float  # of its character pairs
    best: float  # of its character pairs, by the clauses most like its own
    gap: float  # the longest run of words not held, by weight, of all
    hole: int  # the longest run of characters of which no two neighbours stand in the quotes
    lacking: tuple[Word, ...]  # words that nothing covers
    lacked: float  # what these weigh together
    lacked_things: float  # what those weigh that name things


def overlap(sentence: Reading, quote: Reading) -> Overlap:
    """What the quotes cover of the sentence."""
    words, held = sentence.weighed_words, quote.folded
    total = sum(word.weight for word in words) or 1.0
    exact = [word.text in held for word in words]
    covered = _covered(sentence, quote, exact)
    pairs = frozenset().union(*sentence.grams)
    lacking = tuple(word for word, cover in zip(words, covered, strict=True) if cover < 0.5)
    return Overlap(
        near=sum(word.weight * cover for word, cover in zip(words, covered, strict=True)) / total if words else 1.0,
        pairs=len(pairs & quote.all_grams) / max(1, len(pairs)),
        best=_best(sentence, quote),
        gap=_gap(words, covered) / total,
        hole=max(_holes(sentence, quote), default=0),
        lacking=lacking,
        lacked=sum(word.weight for word in lacking),
        lacked_things=sum(word.weight for word in lacking if word.is_thing),
    )


def _covered(sentence: Reading, quote: Reading, exact: Sequence[bool]) -> list[float]:
    words = sentence.weighed_words
    open_words = [word.text for word, is_held in zip(words, exact, strict=True) if not is_held]
    if not open_words:
        return [1.0] * len(words)
    told = _told_words(sentence, quote)
    near = dict(zip(open_words, nearest(open_words, told).tolist(), strict=True))
    terms = {
        word: TERM_COVER
        for expansion in _expansions(sentence.folded)
        if any(term in quote.folded for term in expansion.official)
        for word in open_words
        if any(word in part or part in word for part in expansion.words)
    }
    return [
        1.0
        if is_held
        else max(
            _said(word.text, quote),
            NEAR_COVER * near[word.text],
            terms.get(word.text, 0.0),
            _in_parts(word.text, quote),
        )
        for word, is_held in zip(words, exact, strict=True)
    ]


@lru_cache(maxsize=256)
def _expansions(sentence: str) -> tuple[Expansion, ...]:
    """What the thesaurus says of the sentence, which is laid over several quotes."""
    return tuple(shipped_thesaurus().expand(sentence))


def _told_words(sentence: Reading, quote: Reading) -> tuple[str, ...]:
    """The words of those clauses of the quotes that share most with the sentence, and of their neighbours."""
    said = frozenset().union(*sentence.grams)
    shared = [len(said & grams) for grams in quote.grams]
    best = sorted(range(len(shared)), key=lambda place: -shared[place])[:BEST_CLAUSES]
    near = sorted({place + step for place in best for step in (-1, 0, 1) if 0 <= place + step < len(shared)})
    return tuple(dict.fromkeys(word for place in near for word in quote.words_of(place)))


def _said(word: str, quote: Reading) -> float:
    """Whether the quotes say the word otherwise, or each of its characters' words: 新园 by 新建 and 幼儿园."""
    return SAID_COVER if any(other in quote.folded for other in said_otherwise(word)) else 0.0


def _in_parts(word: str, quote: Reading) -> float:
    """How far a word that does not stand in the quotes as it is does so in parts: 教育费 in 教育经费."""
    if len(word) < 2:
        return 0.0
    pairs = grams_of(word)
    held = len(pairs & quote.all_grams) / max(1, len(pairs))
    return PART_COVER * held


def _best(sentence: Reading, quote: Reading) -> float:
    total = sum(len(grams) for grams in sentence.grams)
    held = sum(max((len(grams & told) for told in quote.grams), default=0) for grams in sentence.grams)
    return held / max(1, total)


def _holes(sentence: Reading, quote: Reading) -> list[int]:
    """The lengths of the runs of characters that the quotes do not hold together with a neighbour."""
    text, held = sentence.folded, quote.all_grams
    is_held = [False] * len(text)
    for at in range(len(text) - 1):
        if text[at : at + 2] in held:
            is_held[at] = is_held[at + 1] = True
    runs, run = [], 0
    for character, kept in zip(text, is_held, strict=True):
        if is_han(character) and not kept:
            run += 1
        elif run:
            runs.append(run)
            run = 0
    return [*runs, run] if run else runs


def _gap(words: Sequence[Word], covered: Sequence[float]) -> float:
    longest = run = 0.0
    for word, cover in zip(words, covered, strict=True):
        run = run + word.weight if cover < 0.6 else 0.0
        longest = max(longest, run)
    return longest
