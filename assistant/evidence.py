"""Which of the items that were found answer the question, by which sentences; none where they do not."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.question import Part
from assistant.references import look_up
from assistant.support import Span, Support, weigh
from ingest.characters import fold
from vectorstore.search import Hit, Query, Search

# Chosen on benchmarks/questions/development.jsonl; benchmarks/answers.py repeats the choice.
LEAST_SCORE = 0.24  # below this the best item is about something else
LEAST_NEARNESS = 0.85  # in meaning, of an item that shares few words with the question
LEAST_STRICT_NEARNESS = 0.90  # the same where a figure or date is asked for
TOPIC_SHARE, PLACED_SHARE = 0.4, 0.15  # of nearness in meaning, beside cosines
LEAST_FIT = 0.30  # below this the figure or date that stands there belongs to something else
LEAST_LOOSE_SCORE = 0.33  # below this an item without the name asked for is about something else
LEAST_SIMILARITY = 0.18  # cosine, of an unsure item with a question that names no plan, place or year
SURE_SCORE = 0.40  # from here on the best item is nearly always right; below, the right one is among the first three
NEAR_BEST, NEAR_BEST_UNSURE = 0.92, 0.75  # a further item is shown when it scores this share of the best
MOST_ITEMS = 3
CANDIDATES = 10
LONGEST_QUOTE = 200  # characters; a citation's quote is read at a glance
Quoted = tuple[str, tuple[Span, ...]]  # a sentence and the spans in it that give what is asked for


@dataclass(frozen=True, slots=True)
class Evidence:
    """An item that answers, the sentences of it to quote in their order, and how well it supports an answer."""

    hit: Hit
    sentences: tuple[Quoted, ...]
    score: float
    part: Part


@dataclass(frozen=True, slots=True)
class Found:
    """The evidence for one part of the question, best first, and the nearest items where there is none."""

    part: Part
    evidence: tuple[Evidence, ...]
    nearest: tuple[Hit, ...] = ()
    is_sure: bool = True
    first_and_last: tuple[str, str] | None = None  # refs of the plan in which a named item was looked up in vain


def gather(part: Part, search: Search) -> Found:
    """The evidence for one part of a question."""
    query = search.query(part.text)
    if part.reference:
        return _looked_up(part, query, search)
    hits = search.search(query, plans=part.plans, limit=CANDIDATES)
    if part.phrases:
        hits = [hit for hit in hits if all(phrase in fold(hit.item.text) for phrase in part.phrases)]
    weighed = sorted((weigh(part, query, hit) for hit in hits), key=lambda support: -support.score)
    spoken_of = float(query.topic_scores.max(initial=0.0))
    answering = [support for support in weighed if _answers(part, support, spoken_of)]
    sure = bool(answering) and answering[0].hit.score >= SURE_SCORE
    least = answering[0].score * (NEAR_BEST if sure else NEAR_BEST_UNSURE) if answering else 0.0
    chosen = [support for support in answering if support.score >= least][: 1 if part.is_compared else MOST_ITEMS]
    evidence = tuple(Evidence(s.hit, s.quoted(LONGEST_QUOTE), s.score, part) for s in chosen)
    return Found(part, evidence, tuple(support.hit for support in weighed[:MOST_ITEMS]), is_sure=sure)


def _answers(part: Part, support: Support, spoken_of: float) -> bool:
    """Whether the item is near enough, names the places and years it must, and holds the figure or date asked for.

    `spoken_of` is how far the question speaks of the topic that it speaks of most.
    """
    texts = [sentence.text for sentence in support.hit.sentences]
    named_in = [texts[i] for i in support.fitting] if part.wants else texts
    if not _name_all(part.required, named_in):
        return False
    if support.is_worded_otherwise and not part.is_compared:
        return _is_near_in_meaning(part, support, spoken_of)
    if support.hit.score < LEAST_SCORE:
        return False
    if not part.is_placed and support.hit.score < SURE_SCORE and _is_off_topic(support):
        return False
    strict = [fit for want, fit in support.fits if want.is_strict]
    if strict:
        return max(strict) >= LEAST_FIT
    return (
        part.is_compared
        or not support.fits
        or support.hit.score >= LEAST_LOOSE_SCORE
        or max(f for _, f in support.fits) >= LEAST_FIT
    )


def _is_near_in_meaning(part: Part, support: Support, spoken_of: float) -> bool:
    """Whether an item that shares few words with the question is about what it speaks of, and may hold what it asks for.

    Who names a plan's place asks about plans; of other questions more nearness is asked. `那2024年呢` alone asks nothing.
    """
    if not support.alignment.words:
        return False
    features = support.hit.features
    nearness = (
        max(0.0, features.official_similarity)
        + max(0.0, features.sentence_similarity)
        + TOPIC_SHARE * features.topic_bearing / max(spoken_of, 1e-6)
        + PLACED_SHARE * part.is_placed
    )
    strict = [fit for want, fit in support.fits if want.is_strict]
    if strict:
        return max(strict) > 0 and nearness >= LEAST_STRICT_NEARNESS
    return nearness >= LEAST_NEARNESS


def _is_off_topic(support: Support) -> bool:
    """Whether the item shares only stray words with the question, as with one about the weather."""
    return support.hit.features.item_similarity < LEAST_SIMILARITY


def _name_all(required: Sequence[str], sentences: Sequence[str]) -> bool:
    """Whether one of the sentences names all the places and years that are required."""
    return not required or any(all(name in fold(sentence) for name in required) for sentence in sentences)


def _looked_up(part: Part, query: Query, search: Search) -> Found:
    """The items that are named; where the question says more than that, the sentences of them that bear on it."""
    assert part.reference
    evidence, first_and_last = [], None
    for plan in part.plans:
        items = search.store.items.items_of(plan.edition)
        for stored in look_up(part.reference, items):
            hit = search.weigh(query, plan, stored)
            if part.wants:
                sentences = weigh(part, query, hit).quoted(LONGEST_QUOTE)
            else:
                sentences = _opening(hit, whole=part.reference.item is not None)
            evidence.append(Evidence(hit, sentences, 1.0, part))
        named = [stored.item.ref for stored in items if stored.item.section]
        first_and_last = (named[0], named[-1]) if named and len(part.plans) == 1 else None
    return Found(part, tuple(evidence), first_and_last=None if evidence else first_and_last)


def _opening(hit: Hit, *, whole: bool) -> tuple[Quoted, ...]:
    """The item's first sentences: all that fit in a quote, or one where an outline is asked for."""
    texts = [sentence.text for sentence in hit.sentences]
    return tuple((text, ()) for text in (_that_fit(texts, 1.5 * LONGEST_QUOTE) if whole else texts[:1]))


def _that_fit(texts: Sequence[str], characters: float) -> list[str]:
    fitting = texts[:1]
    for text in texts[1:]:
        if sum(map(len, fitting)) + len(text) > characters:
            break
        fitting = [*fitting, text]
    return list(fitting)
