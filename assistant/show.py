"""What the command line prints: answers, hits, plans and outlines as text, and their JSON."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from assistant.answer import ANSWERED, Answer
from assistant.cite import cite
from assistant.phrases import name_of_plan, name_of_ref
from assistant.render import to_terminal
from assistant.targets.target import PlanTarget
from ingest.plan import Plan, Role
from vectorstore.repair import Repaired
from vectorstore.search import Hit, Query
from vectorstore.store import Store
from vectorstore.stored_plan import StoredPlan
from vectorstore.update import Change, Outcome

WIDTH = 60  # characters of a text shown in a line
MARKS = {Role.TITLE: "T", Role.HEADING: "#", Role.ITEM: "*", Role.TEXT: " ", Role.DROPPED: "-"}


def answer(answer: Answer) -> str:
    """The answer and, below it, what its marks stand for."""
    lines = [to_terminal(answer)]
    if answer.status == ANSWERED:
        lines.append("")
        for citation in answer.citations:
            where = name_of_plan(citation.plan, answer.language) + name_of_ref(citation.item.ref, answer.language)
            page = f", page {citation.item.page}" if citation.item.page else ""
            lines.append(f"[{citation.number}] {where} ({citation.plan.source}{page})")
    return "\n".join(lines)


def hits(found: Sequence[Hit], *, every: bool, query: Query | None = None) -> str:
    """A line or two a hit; with `every` the number of hits in each plan at the end; with the query, why they were found."""
    lines = _searched_for(query) if query else []
    for hit in found:
        lines.append(
            f"{hit.score:.3f}  {name_of_plan(hit.plan.identity, 'zh-Hans')}{name_of_ref(hit.item.ref, 'zh-Hans')}"
        )
        lines.append(f"       {_short(hit.item.text)}")
        if query:
            features = (f"{name.replace('_', ' ')} {value:.2f}" for name, value in asdict(hit.features).items())
            lines.append(f"       = {', '.join(features)}")
    if every:
        counts = Counter(name_of_plan(hit.plan.identity, "zh-Hans") for hit in found)
        lines.append(f"{len(found)} items: " + ", ".join(f"{title} {count}" for title, count in counts.items()))
    if not found:
        lines.append("Nothing found; try other words.")
    return "\n".join(lines)


def _searched_for(query: Query) -> list[str]:
    """What the words of a search became: the words that count, the thesaurus's terms, and the topics."""
    lines = [f"words      {' '.join(query.words) or '-'}"]
    for expansion in query.expansions:
        lines.append(f"thesaurus  {expansion.said} → {'、'.join(expansion.official)}")
    topics = ", ".join(f"{topic.name} {score:.2f}" for topic, score in query.topics)
    return [*lines, f"topics     {topics}", ""]


def hits_json(found: Sequence[Hit], *, every: bool, query: Query | None = None) -> dict[str, Any]:
    """The object that `search --json` prints."""
    rows = [
        {
            "plan": asdict(hit.plan.identity),
            "item": hit.item.to_json(),
            "score": round(hit.score, 4),
            **({"features": {name: round(value, 4) for name, value in asdict(hit.features).items()}} if query else {}),
        }
        for hit in found
    ]
    counts = Counter(hit.plan.id for hit in found)
    searched = (
        {
            "words": list(query.words),
            "thesaurus": [{"said": one.said, "official": list(one.official)} for one in query.expansions],
            "topics": [{"topic": topic.name, "score": round(score, 4)} for topic, score in query.topics],
        }
        if query
        else None
    )
    return {
        "hits": rows,
        **({"total": len(rows), "counts": dict(counts)} if every else {}),
        **({"query": searched} if searched else {}),
    }


def targets(found: Sequence[PlanTarget]) -> str:
    """A line a target: its citation, the figure as printed, what it counts and by when."""
    lines = []
    for one in found:
        by_when = f"  ({one.target.by_when})" if one.target.by_when else ""
        what = f"{one.target.what} {one.target.per}{one.target.words}"
        lines.append(f"{cite(one.plan, one.item.ref, 'zh-Hans')}  {what}{by_when}")
    return "\n".join(lines) or "The plans commit to no figures."


