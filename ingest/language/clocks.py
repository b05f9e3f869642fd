"""The times of day that a folded text names: 17时30分, 晚上八点半, 8:20."""

import re
from dataclasses import dataclass

from ingest.language.numbers import read_number
from ingest.language.patterns import Pattern

NUMERAL = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"  # of a month, a day, an hour, a minute
TIME = r"\d{1,2}[:时]\d{2}(?:[:分]\d{2}秒?)?"  # within other patterns, beside a date
LATER = frozenset(["下午", "傍晚", "晚上", "晚间", "夜里", "夜间", "晚"])

CLOCK = Pattern(
    "time of day",
    rf"""
    (?P<part>凌晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚间|夜里|夜间|晚)?
    (?<![\d.第])(?P<hour>{NUMERAL})
    (?:
        (?:时(?![间候代期段刻])|点钟?(?!位|名|的|[期带要建意希体措说]|[一-龥]?个))    # no 三点要求
        (?:(?P<minute>{NUMERAL})分?|(?P<half>半))?
      | [:：](?P<colon>[0-5]\d)(?!\d)
    )
    """,
    matches=("17时30分", "晚上八点半", "8:20", "21时前", "下午五点"),
    misses=("课时", "十二时代", "三点要求", "两点建议", "1:3"),
    flags=re.VERBOSE,
)
RATIO_BEFORE = Pattern(
    "before a ratio",
    r"(?:比|比例|按)[^,，。;；]{0,6}$",
    matches=("师生比不低于", "职普比例为", "按"),
    misses=("上课不早于", "比赛结束,"),
)
RATIO_BEHIND = Pattern("behind a ratio", "的?(?:比|分担)", matches=("的比例", "分担"), misses=("前", "的时候"))
READ_BEFORE = 12  # characters before a time of day, in which a ratio would be named


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day in minutes since midnight, and where it stands in the folded text."""

    printed: str
    start: int
    end: int
    minutes: int


def find_clocks(folded: str) -> tuple[Clock, ...]:
    """The times of day in order: `下午五点半` is 1050 minutes; `按4:60分担` names none."""
    found = []
    for match in CLOCK.compiled.finditer(folded):
        hour = read_number(match["hour"]) or 0
        minute = read_number(match["minute"] or match["colon"] or "") or (30 if match["half"] else 0)
        if hour > 24 or minute > 59 or (match["colon"] and _is_ratio(folded, match)):
            continue
        if match["part"] in LATER and hour < 12:
            hour += 12
        found.append(Clock(match[0], *match.span(), hour * 60 + minute))
    return tuple(found)


def _is_ratio(folded: str, match: re.Match[str]) -> bool:
    before = folded[max(0, match.start() - READ_BEFORE) : match.start()]
    return bool(RATIO_BEFORE.compiled.search(before) or RATIO_BEHIND.compiled.match(folded, match.end()))
