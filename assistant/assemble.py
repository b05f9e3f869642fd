"""Verified statements become the Answer; where there are none, it says what was searched and what is nearest."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import ANSWERED, NOT_FOUND, Answer, Layout, Nearest, Said
from assistant.intents import Compare, Follow, Listing, Lookup, Mention, More
from assistant.phrases import name_of_plan, name_of_plans, name_of_ref, say
from assistant.question import Understanding
from assistant.understanding.named import Kind
from assistant.understanding.nearest import sort_by_nearness
from assistant.understanding.small_talk import SmallTalk
from assistant.weighing.evidence import Found
from assistant.writers.draft import Draft
from ingest.plan import Identity
from vectorstore.stored_plan import StoredPlan

MOST_NEAREST = 3
MOST_NAMED = 3  # further plans that are called by their titles
MOST_COVERED = 5  # places and years that are named where none is of what was asked


def assemble(question: str, understood: Understanding, found: Sequence[Found], draft: Draft) -> Answer:
    """The answer of the statements that were kept, or the one that nothing was found."""
    language = understood.language
    statements, citations = draft.statements, draft.citations
    nearest = () if statements else _nearest(found)
    if statements:
        before, after = _before(understood, found, len(citations)), _after(understood, found)
    else:
        before, after = [_why_not(understood, found)], []
    return Answer(
        question=question,
        language=language,
        status=ANSWERED if statements else NOT_FOUND,
        statements=statements,
        citations=citations,
        nearest=nearest,
        scope=tuple(plan.identity for plan in understood.plans),
        writer=draft.writer,
        before=tuple(map(Said, (*_reading(understood), *before))),
        after=tuple(map(Said, after)),
        understood=understood.text,
        reading=understood.reading,
        named=understood.named,
        is_carried=understood.is_carried,
        layout=_layout(understood, found),
        missing=_missing(found) if statements else (),
        choices=_choices(found) if statements else (),
        notice=draft.notice,
        is_sure=_is_sure(found),
        usage=draft.usage,
    )


def _layout(understood: Understanding, found: Sequence[Found]) -> Layout:
    if any(isinstance(one.intent, Listing) for one in found):
        return Layout.LIST
    if any(isinstance(one.intent, Lookup) for one in found) and sum(len(one.evidence) for one in found) > 1:
        return Layout.LIST
    if any(one.has_entries for one in found):
        return Layout.LIST
    return Layout.TABLE if understood.is_comparison else Layout.PARAGRAPHS


def _reading(understood: Understanding) -> list[str]:
    return [say("understood", understood.language, text=understood.reading)] if understood.reading else []


def _before(understood: Understanding, found: Sequence[Found], shown: int) -> list[str]:
    """What is to be known before the quotes are read: how many items there are, that plans differ, that it is unsure."""
    language = understood.language
    if understood.lacking_year and (newest := _newest_year(understood.plans)):
        return [say("no_plan_of_year", language, year=understood.lacking_year, newest=newest)]
    if listing := next((one for one in found if isinstance(one.intent, Listing)), None):
        if listing.count > shown:
            return [say("listed_some", language, count=listing.count, shown=shown)]
        plans = len({evidence.hit.plan.id for evidence in listing.evidence})
        return [say("listed", language, count=listing.count, plans=plans)]
    if (named := sum(one.count for one in found if isinstance(one.intent, Lookup))) > shown:
        return [say("listed_some", language, count=named, shown=shown)]
    return [] if _is_sure(found) else [say("unsure", language)]


def _is_sure(found: Sequence[Found]) -> bool:
    return any(one.is_sure for one in found if one.evidence)


def _newest_year(plans: Sequence[StoredPlan]) -> int | None:
    return max((plan.identity.year or 0 for plan in plans), default=0) or None


def _after(understood: Understanding, found: Sequence[Found]) -> list[str]:
    """What the answer leaves out: plans that say nothing, further plans, and places and years that no plan covers."""
    language = understood.language
    said = _silent(understood, found)
    if missing := _missing(found):
        said.append(say("missing", language, what="；".join(missing)))
    if further := list(dict.fromkeys(plan for one in found for plan in one.further if one.evidence)):
        said.append(_name_further(further, language))
    if choices := _choices(found):
        said.append(say("choose", language, places="、".join(choices)))
    if understood.besides:
        said.append(say("besides", language, missing="、".join(understood.besides)))
    return said


def _missing(found: Sequence[Found]) -> tuple[str, ...]:
    """Of several things that were asked those that the plans do not say; none where one thing was asked."""
    asked = [one for one in found if not isinstance(one.intent, Compare | Mention | Lookup)]
    return tuple(one.ask.said for one in asked if not one.evidence) if len(asked) > 1 else ()


def _choices(found: Sequence[Found]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for one in found for name in one.choices))


def _name_further(plans: Sequence[StoredPlan], language: str) -> str:
    named = "".join(name_of_plan(plan.identity, language) for plan in plans[:MOST_NAMED])
    key = "further_plans" if len(plans) <= MOST_NAMED else "further_some"
    return say(key, language, count=len(plans), plans=named)


def shortened(answer: Answer, count: int) -> Answer:
    """The answer's first `count` statements and their citations, as it stands while it is being written."""
    statements = answer.statements[:count]
    numbers = {number for statement in statements for number in statement.citations}
    citations = tuple(citation for citation in answer.citations if citation.number in numbers)
    return replace(answer, before=(), after=(), notice="", statements=statements, citations=citations)


