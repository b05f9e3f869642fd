"""The files that wait to be added, as an HTML list, and the head of the one that is being looked at."""

from collections.abc import Sequence
from html import escape
from math import ceil

from assistant.manage.intake import Prospect
from assistant.manage.staging import Reading, Staged
from assistant.web.manage.form import NONE, values
from assistant.web.manage.outline import refs
from assistant.web.manage.said import said
from assistant.web.manage.staff import button
from assistant.web.words import Words
from vectorstore.update import Change

MEGABYTE, KILOBYTE = 1_000_000, 1_000
BADGES = {Change.ADDED: "新增", Change.REPLACED: "替换", Change.UNCHANGED: "库里已有"}


def draft_list(files: Sequence[tuple[Staged, Reading | None, Sequence[Prospect]]], chosen: str, words: Words) -> str:
    """A card a file: its plans to choose from, or that it is being read, or why it was refused."""
    if not files:
        return (
            f'<p class="empty">{words("没有等待加入的文件。选好的文件先放在这里，看过切分再加入，不会直接进库。")}</p>'
        )
    count = sum(bool(reading and reading.plans) for _, reading, _ in files)
    everything = (
        button(words("全部加入（{count}个文件）", count=count), "add-all:", kind="primary") if count > 1 else ""
    ) + button(words("全部放弃"), "discard-all:", sure=words("放弃全部等待的文件？库里的计划不受影响。"))
    cards = "".join(_file(*row, chosen, words) for row in files)
    return f'<div class="draft-head"><h3>{words("等待加入")}</h3><span>{everything}</span></div><ul class="drafts">{cards}</ul>'


def _file(staged: Staged, reading: Reading | None, prospects: Sequence[Prospect], chosen: str, words: Words) -> str:
    head = (
        f'<div class="draft-file"><span class="file-name">{escape(staged.name)}</span><small>{_size(staged.size)}</small>'
        f"{button(words('放弃'), f'discard:{staged.token}')}</div>"
    )
    if reading is None:
        return f'<li>{head}<p class="reading">{words("正在读取……")}</p></li>'
    refused = "".join(f'<p class="refusal">{escape(said(reason, words))}</p>' for reason in reading.refusals)
    mends = dict(staged.mends)
    plans = "".join(
        _plan(f"{staged.token}:{place}", values(plan.identity, mends.get(place, {}), words), len(plan.items), len(plan.doubts),
              prospect, chosen, words)
        for place, (plan, prospect) in enumerate(zip(reading.plans, prospects, strict=True))
    )  # fmt: skip
    return f"<li>{head}{plans}{refused}</li>"


def _plan(key: str, fields: list[str], items: int, doubts: int, prospect: Prospect, chosen: str, words: Words) -> str:
    title, year, region = map(escape, fields)
    known = (year or words("年份不明"), region or words("地区不明"), words("{count}条", count=items))
    facts = " · ".join(fact for fact in known if fact != words(NONE))
    doubtful = f'<span class="badge doubt">{words("存疑{count}处", count=doubts)}</span>' if doubts else ""
    return (
        f'<button type="button" class="draft" data-act="choose:{key}" aria-pressed="{str(key == chosen).lower()}">'
        f'<span class="plan">{title}</span><small>{facts}</small>'
        f'<span class="badge {prospect.change.value}">{words(BADGES[prospect.change])}</span>{doubtful}</button>'
    )


def draft_head(staged: Staged, prospect: Prospect, words: Words) -> str:
    """What adding the plan would do, and what it would change."""
    name = f'<h3 class="file-name">{escape(staged.name)}</h3>'
    if prospect.old is None:
        return f"{name}<p>{words('这是新的计划，加入后就能查到。')}</p>"
    old = f"《{escape(prospect.old.identity.title)}》"
    if prospect.changes is None:
        return f"{name}<p>{words('库里已有完全相同的文件：')}{old}</p>"
    changes = prospect.changes
    said_of = (
        ("新增的条目", changes.added),
        ("少了的条目", changes.gone),
        ("文字有变的条目", changes.altered),
    )
    rows = "".join(
        f"<li>{words(label)} {len(found)}{words('：')}{refs(found, words)}</li>" for label, found in said_of if found
    )
    return (
        f'{name}<div class="replacing"><p>{words("加入后会替换库里的")}{old}{words("，原来的会留底，可以换回。")}</p>'
        f"<p>{words('条目数：原来{before}，现在{after}', before=changes.before, after=changes.after)}</p>"
        f"<ul>{rows or '<li>' + words('条目的文字都没有变') + '</li>'}</ul></div>"
    )


def _size(size: int) -> str:
    return f"{size / MEGABYTE:.1f} MB" if size >= MEGABYTE else f"{ceil(size / KILOBYTE)} KB"
