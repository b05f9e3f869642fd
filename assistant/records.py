"""Questions about the store itself, answered from its records: which plans there are, and what each says of itself."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.answer import ANSWERED, Answer, Citation, Run, Said, Statement
from assistant.phrases import name_of_plan, name_of_ref, say
from assistant.question import Understanding
from assistant.understanding.about_store import AboutStore, Topic
from assistant.weighing.look_up import PREFACE, list_units
from assistant.weighing.select import select_opening
from assistant.writers.extractive import NAME
from ingest.plan import Item
from vectorstore.item_store import StoredItem
from vectorstore.stored_plan import StoredPlan

MOST_LISTED = 20  # plans of which a line is told
MOST_OUTLINED = 2  # plans that are told part by part; of more it is asked which is meant
MOST_YEARS = 8
PLACE = "\ue000"  # where the thing that is told goes
LONGEST_PREFACE = 200  # characters of it that an outline quotes
ItemsOf = Callable[[str], Sequence[StoredItem]]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a plan as its heading calls it, and how many items it holds."""

    label: str
    title: str
    item_count: int

    @property
    def is_chapter(self) -> bool:
        """Whether the plan calls its parts chapters."""
        return self.label.endswith("章")


def tell_records(question: str, understood: Understanding, items_of: ItemsOf) -> Answer:
    """The answer to a question about the store, the newest plan first; `items_of` gives the items of an edition."""
    assert isinstance(understood.aside, AboutStore)
    topic, language = understood.aside.topic, understood.language
    plans = sorted(understood.plans, key=lambda plan: (-(plan.identity.year or 0), plan.identity.title))
    citation = None
    if topic is Topic.PLANS:
        said = _list(plans, language)
    elif topic in {Topic.PARTS, Topic.OUTLINE} and len(plans) > MOST_OUTLINED:
        said = [
            Said(say("store_choose", language, count=len(plans)), points=_titles(plans, language)),
            *_more(plans, language),
        ]
    elif topic in {Topic.PARTS, Topic.OUTLINE}:
        said = [_outline(plan, items_of(plan.edition), language) for plan in plans]
        citation = _preface(plans[0], items_of) if topic is Topic.OUTLINE and len(plans) == 1 else None
    elif topic is Topic.SIZE:
        said = [_size(plan, items_of(plan.edition), language) for plan in plans[:MOST_LISTED]] + _more(plans, language)
    else:
        topics = (topic, *understood.aside.further)
        said = [_fact(plan, one, language) for plan in plans[:MOST_LISTED] for one in topics] + _more(plans, language)
    if understood.lacking_year and plans and plans[0].identity.year:
        newest = plans[0].identity.year
        said = [Said(say("no_plan_of_year", language, year=understood.lacking_year, newest=newest)), *said]
    citations = (citation,) if citation else ()
    statements = tuple(Statement((Run(one.quote),), one.number) for one in citations)
    return Answer(
        question=question,
        language=language,
        status=ANSWERED,
        statements=statements,
        citations=citations,
        nearest=(),
        scope=tuple(plan.identity for plan in understood.plans),
        writer=NAME,
        before=tuple(said),
        understood=understood.text,
        named=understood.named,
        is_carried=understood.is_carried,
    )


def _list(plans: Sequence[StoredPlan], language: str) -> list[Said]:
    """How many plans there are, of which years, and their titles."""
    years = sorted({plan.identity.year for plan in plans if plan.identity.year}, reverse=True)
    told = ("、" if language != "en" else ", ").join(say("store_year", language, year=year) for year in years)
    key = "store_plans_of" if 0 < len(years) <= MOST_YEARS else "store_plans"
    opening = say(key, language, count=len(plans), years=told)
    return [Said(opening, points=_titles(plans, language)), *_more(plans, language)]


def _titles(plans: Sequence[StoredPlan], language: str) -> tuple[str, ...]:
    return tuple(name_of_plan(plan.identity, language) for plan in plans[:MOST_LISTED])


