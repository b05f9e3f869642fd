"""How years are written in official Chinese, and what stands around them; texts are folded."""

import re

from ingest.language.patterns import Pattern

# Parts of patterns. They match lines that are not folded yet, too.
NOUGHT = "〇○◯零OＯo0０"
DIGIT = f"[{NOUGHT}一二三四五六七八九]"
WESTERN_YEAR = r"(?:19|20)\d\d"
CHINESE_YEAR = f"(?:一九|二[{NOUGHT}]){DIGIT}{{2}}"
REPUBLIC_NUMERAL = r"(?:\d{2,3}|[一二三四五六七八九十百〇○零]{2,5})"
REPUBLIC = rf"(?:中[華华])?民[國国]\s*{REPUBLIC_NUMERAL}"
YEAR = f"(?:{WESTERN_YEAR}|{CHINESE_YEAR})"
TO = "[到至—–~～-]"


NAMED_YEAR = Pattern(
    "year",
    rf"""
      (?<![\d.])(?P<western>{WESTERN_YEAR})(?!\d)
      (?!\s*(?:[至到~—-]\s*\d+\s*)?(?:      # 2000名 is no year, and 2024名师 is one
          多|余|名(?![师校单额称])|人(?![事员才工均口])|元(?![旦宵])|个(?![体人性别])
          |所(?![有需属])|万|亿|辆|册|平方|小时|学时|分(?![班配流类布工期管])|米|套|台|块
          |字|次|件|篇|%|s\b))
    | (?<!{DIGIT})(?P<chinese>{CHINESE_YEAR})(?!{DIGIT})
    | (?:中华)?民国\s*(?P<republic>{REPUBLIC_NUMERAL})(?=\s*学?年)
    | (?<!\d)(?P<school>1[0-4]\d|[6-9]\d)(?=\s*学年)      # 113学年度, of the Republic
    """,
    matches=("2024年", "二○一四年", "二o二四", "民国113年", "113学年度", "2024名师", "in 2024?"),
    misses=("2000名", "补助2000至5000元", "12024", "1980s", "第113年", "高三(3)班"),
    flags=re.VERBOSE,
)
YEAR_UNIT = Pattern(
    "what stands behind a year",
    r"\s*(?:学年度?|年度?)(?!级)",
    matches=("年", "学年", "年度", "学年度"),
    misses=("教育", "月", "年级"),
)
LAST_OF_SPAN = Pattern(
    "last year of a span",
    rf"""
    \s*{TO}+\s*(?:
        (?P<whole>{YEAR})(?!\d)(?!\s*年\s*(?:\d|[一二三四五六七八九十])+\s*月|[./-]\d)
      | (?P<short>\d\d)(?=\s*学?年(?!级))     # 2023—24学年
    )
    """,
    matches=("—2024学年", "至2025年", "-24学年", "到二〇二五年"),
    misses=("—5000元", "-24", "至12月", "和2024年"),
    flags=re.VERBOSE,
)
FIVE_YEARS = Pattern(
    "five years' plan",
    r"""
    (?<![一二三四五六七八九十])[“"]?十([一二三四五六])五[”"]?
    (?![年月日个名所天])            # 十四五天 are days
    """,
    matches=("十四五", "“十五五”规划", "“十四五”期间"),
    misses=("二十四五", "五十", "十五年", "十四五个"),
    flags=re.VERBOSE,
)
SHORT_YEAR = Pattern(
    "year of two digits",
    rf"""
      (?<![\d第近共满前后教龄])(?P<arabic>\d\d)年(?![级以来内间后前制期龄])度?    # no 近24年
    | (?<![〇○一-龥])(?P<chinese>[二三]{DIGIT})年(?!级)度?
    """,
    matches=("24年的校车", "98年", "二四年"),
    misses=("近24年", "124年", "24年以上", "24年内", "小学二四年级"),
    flags=re.VERBOSE,
)
BARE_REPUBLIC_YEAR = Pattern(
    "year of the Republic without its name",
    r"(?<!\d)(1[0-4]\d|9\d)年",
    matches=("113年度教育施政计划", "98年"),
    misses=("2113年", "24年", "民国八年"),
)
# Right before a year; 提到2025年 only mentions it.
GOAL = Pattern(
    "before a year by which something is to be reached",
    r"""
    (?<![提说谈讲写看及])(?:
        到|至|截至|截止到?|力争|面向|迈向|现代化     # 教育现代化2035
      | \b(?:by|until|before|through)
    )\s*$
    """,
    matches=("到", "截止到", "面向", "by ", "until "),
    misses=("提到", "说到", "自", "在"),
    flags=re.VERBOSE,
)
START = Pattern("before a year from which on", r"[自从]\s*$", matches=("自",), misses=("到",))
COMPARED = Pattern("before a year compared with", r"[比较]\s*$", matches=("比",), misses=("到",))
BORN_AFTER = Pattern(
    "behind a year of birth",
    rf"[\d年月日号前后以之{TO[1:-1]}]{{0,24}}出生",
    matches=("年出生", "年9月1日前出生", "年9月1日至2018年8月31日出生"),
    misses=("年招生", "年8月31日前报名"),
)
BORN_BEFORE = Pattern(
    "before a year of birth",
    r"\bborn (?:in|before|after) $",
    matches=("my son was born in ",),
    misses=("in ", "stillborn on "),
)
