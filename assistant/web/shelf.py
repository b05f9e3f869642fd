"""The plans of the store as the page offers them: a list to look at, and choices to narrow the search."""

from collections.abc import Sequence
from html import escape

from assistant.phrases import name_of_plan
from assistant.web.desk import item_link
from assistant.web.words import Words
from vectorstore.store import Store
from vectorstore.stored_plan import StoredPlan

MOST_SHOWN = 30  # plans in the list; the choices hold all
EMPTY = "请管理员在终端里把计划文件（或整个文件夹）加进来，然后刷新本页："
HINT = "回答只取自这些计划；提问后，引用的原文会列在这里。"


def read_plans(store: Store) -> tuple[StoredPlan, ...]:
    """The plans that the store holds now, newest year first."""
    store.refresh()
    return tuple(sorted(store.plans, key=lambda plan: -(plan.identity.year or 0)))


def choices(plans: Sequence[StoredPlan], words: Words) -> list[tuple[str, str]]:
    """Title with year, and id, of each plan."""
    return [(name_of_plan(plan.identity, words.language), plan.id) for plan in plans]


def shelf(plans: Sequence[StoredPlan], store: Store, words: Words) -> str:
    """The plans as an HTML list, or how to add some."""
    if not plans:
        command = escape(f"eduplan add {words('计划文件夹')} --store {store.folder}")
        return (
            f'<section class="shelf"><h2>{words("还没有计划")}</h2><p>{words(EMPTY)}</p>'
            f"<pre><code>{command}</code></pre></section>"
        )
    rows = "".join(_row(plan, words) for plan in plans[:MOST_SHOWN])
    more = f"<p>{words('……等{count}份', count=len(plans))}</p>" if len(plans) > MOST_SHOWN else ""
    return (
        f'<section class="shelf"><h2>{words("现有{count}份计划", count=len(plans))}</h2>'
        f'<p class="hint">{words(HINT)}</p><ul>{rows}</ul>{more}</section>'
    )


def notice(text: str) -> str:
    """Some words in the place of the plans."""
    return f'<section class="shelf"><p>{escape(text)}</p></section>'


def _row(plan: StoredPlan, words: Words) -> str:
    identity = plan.identity
    year = words("{year}年", year=identity.year) if identity.year else words("未注明年份")
    script = "zh-Hant" if identity.language == "zh-Hant" else "zh-Hans"
    return (
        f'<li><span class="year">{year}</span><span class="plan" lang="{script}">'
        f"{item_link(plan.id, '', identity.title)}</span>"
        f"<small>{words('{count}条', count=plan.item_count)}</small></li>"
    )
