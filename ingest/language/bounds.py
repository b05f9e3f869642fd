"""On which side of a figure something lies: 不超过90分钟 and 90分钟以内 are at most so long."""

import re
from enum import StrEnum

from ingest.language.patterns import Pattern

MAY = "(?:[得能应会许准要]|可以?|允许)?"  # what may stand between 不 and 超过
UNDENIED = "(?<!不)(?<!不[得能应会可许准要])(?<!不可以)(?<!不允许)"  # before a 超过 that no 不 turns round
BETWEEN = r"[^，,。;、\d]{0,6}$"  # what may stand between such words and the figure
REACH_BEFORE, REACH_AFTER = 16, 4  # characters looked at


class Bound(StrEnum):
    """Which side of the figure is meant."""

    LEAST = "at least"
    MOST = "at most"
    ABOUT = "about"


LEAST_BEFORE = Pattern(
    "at least, before the figure",
    rf"""
    (?:
        不{MAY}(?:少于|低于|小于|早于|短于|[少低小短]过)    # 不得少于30名; 不早于 is a least time of day
        |至少|最少|最低|最早|起码|少说
        |{UNDENIED}(?:大于|多于|高于|超过|超出|突破|[多高大贵]过)
        |\bat\ least|no\ (?:less|fewer|smaller|lower)\ than|more\ than(?<!no\ more\ than)|minimum\ of
    ){BETWEEN}
    """,
    matches=("不得少于", "至少招", "超过", "no less than "),
    misses=("不得超过", "至少、", "no more than "),
    flags=re.VERBOSE,
)
MOST_BEFORE = Pattern(
    "at most, before the figure",
    rf"""
    (?:
        不{MAY}(?:多于|超过|超出|高于|大于|晚于|迟于|长于|突破|[多高大贵]过)    # 不得超过30名
        |至多|最多|顶多|最高|最晚|最迟
        |{UNDENIED}(?:低于|少于|小于|[少低小短]过)
        |不足|不到|不满|控制在|压[减缩降]到|限于
        |at\ most|up\ to|maximum\ of|less\ than(?<!no\ less\ than)
        |no\ (?:more|larger|greater|later|longer)\ than
    ){BETWEEN}
    """,
    matches=("不得超过", "最多收", "控制在", "up to "),
    misses=("不得少于", "最多，", "no less than "),
    flags=re.VERBOSE,
)
LEAST_AFTER = Pattern(
    "at least, after the figure", r"^及?(?:以上|起|往上|之后|以后)", matches=("及以上", "起"), misses=("以下", "的以上")
)
MOST_AFTER = Pattern(
    "at most, after the figure",
    r"^及?(?:以内|以下|之内|封顶|内(?![\u4e00-\u9fff]{0,1}容))  # 7日内, but no 内容",
    matches=("以内", "内完成"),
    misses=("以上", "内容", "内的容"),
    flags=re.VERBOSE,
)
ABOUT_BEFORE = Pattern(
    "about, before the figure", "(?:约为?|大概|接近|将近)$", matches=("大约", "约为"), misses=("约定", "约，")
)
ABOUT_AFTER = Pattern("about, after the figure", "^(?:左右|上下)", matches=("左右",), misses=("以上", "人左右"))
AFTER = ((Bound.LEAST, LEAST_AFTER), (Bound.MOST, MOST_AFTER), (Bound.ABOUT, ABOUT_AFTER))
BEFORE = ((Bound.LEAST, LEAST_BEFORE), (Bound.MOST, MOST_BEFORE), (Bound.ABOUT, ABOUT_BEFORE))


def read_bound(folded: str, start: int, end: int) -> Bound | None:
    """The bound that the words behind a figure or before it set: of the 30 in `不得超过30名` at most."""
    before = folded[max(0, start - REACH_BEFORE) : start]
    after = folded[end : end + REACH_AFTER]
    for bound, pattern in AFTER:
        if pattern.compiled.search(after):
            return bound
    for bound, pattern in BEFORE:
        if pattern.compiled.search(before):
            return bound
    return None
