"""Training pairs: two texts that say the same, made from each source; the other pairs of a batch are the negatives.

Pairs of one article stand beside each other, and batches are cut in order: the neighbours of a passage are then among
its negatives, as the items of one plan are when a question is asked of it.
"""

import random
import re
from collections.abc import Iterator, Mapping, Sequence

import rjieba

from ingest.language.folding import is_han
from vectorstore.thesaurus import Entry
from vectorstore.topics import Topic
from vectorstore.training.translations import Sentence, Text

Pair = dict[str, str]  # {"anchor": ..., "positive": ...}: the column names that sentence-transformers trains on

DROPPED_SHARES = (0.0, 0.2, 0.4, 0.6, 0.75)  # of a sentence's words; a question holds few of an answer's words
NEIGHBOURS = (1, 2, 2, 3, 4)  # sentences before and after: passages from an item's length to a page's paragraph
FROM_ONE_ARTICLE = 4  # at most: one for every so many sentences, so that what is right for one holds little of another
SENTENCES_APART = 6
CLAUSE_END = re.compile("[，；。]")
JOINED_ENTRIES = (1, 1, 2, 3, 4, 6)  # words of the lexicon in one text, so that each is learned among others


def news_pairs(articles: Sequence[list[str]], *, count: int, seed: int) -> Iterator[Pair]:
    """Words of a sentence, sometimes with some of the article's own, and the sentences around it.

    A third of the time the sentence itself is left out: then what surrounds it has to be enough.
    """
    choose = random.Random(seed)
    for sentences, place in _places(articles, count, choose):
        anchor, around = _window(sentences, place, choose)
        if choose.random() < 0.3:
            anchor += drop_words(choose.choice(around), 0.8, choose)
        if choose.random() < 0.33:
            around = [sentence for sentence in around if sentence != sentences[place]] or around
        yield {"anchor": anchor, "positive": "".join(around)}


def gloss_pairs(
    articles: Sequence[list[str]], glosses: Mapping[str, Sequence[str]], *, count: int, seed: int
) -> Iterator[Pair]:
    """A news sentence translated word by word into English, and the Chinese sentences around it."""
    choose = random.Random(seed)
    for sentences, place in _places(articles, count, choose):
        anchor, around = _window(sentences, place, choose)
        english = [choose.choice(glosses[word]) for word in rjieba.cut(anchor) if word in glosses]
        yield {"anchor": " ".join(english) or anchor, "positive": "".join(around)}


def law_pairs(articles: Sequence[str], *, count: int, seed: int) -> Iterator[Pair]:
    """Two random halves of one article's clauses, in any order."""
    choose = random.Random(seed)
    for _ in range(count):
        clauses = [clause for clause in CLAUSE_END.split(choose.choice(articles)) if clause]
        if len(clauses) == 1:
            middle = len(clauses[0]) // 2
            clauses = [clauses[0][:middle], clauses[0][middle:]]
        choose.shuffle(clauses)
        middle = max(1, len(clauses) // 2)
        yield {"anchor": "，".join(clauses[:middle]), "positive": "，".join(clauses[middle:])}


def translation_pairs(texts: Sequence[Text], *, count: int, seed: int) -> Iterator[Pair]:
    """A sentence in one language, often with words dropped, and it and its neighbours in the other, or in its own."""
    choose = random.Random(seed)
    places = [(text, place) for text in texts for place in range(len(text))]
    for _ in range(count):
        text, place = choose.choice(places)
        neighbours = choose.choice((0, 0, 1, 2)) if len(text) > 1 else 0
        around = text[max(0, place - neighbours) : place + neighbours + 1]
        kind = choose.random()
        asked = _say(text[place], choose, english=kind < 0.75)
        found = " ".join(_say(one, choose, english=kind < 0.1 or kind >= 0.75) for one in around)
        yield {"anchor": drop_words(asked, choose.choice(DROPPED_SHARES[:4]), choose), "positive": found}


def lexicon_pairs(entries: Sequence[tuple[str, str]], *, count: int, seed: int) -> Iterator[Pair]:
    """Words, phrases and names in English and in Chinese, one or several joined into one text."""
    choose = random.Random(seed)
    for _ in range(count):
        chosen = [choose.choice(entries) for _ in range(choose.choice(JOINED_ENTRIES))]
        yield {"anchor": " ".join(e for e, _ in chosen), "positive": "，".join(c for _, c in chosen)}


def topic_pairs(topics: Sequence[Topic], *, count: int, seed: int) -> Iterator[Pair]:
    """What people say and what plans say of one topic; sometimes a few of its everyday words, or two ways to ask."""
    choose = random.Random(seed)
    for _ in range(count):
        topic = choose.choice(topics)
        asked = choose.choice(topic.everyday if choose.random() < 0.65 else topic.english)
        kind = choose.random()
        if kind < 0.3 and topic.words:
            asked = " ".join(choose.sample(topic.words, choose.randint(2, 5)))
        found = choose.choice(topic.official) if kind < 0.85 else choose.choice((*topic.everyday, *topic.english))
        yield {"anchor": asked, "positive": found}


def term_pairs(entries: Sequence[Entry], *, count: int, seed: int) -> Iterator[Pair]:
    """A wording of the thesaurus and an official term for it, sometimes two such in one text."""
    choose = random.Random(seed)
    entries = [entry for entry in entries if entry.said]
    for _ in range(count):
        chosen = [choose.choice(entries) for _ in range(choose.choice((1, 1, 2)))]
        said, official = (choose.choice(e.said) for e in chosen), (choose.choice(e.official) for e in chosen)
        yield {"anchor": " ".join(said), "positive": "，".join(official)}


def drop_words(sentence: str, share: float, choose: random.Random) -> str:
    """The sentence with that share of its words left out, never all of them."""
    if not share:
        return sentence
    spaced = not any(is_han(character) for character in sentence)
    words = sentence.split() if spaced else rjieba.cut(sentence)
    left = (" " if spaced else "").join(word for word in words if choose.random() >= share)
    return left if any(character.isalnum() for character in left) else sentence


def _places(articles: Sequence[list[str]], count: int, choose: random.Random) -> Iterator[tuple[list[str], int]]:
    """So many sentences, each as its article and its place in it; those of one article one after the other."""
    made = 0
    while made < count:
        sentences = choose.choice(articles)
        for place in _spread(len(sentences), choose)[: count - made]:
            yield sentences, place
            made += 1


def _window(sentences: Sequence[str], place: int, choose: random.Random) -> tuple[str, list[str]]:
    neighbours = choose.choice(NEIGHBOURS)
    around = list(sentences[max(0, place - neighbours) : place + neighbours + 1])
    return drop_words(sentences[place], choose.choice(DROPPED_SHARES), choose), around


def _spread(length: int, choose: random.Random) -> list[int]:
    """Places in one article, far from each other."""
    count = max(1, min(FROM_ONE_ARTICLE, length // SENTENCES_APART))
    return [min(length - 1, int(length / count * (i + choose.random()))) for i in range(count)]


def _say(sentence: Sentence, choose: random.Random, *, english: bool) -> str:
    return choose.choice(sentence.english if english else sentence.chinese)