def _silent(understood: Understanding, found: Sequence[Found]) -> list[str]:
    """A line for the plans of a comparison in which nothing was found."""
    if not understood.is_comparison:
        return []
    silent = [plan.identity for one in found if not one.evidence for plan in one.ask.plans]
    return [say("silent", understood.language, plan=name_of_plans(silent, understood.language))] if silent else []


def _why_not(understood: Understanding, found: Sequence[Found]) -> str:
    language = understood.language
    plans = [plan.identity for plan in understood.plans]
    if not understood.known:
        return say("empty", language)
    if isinstance(understood.aside, SmallTalk):
        return say(understood.aside, language, plans=name_of_plans(plans, language))
    if understood.uncovered:
        return say("uncovered", language, missing=understood.uncovered) + _covered(understood)
    if any(isinstance(one.intent, More) for one in found):
        return say("no_more", language, plans=name_of_plans(plans, language))
    if any(isinstance(one.intent, Lookup | Follow) for one in found):
        ranges = " ".join(_range(one, language) for one in found if one.first_and_last)
        return say("no_item", language, plans=name_of_plans(plans, language), range=ranges).strip()
    if lacking := next((one.lacking for one in found if one.lacking), None):
        best = lacking.support.hit
        where = name_of_plan(best.plan.identity, language) + name_of_ref(best.item.ref, language)
        return say("lacks", language, where=where, what=say(f"lacks_{lacking.lacks}", language))
    return say("none", language, plans=name_of_plans(plans, language))


def _range(found: Found, language: str) -> str:
    assert found.first_and_last
    first, last = (name_of_ref(ref, language).strip() for ref in found.first_and_last)
    return say("range", language, title=found.ask.plans[0].identity.title, first=first, last=last)


def _covered(understood: Understanding) -> str:
    """The places and years of the plans: `现有：东西湖区2014年、未央区2020年。`; of many those nearest to what was asked."""
    plans = [plan.identity for plan in understood.known]
    if len(covered := _places_and_years(plans)) <= MOST_COVERED:
        return say("covered", understood.language, covered="、".join(covered))
    places = [one.value for one in understood.named if one.kind is Kind.PLACE]
    years = [int(one.value) for one in understood.named if one.kind is Kind.YEAR]
    nearest = _places_and_years(sort_by_nearness(plans, places=places, years=years))[:MOST_COVERED]
    return say("covered_some", understood.language, count=len(plans), covered="、".join(nearest))


def _places_and_years(plans: Sequence[Identity]) -> list[str]:
    named = (f"{p.region or p.title}{f'{p.year}年' if p.year else ''}" for p in plans)
    return list(dict.fromkeys(named))


def _nearest(found: Sequence[Found]) -> tuple[Nearest, ...]:
    lacking = [one.lacking.support.hit for one in found if one.lacking]  # of which that is said, and no other
    offered = lacking or [hit for one in found for hit in one.nearest]
    hits = sorted(offered, key=lambda hit: -hit.score)
    by_item = {(hit.plan.id, hit.position): hit for hit in reversed(hits)}
    best = sorted(by_item.values(), key=lambda hit: -hit.score)[:MOST_NEAREST]
    return tuple(Nearest(hit.plan.identity, hit.item, round(hit.score, 4)) for hit in best)
