"""Remarks as an HTML list, and as a table to take along."""

from collections import Counter
from collections.abc import Sequence
from html import escape
from urllib.parse import urlencode

from assistant.exports.table import Table
from assistant.feedback import Kind, Remark
from assistant.web.manage.staff import button
from assistant.web.words import Words

MOST_SHOWN = 300
EXPORT_PATH = "/manage/do/remarks.csv"
KINDS = {Kind.HELPED: "有帮助@manage", Kind.FAILED: "没帮上忙", Kind.UNANSWERED: "没答上"}
COLUMNS = ("类别", "问题", "按此理解", "语言", "引用", "理由", "时间", "已处理")


def remark_list(remarks: Sequence[Remark], shown: Sequence[Remark], words: Words) -> str:
    """How many there are of each kind, what is kept of them, and those to be shown, the newest first."""
    counts = Counter(one.kind for one in remarks if not one.is_done)
    tallies = "".join(
        f'<li class="{kind.value}"><strong>{counts[kind]}</strong> {words(label)}</li>' for kind, label in KINDS.items()
    )
    rows = "".join(_row(one, words) for one in shown[:MOST_SHOWN])
    more = words("……还有{count}条，请用“导出”查看", count=len(shown) - MOST_SHOWN) if len(shown) > MOST_SHOWN else ""
    empty = f'<p class="empty">{words("这里还没有记录。")}</p>'
    return (
        f'<ul class="tallies">{tallies}</ul><p class="hint">'
        f"{words('保存的只有问题、答案引用的条目、评价和理由、语言和时间，不记录是谁问的，只存在这台电脑的计划库里。')} "
        f'<a href="{EXPORT_PATH}?{urlencode({"language": words.language})}" download>{words("导出全部（CSV）")}</a></p>'
        f"{f'<ul class=remark-list>{rows}</ul>' if rows else empty}<p>{more}</p>"
    )


def remark_table(remarks: Sequence[Remark], words: Words) -> Table:
    """A row a remark."""
    rows = tuple(
        (words(KINDS[one.kind]), one.question, one.reading, one.language, "\n".join(one.citations), one.reason,
         f"{one.at:%Y-%m-%d %H:%M}", words("是") if one.is_done else "")
        for one in remarks
    )  # fmt: skip
    return Table(words("反馈与没答上的问题"), tuple(map(words, COLUMNS)), rows)


def _row(one: Remark, words: Words) -> str:
    reading = f"<p>{words('按此理解：')}{escape(one.reading)}</p>" if one.reading else ""
    cited = f"<p>{words('引用：')}{escape('；'.join(one.citations))}</p>" if one.citations else ""
    reason = f"<p>{words('理由：')}{escape(one.reason)}</p>" if one.reason else ""
    search = urlencode({"tab": "search", "q": one.reading or one.question})
    deed = (words("重新打开"), f"open:{one.number}") if one.is_done else (words("已处理"), f"done:{one.number}")
    return (
        f'<li class="remark {one.kind.value}{" is-done" if one.is_done else ""}"><span class="badge {one.kind.value}">'
        f'{words(KINDS[one.kind])}</span><p class="asked">{escape(one.question)}</p>{reading}{cited}{reason}'
        f'<p class="deeds"><time datetime="{one.at.isoformat()}">{one.at.astimezone():%Y-%m-%d %H:%M}</time>'
        f'<a class="act" href="/?{escape(search)}" target="_blank">{words("去查找")}</a>{button(*deed)}</p></li>'
    )
