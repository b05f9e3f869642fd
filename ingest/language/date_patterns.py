"""How dates are written in official Chinese and in English, and what stands around them; texts are folded."""

import re

from ingest.language.clocks import NUMERAL
from ingest.language.patterns import Pattern
from ingest.language.year_patterns import REPUBLIC_NUMERAL, TO, WESTERN_YEAR, YEAR

ENGLISH_MONTH = r"(?:jan|feb|mar(?:ch)?(?=[\s.,]|$)|apr|may(?=\s\d)|jun|jul|aug|sep|oct|nov|dec(?=ember|\.|\s))"

DAY_OF_MONTH = Pattern(
    "date with a month or a day",
    rf"""
      (?<![\d.-])(?P<year>{YEAR})(?P<dot>[.\-/])\s?(?P<dotted>\d{{1,2}})            # 2024.9.1
      (?:(?P=dot)\s?(?P<dotted_day>\d{{1,2}}))?(?![\d%万亿]|[.\-/]\d)
      # 2024年9月1日, 9月, 6月20至28日
    | (?:(?:(?P<of>{YEAR})|(?:中华)?民国\s*(?P<republic>{REPUBLIC_NUMERAL}))\s*年\s*)?
      (?<![\d.个])(?P<month>{NUMERAL})\s*月份?(?![以内均薪租])
      (?:\s*(?P<day>{NUMERAL})(?:\s*[日号](?![楼线])|(?=\s*{TO}+\s*{NUMERAL}[日号])))?
      # 28日 alone; no 3日内, 6号楼, 28日报
    | (?<![\d.个第〕)\]])(?P<alone>{NUMERAL})[日号](?![以之]?内|[常间子楼线码游数均语]|报(?![名到送备]))
      # july 8, 2023 and 8 july
    | \b(?P<english>{ENGLISH_MONTH})\w*\.?\s?(?P<english_day>\d{{1,2}}(?!\d))?(?:,?\s(?P<english_year>{YEAR}))?
    | \b(?P<day_first>\d{{1,2}})\s(?P<month_after>{ENGLISH_MONTH})\w*
    """,
    matches=("2024年9月1日", "二〇二四年九月", "民国113年3月5日", "2024.9.1", "28日", "july 8, 2023"),
    misses=("3个月", "1.5万", "3日内", "6号楼", "〔2024〕6号", "第3日"),
    flags=re.VERBOSE,
)
BARE_YEAR = Pattern(
    "year of an English sentence",
    rf"""
    {WESTERN_YEAR}(?:
        \s(?!yuan|\w+s\b)     # 2000 pupils are none
      | [,.;]?$|[,;]
    )
    """,
    matches=("2024 the plan", "in 2024.", "2024, "),
    misses=("2024教育", "2000 yuan", "2000 pupils"),
    flags=re.VERBOSE,
)
PART = Pattern(
    "part of a year or month",
    "[上中下]旬|[底末]|初(?![中一二三级])",
    matches=("底", "上旬", "初"),
    misses=("初中", "前", "初一"),
)
BEFORE = Pattern(
    "behind a deadline",
    "之前|以前|前(?!后|夕)|截止|止",
    matches=("前完成", "之前", "截止"),
    misses=("后", "起"),
)
FROM = Pattern("behind a start", "起|之后|以后|后|开始", matches=("起", "以后"), misses=("前", "底"))
DUE = Pattern(
    "before a deadline",
    "(?:不晚于|不迟于|截至|截止到?|最晚|最迟)$",
    matches=("不晚于", "截止到"),
    misses=("自", "到"),
)
NOT_BEFORE = Pattern("before a start", "(?:不早于|最早|自|从)$", matches=("不早于", "自"), misses=("到", "不晚于"))
RANGE = Pattern(
    "between the ends of a range or the days of a list",
    rf"\s?(?:{TO}+|[、和与及])\s?",
    matches=("至", "—", "、"),
    misses=("在", "，"),
)
