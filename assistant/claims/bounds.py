"""On which side of a figure something lies, and what it is reckoned by: 不超过90分钟, 每生每学期300元."""

import re
from enum import StrEnum

MAY = "(?:[得能应会许准要]|可以?|允许)?"  # what may stand between 不 and 超过
UNDENIED = "(?<!不)(?<!不[得能应会可许准要])(?<!不可以)(?<!不允许)"  # before a 超过 that no 不 turns round


class Bound(StrEnum):
    """Which side of the figure is meant."""

    LEAST = "at least"
    MOST = "at most"


# What says so before the figure and after it. 不早于 is a least time of day.
BEFORE = (
    (Bound.LEAST, re.compile(rf"(?:不{MAY}(?:少于|低于|小于|早于|短于|[少低小短]过)|至少|最少|最低|最早|起码|少说|{UNDENIED}(?:大于|多于|高于|超过|超出|突破|[多高大贵]过)|\bat least|no (?:less|fewer|smaller|lower) than|more than(?<!no more than)|minimum of)[^,。;、\d]{{0,6}}$")),
    (Bound.MOST, re.compile(rf"(?:不{MAY}(?:多于|超过|超出|高于|大于|晚于|迟于|长于|突破|[多高大贵]过)|至多|最多|顶多|最高|最晚|最迟|{UNDENIED}(?:低于|少于|小于|[少低小短]过)|不足|不到|不满|控制在|压[减缩降]到|限于|at most|no (?:more|larger|greater|later|longer) than|less than(?<!no less than)|up to|maximum of)[^,。;、\d]{{0,6}}$")),
)  # fmt: skip
AFTER = (
    (Bound.LEAST, re.compile(r"^(?:及)?(?:以上|起|往上|之后|以后)")),
    (Bound.MOST, re.compile(r"^(?:及)?(?:以内|以下|之内|封顶|内(?![\u4e00-\u9fff]{0,1}容))")),
)
PER = {
    "季度": r"每个?季度|一个?季度",
    "半年": r"每半年",
    "月": r"\s?(?:per|each|a|every) month|每个?月|每[生人]月|/月|按月|一个月|月均",
    "学期": r"每个?学期|/学期|一个?学期|\s?(?:per|each|a|every) (?:term|semester)",
    "年": r"\s?(?:per|each|a|every) year|每学?年|/年|每[生人]年|一年(?!级)|年均|一学年|全年|年度",
    "天": r"\s?(?:per|each|a|every) day|每天|每日|/天|一天|日均|天天",
    "周": r"\s?(?:per|each|a|every) week|每周|每个?星期|/周|一周",
    "次": r"每次|/次",
}
PERIODS = {name: re.compile(pattern) for name, pattern in PER.items()}
STOPPING = "，,。；;！!？?\n（）()"
STOPS = re.compile(f"[{STOPPING}]")


def clause_start(folded: str, place: int) -> int:
    """Where the clause begins that holds the place."""
    while place and folded[place - 1] not in STOPPING:
        place -= 1
    return place


def read_bound(folded: str, start: int, end: int) -> Bound | None:
    """The bound that the words before or behind a figure set, if any."""
    before, after = folded[max(0, start - 14) : start], folded[end : end + 4]
    for bound, pattern in AFTER:
        if pattern.search(after):
            return bound
    for bound, pattern in BEFORE:
        if pattern.search(before):
            return bound
    return None


def read_periods(folded: str, start: int, end: int, *, after: int) -> tuple[frozenset[str], frozenset[str]]:
    """What a figure is reckoned by, the nearest such word before it or one right behind; and all such words there.

    `after` is where the figure before it ends.
    """
    left = max(clause_start(folded, start), min(after, start))
    behind = {name for name, pattern in PERIODS.items() if pattern.match(folded, end)}
    before = {name: match.end() for name, pattern in PERIODS.items() for match in pattern.finditer(folded, left, end)}
    nearest = max(before.values(), default=-1)
    return frozenset(behind or {name for name, at in before.items() if at == nearest}), frozenset({*behind, *before})
