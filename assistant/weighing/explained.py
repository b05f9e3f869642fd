"""How far an item, or what people say of its topics, explains the words of a question."""

import numpy as np

from assistant.claims.overlap import overlap
from assistant.claims.reading import read
from assistant.intents import Ask
from assistant.understanding.asks import focus_of
from assistant.weighing.support import Support
from ingest.language.words import content_words, tag_words
from vectorstore.search import Query, Search

THINGS = frozenset({"n", "vn"})  # parts of speech
LEAST_LACKED = 0.5  # weight of the verifier's words for things; a common one weighs less


def explain_words(query: Query, support: Support, search: Search) -> tuple[float, float, float, float]:
    """How far the question's words are the item's or its topics': all, the worst, the worst two; and how foreign one is."""
    weights = query.alignment.weights
    if not len(weights):
        return 0.0, 0.0, 0.0, 0.0
    item = support.hit.item
    covered = query.alignment.nearest(content_words(f"{item.heading}\n{item.text}"))
    explained = np.maximum(covered, search.explained(query, item))
    return (
        float(weights @ explained / weights.sum()),
        float(1 - (weights * (1 - explained)).max() / weights.max()),
        float(np.sort(weights * (1 - explained))[-2:].sum() / weights.sum()),
        float((search.specific(query) * (1 - explained)).max()),
    )


def unexplained_focus(ask: Ask, query: Query, support: Support, search: Search) -> tuple[float, float]:
    """How far the item leaves unexplained what is asked for of the matter: the worst of its things, and of its deeds."""
    item = support.hit.item
    if not query.words:
        return 0.0, 0.0
    covered = query.alignment.nearest(content_words(f"{item.heading}\n{item.text}"))
    known = dict(zip(query.words, np.maximum(covered, search.explained(query, item)).tolist(), strict=True))
    lacks = {word: 1 - known[word] for word in focus_of(ask.text) if word in known and len(word) > 1}
    things = [lack for word, lack in lacks.items() if _tag(word) in THINGS]
    deeds = [lack for word, lack in lacks.items() if _tag(word) == "v"]
    return max(things, default=0.0), max(deeds, default=0.0)


def _tag(word: str) -> str:
    tagged = tag_words(word)
    return tagged[0][1] if len(tagged) == 1 else ""


def lacks_thing(question: str, quoted: str) -> float:
    """1 where the verifier finds nothing in the quote for a thing that the question names."""
    return float(overlap(read(question), read(quoted)).lacked_things >= LEAST_LACKED)
