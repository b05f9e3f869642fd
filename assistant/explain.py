"""Why an answer is what it is: how the question was understood, what was searched, and what was thought of each item."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from assistant.intents import Follow, Intent, Listing, Lookup
from assistant.phrases import name_of_plan, name_of_ref
from assistant.question import Understanding
from assistant.weighing.evidence import Found
from vectorstore.search import Hit

MOST_JUDGED = 5  # items of a part that are told of
MOST_TAKEN = 30  # items of a part that were taken because they are named or hold the words


@dataclass(frozen=True, slots=True)
class Explanation:
    """What was understood and found for a question."""

    understood: Understanding
    found: tuple[Found, ...]

    def to_json(self) -> dict[str, Any]:
        """The object that `ask --explain --json` prints under `explanation`."""
        return {
            "understood": self.understood.reading or self.understood.text,
            "plans": [plan.identity.title for plan in self.understood.plans],
            "uncovered": self.understood.uncovered or None,
            "parts": [_part_json(found) for found in self.found],
        }

    def lines(self) -> Iterator[str]:
        """The explanation as text, a line a thing."""
        understood = self.understood
        yield f"understood  {understood.reading or understood.text or '-'}"
        yield f"plans       {'、'.join(name_of_plan(p.identity, 'zh-Hans') for p in understood.plans) or '-'}"
        if understood.uncovered:
            yield f"uncovered   {understood.uncovered}: no plan is of it, so the item itself must name it"
        for found in self.found:
            yield from _part_lines(found)


@dataclass(frozen=True, slots=True)
class _Told:
    """An item, whether it answers, how surely where that was judged, and why."""

    hit: Hit
    answers: bool
    confidence: float | None
    reason: str


def _part_lines(found: Found) -> Iterator[str]:
    ask = found.ask
    yield ""
    yield f"{'part':11s} {ask.text or '-'}" + (f" (beside: {ask.context})" if ask.context else "")
    yield f"{'wanted':11s} {_wanted(found.intent)}"
    if found.query:
        yield f"{'words':11s} {' '.join(found.query.words) or '-'}"
        for expansion in found.query.expansions:
            yield f"{'thesaurus':11s} {expansion.said} → {'、'.join(expansion.official)}"
        topics = ", ".join(f"{topic.name} {score:.2f}" for topic, score in found.query.topics)
        yield f"{'topics':11s} {topics}"
    for told in _told(found):
        where = f"{name_of_plan(told.hit.plan.identity, 'zh-Hans')}{name_of_ref(told.hit.item.ref, 'zh-Hans')}"
        yield f"{'answers' if told.answers else 'refused':11s} {where}: {told.reason}"


def _part_json(found: Found) -> dict[str, Any]:
    return {
        "text": found.ask.text,
        "context": found.ask.context or None,
        "plans": [plan.identity.title for plan in found.ask.plans],
        "wanted": _wanted(found.intent),
        "words": list(found.query.words) if found.query else [],
        "thesaurus": [{"said": e.said, "official": list(e.official)} for e in found.query.expansions]
        if found.query
        else [],
        "topics": [topic.name for topic, _ in found.query.topics] if found.query else [],
        "items": [
            {
                "plan": told.hit.plan.identity.title,
                "ref": told.hit.item.ref,
                "answers": told.answers,
                "confidence": told.confidence,
                "reason": told.reason,
            }
            for told in _told(found)
        ],
    }


def _told(found: Found) -> Iterator[_Told]:
    """The best items that were judged, and those that were taken without a judgement, each with the reason."""
    judged = found.judged[:MOST_JUDGED]
    for one in judged:
        yield _Told(one.support.hit, one.answers, round(one.confidence, 3), one.reason)
    known = [one.support.hit.item for one in found.judged if one.answers]
    taken = [evidence.hit for evidence in found.evidence if evidence.hit.item not in known]
    for hit in taken[:MOST_TAKEN]:
        yield _Told(hit, answers=True, confidence=None, reason=_why_taken(found.intent))


def _why_taken(intent: Intent) -> str:
    match intent:
        case Listing():
            return "holds the words" + (" and a figure" if intent.in_figures else "")
        case Lookup():
            return "is named"
        case Follow():
            return f"{intent.step:+d} from the item that answers"
        case _:
            return "belongs to the item that answers"


def _wanted(intent: Intent) -> str:
    """What kind of answer is wanted, in a few words."""
    ask = intent.ask
    if isinstance(intent, Listing):
        return "every item that holds the words" + (", with a figure" if intent.in_figures else "")
    if isinstance(intent, Lookup):
        return "the items that are named"
    wants = ", ".join(f"{want.kind.value}{f' ({want.unit})' if want.unit else ''}" for want in ask.wants)
    names = "".join(f"; must name {name}" for name in (*ask.required, *map(str, ask.goals)))
    return (wants or "what bears on it") + names
