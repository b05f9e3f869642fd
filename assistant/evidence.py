"""Which of the items that were found answer the question, by which sentences; none where they do not."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.question import Part
from assistant.references import look_up
from assistant.wants import WantKind, find_answers
from ingest.characters import fold
from vectorstore.search import Hit, Query, Search, Sentence, weigh_item

# Chosen on benchmarks/questions/development.jsonl; benchmarks/answers.py repeats the choice.
WANTED_BONUS = 0.35  # a sentence that holds what is asked for, a figure or name, over one that merely shares the topic
SENTENCE_COVERAGE_WEIGHT = 0.5
SENTENCE_SIMILARITY_WEIGHT = 0.5
LEAST_SUPPORT = 0.30  # below this the best sentence is about something else
NEAR_BEST = 0.85  # a further item is shown when it scores this share of the best
MOST_ITEMS = 3
CANDIDATES = 8
LONGEST_QUOTE = 200  # characters; a citation's quote is read at a glance
STRICT_KINDS = frozenset({WantKind.SHARE, WantKind.QUANTITY, WantKind.MONEY, WantKind.DATE, WantKind.DURATION, WantKind.ORDINAL})


@dataclass(frozen=True, slots=True)
class Evidence:
    """An item that answers, the sentences of it to quote, and how well it supports an answer."""

    hit: Hit
    quote: tuple[str, ...]
    support: float
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
    if part.phrases and (holding := [h for h in hits if all(p in fold(h.item.text) for p in part.phrases)]):
        hits = holding
    weighed = sorted((_weigh(part, query, hit) for hit in hits), key=lambda e: -e.support)
    supported = [e for e in weighed if e.support >= LEAST_SUPPORT and _fits(part, query, e)]
    best = supported[0].support if supported else 0.0
    chosen = [e for e in supported if e.support >= best * NEAR_BEST][:MOST_ITEMS]
    return Found(part, tuple(chosen), tuple(e.hit for e in weighed[:MOST_ITEMS]))


def _looked_up(part: Part, query: Query, search: Search) -> Found:
    """The items that are named; where the question says more than that, the sentences of them that bear on it."""
    assert part.reference
    evidence, first_and_last = [], None
    for plan in part.plans:
        items = search.store.items.items_of(plan.edition)
        for stored in look_up(part.reference, items):
            hit = weigh_item(query, plan, stored.item, stored.position, search.store.embedder)
            quote = _weigh(part, query, hit).quote if part.want else _opening(hit, whole=part.reference.item is not None)
            evidence.append(Evidence(hit, quote, 1.0, part))
        named = [stored.item.ref for stored in items if stored.item.section]
        first_and_last = (named[0], named[-1]) if named and len(part.plans) == 1 else None
    return Found(part, tuple(evidence), (), None if evidence else first_and_last)


def _weigh(part: Part, query: Query, hit: Hit) -> Evidence:
    asked = fold(part.text)
    scores = [_sentence_score(part, sentence, asked) for sentence in hit.sentences]
    best = max(range(len(scores)), key=scores.__getitem__)
    return Evidence(hit, _quote(hit.sentences, scores, best), hit.score + 0.5 * scores[best], part)


def _sentence_score(part: Part, sentence: Sentence, asked: str) -> float:
    score = SENTENCE_COVERAGE_WEIGHT * sentence.coverage + SENTENCE_SIMILARITY_WEIGHT * max(0.0, sentence.similarity)
    if part.want and find_answers(part.want, sentence.text, asked=asked):
        score += WANTED_BONUS
    return score


def _quote(sentences: Sequence[Sentence], scores: Sequence[float], best: int) -> tuple[str, ...]:
    """The best sentence and its neighbours that bear on the question nearly as well, as long as they are short."""
    first = last = best
    length = len(sentences[best].text)
    while True:
        around = [i for i in (first - 1, last + 1) if 0 <= i < len(sentences) and scores[i] >= scores[best] * 0.6]
        around = [i for i in around if length + len(sentences[i].text) <= LONGEST_QUOTE]
        if not around:
            return tuple(s.text for s in sentences[first : last + 1])
        chosen = max(around, key=lambda i: scores[i])
        first, last = min(first, chosen), max(last, chosen)
        length += len(sentences[chosen].text)


def _opening(hit: Hit, *, whole: bool) -> tuple[str, ...]:
    """The item's first sentences: all that fit in a quote, or one where an outline is asked for."""
    texts = [sentence.text for sentence in hit.sentences]
    count = 1
    while whole and count < len(texts) and sum(map(len, texts[: count + 1])) <= LONGEST_QUOTE * 1.5:
        count += 1
    return tuple(texts[:count])


def _fits(part: Part, query: Query, evidence: Evidence) -> bool:
    """Whether the evidence names the places and years it must, and holds the figure or date that is asked for."""
    text = fold(evidence.hit.item.text)
    if not all(required in text for required in part.required):
        return False
    if part.want and part.want.kind in STRICT_KINDS:
        return bool(find_answers(part.want, "".join(evidence.quote), asked=fold(part.text)))
    return True


def bold_spans(part: Part, words: Sequence[str], sentence: str) -> tuple[tuple[int, int], ...]:
    """What to show in bold: the figure or name that is asked for, else the question's own words in the sentence."""
    if part.want and (spans := find_answers(part.want, sentence, asked=fold(part.text))):
        return _merged(spans)
    folded = fold(sentence)
    if len(folded) != len(sentence):  # a character that folds into several: leave the sentence plain
        return ()
    return _merged([m.span() for word in words if len(word) > 1 for m in re.finditer(re.escape(word), folded)])


def _merged(spans: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
