"""Which of the items that were found answer the question, by which sentences; none where they do not."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.question import Part
from assistant.references import look_up
from assistant.support import Support, weigh
from ingest.characters import fold
from vectorstore.search import Hit, Query, Search

# Chosen on benchmarks/questions/development.jsonl; benchmarks/answers.py repeats the choice.
LEAST_SCORE = 0.25  # below this the best item is about something else
LEAST_FIT = 0.35  # below this the figure or date that stands there belongs to something else
NEAR_BEST = 0.92  # a further item is shown when it scores this share of the best
MOST_ITEMS = 3
CANDIDATES = 10
LONGEST_QUOTE = 200  # characters; a citation's quote is read at a glance


@dataclass(frozen=True, slots=True)
class Evidence:
    """An item that answers, the sentences of it to quote in their order, and how well it supports an answer."""

    hit: Hit
    sentences: tuple[str, ...]
    score: float
    part: Part


@dataclass(frozen=True, slots=True)
class Found:
    """The evidence for one part of the question, best first, and the nearest items where there is none."""

    part: Part
    evidence: tuple[Evidence, ...]
    nearest: tuple[Hit, ...] = ()
    first_and_last: tuple[str, str] | None = None  # refs of the plan in which a named item was looked up in vain


def gather(part: Part, search: Search) -> Found:
    """The evidence for one part of a question."""
    query = search.query(part.text)
    if part.reference:
        return _looked_up(part, query, search)
    hits = search.search(query, plans=part.plans, limit=CANDIDATES)
    if part.phrases and (holding := [hit for hit in hits if all(p in fold(hit.item.text) for p in part.phrases)]):
        hits = holding
    weighed = sorted((weigh(part, query, hit) for hit in hits), key=lambda support: -support.score)
    answering = [support for support in weighed if _answers(part, support)]
    best = answering[0].score if answering else 0.0
    chosen = [support for support in answering if support.score >= best * NEAR_BEST][:MOST_ITEMS]
    evidence = tuple(Evidence(s.hit, s.sentences(LONGEST_QUOTE), s.score, part) for s in chosen)
    return Found(part, evidence, tuple(support.hit for support in weighed[:MOST_ITEMS]))


def _answers(part: Part, support: Support) -> bool:
    """Whether the item is near enough, names the places and years it must, and holds the figure or date asked for."""
    text = fold(support.hit.item.text)
    if support.hit.score < LEAST_SCORE or not all(required in text for required in part.required):
        return False
    strict = [fit for want, fit in support.fits if want.is_strict]
    return not strict or max(strict) >= LEAST_FIT


def _looked_up(part: Part, query: Query, search: Search) -> Found:
    """The items that are named; where the question says more than that, the sentences of them that bear on it."""
    assert part.reference
    evidence, first_and_last = [], None
    for plan in part.plans:
        items = search.store.items.items_of(plan.edition)
        for stored in look_up(part.reference, items):
            hit = search.weigh(query, plan, stored)
            if part.wants:
                sentences = weigh(part, query, hit).sentences(LONGEST_QUOTE)
            else:
                sentences = _opening(hit, whole=part.reference.item is not None)
            evidence.append(Evidence(hit, sentences, 1.0, part))
        named = [stored.item.ref for stored in items if stored.item.section]
        first_and_last = (named[0], named[-1]) if named and len(part.plans) == 1 else None
    return Found(part, tuple(evidence), (), None if evidence else first_and_last)


def _opening(hit: Hit, *, whole: bool) -> tuple[str, ...]:
    """The item's first sentences: all that fit in a quote, or one where an outline is asked for."""
    texts = [sentence.text for sentence in hit.sentences]
    return tuple(_that_fit(texts, 1.5 * LONGEST_QUOTE)) if whole else tuple(texts[:1])


def _that_fit(texts: Sequence[str], characters: float) -> list[str]:
    fitting = texts[:1]
    for text in texts[1:]:
        if sum(map(len, fitting)) + len(text) > characters:
            break
        fitting = [*fitting, text]
    return list(fitting)
