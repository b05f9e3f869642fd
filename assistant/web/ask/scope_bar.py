"""The scope that was chosen beside the question: always in sight, each choice a chip that can be taken off."""

from collections.abc import Sequence
from html import escape

from assistant.question import NO_SCOPE, Scope
from assistant.understanding.scope import choose
from assistant.web.words import Words
from ingest.errors import UserError
from vectorstore.stored_plan import StoredPlan

NOTHING = "没有计划同时符合所选的范围，请去掉一项"


def scope_bar(scope: Scope, plans: Sequence[StoredPlan], words: Words) -> str:
    """How many plans are looked in, and what was chosen, as HTML."""
    held = _held(scope, plans)
    if scope == NO_SCOPE:
        said = words("全部{count}份计划", count=len(plans))
    else:
        said = words("{count}份计划", count=held) if held else words(NOTHING)
    rows = "".join(_chip(key, text, words) for key, text in _chosen(scope, plans, words))
    return (
        f'<div class="scope-bar" role="group" aria-label="{words("查阅范围")}"><span class="scope-name">{words("查阅范围")}</span>'
        f'<b class="{"" if held or not plans else "scope-empty"}">{escape(said)}</b>{rows}'
        f'<button type="button" class="quiet" data-do="choose" aria-controls="choices">{words("选择")}</button></div>'
    )


def take_off(scope: Scope, key: str) -> Scope:
    """The scope without one choice: `plan:ID`, `region:望汀区` or `year:2024`."""
    kind, _, value = key.partition(":")
    return Scope(
        plans=tuple(one for one in scope.plans if (kind, value) != ("plan", one)),
        regions=tuple(one for one in scope.regions if (kind, value) != ("region", one)),
        years=tuple(one for one in scope.years if (kind, value) != ("year", str(one))),
    )


def regions_of(plans: Sequence[StoredPlan]) -> list[str]:
    """The regions of the plans, each once."""
    return sorted({plan.identity.region for plan in plans if plan.identity.region})


def years_of(plans: Sequence[StoredPlan]) -> list[int]:
    """The years of the plans, newest first."""
    return sorted({plan.identity.year for plan in plans if plan.identity.year}, reverse=True)


def _held(scope: Scope, plans: Sequence[StoredPlan]) -> int:
    try:
        return len(choose(scope, plans))
    except UserError:  # a chosen plan was removed meanwhile
        return 0


def _chosen(scope: Scope, plans: Sequence[StoredPlan], words: Words) -> list[tuple[str, str]]:
    titles = {plan.id: f"《{plan.identity.title}》" for plan in plans}
    return [
        *((f"plan:{one}", titles.get(one, words("已移除的计划"))) for one in scope.plans),
        *((f"region:{one}", one) for one in scope.regions),
        *((f"year:{one}", words("{year}年", year=one)) for one in scope.years),
    ]


def _chip(key: str, text: str, words: Words) -> str:
    does = escape(words("从查阅范围里去掉{what}", what=text))
    return (
        f'<button type="button" class="chip" data-do="narrow" data-key="{escape(key)}" aria-label="{does}" title="{does}">'
        f'<b>{escape(text)}</b><i aria-hidden="true">×</i></button>'
    )
