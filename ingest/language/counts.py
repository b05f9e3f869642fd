"""A single number with its unit: 1.5万名, 百分之八十, 一个半小时, 半年, 4:6, 第三批, 首届."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ingest.language.idioms import find_idioms
from ingest.language.numbers import NUMERAL, SHARE, read_percent, read_value
from ingest.language.patterns import Pattern
from ingest.language.periods import Span
from ingest.language.units import MEASURE_WORDS, RATIO, UNITS, Unit

HALF = Pattern(
    "half a length of time",
    "(?<![个每上下前后])半个?(?P<unit>年|天|小时|(?<=个)月)",
    matches=("半年", "半个小时", "半个月"),
    misses=("一个半小时", "半数", "上半场"),
)
OF_A_HUNDRED = Pattern(
    "so many of a hundred",
    rf"""
    (?:每|一)?(?:100|百)[个名人位家所]?[^,，。;；\d]{{0,14}}[里中]    # 每100名学生里有
    [^,，。;；\d]{{0,6}}?(?P<part>{NUMERAL.source})(?=[个名人位家所])    # 92名
    """,
    matches=("每100名学生里有92名",),
    misses=("100名学生", "每100名学生里有3%"),
    flags=re.VERBOSE,
)
PROPORTION = Pattern(
    "ratio",
    r"(?<![\d.:])(?P<part>\d+(?:\.\d+)?)\s*[:∶]\s*(?P<whole>\d+(?:\.\d+)?)  # 师生比1:16.5",
    flags=re.VERBOSE,
    matches=("4:6", "1:16.5", "1∶2"),
    misses=("4-6", "第4"),
)
COUNT = Pattern(
    "number with its unit",
    rf"""
    (?P<first>首)(?:届|批|次|期)
    |(?:(?<![a-z])|(?<=rmb))(?<!\d)(?<!\d\.)    # g20 and 1.2.3 are no figures
        (?P<ordinal>第)?(?P<value>{NUMERAL.source})\s?[多余几]?\s?    # 80余, 十几
        (?:(?P<unit>{MEASURE_WORDS})
            (?P<half>(?<=个)半(?=小时|月|钟头)|半(?!小时|天|年|个))?    # 三年半
            (?P<long>(?<=个半)(?:小时|月|钟头))?    # 一个半小时
        )?
    """,
    matches=("80余人", "十几所", "一个半小时", "第三批", "首届", "三年半", "300"),
    misses=("课后", "首先", "g20"),
    flags=re.VERBOSE,
)
CALENDAR_YEAR = re.compile("(?:19|20)[0-9]{2}|[一二][〇零九][〇零一二三四五六七八九]{2}")
ABOUT = re.compile("[一两二三四五六七八九]{2}")  # 两三岁, 三五个
LONE_SCALE = frozenset("百千")  # 百名校长, 千所学校
LONG = {"小时": "小时", "钟头": "小时", "月": "个月"}
LEAST_BARE = 3  # characters of a Chinese numeral that is read without a unit
STRESSED = re.compile(r"(?:满|为期|有效期|停止?招生|停考|限期?|至少|最少|起码|不少于|不低于|最多|不超过|超过)$")


@dataclass(frozen=True, slots=True)
class Count:
    """A number with its unit; of 两三个 `low` and `high` are given and no value."""

    printed: str
    start: int
    end: int
    value: float | None
    measure: Unit | None
    low: float | None = None
    high: float | None = None
    is_ordinal: bool = False
    is_loose: bool = False


def find_counts(folded: str, taken: Iterable[Span]) -> list[Count]:
    """The single numbers of a folded text that lie outside the spans taken, in order."""
    text = folded
    for span in taken:
        text = _blank(text, span)
    found: list[Count] = []
    for read in (_halves, _of_a_hundred, _shares, _ratios):
        for count in read(text):
            found.append(count)
            text = _blank(text, (count.start, count.end))
    found += _counts(text)
    return sorted(found, key=lambda one: one.start)


def _blank(text: str, span: Span) -> str:
    start, end = span
    return f"{text[:start]}{'□' * (end - start)}{text[end:]}"


def _halves(text: str) -> Iterator[Count]:
    for match in HALF.compiled.finditer(text):
        yield Count(match[0], *match.span(), 0.5, UNITS[LONG.get(match["unit"], match["unit"])])


def _of_a_hundred(text: str) -> Iterator[Count]:
    for match in OF_A_HUNDRED.compiled.finditer(text):
        if (part := read_value(match["part"])) is not None and part <= 100:
            yield Count(match[0], *match.span(), part, UNITS["%"])


def _shares(text: str) -> Iterator[Count]:
    for match in SHARE.compiled.finditer(text):
        if (percent := read_percent(match[0])) is not None:
            yield Count(match[0], *match.span(), percent, UNITS["%"])


def _ratios(text: str) -> Iterator[Count]:
    for match in PROPORTION.compiled.finditer(text):
        if whole := float(match["whole"]):
            yield Count(match[0], *match.span(), float(match["part"]) / whole, RATIO)


def _counts(text: str) -> Iterator[Count]:
    idioms = find_idioms(text)
    for match in COUNT.compiled.finditer(text):
        if any(match.start("value") < end and start < match.end("value") for start, end in idioms):
            continue
        if match["first"]:
            yield Count(match[0], *match.span(), 1.0, UNITS[match[0][1:]], is_ordinal=True)
        elif count := _count(text, match):
            yield count


def _count(text: str, match: re.Match[str]) -> Count | None:
    numeral, printed, start, end = match["value"], match[0].rstrip(), *match.span()
    end = start + len(printed)
    measure = UNITS[LONG.get(match["long"] or "", match["unit"])] if match["unit"] else None
    is_ordinal = bool(match["ordinal"])
    if measure and ABOUT.fullmatch(numeral) and not is_ordinal:
        low, high = (read_value(digit) for digit in numeral)
        if low is None or high is None or low >= high:
            return None
        return Count(printed, start, end, None, measure, low, high, is_loose=True)
    value = read_value(numeral)
    is_bare = not numeral[0].isdecimal() and not measure and not is_ordinal
    if value is None or (is_bare and len(numeral) < LEAST_BARE):
        return None
    if match["unit"] == "年" and CALENDAR_YEAR.fullmatch(numeral):
        return None
    half = 0.5 if match["half"] else 0.0
    is_lone = numeral == "一" and not is_ordinal and not half and match["unit"] != "届"
    is_loose = numeral in LONE_SCALE or (is_lone and not _is_stressed(text, start))
    return Count(printed, start, end, value + half, measure, None, None, is_ordinal, is_loose)


def _is_stressed(text: str, start: int) -> bool:
    """Whether a lone 一 counts something: 满一年, at least one."""
    return STRESSED.search(text, max(0, start - 5), start) is not None
