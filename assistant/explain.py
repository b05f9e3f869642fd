"""Why an answer is what it is: how the question was understood, what was searched, and what was thought of each item."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from assistant.evidence import Found
from assistant.phrases import name_of_plan, name_of_ref
from assistant.question import Part, Understanding

MOST_JUDGED = 5  # items of a part that are told of


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
        yield f"understood  {understood.reading or understood.text}"
        yield f"plans       {'、'.join(name_of_plan(p.identity, 'zh-Hans') for p in understood.plans) or '-'}"
        if understood.uncovered:
            yield f"uncovered   {understood.uncovered}: no plan is of it, so the item itself must name it"
        for found in self.found:
            yield from _part_lines(found)


def _part_lines(found: Found) -> Iterator[str]:
    part = found.part
    yield ""
    yield f"{'part':11s} {part.text or '-'}" + (f" (beside: {part.context})" if part.context else "")
    yield f"{'wanted':11s} {_wanted(part)}"
    if found.query:
        yield f"{'words':11s} {' '.join(found.query.words) or '-'}"
        for expansion in found.query.expansions:
            yield f"{'thesaurus':11s} {expansion.said} → {'、'.join(expansion.official)}"
        topics = ", ".join(f"{topic.name} {score:.2f}" for topic, score in found.query.topics)
        yield f"{'topics':11s} {topics}"
    for judged in found.judged[:MOST_JUDGED]:
        hit = judged.support.hit
        where = f"{name_of_plan(hit.plan.identity, 'zh-Hans')}{name_of_ref(hit.item.ref, 'zh-Hans')}"
        verdict = "answers" if judged.answers else "refused"
        yield f"{verdict:11s} {where}: {judged.reason}"
    if not found.judged:
        for evidence in found.evidence[:MOST_JUDGED]:
            hit = evidence.hit
            yield f"{'named':11s} {name_of_plan(hit.plan.identity, 'zh-Hans')}{name_of_ref(hit.item.ref, 'zh-Hans')}"


def _part_json(found: Found) -> dict[str, Any]:
    return {
        "text": found.part.text,
        "context": found.part.context or None,
        "plans": [plan.identity.title for plan in found.part.plans],
        "wanted": _wanted(found.part),
        "words": list(found.query.words) if found.query else [],
        "thesaurus": [{"said": e.said, "official": list(e.official)} for e in found.query.expansions]
        if found.query
        else [],
        "topics": [topic.name for topic, _ in found.query.topics] if found.query else [],
        "items": [
            {
                "plan": judged.support.hit.plan.identity.title,
                "ref": judged.support.hit.item.ref,
                "answers": judged.answers,
                "confidence": round(judged.confidence, 3),
                "reason": judged.reason,
            }
            for judged in found.judged[:MOST_JUDGED]
        ],
    }


def _wanted(part: Part) -> str:
    """What kind of answer is wanted, in a few words."""
    if part.is_listing:
        return "every item that holds the words" + (", with a figure" if part.in_figures else "")
    if part.reference:
        return "the items that are named"
    wants = ", ".join(f"{want.kind.value}{f' ({want.unit})' if want.unit else ''}" for want in part.wants)
    names = "".join(f"; must name {name}" for name in (*part.required, *map(str, part.goals)))
    return (wants or "what bears on it") + names
