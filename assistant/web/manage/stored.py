"""The plans in the store and those kept aside, as HTML lists to choose from."""

from collections.abc import Sequence
from html import escape

from assistant.web.desk import item_address
from assistant.web.manage.staff import button
from assistant.web.manage.zone import replace_chooser
from assistant.web.words import Words
from vectorstore.removed import Removed
from vectorstore.stored_plan import StoredPlan

MENDED = {"title": "标题", "year": "年份", "region": "地区"}


def plan_list(plans: Sequence[StoredPlan], chosen: str, words: Words) -> str:
    """A button a plan, the newest year first, and a field to narrow the list."""
    if not plans:
        return f'<p class="empty">{words("库里还没有计划。到“加入计划”里上传文件。")}</p>'
    ranked = sorted(plans, key=lambda plan: (-(plan.identity.year or 0), plan.identity.title))
    rows = "".join(f"<li>{_plan(plan, chosen, words)}</li>" for plan in ranked)
    total = words("{plans}份计划，{items}个条目", plans=len(plans), items=sum(plan.item_count for plan in plans))
    return (
        f'<div class="draft-head"><h3>{words("库里的计划")}</h3><small>{total}</small></div>'
        f'<input type="search" class="narrow" aria-label="{words("筛选计划")}" placeholder="{words("按标题、年份、地区筛选")}">'
        f'<ul class="drafts narrowed">{rows}</ul>'
    )


def plan_head(plan: StoredPlan, words: Words) -> str:
    """The plan's facts, and what can be done with it beside mending."""
    identity = plan.identity
    facts = [
        identity.issuer,
        identity.number,
        identity.date,
        identity.source,
        words("{count}条", count=plan.item_count),
    ]
    mended = "、".join(words(MENDED[key]) for key, _ in plan.mends)
    note = f"<p>{words('人工更正过：')}{mended}{words('。清空再保存就恢复原来的识别。')}</p>" if mended else ""
    sure = words("移除《{title}》？之后问答里查不到它；30天内可以放回。", title=identity.title)
    return (
        f'<h3 class="file-name">{escape(identity.title)}</h3><p class="origin">'
        f"{''.join(f'<span>{escape(fact)}</span>' for fact in facts if fact)}</p>{note}"
        f'<p class="deeds"><a class="act" href="{escape(item_address(plan.id))}" target="_blank">{words("查看全文")}</a>'
        f"{replace_chooser(plan.id, words)}{button(words('移除'), f'remove:{plan.id}', kind='danger', sure=sure)}</p>"
    )


def removed_list(removed: Sequence[Removed], words: Words) -> str:
    """What was removed or replaced, each with the way back."""
    if not removed:
        return ""
    rows = "".join(
        f'<li class="kept"><span class="plan">{escape(one.plan.identity.title)}</span>'
        f"<small>{words('{count}条', count=one.plan.item_count)} · "
        f'<time datetime="{one.at.isoformat()}">{one.at.astimezone():%Y-%m-%d %H:%M}</time></small>'
        f"{button(words('放回'), f'back:{one.key}')}</li>"
        for one in removed
    )
    return (
        f'<h3>{words("留底")}</h3><p class="hint">{words("移除和被替换的计划在这里留30天，可以原样放回。")}</p>'
        f'<ul class="drafts">{rows}</ul>'
    )


def _plan(plan: StoredPlan, chosen: str, words: Words) -> str:
    identity = plan.identity
    year = str(identity.year) if identity.year else words("年份不明")
    facts = " · ".join((year, identity.region or words("地区不明"), words("{count}条", count=plan.item_count)))
    return (
        f'<button type="button" class="draft" data-act="choose:{escape(plan.id)}" '
        f'aria-pressed="{str(plan.id == chosen).lower()}">'
        f'<span class="plan">{escape(identity.title)}</span><small>{escape(facts)}</small></button>'
    )
