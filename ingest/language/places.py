"""The places that a text names: listed ones in any script, invented ones by their form."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from ingest.language.folding import fold
from ingest.language.formed_places import LEAD_IN, Place, PlaceKind, find_formed, find_opening
from ingest.language.gazetteer import SHORTEST_FULL, gazetteer, place_by_english_name
from ingest.language.office_names import SCHOOL
from ingest.language.patterns import Pattern
from ingest.language.words import split_words

__all__ = ["Place", "PlaceKind", "find_places"]

JOINED = Pattern("what joins places", r"[、,，。？?！!；;和与跟同比]|还是", matches=("长沙和株洲",), misses=("长沙的",))
AFTER_PLACE = Pattern(
    "what stands behind a place's short name",
    r"""^(?:
    $ | \s | \d | 的 | 呢 | 那边 | 这边 | 那里 | 这里 | 今年 | 明年 | 去年 | 有 | 要 | 是 | 对 | 在 | 也  # 长沙有
    | 教育 | 计划 | 要点 | 工作 | 小学 | 中学 | 幼儿园 | 学校 | 老师 | 孩子
    )""",
    matches=("的校车", "2024年", "教育局"),
    misses=("怎么分配", "校园怎么建"),
    flags=re.VERBOSE,
)
LONGER_NAME = Pattern(
    "what makes of a place's short name that of a road or school",
    rf"""^(?:
    [东西南北中]?[一二三四五]?(?:路|街(?!道)|大道|巷)(?![程线口子])  # 长沙路
    | [桥湖河江溪湾塘岛坪岭坡]{SCHOOL}  # 兰溪桥小学
    )""",
    matches=("路上的学校", "桥小学几点放学"),
    misses=("的小学", "实验小学", "街道的小学"),
    flags=re.VERBOSE,
)
NAMED_IN_ENGLISH = Pattern(
    "a place with its kind in English",
    r"""
    \b((?!The\b|Our\b|Each\b|School\b)[A-Z][a-z’']+(?:\ [A-Z][a-z]+)?)  # Lanxi
    \ (?:City|County|District|Province|Prefecture)\b
    """,
    matches=("What does Lanxi County plan?",),
    misses=("The County will build", "the county"),
    flags=re.VERBOSE,
)
LATIN_NAME = Pattern(
    "a Latin word that may name a place, in the text as printed",
    r"""
    [A-Za-z]+(?:[’'][a-z]{2,})?       # Xi'an
    (?:\ (?:[Mm]ongolia|[Kk]ong))?    # Hong Kong
    """,
    matches=("Xi'an", "Hong Kong"),
    misses=("长沙", "2024"),
    flags=re.VERBOSE,
)
HIDDEN = "\ue001"  # stands for the characters of a place that is found already


@lru_cache(maxsize=1024)
def find_places(text: str) -> tuple[Place, ...]:
    """The places that a text names, in order, none over another.

    `那長沙呢` names 长沙, `Wuhan` 武汉, `云河区的校车` 云河区.
    """
    folded = fold(text)
    in_chinese = (*_found_in_full(folded), *_found_in_short(folded))
    listed = _apart([*in_chinese, *_found_in_english(text, folded)])
    rest = folded
    for place in listed:
        rest = f"{rest[: place.start]}{HIDDEN * (place.end - place.start)}{rest[place.end :]}"
    formed = _apart([*find_formed(rest), *find_opening(rest)])
    places = sorted((*listed, *formed), key=lambda place: place.start)
    starts = {place.start for place in places}
    return tuple(_with_longer_name(place, folded, starts) for place in places)


def _apart(places: Iterable[Place]) -> list[Place]:
    """The places in order, the longer of those that overlap."""
    kept: list[Place] = []
    for place in sorted(places, key=lambda place: (place.start, place.start - place.end)):
        if not kept or place.start >= kept[-1].end:
            kept.append(place)
    return kept


def _found_in_full(folded: str) -> Iterator[Place]:
    names, longest = gazetteer().full, gazetteer().longest
    start = 0
    while start < len(folded):
        lengths = range(min(longest, len(folded) - start), SHORTEST_FULL - 1, -1)
        length = next((n for n in lengths if folded[start : start + n] in names), 0)
        if length:
            yield Place(folded[start : start + length], start, start + length, PlaceKind.LISTED)
        start += max(1, length)


def _found_in_short(folded: str) -> Iterator[Place]:
    """Short names that are words of their own, or open the text or one of its enumerated parts."""
    names = gazetteer().short
    at = 0
    for word in split_words(folded):
        if word in names:
            yield Place(word, at, at + len(word), PlaceKind.LISTED)
        at += len(word)
    for start in (0, *(match.end() for match in JOINED.compiled.finditer(folded))):
        opening = folded[start : start + 40]
        lead = LEAD_IN.compiled.match(opening)
        skipped = lead.end() if lead else 0
        for length in range(4, 1, -1):
            name = opening[skipped : skipped + length]
            if name in names and AFTER_PLACE.compiled.match(folded[start + skipped + length :][:4]):
                yield Place(name, start + skipped, start + skipped + length, PlaceKind.LISTED)


def _found_in_english(text: str, folded: str) -> Iterator[Place]:
    """Pinyin and English names."""
    if len(text) != len(folded) or not re.search("[A-Za-z]{3}", text):
        return
    for match in NAMED_IN_ENGLISH.compiled.finditer(text):
        yield Place(match[1].lower(), *match.span(), PlaceKind.FORMED)
    for match in LATIN_NAME.compiled.finditer(text):
        if name := place_by_english_name(match[0]):
            yield Place(name, *match.span(), PlaceKind.LISTED)


def _with_longer_name(place: Place, folded: str, starts: set[int]) -> Place:
    """The place with the name of the road or school that goes on behind its short name."""
    if place.end in starts or place.name.endswith(("省", "市", "区", "县", "州", "镇", "乡")):
        return place
    match = LONGER_NAME.compiled.match(folded[place.end : place.end + 12])
    return replace(place, longer=folded[place.start : place.end + match.end()]) if match else place
