"""Which of the items that were found answer the question, by which sentences; none where they do not."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.question import Part
from assistant.weighing.confidence import Judgement, judge
from assistant.weighing.look_up import look_up, neighbour
from assistant.weighing.support import Span, Support, weigh
from ingest.language.reading import read
from vectorstore.item_store import StoredItem
from vectorstore.search import Hit, Query, Search, holds_figure
from vectorstore.stored_plan import StoredPlan

NEAR_BEST, NEAR_BEST_UNSURE = 0.92, 0.75  # a further item is shown when it scores this share of the best
NEAR_BEFORE = 0.5  # the same where more is asked for
MOST_ITEMS = 3
MOST_LISTED = 30  # items of a listing that are shown; all are counted
CANDIDATES, MOST_JUDGED = 10, 6  # items that are weighed, and of these the ones that may answer
LONGEST_LABEL = 8  # characters of a label and a full stop beside the heading
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
    count: int = 0  # of a listing or a place to read: all items; of plans that differ: all plans
    by_plan: bool = False  # the plans say different things; each that is shown has one item
    query: Query | None = None
    judged: tuple[Judgement, ...] = ()  # what was thought of the best items, best first


def gather(part: Part, search: Search) -> Found:
    """The evidence for one part of a question."""
    query = search.query(part.text, context=part.context)
    if part.is_listing:
        return _listed(part, query, search)
    if part.reference:
        return _looked_up(part, query, search)
    hits = search.search(query, plans=part.plans, limit=CANDIDATES)
    if part.phrases:
        hits = [hit for hit in hits if all(phrase in read(hit.item.text).folded for phrase in part.phrases)]
    weighed = sorted((weigh(part, query, hit) for hit in hits), key=lambda support: -support.score)
    judged = tuple(judge(part, query, support, search) for support in weighed[:MOST_JUDGED])
    answering = [judgement.support for judgement in judged if judgement.answers]
    sure = any(judgement.is_sure for judgement in judged[:1])
    found = Found(
        part, (), tuple(support.hit for support in weighed[:MOST_ITEMS]), is_sure=sure, query=query, judged=judged
    )
    return _chosen(found, answering, search) if answering else found


def _chosen(found: Found, answering: Sequence[Support], search: Search) -> Found:
    """Found with the items to show of those that answer."""
    part = found.part
    near = NEAR_BEST if found.is_sure else NEAR_BEST_UNSURE
    bearing = [support for support in answering if support.score >= answering[0].score * near]
    shown = bearing[: 1 if part.is_compared else MOST_ITEMS]
    if by_plan := found.is_sure and len(shown) > 1 and _are_of_different_plans(shown):
        bearing = _best_by_plan(bearing)
        shown = bearing[:MOST_ITEMS]
    if part.steps:
        return _moved_on(found, shown[0], search)
    if part.is_more:
        return _further(found, answering, shown)
    return replace(found, evidence=_evidence(part, shown), by_plan=by_plan, count=len(bearing) if by_plan else 0)


def _further(found: Found, answering: Sequence[Support], shown: Sequence[Support]) -> Found:
    """Found with the items that bear on the question after those that were shown."""
    least = answering[0].score * NEAR_BEFORE
    further = [support for support in answering if support not in shown and support.score >= least]
    known = [support.hit for support in shown]
    nearest = tuple(hit for hit in found.nearest if hit not in known)
    return replace(found, evidence=_evidence(found.part, further[:MOST_ITEMS]), nearest=nearest)


def _are_of_different_plans(shown: Sequence[Support]) -> bool:
    return len({support.hit.plan.id for support in shown}) == len(shown)


def _best_by_plan(bearing: Sequence[Support]) -> list[Support]:
    """The best item of each plan, the newest plan first."""
    best = {support.hit.plan.id: support for support in reversed(bearing)}
    return sorted(best.values(), key=lambda support: -(support.hit.plan.identity.year or 0))


def _evidence(part: Part, supports: Sequence[Support]) -> tuple[Evidence, ...]:
    return tuple(Evidence(s.hit, s.quoted(LONGEST_QUOTE), s.score, part) for s in supports)


def _moved_on(found: Found, best: Support, search: Search) -> Found:
    """The item so many behind the one that answers: `下一条呢`."""
    plan = best.hit.plan
    items = search.store.items.items_of(plan.edition)
    start = next(stored for stored in items if stored.item.ref == best.hit.item.ref)
    moved = neighbour(start, items, found.part.steps)
    if not moved or not found.query:
        return replace(found, first_and_last=_first_and_last(items))
    opened = _opened(found.part, found.query, plan, moved, search, whole=True)
    return replace(found, evidence=(opened,), is_sure=True)


def _looked_up(part: Part, query: Query, search: Search) -> Found:
    """The items that are named; where the question says more than that, the sentences of them that bear on it."""
    assert part.reference
    evidence: list[Evidence] = []
    ends = None
    for plan in part.plans:
        items = search.store.items.items_of(plan.edition)
        named = look_up(part.reference, items)
        for stored in named:
            if part.wants:
                hit = search.weigh(query, plan, stored)
                evidence.append(Evidence(hit, weigh(part, query, hit).quoted(LONGEST_QUOTE), 1.0, part))
            else:
                evidence.append(_opened(part, query, plan, stored, search, whole=len(named) == 1))
        ends = _first_and_last(items) if len(part.plans) == 1 else None
    if not evidence and part.reference.title and query.words:  # no section is called so: a question like any other
        return gather(replace(part, reference=None), search)
    return Found(part, tuple(evidence), first_and_last=None if evidence else ends, count=len(evidence), query=query)


def _listed(part: Part, query: Query, search: Search) -> Found:
    """Every item that holds the words, plan by plan, with the sentence that does."""
    newest_first = sorted(part.plans, key=lambda plan: -(plan.identity.year or 0))
    hits = search.holding(query, plans=newest_first, together=True, in_figures=part.in_figures)
    if not hits:
        return gather(replace(part, is_listing=False), search)
    evidence = []
    for hit in hits[:MOST_LISTED]:
        told = [one for one in hit.sentences if holds_figure(one.text, hit.item)] if part.in_figures else []
        best = max(told or hit.sentences, key=lambda sentence: (sentence.coverage, sentence.similarity))
        texts = [sentence.text for sentence in hit.sentences]
        quoted = _beyond_heading(hit, texts[hit.sentences.index(best) :])
        evidence.append(Evidence(hit, tuple((text, ()) for text in quoted), hit.score, part))
    return Found(part, tuple(evidence), count=len(hits), query=query)


def _opened(part: Part, query: Query, plan: StoredPlan, stored: StoredItem, search: Search, *, whole: bool) -> Evidence:
    """An item by its first sentences: all that fit in a quote, or one where an outline is asked for."""
    hit = search.weigh(query, plan, stored)
    texts = [sentence.text for sentence in hit.sentences]
    shown = _that_fit(texts, 1.5 * LONGEST_QUOTE) if whole else _beyond_heading(hit, texts)
    return Evidence(hit, tuple((text, ()) for text in shown), 1.0, part)


def _beyond_heading(hit: Hit, texts: Sequence[str]) -> list[str]:
    """The first of the sentences, with the next where the first only repeats the item's heading."""
    repeats = bool(hit.item.heading) and len(texts[0]) <= len(hit.item.heading) + LONGEST_LABEL
    return list(texts[:2] if repeats and hit.item.heading in texts[0] else texts[:1])


def _first_and_last(items: Sequence[StoredItem]) -> tuple[str, str] | None:
    named = [stored.item.ref for stored in items if stored.item.section]
    return (named[0], named[-1]) if named else None


def _that_fit(texts: Sequence[str], characters: float) -> list[str]:
    fitting = list(texts[:1])
    for text in texts[1:]:
        if sum(map(len, fitting)) + len(text) > characters:
            break
        fitting.append(text)
    return fitting
