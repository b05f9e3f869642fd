"""The words of the plans, the thesaurus and the topics by their spelling in pinyin, each with how likely it is."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import pairwise

from assistant.understanding.places import region_names
from ingest.language.folding import fold, is_han
from ingest.language.sounds import pinyin_of
from ingest.language.words import STOP_WORDS, split_words
from vectorstore.item_store import StoredItem
from vectorstore.stored_plan import StoredPlan
from vectorstore.thesaurus import read_thesaurus
from vectorstore.topics import read_topics

MOST_ITEMS = 2_000  # of the newest plans, whose words are read: more would be waited for
PLACE_COUNT = 200  # a plan's place is as likely as a word that stands so often in the topics
ASKING_COUNT = 20  # the same of a word that asks or joins, which plans seldom hold: 如何
PAIR_SHARE = 0.5  # how much the word before says of a word
LONGEST_WORD = 8  # characters
LATIN_WORD = re.compile("[a-z]+")


class Spellings:
    """Words by their spelling, and how likely one follows another."""

    def __init__(self, counts: Counter[str], pairs: Counter[tuple[str, str]]) -> None:
        self._counts, self._pairs, self._total = counts, pairs, sum(counts.values())
        self._words: dict[str, list[str]] = defaultdict(list)
        for word in counts:
            self._words[pinyin_of(word)].append(word)
        self.longest = max(map(len, self._words), default=0)

    def words_of(self, letters: str) -> Sequence[str]:
        """The words that are spelled so."""
        return self._words.get(letters, ())

    def is_pair(self, before: str, word: str) -> bool:
        """Whether the second word follows the first somewhere."""
        return (before, word) in self._pairs

    def cost(self, word: str, before: str) -> float:
        """Minus the logarithm of how likely the word is after the one before it: by both, and by itself."""
        alone = self._counts[word] / self._total
        behind = self._pairs[before, word] / self._counts[before] if before in self._counts else 0.0
        return -math.log((1 - PAIR_SHARE) * alone + PAIR_SHARE * behind)


class SpellingsOfPlans:
    """The spellings of the words that the plans hold, beside those that the topics and the thesaurus do."""

    def __init__(self) -> None:
        self._made: tuple[tuple[str, ...], Spellings] | None = None

    def of(self, plans: Sequence[StoredPlan], items_of: Callable[[str], Sequence[StoredItem]]) -> Spellings:
        """The spellings, made anew where other plans are asked for than last time, which takes a second or two."""
        editions = tuple(plan.edition for plan in plans)
        if self._made is None or self._made[0] != editions:
            self._made = editions, _spellings(plans, items_of)
        return self._made[1]


def _spellings(plans: Sequence[StoredPlan], items_of: Callable[[str], Sequence[StoredItem]]) -> Spellings:
    counts, pairs = Counter(_shipped_words()[0]), Counter(_shipped_words()[1])
    read = 0
    for plan in sorted(plans, key=lambda plan: -(plan.identity.year or 0)):
        read += plan.item_count
        texts = [stored.item.text for stored in items_of(plan.edition)] if read <= MOST_ITEMS else []
        _count([plan.identity.title, *texts], counts, pairs)
    for region in {plan.identity.region for plan in plans if plan.identity.region}:
        counts.update({name: PLACE_COUNT for name in region_names(region) if not name.isascii()})
    return Spellings(counts, pairs)


@cache
def known_english() -> frozenset[str]:
    """The Latin words that the topics and the thesaurus are spoken of with."""
    texts = [text for topic in read_topics() for text in (*topic.english, *topic.words)]
    texts += [text for entry in read_thesaurus() for text in entry.english]
    return frozenset(word for text in texts for word in LATIN_WORD.findall(text.lower()))


@cache
def _shipped_words() -> tuple[Counter[str], Counter[tuple[str, str]]]:
    counts: Counter[str] = Counter({word: ASKING_COUNT for word in STOP_WORDS if all(map(is_han, word))})
    pairs: Counter[tuple[str, str]] = Counter()
    for topic in read_topics():
        _count((*topic.everyday, *topic.official, *topic.words), counts, pairs)
    for entry in read_thesaurus():
        terms = [fold(term) for said in (entry.official, entry.everyday, entry.abbreviations) for term in said]
        counts.update(term for term in terms if all(map(is_han, term)) and len(term) <= LONGEST_WORD)
        _count(terms, counts, pairs)
    return counts, pairs


def _count(texts: Iterable[str], counts: Counter[str], pairs: Counter[tuple[str, str]]) -> None:
    """Count the texts' words, and which follow each other."""
    for text in texts:
        words = split_words(fold(text))
        counts.update(word for word in words if len(word) <= LONGEST_WORD and all(map(is_han, word)))
        pairs.update(pairwise(words))
