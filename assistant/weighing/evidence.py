"""Which of the items that were found answer the question, and what of them is quoted; none where they do not."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from assistant.question import Form, Part
from assistant.understanding.asks import matter_of
from assistant.understanding.wants import WantKind
from assistant.units import end_of_heading
from assistant.weighing.confidence import Judgement, judge
from assistant.weighing.look_up import look_up, neighbour
from assistant.weighing.select import Piece, Selection, select_answer, select_content, select_opening
from assistant.weighing.support import Support, weigh
from ingest.language.reading import read
from ingest.language.words import content_words
from vectorstore.item_store import StoredItem
from vectorstore.search import Hit, Query, Search, holds_figure
from vectorstore.stored_plan import StoredPlan

NEAR_BEST, NEAR_BEST_UNSURE = 0.92, 0.75  # a further item is shown when it scores this share of the best
NEAR_NEWEST = 0.5  # a newer plan of the place goes before the best when it answers this share as surely
WEIGHTY = 0.4  # a word of the question that weighs this share of its weightiest tells what is asked
SHARED = 0.7  # an item is offered where it is so near to such a word, in whatever words
LACKED = 0.5  # a newer plan that is so much farther from such a word does not speak of the matter
NEAR_PLACE = 0.8  # another place is shown beside the best when its item scores this share of it
NEAR_CONTENT = 0.7  # what is told of a matter in a further item
NEAR_BEFORE = 0.5  # the same where more is asked for
LEAST_NEAR_MISS = 0.3  # confidence in an item of which is said that it does not say what is asked for
MOST_ITEMS = 3
MOST_CONTENTS = 4  # items that are told where it is asked what a plan says of a matter
MOST_LISTED = 30  # items of a listing that are shown; all are counted
CANDIDATES, MOST_JUDGED = (
    20,
    6,
)  # items that are weighed, and of these the ones that may answer, beside the best of each plan
LONGEST_OPENED = 600  # characters of one item that was named; more are counted


@dataclass(frozen=True, slots=True)
class Evidence:
    """An item that answers, what is quoted of it, and how well it supports an answer."""

    hit: Hit
    selection: Selection
    score: float
    part: Part

    @property
    def words(self) -> tuple[str, ...]:
        """The runs that are quoted."""
        return self.selection.words(self.hit.item.text)


@dataclass(frozen=True, slots=True)
class Found:
    """The evidence for one part of the question, best first, and the nearest items where there is none."""

    part: Part
    evidence: tuple[Evidence, ...]
    nearest: tuple[Hit, ...] = ()
    is_sure: bool = True
    first_and_last: tuple[str, str] | None = None  # refs of the plan in which a named item was looked up in vain
    count: int = 0  # of a listing or a place to read: all items
    further: tuple[StoredPlan, ...] = ()  # other plans of the same place that speak of it too
    choices: tuple[str, ...] = ()  # the places whose plans answer, where several do and none was named
    query: Query | None = None
    judged: tuple[Judgement, ...] = ()  # what was thought of the best items, best first

    @property
    def lacks(self) -> WantKind | None:
        """What is asked for and not said by the best item, which is surely about the matter; None where it is not that."""
        best = self.judged[0] if self.judged and not self.evidence else None
        return best.lacks if best and best.confidence >= LEAST_NEAR_MISS else None


def gather_all(parts: Sequence[Part], search: Search) -> list[Found]:
    """The evidence for each part of a question."""
    found: list[Found] = []
    for part in parts:
        before = found[-1] if found and part.is_of_before else None
        found.append(gather_beside(part, before, search) if before and before.evidence else gather(part, search))
    return found


def gather(part: Part, search: Search) -> Found:
    """The evidence for one part of a question."""
    query = search.query(matter_of(part.text), context=part.context)
    if part.is_listing:
        return _listed(part, query, search)
    if part.reference:
        return _looked_up(part, query, search)
    hits = search.search(query, plans=part.plans, limit=CANDIDATES)
    if part.phrases:
        held = [hit for hit in hits if all(phrase in read(hit.item.text).folded for phrase in part.phrases)]
        hits = held if held or part.form is not Form.CONTENT else hits  # 关于“校园安全”: a matter, no wording
    return _judged(part, query, hits, search)


def gather_beside(part: Part, before: Found, search: Search) -> Found:
    """The evidence for what else is asked of the very items that answered: `谁负责` after `新建几所幼儿园`."""
    query = search.query(matter_of(part.text), context=part.context)
    items = {plan.edition: search.store.items.items_of(plan.edition) for plan in part.plans}
    hits = [
        search.weigh(query, evidence.hit.plan, items[evidence.hit.plan.edition][evidence.hit.position])
        for evidence in before.evidence[:1]
    ]
    return _judged(part, query, hits, search)


def _judged(part: Part, query: Query, hits: Sequence[Hit], search: Search) -> Found:
    supports = [weigh(part, query, hit) for hit in hits]
    weighed = sorted(supports, key=lambda support: -support.score)
    judged = tuple(judge(part, query, support, search) for support in _worth_judging(weighed))
    answering = [judgement for judgement in judged if judgement.answers]
    sure = any(judgement.is_sure for judgement in judged[:1])
    if any(want.kind is WantKind.BODY and want.is_firm for want in part.wants) and not sure:
        answering = []  # an office that stands in an item of another matter is responsible for that one
    nearest = tuple(support.hit for support in weighed[:MOST_ITEMS] if _shares_word(support))
    found = Found(part, (), nearest, is_sure=sure, query=query, judged=judged)
    return _chosen(found, answering, search) if answering else found


def _shares_word(support: Support) -> bool:
    """Whether the item holds, in whatever words, one of those that tell what is asked."""
    alignment, item = support.alignment, support.hit.item
    if not len(alignment.weights):
        return False
    held = alignment.nearest(content_words(f"{item.section_title}\n{item.heading}\n{item.text}"))
    counted = alignment.weights >= WEIGHTY * alignment.weights.max()
    return bool((held[counted] >= SHARED).any())


def _worth_judging(weighed: Sequence[Support]) -> list[Support]:
    """The best, and the best of each further plan."""
    best, plans = list(weighed[:MOST_JUDGED]), {support.hit.plan.id for support in weighed[:MOST_JUDGED]}
    for support in weighed[MOST_JUDGED:]:
        if support.hit.plan.id not in plans:
            plans.add(support.hit.plan.id)
            best.append(support)
    return best


def _chosen(found: Found, answering: Sequence[Judgement], search: Search) -> Found:
    """Found with the items to show of those that answer."""
    part = found.part
    if part.is_compared:
        return replace(found, evidence=_evidence(part, [answering[0].support]))
    shown, further, choices = _by_place(found, answering)
    if part.steps:
        return _moved_on(found, shown[0], search)
    if part.is_more:
        return _further(found, [judgement.support for judgement in answering], shown)
    return replace(found, evidence=_evidence(part, shown), further=further, choices=choices)


def _by_place(
    found: Found, answering: Sequence[Judgement]
) -> tuple[list[Support], tuple[StoredPlan, ...], tuple[str, ...]]:
    """The items to show; the further plans of the place; and the places to choose from, where several answer.

    The newest plan of a place that speaks of the matter comes first.
    """
    places: dict[str, list[Judgement]] = {}
    for judgement in answering:
        places.setdefault(_place_of(judgement.support.hit.plan), []).append(judgement)
    least = answering[0].support.score * NEAR_PLACE
    near = [of for of in places.values() if of[0].support.score >= least]
    if len(near) < 2:
        shown, further = _newest(found, near[0])
        return shown, further, ()
    newest = [_newest(found, of)[0][0] for of in near]
    names = tuple(name for support in newest if (name := support.hit.plan.identity.region))
    shown = newest[:MOST_ITEMS]
    if found.is_sure:
        shown.sort(key=lambda support: -(support.hit.plan.identity.year or 0))
    return shown, (), names if len(names) > 1 else ()


def _newest(found: Found, of_place: Sequence[Judgement]) -> tuple[list[Support], tuple[StoredPlan, ...]]:
    """The items of the place's newest plan that answers about as surely as the best; and its other plans that do."""
    least = NEAR_NEWEST * of_place[0].confidence
    best = of_place[0].support
    near = [judgement.support for judgement in of_place if judgement.confidence >= least]
    near = [support for support in near if not _lacks_word(support, best)]
    first = max(near, key=lambda support: (support.hit.plan.identity.year or 0, support.score))
    own = [judgement.support for judgement in of_place if judgement.support.hit.plan.id == first.hit.plan.id]
    share = NEAR_CONTENT if found.part.form is Form.CONTENT else NEAR_BEST if found.is_sure else NEAR_BEST_UNSURE
    most = MOST_CONTENTS if found.part.form is Form.CONTENT else MOST_ITEMS
    shown = [support for support in own if support.score >= own[0].score * share][:most]
    others = {support.hit.plan.id: support.hit.plan for support in near if support.hit.plan.id != first.hit.plan.id}
    return shown, tuple(sorted(others.values(), key=lambda plan: -(plan.identity.year or 0)))


