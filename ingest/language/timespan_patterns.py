"""How stretches of time are named without their year; texts are folded."""

import re

from ingest.language.patterns import Pattern

RELATIVE_YEAR = Pattern(
    "year seen from the present one",
    r"""
    (?:
        (?P<both>今明)两?年                        # this year and the next
      | (?P<said>今|本|当|明|(?<!年)来|去|上一|下一)年度?
      | (?<![以学年])(?P<counted>[前后上下])年度?
    )(?P<part>[内底末初])?(?![级龄轻会均])
    """,
    matches=("今年", "本年度", "明年底", "今明两年", "上年末", "前年"),
    misses=("年级", "学前年限", "几年", "以前年度", "今年级"),
    flags=re.VERBOSE,
)
PART_OF_YEAR = Pattern(
    "part of the present year",
    r"""
      (?<![\d〇零○一二三四五六七八九十两每学同])年(?P<part>[底末内终初])(?!考核|[中级])
    | 全年
    | (?P<half>[上下]半年)
    | (?P<quarter>第?[一二三四1-4]季度)         # 季 alone is a season
    """,
    matches=("年内", "到年底", "全年", "上半年", "第三季度"),
    misses=("三年内", "2024年底", "每年底", "学年末", "年终考核"),
    flags=re.VERBOSE,
)
SEASON = Pattern(
    "season or holiday",
    r"(?P<part>[春秋]季(?:学期)?|寒暑假|暑假|寒假|暑期)",
    matches=("秋季学期", "春季", "暑假"),
    misses=("季度", "放假"),
)
TERM = Pattern(
    "term",
    "(?P<which>[本下新])学期|学期(?P<part>[初末])",
    matches=("本学期", "下学期", "学期末"),
    misses=("每学期", "一个学期"),
)
SCHOOL_YEAR = Pattern(
    "school year seen from the present one",
    r"(?P<which>[本新上下])学年度?|学年(?P<part>[初末])",
    matches=("新学年", "上学年", "学年末", "本学年度"),
    misses=("每学年", "2024学年"),
)
MONTH = Pattern(
    "month seen from the present one",
    r"""
      [本当]月
    | (?<![\d一二三四五六七八九十])月(?P<part>[底初末])      # 9月底 is a date
    """,
    matches=("月底", "本月"),
    misses=("9月底", "十月初", "每月"),
    flags=re.VERBOSE,
)
FEAST = Pattern("day that has a name", "(?P<part>教师节)", matches=("教师节前",), misses=("教师",))
COUNTED_YEARS = Pattern(
    "years counted from now",
    r"""
      (?P<past>近|最近|过去)(?P<ago>[一二两三四五六七八九十]|\d{1,2})年(?!级)
    | (?:未来|今后)?(?<![\d.第])(?P<ahead>[一二两三四五六七八九十]|\d{1,2})
      年(?:以|之)?(?P<part>内)                        # 三年行动 is a name
    """,
    matches=("近两年", "三年内", "今后5年内", "过去三年"),
    misses=("三年行动", "2024年内", "近三年级"),
    flags=re.VERBOSE,
)
