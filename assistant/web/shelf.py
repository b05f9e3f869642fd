"""The plans of the store as the page offers them: a list to look at and choices to narrow the search."""

from collections.abc import Sequence
from html import escape

from assistant.phrases import name_of_plan
from vectorstore.store import Store
from vectorstore.stored_plan import StoredPlan

MOST_SHOWN = 30  # plans in the list; the choices hold all
EMPTY = "请管理员在终端里把计划文件（或整个文件夹）加进来，然后刷新本页："


def read_plans(store: Store) -> tuple[StoredPlan, ...]:
    """The plans that the store holds now, newest year first."""
    store.refresh()
    return tuple(sorted(store.plans, key=lambda plan: -(plan.identity.year or 0)))


def choices(plans: Sequence[StoredPlan]) -> list[tuple[str, str]]:
    """Title with year, and id, of each plan."""
    return [(name_of_plan(plan.identity, "zh-Hans"), plan.id) for plan in plans]


def shelf(plans: Sequence[StoredPlan], store: Store) -> str:
    """The plans as an HTML list, or how to add some."""
    if not plans:
        command = escape(f"eduplan add 计划文件夹 --store {store.folder}")
        return f'<section class="shelf"><h2>还没有计划</h2><p>{EMPTY}</p><pre><code>{command}</code></pre></section>'
    rows = "".join(_row(plan) for plan in plans[:MOST_SHOWN])
    more = f"<p>……等{len(plans)}份</p>" if len(plans) > MOST_SHOWN else ""
    return (
        f'<section class="shelf"><h2>现有{len(plans)}份计划</h2>'
        f'<p class="hint">回答只取自这些计划；提问后，引用的原文会列在这里。</p><ul>{rows}</ul>{more}</section>'
    )


def notice(text: str) -> str:
    """Some words in the place of the plans."""
    return f'<section class="shelf"><p>{escape(text)}</p></section>'


def _row(plan: StoredPlan) -> str:
    name = escape(plan.identity.title)
    year = f"{plan.identity.year}年" if plan.identity.year else "未注明年份"
    return (
        f'<li><span class="year">{year}</span><span class="plan">{name}</span><small>{plan.item_count}条</small></li>'
    )
