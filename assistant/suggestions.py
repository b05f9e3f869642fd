"""Questions to go on with after an answer, in people's words, each tried out so that none leads to a poor answer."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from assistant.answer import ANSWERED, Answer, Citation
from assistant.answer_quality import faults, is_good, opens_on
from assistant.ask import Assistant
from assistant.common_questions import COMMON_QUESTIONS, CommonQuestion, bearing_on, place_as_said
from assistant.phrases import name_of_ref
from assistant.question import NO_SCOPE, Question, Scope
from assistant.understanding.places import region_names
from ingest.language.folding import fold, to_traditional
from ingest.language.gazetteer import short_name
from ingest.language.sounds import pinyin_of
from ingest.language.words import content_words
from ingest.plan import Identity, Item
from vectorstore.stored_plan import StoredPlan

MOST_OFFERED = 3
MOST_MOVED = 2  # of the same place, and of others
MOST_TRIED = 9  # each costs as much as an answer
LAST_RESORT = 2  # items by their number
SECONDS = 1.0  # within which they must be found; what is found by then is offered
NEIGHBOURS = 3  # items on either side of the one that answered
WHO = {"zh-Hans": "那由谁负责？", "en": "Who is responsible for it?"}  # asked on, of the item that answered
IN_CHARGE = re.compile("负责|牵头|会同")
YEAR = re.compile(r"(?:19|20)\d\d年?")
OF_ITEM = re.compile(r"第.{1,6}[条項项部章款]|下一[条項项]|上一[条項项]|\bitem\b|\bpart\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A question, and what its answer must be."""

    text: str
    is_met_by: Callable[[Answer], bool]


def suggest(
    answer: Answer,
    assistant: Assistant,
    clock: Callable[[], float],
    *,
    history: tuple[str, ...] = (),
    scope: Scope = NO_SCOPE,
) -> tuple[str, ...]:
    """Up to three questions that the plans answer well when they are asked next, after `history`, which ends with this one.

    Where it is open what was asked, the questions that may have been meant.
    """
    if answer.offers:
        return answer.offers[:MOST_OFFERED]
    quoting, ends = assistant.without_model(), clock() + SECONDS
    offered: list[str] = []
    for candidate in _candidates(answer, assistant):
        if len(offered) == MOST_OFFERED or clock() > ends:
            break
        if candidate.text in (*history, *offered):
            continue
        if candidate.is_met_by(quoting.invoke(Question(candidate.text, history, scope))):
            offered.append(candidate.text)
    return tuple(offered)


def _candidates(answer: Answer, assistant: Assistant) -> Iterator[Candidate]:
    """What may be asked next, that first which is likeliest to be answered and to be of interest."""
    if not answer.citations:
        common = (one for near in answer.nearest for one in _common(near.plan, [near.item], answer))
        yield from islice(common, MOST_TRIED)
        yield from islice((_of_item(near.plan, near.item, answer.language) for near in answer.nearest), LAST_RESORT)
        return
    cited = answer.citations[0]
    beside = _beside(cited, assistant)
    next_items = [_of_item(cited.plan, item, answer.language) for item in beside]
    yield from next_items[:1] if OF_ITEM.search(answer.question) else ()
    yield from islice(_of_interest(answer, cited, beside, assistant), MOST_TRIED)
    yield from next_items[:LAST_RESORT]


def _of_interest(answer: Answer, cited: Citation, beside: Sequence[Item], assistant: Assistant) -> Iterator[Candidate]:
    moved = [] if OF_ITEM.search(answer.question) else list(_elsewhere(answer, cited, assistant.store.plans))
    common = _common(cited.plan, [cited.item, *beside], answer)
    yield from islice((one for is_same_place, one in moved if is_same_place), MOST_MOVED)
    yield from islice(common, MOST_OFFERED)
    yield from islice((one for is_same_place, one in moved if not is_same_place), MOST_MOVED)
    yield from _about(answer, cited)
    yield from common