def _lacks_word(support: Support, best: Support) -> bool:
    """Whether the item leaves out a word of the question that the best one holds: an art festival, and no dance in it."""
    alignment = support.alignment
    if not len(alignment.weights):
        return False
    own, held = (
        alignment.nearest(content_words(f"{one.hit.item.heading}\n{one.hit.item.text}")) for one in (support, best)
    )
    counted = alignment.weights >= WEIGHTY * alignment.weights.max()
    return bool(((held - own)[counted] >= LACKED).any())


def _place_of(plan: StoredPlan) -> str:
    return plan.identity.region or plan.identity.issuer or plan.id


def _further(found: Found, answering: Sequence[Support], shown: Sequence[Support]) -> Found:
    """Found with the items that bear on the question after those that were shown."""
    least = answering[0].score * NEAR_BEFORE
    further = [support for support in answering if support not in shown and support.score >= least]
    known = [support.hit for support in shown]
    nearest = tuple(hit for hit in found.nearest if hit not in known)
    return replace(found, evidence=_evidence(found.part, further[:MOST_ITEMS]), nearest=nearest)


def _evidence(part: Part, supports: Iterable[Support]) -> tuple[Evidence, ...]:
    select = select_content if part.form is Form.CONTENT else select_answer
    return tuple(Evidence(support.hit, select(support), support.score, part) for support in supports)


