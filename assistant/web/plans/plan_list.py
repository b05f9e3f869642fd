"""The store's plans as a table that can be sorted and filtered."""

from collections.abc import Callable, Iterable, Sequence
from html import escape

from assistant.web.dates import written_date
from assistant.web.desk import item_link
from assistant.web.own_words import script_of
from assistant.web.words import Words
from ingest.language.folding import fold
from vectorstore.stored_plan import StoredPlan

Value = str | int | None
COLUMNS: dict[str, tuple[str, Callable[[StoredPlan], Value]]] = {
    "title": ("计划@one", lambda plan: plan.identity.title),
    "region": ("地区", lambda plan: plan.identity.region),
    "year": ("年份", lambda plan: plan.identity.year),
    "issuer": ("发文单位", lambda plan: plan.identity.issuer),
    "number": ("文号", lambda plan: plan.identity.number),
    "date": ("日期", lambda plan: plan.identity.date),
    "items": ("条数", lambda plan: plan.item_count),
    "source": ("文件", lambda plan: plan.identity.source),
}
DOWNWARDS = frozenset({"year", "date", "items"})  # that begin with the greatest


def sorted_plans(plans: Iterable[StoredPlan], column: str, *, is_turned: bool = False) -> list[StoredPlan]:
    """The plans by a column, or turned around; those that do not say it stand last either way."""
    value = COLUMNS[column][1]
    known = [plan for plan in plans if value(plan) is not None]
    unknown = [plan for plan in plans if value(plan) is None]
    known.sort(key=lambda plan: (fold(plan.identity.title), plan.id))
    known.sort(key=lambda plan: _comparable(value(plan)), reverse=(column in DOWNWARDS) != is_turned)
    return known + unknown


def matching(plans: Iterable[StoredPlan], filtered: str) -> list[StoredPlan]:
    """The plans that hold every word of the filter in one of their columns, in either script."""
    wanted = fold(filtered).split()
    return [plan for plan in plans if all(word in _folded(plan) for word in wanted)]


def plan_table(plans: Sequence[StoredPlan], column: str, words: Words, *, is_turned: bool = False) -> str:
    """The table as HTML."""
    heads = "".join(_head(name, column, words, is_turned=is_turned) for name in COLUMNS)
    rows = "".join(_row(plan, words) for plan in plans)
    return (
        f'<table class="plan-table"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>'
        if plans
        else f'<p class="hint">{words("没有这样的计划；请换个词，或清空上面的筛选框。")}</p>'
    )


def _comparable(value: Value) -> tuple[int, str]:
    return (value, "") if isinstance(value, int) else (0, fold(value or ""))


def _folded(plan: StoredPlan) -> str:
    return fold(" ".join(str(value(plan) or "") for _, value in COLUMNS.values()))


def _head(name: str, column: str, words: Words, *, is_turned: bool) -> str:
    down = (name in DOWNWARDS) != is_turned
    sort = f' aria-sort="{"descending" if down else "ascending"}"' if name == column else ""
    turned = ' data-turned="1"' if name == column and not is_turned else ""
    return f'<th scope="col"{sort}><button type="button" data-sort="{name}"{turned}>{words(COLUMNS[name][0])}</button></th>'


def _row(plan: StoredPlan, words: Words) -> str:
    lang = script_of(plan.identity)
    cells = []
    for name, (label, value) in COLUMNS.items():
        shown = item_link(plan.id, "", plan.identity.title) if name == "title" else _shown(name, value(plan), words)
        own = f' lang="{lang}"' if name in {"title", "region", "issuer", "number"} and value(plan) is not None else ""
        cells.append(f'<td data-name="{name}" data-label="{words(label)}"{own}>{shown}</td>')
    return f"<tr>{''.join(cells)}</tr>"


def _shown(name: str, value: Value, words: Words) -> str:
    if value is None:
        return f'<span class="unsaid">{words("未注明")}</span>'
    return escape(written_date(str(value), words) if name == "date" else str(value))