def _beside(cited: Citation, assistant: Assistant) -> list[Item]:
    """The items around the one that answered, the next first."""
    edition = next((plan.edition for plan in assistant.store.plans if plan.id == cited.plan.id), "")
    items = [stored.item for stored in assistant.store.items.items_of(edition)] if edition else []
    place = next((number for number, item in enumerate(items) if item.ref == cited.item.ref), None)
    if place is None:
        return []
    return [*items[place + 1 : place + 1 + NEIGHBOURS], *reversed(items[max(0, place - NEIGHBOURS) : place])]


def _elsewhere(answer: Answer, cited: Citation, plans: Sequence[StoredPlan]) -> Iterator[tuple[bool, Candidate]]:
    """The same question about the place's other years, then about other places; each with whether it is of the same."""
    known = {citation.plan.id for citation in answer.citations}
    words = content_words(answer.understood)
    others = [plan.identity for plan in plans if plan.id not in known and plan.identity.region and plan.identity.year]
    for plan in sorted(others, key=lambda plan: (plan.region != cited.plan.region, -(plan.year or 0))):
        if text := _moved(answer, cited.plan, plan):
            yield plan.region == cited.plan.region, Candidate(text, _told(plan, words))


def _told(plan: Identity, words: Sequence[str]) -> Callable[[Answer], bool]:
    return lambda found: is_good(found, plan=plan.id) and opens_on(found.citations[0].quote, words)


def _moved(answer: Answer, plan: Identity, other: Identity) -> str:
    """The question asked of another plan, its place and year exchanged; "" where it names several.

    An English one as a follow-up, since its words do not stand by themselves.
    """
    is_same_place = plan.region == other.region
    if answer.language == "en":
        name = pinyin_of(short_name(other.region or "")).title()
        return f"What about {other.year}?" if is_same_place else f"What about {name} {other.year}?"
    text = fold(answer.reading or answer.question)
    years = {match[0] for match in YEAR.finditer(text)}
    names = [name for name in region_names(plan.region or "") if name in text] if plan.region else []
    if len(years) > 1 or not other.region or len(answer.named) > len(years) + bool(names):
        return ""
    place = place_as_said(other.region)
    text = text.replace(names[0], place, 1) if names else f"{place}{text}"
    named, now = (years.pop(), f"{other.year}年") if years else (place, f"{place}{other.year}年")
    text = text.replace(named, now, 1)
    text = f"{text.rstrip('？?。 ')}？"
    return to_traditional(text) if answer.language == "zh-Hant" else text


def _about(answer: Answer, cited: Citation) -> Iterator[Candidate]:
    """Who is responsible, where the item that answered says so in words that were not quoted yet."""

    def is_news(found: Answer) -> bool:
        if [citation.item.ref for citation in found.citations] != [cited.item.ref]:
            return False
        quote = found.citations[0].quote
        return is_good(found, plan=cited.plan.id) and quote not in cited.quote and bool(IN_CHARGE.search(fold(quote)))

    form = WHO["en" if answer.language == "en" else "zh-Hans"]
    yield Candidate(to_traditional(form) if answer.language == "zh-Hant" else form, is_news)


def _common(plan: Identity, items: Sequence[Item], answer: Answer) -> Iterator[Candidate]:
    """What people commonly ask about the matters of these items, but for what was asked already."""
    shown = "".join(citation.quote for citation in answer.citations)
    for question in bearing_on(items, COMMON_QUESTIONS):
        if not question.is_met_in(answer.question) and not question.is_met_in(shown):
            yield Candidate(question.of(plan, answer.language), _met(question, plan))


def _met(question: CommonQuestion, plan: Identity) -> Callable[[Answer], bool]:
    return lambda found: question.is_met_by(found, plan=plan.id)


def _of_item(plan: Identity, item: Item, language: str) -> Candidate:
    name = name_of_ref(item.ref, language)
    asked = f"《{plan.title}》{name}{to_traditional('写了什么？') if language == 'zh-Hant' else '写了什么？'}"
    text = f"What does{name} of 《{plan.title}》 say?" if language == "en" else asked

    def is_told(found: Answer) -> bool:
        cited = [(citation.plan.id, citation.item.ref) for citation in found.citations]
        return found.status == ANSWERED and cited == [(plan.id, item.ref)] and not faults(found)

    return Candidate(text, is_told)
