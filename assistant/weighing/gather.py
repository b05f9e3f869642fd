"""What is found for each intent of a question; nothing where the plans do not answer."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial

from assistant.intents import Ask, Beside, Compare, Fact, Follow, Form, Intent, Listing, Lookup, Mention, More
from assistant.understanding.asks import deeds_of, matter_of
from assistant.understanding.wants import WantKind
from assistant.weighing.confidence import COMPARED, LEAST_CONFIDENCE, STANDARD, Judgement, judge, judge_mention
from assistant.weighing.entries import with_entries
from assistant.weighing.evidence import Evidence, Found
from assistant.weighing.look_up import look_up, neighbour
from assistant.weighing.opened import (
    beyond_heading,
    filling_asked_column,
    open_item,
    tell_rows_together,
    tell_together,
)
from assistant.weighing.reading import with_readings
from assistant.weighing.select import Selection, select_answer, select_content
from assistant.weighing.support import Support, weigh
from assistant.weighing.whose import MOST_CONTENTS, MOST_ITEMS, choose_shown, shares_word
from ingest.language.folding import fold
from ingest.language.reading import read
from ingest.language.words import content_words
from vectorstore.item_store import StoredItem
from vectorstore.search import Hit, Query, Search, holds_figure

NEAR_BEFORE = 0.5  # what else answers is shown when it scores this share of the best
MOST_LACKING = 2  # of the best items, such as lack what is asked for: one that is surely about the matter tells that
MOST_LISTED = 30  # items of a listing that are shown; all are counted
CANDIDATES, MOST_JUDGED = 20, 6  # items that are weighed; of these that may answer, beside the best of each plan
LEAST_TOLD = 0.6  # how near a word of an item must be to what is done, for the item to speak of it
Judge = Callable[[Ask, Query, Support, Search], Judgement]
_judge: Judge = partial(judge, bar=STANDARD)


def gather_all(intents: Sequence[Intent], search: Search) -> list[Found]:
    """What is found for each intent of a question."""
    found: list[Found] = []
    for intent in intents:
        before = found[-1] if found else None
        if isinstance(intent, Beside) and before and before.evidence:
            beside = _beside(intent, before, search)
            found.append(beside if _tells_of(beside, deeds_of(intent.ask.said)) else _apart(beside, search))
        else:
            found.append(gather(intent, search))
    return found


def gather(intent: Intent, search: Search) -> Found:
    """What is found for one intent."""
    match intent:
        case Listing():
            return _listed(intent, search)
        case Lookup():
            return _looked_up(intent, search)
        case Compare():
            return _with_best(_searched(intent, partial(judge, bar=COMPARED), search))
        case Mention():
            return _with_best(_searched(intent, judge_mention, search))
        case Follow():
            return _moved_on(_searched(intent, _judge, search), intent.step, search)
        case More():
            return _with_further(_searched(intent, _judge, search))
        case Fact() | Beside():
            return _with_shown(_searched(intent, _judge, search), search)


def query_of(ask: Ask, search: Search) -> Query:
    """The query for what is asked."""
    return search.query(matter_of(ask.text), context=ask.context)


def _searched(intent: Intent, judge_item: Judge, search: Search) -> Found:
    """What is thought of the items that a search finds."""
    ask, query = intent.ask, query_of(intent.ask, search)
    hits = search.search(query, plans=ask.plans, limit=CANDIDATES)
    if ask.phrases:
        held = [hit for hit in hits if all(phrase in read(hit.item.text).folded for phrase in ask.phrases)]
        hits = held if held or ask.form is not Form.CONTENT else hits  # 关于“校园安全”: a matter, no wording
    return _judged(intent, query, hits, judge_item, search)


def _judged(intent: Intent, query: Query, hits: Sequence[Hit], judge_item: Judge, search: Search) -> Found:
    """What is thought of the items, and the nearest of them."""
    weighed = sorted((weigh(intent.ask, query, hit) for hit in hits), key=lambda support: -support.score)
    able = sorted(
        weighed, key=lambda support: support.lacks_all
    )  # 年满二十五歲 of drivers, before what is said of their buses
    worth = _worth_judging(with_readings(intent.ask, query, able, search))
    worth += [support for support in weighed[:MOST_LACKING] if support.lacks_all and support not in worth]
    judged = tuple(judge_item(intent.ask, query, support, search) for support in worth)
    nearest = tuple(support.hit for support in weighed[:MOST_ITEMS] if shares_word(support, intent.ask.required))
    is_sure = any(judgement.is_sure for judgement in judged[:1])
    return Found(intent, nearest=nearest, is_sure=is_sure, query=query, judged=judged)


def _worth_judging(weighed: Sequence[Support]) -> list[Support]:
    """The best, and the best of each further plan."""
    best, plans = list(weighed[:MOST_JUDGED]), {support.hit.plan.id for support in weighed[:MOST_JUDGED]}
    for support in weighed[MOST_JUDGED:]:
        if support.hit.plan.id not in plans:
            plans.add(support.hit.plan.id)
            best.append(support)
    return best


def _answering(found: Found) -> list[Judgement]:
    """The judgements of the items that answer."""
    answering = [judgement for judgement in found.judged if judgement.answers]
    blank = max((judgement.confidence for judgement in found.judged if judgement.is_blank), default=0.0)
    if answering and blank > answering[0].confidence:
        answering = [judgement for judgement in answering if judgement.is_sure]  # its own row does not say it
    lacking = max((one.confidence for one in found.judged if one.lacks), default=0.0)
    if lacking >= LEAST_CONFIDENCE:  # 督学聘多少人: not the number of teachers, where the item on 督学 gives none
        answering = [one for one in answering if one.confidence >= lacking]
    if not found.is_sure and any(want.kind is WantKind.BODY and want.is_firm for want in found.ask.wants):
        return []  # an office that stands in an item of another matter is responsible for that one
    picked = [judgement for judgement in answering if judgement.is_picked]
    return picked if picked and not answering[0].is_sure else answering


def _with_best(found: Found) -> Found:
    answering = _answering(found)
    return replace(found, evidence=_evidence(found.ask, [one.support for one in answering[:1]]))


def _with_shown(found: Found, search: Search) -> Found:
    answering = _answering(found)
    if not answering:
        return found
    shown = choose_shown(answering, found.ask.form, is_sure=found.is_sure)
    assert found.query
    if together := tell_together(found.ask, found.query, shown.supports[0], search):
        return replace(found, evidence=together, further=shown.further, has_entries=True, is_sure=True)
    if rows := tell_rows_together(found.ask, found.query, shown.supports[0], search):
        return replace(found, evidence=rows, further=shown.further, has_entries=True)
    evidence = _evidence(found.ask, filling_asked_column(found.ask, shown.supports, search))
    asked = fold(found.ask.text)
    whole = with_entries(evidence, search.store.items.items_of, partial(search.weigh, found.query), asked=asked)
    return replace(
        found,
        evidence=whole,
        further=shown.further,
        choices=shown.choices,
        has_entries=len(whole) > len(evidence),
    )


def _with_further(found: Found) -> Found:
    """The items that bear on the question after those that were shown."""
    answering = _answering(found)
    if not answering:
        return found
    shown = choose_shown(answering, found.ask.form, is_sure=found.is_sure).supports
    least = answering[0].support.score * NEAR_BEFORE
    further = [one.support for one in answering if one.support not in shown and one.support.score >= least]
    known = [support.hit for support in shown]
    nearest = tuple(hit for hit in found.nearest if hit not in known)
    return replace(found, evidence=_evidence(found.ask, further[:MOST_ITEMS]), nearest=nearest)


def _evidence(ask: Ask, supports: Iterable[Support]) -> tuple[Evidence, ...]:
    select = select_content if ask.form is Form.CONTENT else select_answer
    return tuple(Evidence(support.hit, select(support), support.score) for support in supports)


def _beside(intent: Beside, before: Found, search: Search) -> Found:
    """What the item that answered before says of what else is asked: `谁负责` after `新建几所幼儿园`.

    It is as sure as it was before that the item is about the matter.
    """
    hit, query = before.evidence[0].hit, query_of(intent.ask, search)
    stored = search.store.items.items_of(hit.plan.edition)[hit.position]
    found = _judged(intent, query, [search.weigh(query, hit.plan, stored)], _judge, search)
    return _with_shown(replace(found, is_sure=before.is_sure or found.is_sure), search)


def _tells_of(found: Found, deeds: Sequence[str]) -> bool:
    """Whether what was found speaks of what is done, where the question names it: 丢 and 赔."""
    if not deeds or not found.query:
        return True
    if not found.evidence:
        return False
    text = fold(found.evidence[0].hit.item.text)
    if any(deed in text for deed in deeds):  # 换 in 更换
        return True
    asked = found.query.alignment.within(deeds)
    return not asked.words or bool((asked.nearest(content_words(text)) >= LEAST_TOLD).any())


def _apart(beside: Found, search: Search) -> Found:
    """What another item says of it, where one does; the item before does not."""
    apart = gather(Fact(replace(beside.ask, text=beside.ask.said, context="")), search)
    return apart if apart.evidence else replace(beside, evidence=(), is_sure=False)


def _moved_on(found: Found, step: int, search: Search) -> Found:
    """The item so many behind the one that answers: `下一条呢`."""
    answering = _answering(found)
    if not answering or not found.query:
        return found
    best = choose_shown(answering, found.ask.form, is_sure=found.is_sure).supports[0]
    plan = best.hit.plan
    items = search.store.items.items_of(plan.edition)
    moved = neighbour(items[best.hit.position], items, step)
    if not moved:
        return replace(found, first_and_last=_first_and_last(items))
    opened = open_item(found.query, plan, moved, search, whole=True)
    return replace(found, evidence=(opened,), is_sure=True)


def _looked_up(intent: Lookup, search: Search) -> Found:
    """The items that are named; where the question says more than that, the sentences of them that bear on it."""
    ask, query = intent.ask, query_of(intent.ask, search)
    evidence: list[Evidence] = []
    ends = None
    for plan in ask.plans:
        items = search.store.items.items_of(plan.edition)
        named = look_up(intent.reference, items)
        for stored in named:
            if ask.wants:
                hit = search.weigh(query, plan, stored)
                evidence.append(Evidence(hit, select_answer(weigh(ask, query, hit)), 1.0))
            else:
                evidence.append(open_item(query, plan, stored, search, whole=len(named) <= MOST_CONTENTS))
        ends = _first_and_last(items) if len(ask.plans) == 1 else None
    if not evidence and intent.reference.title and query.words:  # no section is called so: a question like any other
        return gather(Fact(ask), search)
    return Found(
        intent,
        tuple(evidence),
        first_and_last=None if evidence else ends,
        count=len(evidence),
        query=query,
    )


def _listed(intent: Listing, search: Search) -> Found:
    """Every item that holds the words, plan by plan, with the sentence that does."""
    ask, query = intent.ask, query_of(intent.ask, search)
    newest_first = sorted(ask.plans, key=lambda plan: -(plan.identity.year or 0))
    hits = search.holding(query, plans=newest_first, together=True, in_figures=intent.in_figures)
    if not hits:
        return gather(Fact(ask), search)
    evidence = tuple(_listed_item(hit, in_figures=intent.in_figures) for hit in hits[:MOST_LISTED])
    return Found(intent, evidence, count=len(hits), query=query)


def _listed_item(hit: Hit, *, in_figures: bool) -> Evidence:
    told = [one for one in hit.sentences if holds_figure(one.text, hit.item)] if in_figures else []
    best = max(told or hit.sentences, key=lambda sentence: (sentence.coverage, sentence.similarity))
    start = hit.item.text.index(best.text)
    return Evidence(hit, Selection((beyond_heading(hit, start, start + len(best.text)),)), hit.score)


def _first_and_last(items: Sequence[StoredItem]) -> tuple[str, str] | None:
    named = [stored.item.ref for stored in items if stored.item.section]
    return (named[0], named[-1]) if named else None
