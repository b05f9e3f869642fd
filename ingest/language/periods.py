"""What a figure is reckoned by: 每生每学期 of 每生每学期300元, and the length of time in it."""

import re

from ingest.language.patterns import Pattern

Span = tuple[int, int]
Periods = tuple[frozenset[str], frozenset[str]]
EACH = Pattern(
    "counted for each",
    r"""
    (?:每
        (?:个?课时|个?工作日|半个?月|个?学期|个?学年|个?季度|半年|个?月    # 每学期
        |个?工作室|个?集团|县(?:\(区\))?|[一-龥]    # 每生, 每校
        )的?
    )+
    """,
    matches=("每生每学期", "每个学期的", "每半年"),
    misses=("各学期", "每", "每3天"),
    flags=re.VERBOSE,
)
PERIOD = Pattern(
    "period",
    r"""
    (?P<季度>每个?季度|一个?季度)  # the name of each group is that of the period
    |(?P<半年>每半年)
    |(?P<月>\s?(?:per|each|a|every)\ month|每个?月|每[生人]月|/月|按月|一个月|月均)
    |(?P<学期>每个?学期|/学期|一个?学期|\s?(?:per|each|a|every)\ (?:term|semester))
    |(?P<年>\s?(?:per|each|a|every)\ year|每学?年|/年|每[生人]年|一年(?!级)|年均|一学年|全年|年度)
    |(?P<天>\s?(?:per|each|a|every)\ day|每天|每日|/天|一天|日均|天天)
    |(?P<周>\s?(?:per|each|a|every)\ week|每周|每个?星期|/周|一周)
    |(?P<次>每次|/次)
    """,
    matches=("每学期", "/月", "per term", "全年", "每次"),
    misses=("一年级", "学期末", "月底", "年级"),
    flags=re.VERBOSE,
)
STOPPING = "，,。；;！!？?\n（）()"
STOPS = re.compile(f"[{STOPPING}]")
EACH_STOPS = re.compile("[，,。；;：:！!？?\n]")


def clause_start(folded: str, place: int) -> int:
    """Where the clause begins that holds the place."""
    while place and folded[place - 1] not in STOPPING:
        place -= 1
    return place


def read_each(folded: str, start: int, *, after: int) -> Span | None:
    """Where the words last before a figure, in its clause, say for each of what it is meant: 每生每学期, 每县(区).

    `after` is where the figure before it ends.
    """
    stops = [stop.end() for stop in EACH_STOPS.finditer(folded, after, start)]
    found = list(EACH.compiled.finditer(folded, stops[-1] if stops else min(after, start), start))
    return found[-1].span() if found else None


def read_periods(folded: str, start: int, end: int, *, after: int) -> Periods:
    """The lengths of time that a figure is reckoned by, and all that its clause names.

    Those right behind it count, or else the nearest before it: `每月电话联系2次` gives 月.
    `after` is where the figure before it ends.
    """
    left = max(clause_start(folded, start), min(after, start))
    behind = {str(match.lastgroup)} if (match := PERIOD.compiled.match(folded, end)) else set()
    found = PERIOD.compiled.finditer(folded, left, end)
    before = {str(match.lastgroup): match.end() for match in found}
    nearest = [name for name, at in before.items() if at == max(before.values())]
    return frozenset(behind or nearest), frozenset({*behind, *before})