def plans(stored: Sequence[StoredPlan]) -> str:
    """A line a plan: id, year, number of items, title and file."""
    lines = [
        f"{plan.id}  {plan.identity.year or '----'}  {plan.item_count:4d} items  {plan.identity.title}  ({plan.identity.source})"
        for plan in stored
    ]
    return "\n".join(lines) or "The store holds no plans yet; add some with: eduplan add PLANS"


def plan_json(plan: StoredPlan) -> dict[str, Any]:
    """A stored plan's identity, number of items and path."""
    return {**asdict(plan.identity), "items": plan.item_count, "path": plan.path}


def outcome(outcome: Outcome) -> str:
    """What became of a file: `added  plan.txt  《…》 30 items`."""
    if outcome.change is Change.REFUSED or outcome.plan is None:
        return f"refused    {outcome.reason}"
    source = outcome.plan.identity.source
    name = source if source.startswith(f"{outcome.path.name}/") else outcome.path.name
    if outcome.reason:
        return f"{outcome.change:10s} {outcome.path.name}  {outcome.reason} 《{outcome.plan.identity.title}》"
    return f"{outcome.change:10s} {name}  《{outcome.plan.identity.title}》 {outcome.plan.item_count} items"


def outcome_json(outcome: Outcome) -> dict[str, Any]:
    """A file, what became of it, its plan and the reason of a refusal."""
    return {
        "path": str(outcome.path),
        "change": str(outcome.change),
        "plan": plan_json(outcome.plan) if outcome.plan else None,
        "reason": outcome.reason or None,
    }


def totals(outcomes: Sequence[Outcome], plans_in_store: int) -> str:
    """How many files were added, replaced, unchanged and refused."""
    counts = Counter(outcome.change for outcome in outcomes)
    said = ", ".join(f"{counts[change]} {change}" for change in Change if counts[change])
    return f"{said}; the store holds {plans_in_store} plans."


def outline(plan: Plan) -> str:
    """The plan's identity, then each line with what it was taken for and why."""
    lines = [f"{key:9s} {value if value is not None else '-'}" for key, value in asdict(plan.identity).items()]
    lines.append(f"{'items':9s} {len(plan.items)}")
    if plan.readings:
        lines += ["", "T title   # heading   * item   - dropped   ? doubtful", ""]
        lines += _readings(plan)
    else:
        lines += ["", *(f"{item.ref:8s} {_short(item.text)}" for item in plan.items)]
    return "\n".join(lines)


def _readings(plan: Plan) -> list[str]:
    """A line a reading; a doubtful one bears a question mark and, at its end, what is doubtful."""
    doubts: dict[int, list[str]] = {}
    for doubt in plan.doubts:
        doubts.setdefault(doubt.line, []).append(doubt.reason)
    return [
        f"{r.number:4d}{'?' if r.number in doubts else ' '}{MARKS[r.role]} {_short(r.text)}  <- {r.reason}"
        + "".join(f"; ? {reason}" for reason in doubts.get(r.number, ()) if reason != r.reason)
        for r in plan.readings
    ]


def repaired(done: Repaired) -> str:
    """What was broken in a store and is rebuilt, and what could not be had back."""
    lines = [f"Rebuilt {' and '.join(done.parts)}." if done.parts else "Nothing is broken."]
    lines.append(f"The store holds {len(done.plans)} plans, {sum(plan.item_count for plan in done.plans)} items.")
    if done.lost:
        lines.append(f"These could not be had back, add their files again: {', '.join(done.lost)}.")
    if done.spoilt:
        lines.append(f"The original files of these are damaged; to keep one, add it again: {', '.join(done.spoilt)}.")
    if done.aside:
        lines.append(f"Damaged files are kept in {done.aside}.")
    return "\n".join(lines)


def repaired_json(done: Repaired) -> dict[str, Any]:
    """The object that `repair --json` prints."""
    return {
        "repaired": [part.name.lower() for part in done.parts],
        "plans": [plan_json(plan) for plan in done.plans],
        "lost": list(done.lost),
        "spoilt": list(done.spoilt),
        "aside": str(done.aside) if done.aside else None,
    }


def stored(plan: StoredPlan, store: Store) -> Plan:
    """The outline of a plan as the store holds it."""
    return Plan(plan.identity, store.body_of(plan).nodes, tuple(one.item for one in store.items.items_of(plan.edition)))


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= WIDTH else text[: WIDTH - 1] + "…"
