"""Training pairs: two texts that say the same, made from each source; the other pairs of a batch are the negatives."""

import random
from collections.abc import Iterator, Sequence

import rjieba

from vectorstore.thesaurus import Topic

Pair = dict[str, str]  # {"anchor": ..., "positive": ...}: the column names that sentence-transformers trains on

DROPPED_SHARE = (0.0, 0.0, 0.2, 0.4, 0.6)  # of a news sentence's words; a question holds few of an answer's words
NEIGHBOURS = 2  # sentences before and after, about as long as an item of a plan


def news_pairs(articles: Sequence[list[str]], *, count: int, seed: int) -> Iterator[Pair]:
    """A sentence, often with words dropped, and the sentences around it (half the time with the sentence itself)."""
    choose = random.Random(seed)
    for _ in range(count):
        sentences = choose.choice(articles)
        place = choose.randrange(len(sentences))
        around = sentences[max(0, place - NEIGHBOURS) : place + NEIGHBOURS + 1]
        if choose.random() < 0.5:
            around = [s for s in around if s != sentences[place]] or around
        yield {"anchor": drop_words(sentences[place], choose), "positive": "".join(around)}


def law_pairs(articles: Sequence[str], *, count: int, seed: int) -> Iterator[Pair]:
    """Two random halves of one article's clauses, in any order."""
    choose = random.Random(seed)
    for _ in range(count):
        clauses = choose.choice(articles).replace("；", "，").replace("。", "，").split("，")
        if len(clauses) == 1:
            middle = len(clauses[0]) // 2
            clauses = [clauses[0][:middle], clauses[0][middle:]]
        choose.shuffle(clauses)
        middle = max(1, len(clauses) // 2)
        yield {"anchor": "，".join(clauses[:middle]), "positive": "，".join(clauses[middle:])}


def english_pairs(translations: Sequence[tuple[str, str]], *, count: int, seed: int) -> Iterator[Pair]:
    """An English sentence, phrase or word and its Chinese; sometimes two or three phrases joined into one text."""
    choose = random.Random(seed)
    for _ in range(count):
        chosen = [choose.choice(translations) for _ in range(choose.choice((1, 1, 2, 3)))]
        english, chinese = " ".join(e for e, _ in chosen), "，".join(c for _, c in chosen)
        yield {"anchor": english, "positive": chinese}


def topic_pairs(topics: Sequence[Topic], *, count: int, seed: int) -> Iterator[Pair]:
    """What people say and what plans say of one topic; also a term and its official form, and two ways to ask."""
    choose = random.Random(seed)
    for _ in range(count):
        topic = choose.choice(topics)
        asked = topic.everyday if choose.random() < 0.7 else topic.english
        kind = choose.random()
        if kind < 0.7:
            anchor, positive = choose.choice(asked), choose.choice(topic.official)
        elif kind < 0.85:
            anchor, positive = choose.choice(topic.terms)
        else:
            anchor, positive = choose.sample((*topic.everyday, *topic.english), 2)
        yield {"anchor": anchor, "positive": positive}


def drop_words(sentence: str, choose: random.Random) -> str:
    """The sentence with a random share of its words left out, never all of them."""
    share = choose.choice(DROPPED_SHARE)
    if not share:
        return sentence
    return "".join(word for word in rjieba.cut(sentence) if choose.random() >= share) or sentence
