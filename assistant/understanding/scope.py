"""The plans to look in: those that were chosen, and of them those that the question names or means."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assistant.question import Scope
from assistant.understanding.places import Mentions, is_called
from ingest.language.folding import fold
from ingest.language.timespans import find_timespans, resolve
from vectorstore.stored_plan import StoredPlan
from vectorstore.update import find_plan

# 到年底 and 本学期 are part of what a plan says; these tell of which year the plan is.
RELATIVE = re.compile("[今去明前后]年|[本上下]一?(?:年度|学年)|近[两三]年")
# Which plans are meant is told by these, and nothing of the matter.
BY_DATE = re.compile(
    r"(?:[今去前]年|[本上]一?(?:年度|学年))(?:度|的)?(?=[\u4e00-\u9fff])"
    r"|(?:最新|最近|现行|新出)的?(?:计划|文件|要点|规定|政策)(?:里|中|上)?面?|最新(?:的|版)?"
)


@dataclass(frozen=True, slots=True)
class Reach:
    """The plans that a question leaves of those that were chosen, and what of it no plan is of."""

    plans: tuple[StoredPlan, ...]
    required: tuple[str, ...] = ()  # places and years that the evidence itself must name
    besides: tuple[str, ...] = ()  # places and years to be compared
    lacking_year: int | None = None  # that 今年 or 去年 means


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


def narrow(mentions: Mentions, plans: Sequence[StoredPlan]) -> Reach:
    """The plans that the mentions leave; a place or year that no plan is of must be named by the evidence."""
    scope = _of_places(mentions, plans)
    required = [] if mentions.regions else list(mentions.unknown_places)
    besides = list(mentions.unknown_places) if mentions.regions else []
    if mentions.years:
        of_years = [p for p in scope if p.identity.year in mentions.years or p.id in mentions.titled]
        years = {plan.identity.year for plan in of_years}
        if of_years:
            # `Wangting 2025 and Qinglan`: the year is not of the place that has no plan of it.
            others = {plan.identity.region for plan in scope} - {plan.identity.region for plan in of_years}
            scope = [p for p in scope if p in of_years or (mentions.regions and p.identity.region in others)]
            besides += [str(year) for year in mentions.years if year not in years and not mentions.titled]
        elif len(plans) > 1 or (plans and plans[0].identity.year):
            required.extend(str(year) for year in mentions.years)
    return Reach(tuple(scope), tuple(required), tuple(besides))


def narrow_by_date(folded: str, today: date, reach: Reach) -> Reach:
    """Those of the year that 今年 or 去年 means, where there are some; else all, and the year that they lack."""
    spans = [span for span in find_timespans(folded) if RELATIVE.match(span.printed)]
    years = resolve(spans[0], today) if len(spans) == 1 else None
    if years is None or not any(plan.identity.year for plan in reach.plans):
        return reach
    of_years = tuple(plan for plan in reach.plans if years[0] <= (plan.identity.year or 0) <= years[1])
    return Reach(
        of_years or reach.plans,
        reach.required,
        reach.besides,
        lacking_year=None if of_years else years[1],
    )


def _of_places(mentions: Mentions, plans: Sequence[StoredPlan]) -> list[StoredPlan]:
    """The plans of the places and titles; where a plan of a place is called by its title, that one alone of the place."""
    scope = [
        plan
        for plan in plans
        if not (mentions.regions or mentions.titled or mentions.names)
        or plan.identity.region in mentions.regions
        or any(is_called(name, [plan]) for name in mentions.names)
        or plan.id in mentions.titled
    ]
    told = {plan.identity.region for plan in scope if plan.id in mentions.titled}
    return [plan for plan in scope if plan.id in mentions.titled or plan.identity.region not in told]