def _more(plans: Sequence[StoredPlan], language: str) -> list[Said]:
    return [Said(say("store_more", language, count=len(plans) - MOST_LISTED))] if len(plans) > MOST_LISTED else []


def _told(key: str, language: str, told: str, **values: object) -> Said:
    """The phrase with the thing that is told in bold; it stands in the phrase as `value` or `count`."""
    before, _, after = say(key, language, value=PLACE, count=PLACE, **values).partition(PLACE)
    return Said(before + told + after, ((len(before), len(before) + len(told)),))


def _fact(plan: StoredPlan, topic: Topic, language: str) -> Said:
    """What the plan says of itself, or that it does not."""
    identity = plan.identity
    key, value = {
        Topic.NUMBER: ("number", identity.number),
        Topic.DATE: ("date", _day(identity.date, language)),
        Topic.ISSUER: ("issuer", identity.issuer),
        Topic.YEAR: ("of_year", identity.year),
    }[topic]
    title = f"《{identity.title}》"
    if not value:
        return Said(say(f"store_no_{key}", language, plan=title))
    return _told(f"store_{key}", language, str(value), plan=title)


def _day(day: str | None, language: str) -> str | None:
    """`2024-02-26` as a reader of the language writes it; a date that is not whole stays as it is."""
    try:
        read = date.fromisoformat(day or "")
    except ValueError:
        return day
    return say("store_day", language, year=read.year, month=read.month, day=read.day)


def _size(plan: StoredPlan, items: Sequence[StoredItem], language: str) -> Said:
    count, parts = len(list_units(items)), list_parts(items)
    key = "store_size_parts" if parts else "store_size"
    name = name_of_plan(plan.identity, language)
    return _told(key, language, str(count), plan=name, parts=len(parts), unit=_unit(parts, language))


def _unit(parts: Sequence[Part], language: str) -> str:
    return say("store_chapter" if parts and parts[0].is_chapter else "store_part", language)


def _outline(plan: StoredPlan, items: Sequence[StoredItem], language: str) -> Said:
    """A line a part with its title; of a plan without parts a line an item with its heading."""
    parts, units, name = list_parts(items), list_units(items), name_of_plan(plan.identity, language)
    if not parts:
        opening = say("store_no_parts", language, plan=name, count=len(units))
        return Said(opening, points=tuple(f"{_label(one.item, language)} {_heading(one.item)}" for one in units))
    opening = say("store_parts", language, plan=name, parts=len(parts), unit=_unit(parts, language))
    counts = (say("store_items", language, count=part.item_count) for part in parts)
    named = (f"{_name_of_part(part, language)} {part.title}" for part in parts)
    return Said(opening, points=tuple(map("".join, zip(named, counts, strict=True))))


def _label(item: Item, language: str) -> str:
    return item.label or name_of_ref(item.ref, language).strip()


def _heading(item: Item) -> str:
    return item.heading or item.text.split("。")[0]


def _name_of_part(part: Part, language: str) -> str:
    if part.label[:1].isascii() or part.is_chapter:
        return part.label
    return name_of_ref(part.label, language).strip()


def list_parts(items: Sequence[StoredItem]) -> list[Part]:
    """The plan's parts in order; none where its items stand in none, as articles and 一、二、三 that say all may."""
    titles = {
        stored.item.section: stored.item.section_title
        for stored in items
        if stored.item.section and not stored.item.section.endswith(("条", "條"))
    }
    if all(stored.item.section == stored.item.ref for stored in items if stored.item.section in titles):
        return []
    counts = Counter(unit.item.section for unit in list_units(items))
    return [Part(label, title, counts[label]) for label, title in titles.items()]


def _preface(plan: StoredPlan, items_of: ItemsOf) -> Citation | None:
    """The plan's own words on what it is for."""
    item = next((stored.item for stored in items_of(plan.edition) if stored.item.ref == PREFACE), None)
    if item is None:
        return None
    piece = select_opening(item, LONGEST_PREFACE).pieces[0]
    return Citation(1, plan.identity, item, item.text[piece.start : piece.end], 1.0)
