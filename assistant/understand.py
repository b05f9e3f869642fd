"""What is asked, about which plans and years, and what kind of words would answer it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.follow_up import EVERY_PLAN, complete
from assistant.places import Mentions, find_mentions
from assistant.question import Part, Question, Scope, Understanding
from assistant.references import find_reference
from assistant.wants import find_wants
from ingest.characters import fold, language_of
from ingest.errors import UserError
from vectorstore.stored_plan import StoredPlan
from vectorstore.update import find_plan
from vectorstore.words import content_words

PHRASE = re.compile(r"[“\"「『《]([^”\"」』》]{2,40})[”\"」』》]")
COMPARING = re.compile(
    r"哪几份|哪些(?:计划|要点|文件|地方|区县|市|区)|各自|分别|比较|对比|相比|不同|区别|各写|几份|两份|和.{1,12}都|compare|both|differ|which plans"
)
CLAUSE = re.compile(r"[^。？！?!；;]+[。？！?!；;]?")


def understand(question: Question, plans: Sequence[StoredPlan]) -> Understanding:
    """The question completed from the talk and split into its parts, each with the plans to look in."""
    chosen = choose(question.scope, plans)
    mentions = complete(question.text, question.history, chosen)
    scope, required = _scope(mentions, chosen)
    uncovered = _uncovered(mentions, scope, required)
    parts = _clause_parts(question.text, chosen) if not question.history else ()
    comparing = bool(
        len(scope) > 1 and (COMPARING.search(fold(question.text)) or len(mentions.regions) + len(mentions.titled) > 1)
    )
    if parts:
        scope = list(dict.fromkeys(plan for part in parts for plan in part.plans))
        uncovered = "、".join(dict.fromkeys(name for part in parts for name in part.required))
    else:
        one = _part(mentions.rest, tuple(scope), question.text, required)
        parts = tuple(replace(one, plans=(plan,), is_compared=True) for plan in scope) if comparing else (one,)
    if mentions.any or len(chosen) < len(plans):
        parts = tuple(replace(part, is_placed=True) for part in parts)
    if EVERY_PLAN.search(fold(question.text)):  # which plans mention it: that they do is the answer
        parts = tuple(replace(part, wants=()) for part in parts)
    return Understanding(
        text=mentions.rest,
        language=_language(question.text),
        parts=parts,
        plans=tuple(scope),
        known=chosen,
        is_comparison=len(parts) > 1,
        uncovered=uncovered,
    )


def choose(scope: Scope, plans: Sequence[StoredPlan]) -> tuple[StoredPlan, ...]:
    """The plans that were chosen beside the question. Raises UserError for a plan that is not in the store."""
    named = {find_plan(plans, name).id for name in scope.plans}
    regions = {fold(region) for region in scope.regions}
    return tuple(
        plan
        for plan in plans
        if (not named or plan.id in named)
        and (not regions or fold(plan.identity.region or "") in regions)
        and (not scope.years or plan.identity.year in scope.years)
    )


def _scope(mentions: Mentions, plans: Sequence[StoredPlan]) -> tuple[list[StoredPlan], tuple[str, ...]]:
    """The plans that the mentions leave, and the places and years that the evidence itself must then name."""
    scope = [
        plan
        for plan in plans
        if not (mentions.regions or mentions.titled)
        or plan.identity.region in mentions.regions
        or plan.id in mentions.titled
    ]
    required = list(mentions.unknown_places)
    if mentions.years:
        of_years = [p for p in scope if p.identity.year in mentions.years or p.id in mentions.titled]
        if of_years:
            scope = of_years
        elif len(plans) > 1 or (plans and plans[0].identity.year):
            required.extend(str(year) for year in mentions.years)
    return scope, tuple(required)


def _uncovered(mentions: Mentions, scope: Sequence[StoredPlan], required: Sequence[str]) -> str:
    return "、".join(required) if required or not scope else ""


def _clause_parts(text: str, plans: Sequence[StoredPlan]) -> tuple[Part, ...]:
    """A part a clause, where a question asks one thing of one place and another of another."""
    clauses = CLAUSE.findall(text)
    mentions = [find_mentions(clause, plans) for clause in clauses]
    places = [mention.regions + mention.titled for mention in mentions]
    if len(clauses) < 2 or not all(places) or len(set(places)) < len(clauses):
        return ()
    scopes = [_scope(mention, plans) for mention in mentions]
    return tuple(
        _part(mention.rest, tuple(scope), clause, required)
        for clause, mention, (scope, required) in zip(clauses, mentions, scopes, strict=True)
    )


def _part(rest: str, plans: tuple[StoredPlan, ...], original: str, required: tuple[str, ...]) -> Part:
    reference = find_reference(rest)
    text = reference.rest if reference else rest
    phrases = tuple(fold(phrase) for phrase in PHRASE.findall(original))
    phrases = tuple(phrase for phrase in phrases if phrase in rest)
    return Part(text.strip(), plans, wants=find_wants(text), reference=reference, phrases=phrases, required=required)


def _language(text: str) -> str:
    han = sum("\u4e00" <= c <= "\u9fff" for c in text)
    return "en" if han * 4 < len(text) and re.search("[A-Za-z]{3}", text) else language_of(text)


def check_text(text: str, *, longest: int) -> str:
    """The question without white space around it. Raises UserError where it is empty or too long."""
    text = text.strip()
    if not content_words(text) and not re.search(r"\w", text):
        raise UserError("The question is empty; type what you want to know, for example: 课后服务怎么收费")
    if len(text) > longest:
        raise UserError(f"The question has {len(text)} characters; ask in at most {longest}.")
    return text
