"""How a plan was cut, as HTML: line by line, with what was dropped and why, and what is doubtful first."""

from html import escape

from assistant.phrases import name_of_ref
from assistant.web.manage.said import said
from assistant.web.words import Words
from ingest.plan import LineReading, Plan, Role

NAMES = {
    Role.TITLE: "标题",
    Role.HEADING: "小标题",
    Role.ITEM: "条目",
    Role.TEXT: "正文",
    Role.DROPPED: "略去",
}
LONGEST_LINE = 160  # characters of a line that are shown
MOST_LINES = 3_000


def outline(plan: Plan, words: Words) -> str:
    """The plan's figures, its doubts, and each line with what it was taken for and why."""
    dropped = sum(reading.role is Role.DROPPED for reading in plan.readings)
    figures = words(
        "{items}个条目，略去{dropped}行，存疑{doubts}处",
        items=len(plan.items),
        dropped=dropped,
        doubts=len(plan.doubts),
    )
    script = "zh-Hant" if plan.identity.language == "zh-Hant" else "zh-Hans"
    return (
        f'<section class="cutting"><h3>{words("这份文件是这样切分的")}</h3><p class="figures">{figures}</p>'
        f"{_doubts(plan, words)}"
        f'<input type="checkbox" id="outline-only" class="only"><label for="outline-only">{words("只看略去和存疑的行")}</label>'
        f'<div class="lines-box" tabindex="0"><table class="lines"><thead><tr><th scope="col">{words("行")}</th>'
        f'<th scope="col">{words("当作")}</th><th scope="col">{words("原文与理由")}</th></tr></thead>'
        f'<tbody lang="{script}">{_lines(plan, words)}</tbody></table></div></section>'
    )


def _doubts(plan: Plan, words: Words) -> str:
    if not plan.doubts:
        return ""
    rows = "".join(
        f"<li>{words('第{line}行', line=doubt.line)}：{escape(said(doubt.reason, words))}</li>"
        for doubt in plan.doubts[:50]
    )
    return f'<div class="doubts"><h4>{words("请看一看这些地方")}</h4><ul>{rows}</ul></div>'


def _lines(plan: Plan, words: Words) -> str:
    doubts: dict[int, list[str]] = {}
    for doubt in plan.doubts:
        doubts.setdefault(doubt.line, []).append(said(doubt.reason, words))
    rows = "".join(_line(reading, doubts.get(reading.number, []), words) for reading in plan.readings[:MOST_LINES])
    left = len(plan.readings) - MOST_LINES
    return rows + (f'<tr><td colspan="3">{words("……还有{count}行", count=left)}</td></tr>' if left > 0 else "")


def _line(reading: LineReading, doubts: list[str], words: Words) -> str:
    text = reading.text if len(reading.text) <= LONGEST_LINE else reading.text[:LONGEST_LINE] + "……"
    kinds = f"{reading.role.value}{' doubtful' if doubts else ''}"
    reason = escape("；".join(dict.fromkeys([said(reading.reason, words), *doubts])))
    return (
        f'<tr class="{kinds}"><td>{reading.number}</td><td>{words(NAMES[reading.role])}{"？" if doubts else ""}</td>'
        f'<td>{escape(text)}<small lang="{words.language}">{reason}</small></td></tr>'
    )


def refs(found: tuple[str, ...], words: Words, *, most: int = 8) -> str:
    """Refs as people say them, the first few of many: `第5条、第6条……`."""
    shown = [name_of_ref(ref, words.language).strip() for ref in found[:most]]
    return escape(("、" if words.language != "en" else ", ").join(shown) + ("……" if len(found) > most else ""))
