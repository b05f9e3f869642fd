"""Questions to go on with after an answer, each tried out before it is offered, so that none leads nowhere."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from assistant.answer import ANSWERED, Answer, Citation
from assistant.ask import Assistant
from assistant.phrases import name_of_ref
from assistant.question import NO_SCOPE, Question, Scope
from ingest.language.folding import to_traditional
from ingest.language.gazetteer import short_name
from ingest.language.sounds import pinyin_of
from ingest.plan import Identity, Item
from vectorstore.stored_plan import StoredPlan

MOST_OFFERED = 3
MOST_TRIED = 8  # each costs as much as an answer
SECONDS = 0.5  # within which they must be found; what is found by then is offered
ABOUT = {  # asked of the item that answered
    "zh-Hans": ("“{topic}”由谁负责？", "“{topic}”什么时候完成？", "“{topic}”的目标是多少？"),
    "en": ("Who is responsible for it?", "When is it to be done?", "How many?"),
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A question, and the plan or item that must answer it."""

    text: str
    plan: str
    ref: str = ""
    but_not: str = ""  # words that were quoted already, which would be no news


def suggest(
    answer: Answer,
    assistant: Assistant,
    clock: Callable[[], float],
    *,
    history: tuple[str, ...] = (),
    scope: Scope = NO_SCOPE,
) -> tuple[str, ...]:
    """Up to three questions that the plans answer when they are asked next, after `history`, which ends with this one.

    Where it is open what was asked, the questions that may have been meant.
    """
    if answer.offers:
        return answer.offers[:MOST_OFFERED]
    quoting, ends = assistant.without_model(), clock() + SECONDS
    offered: list[str] = []
    for tried, candidate in enumerate(_candidates(answer, assistant)):
        if tried == MOST_TRIED or len(offered) == MOST_OFFERED or clock() > ends:
            break
        found = quoting.invoke(Question(candidate.text, history, scope))
        if candidate.text not in history and found.status == ANSWERED and _fits(found.citations[0], candidate):
            offered.append(candidate.text)
    return tuple(offered)


def _candidates(answer: Answer, assistant: Assistant) -> Iterator[Candidate]:
    if not answer.citations:
        yield from (_of_item(near.plan, near.item, answer.language) for near in answer.nearest)
        return
    cited = answer.citations[0]
    yield from list(_elsewhere(answer, cited, assistant.store.plans))[:2]
    yield from _about(answer, cited)
    yield from _beside(answer, cited, assistant)


def _elsewhere(answer: Answer, cited: Citation, plans: Sequence[StoredPlan]) -> Iterator[Candidate]:
    """The same question about the place's other years, then about other places."""
    known = {citation.plan.id for citation in answer.citations}
    others = [plan.identity for plan in plans if plan.id not in known and plan.identity.region and plan.identity.year]
    for plan in sorted(others, key=lambda plan: (plan.region != cited.plan.region, -(plan.year or 0))):
        yield Candidate(_moved(answer, plan, same_place=plan.region == cited.plan.region), plan.id)


def _moved(answer: Answer, plan: Identity, *, same_place: bool) -> str:
    """The question asked of another plan; an English one as a follow-up, since its words do not stand by themselves."""
    if answer.language == "en":
        name = pinyin_of(short_name(plan.region or "")).title()
        return f"What about {plan.year}?" if same_place else f"What about {name} {plan.year}?"
    text = f"{plan.region}{plan.year}年{answer.understood.lstrip('的，、 ').rstrip('？?。 ')}？"
    return to_traditional(text) if answer.language == "zh-Hant" else text


def _about(answer: Answer, cited: Citation) -> Iterator[Candidate]:
    """Who, when and how much, of the item that answered, where it says so in words that were not quoted yet."""
    if not cited.item.heading and answer.language != "en":
        return
    for form in ABOUT["en" if answer.language == "en" else "zh-Hans"]:
        text = form if answer.language == "en" else _named(cited.plan) + form.format(topic=cited.item.heading)
        text = to_traditional(text) if answer.language == "zh-Hant" else text
        yield Candidate(text, cited.plan.id, cited.item.ref, cited.quote)


def _beside(answer: Answer, cited: Citation, assistant: Assistant) -> Iterator[Candidate]:
    """The items after and before the one that answered."""
    edition = next((plan.edition for plan in assistant.store.plans if plan.id == cited.plan.id), "")
    items = [stored.item for stored in assistant.store.items.items_of(edition)] if edition else []
    place = next((number for number, item in enumerate(items) if item.ref == cited.item.ref), None)
    if place is not None:
        near = [*items[place + 1 : place + 3], *items[max(0, place - 1) : place]]
        yield from (_of_item(cited.plan, item, answer.language) for item in near)


def _of_item(plan: Identity, item: Item, language: str) -> Candidate:
    name = name_of_ref(item.ref, language)
    if language == "en":
        return Candidate(f"What does{name} of 《{plan.title}》 say?", plan.id, item.ref)
    asked = f"《{plan.title}》{name}写了什么？"
    return Candidate(
        to_traditional("写了什么？").join(asked.rsplit("写了什么？", 1)) if language == "zh-Hant" else asked,
        plan.id,
        item.ref,
    )


def _named(plan: Identity) -> str:
    return f"{plan.region}{plan.year}年" if plan.region and plan.year else f"《{plan.title}》"


def _fits(cited: Citation, wanted: Candidate) -> bool:
    return (
        cited.plan.id == wanted.plan
        and (not wanted.ref or cited.item.ref == wanted.ref)
        and not (wanted.but_not and cited.quote in wanted.but_not)
    )
