"""What a run of Latin letters spells in Chinese words, likeliest first."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.understanding.spellings import Spellings
from ingest.language.sounds import plain_pinyin
from ingest.language.words import STOP_WORDS

MOST_PATHS = 12  # that are followed from each letter
MAY_BEGIN = frozenset("年月日元人所名")  # behind a number, which is no part of the run
PARTED = re.compile("[ '’]+")


@dataclass(frozen=True, slots=True)
class Spelled:
    """Words that letters spell, and minus the logarithm of how likely they are."""

    cost: float
    text: str


@dataclass(frozen=True, slots=True)
class _Path:
    """Words for the letters so far, each with where its letters begin."""

    cost: float
    words: tuple[tuple[str, int], ...] = ()


def spell(run: str, spellings: Spellings) -> tuple[Spelled, ...]:
    """What the run may say, likeliest first: 课后服务 of `kehou fuwu`; nothing where some letters spell no word."""
    letters, breaks = "", set()
    for word in PARTED.split(plain_pinyin(run)):
        breaks.add(len(letters))
        letters += word
    best: dict[int, list[_Path]] = defaultdict(list, {0: [_Path(0.0)]})
    for start in range(len(letters)):
        best[start] = _likeliest(best[start])
        ends = range(start + 1, min(len(letters), start + spellings.longest) + 1) if best[start] else ()
        for end in ends:
            if not _tears(start, end, breaks, len(letters)):
                words = spellings.words_of(letters[start:end])
                best[end] += [_longer(path, word, start, spellings) for word in words for path in best[start]]
    told = [path for path in _likeliest(best[len(letters)]) if _is_said(path, len(letters), spellings)]
    return tuple(Spelled(path.cost, _joined(path.words, breaks, spellings)) for path in told)


def _tears(start: int, end: int, breaks: set[int], last: int) -> bool:
    """Whether a word would tear what was typed apart: it may be part of a typed one, or some whole ones."""
    crosses = any(start < at < end for at in breaks)
    return crosses and not (start in breaks and (end in breaks or end == last))


def _longer(path: _Path, word: str, start: int, spellings: Spellings) -> _Path:
    before = path.words[-1][0] if path.words else ""
    return _Path(path.cost + spellings.cost(word, before), (*path.words, (word, start)))


def _likeliest(paths: Iterable[_Path]) -> list[_Path]:
    """The likeliest few; of those that say the same the likelier."""
    told: dict[str, _Path] = {}
    for path in sorted(paths, key=lambda path: path.cost):
        told.setdefault("".join(word for word, _ in path.words), path)
    return list(told.values())[:MOST_PATHS]


def _is_said(path: _Path, letters: int, spellings: Spellings) -> bool:
    """Whether words that say something spell half of it, and each single character stands beside a word as elsewhere.

    Of a name that no plan holds nothing but single characters are found.
    """
    words = [word for word, _ in path.words]
    ends = (*(start for _, start in path.words[1:]), letters)
    spans = [end - start for (_, start), end in zip(path.words, ends, strict=True)]
    of_words = sum(span for word, span in zip(words, spans, strict=True) if len(word) > 1 or word in STOP_WORDS)
    pairs = [spellings.is_pair(*pair) for pair in pairwise(words)]
    beside = zip(words, [False, *pairs], [*pairs, False], strict=True)
    is_known = (len(word) > 1 or word in MAY_BEGIN or before or after for word, before, after in beside)
    return 2 * of_words >= letters and all(is_known)


def _joined(words: Sequence[tuple[str, int]], breaks: set[int], spellings: Spellings) -> str:
    """The words as people write them: apart where they were typed apart and are not found side by side."""
    text = words[0][0]
    for (before, _), (word, start) in pairwise(words):
        is_apart = start in breaks and not spellings.is_pair(before, word) and not {before, word} & STOP_WORDS
        text += f" {word}" if is_apart else word
    return text