def _moved_on(found: Found, best: Support, search: Search) -> Found:
    """The item so many behind the one that answers: `下一条呢`."""
    plan = best.hit.plan
    items = search.store.items.items_of(plan.edition)
    moved = neighbour(items[best.hit.position], items, found.part.steps)
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
                evidence.append(Evidence(hit, select_answer(weigh(part, query, hit)), 1.0, part))
            else:
                evidence.append(_opened(part, query, plan, stored, search, whole=len(named) <= MOST_CONTENTS))
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
        start = hit.item.text.index(best.text)
        pieces = (_beyond_heading(hit, start, start + len(best.text)),)
        evidence.append(Evidence(hit, Selection(pieces), hit.score, part))
    return Found(part, tuple(evidence), count=len(hits), query=query)


def _opened(part: Part, query: Query, plan: StoredPlan, stored: StoredItem, search: Search, *, whole: bool) -> Evidence:
    """An item as it begins: all of it where it is not very long, or its first sentence where an outline is asked for."""
    hit = search.weigh(query, plan, stored)
    if whole:
        return Evidence(hit, select_opening(stored.item, LONGEST_OPENED), 1.0, part)
    end = len(hit.sentences[0].text) if hit.sentences else len(stored.item.text)
    return Evidence(hit, Selection((_beyond_heading(hit, 0, end),)), 1.0, part)


def _beyond_heading(hit: Hit, start: int, end: int) -> Piece:
    """The run, with the sentence that follows where it only repeats the item's heading."""
    if end > end_of_heading(hit.item):
        return Piece(start, end)
    at = 0
    for sentence in hit.sentences:
        at = hit.item.text.index(sentence.text, at) + len(sentence.text)
        if at > end:
            return Piece(start, at)
    return Piece(start, end)


def _first_and_last(items: Sequence[StoredItem]) -> tuple[str, str] | None:
    named = [stored.item.ref for stored in items if stored.item.section]
    return (named[0], named[-1]) if named else None
