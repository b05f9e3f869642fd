"""A small chart of how many targets there are by topic or year: a list of bars, each with its name and number to be read."""

from html import escape

from assistant.targets.browse import Browsed, Choice
from assistant.web.targets.targets_view import label
from assistant.web.words import Words

KINDS = {"topic": "按主题", "year": "按计划年份", "due": "按完成年份"}
MOST_BARS = 6
FIRST_KIND = "topic"


def chart(found: Browsed, kind: str, words: Words) -> str:
    """The bars of the targets that were found, as HTML; "" where there are none."""
    kind = kind if kind in KINDS else FIRST_KIND
    counted = _left(found, kind)
    if not counted:
        return ""
    longest = max(choice.count for choice in counted)
    bars = "".join(_bar(label(kind, choice.value, {}, words), choice.count, longest) for choice in counted[:MOST_BARS])
    rest = counted[MOST_BARS:]
    more = _bar(words("其余{count}类", count=len(rest)), sum(one.count for one in rest), 0) if rest else ""
    return f'<ul class="bars" aria-label="{words("指标个数")}">{bars}{more}</ul>'


def _left(found: Browsed, kind: str) -> list[Choice]:
    """What is shown of the kind: what is chosen of it, else all."""
    choices = [choice for choice in found.choices[kind] if choice.count]
    return [choice for choice in choices if choice.is_chosen] or choices


def _bar(name: str, count: int, longest: int) -> str:
    """A name, a bar in proportion to the longest (none where that is 0), and the number."""
    bar = f'<i style="width:{round(100 * count / longest)}%"></i>' if longest else ""
    return f'<li><span class="name">{escape(name)}</span><span class="bar" aria-hidden="true">{bar}</span><b>{count}</b></li>'
