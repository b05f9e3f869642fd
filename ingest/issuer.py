"""Who issued a paper: what its title, red head, signature or metadata name."""

import re
from collections.abc import Sequence

from ingest.language.offices import BODY, EDUCATION, GOVERNMENT, NAME, PART, SCHOOL_NAME, read_bodies
from ingest.language.places import place_of
from ingest.language.year_patterns import CHINESE_YEAR, TO, YEAR

LEADING_YEAR = re.compile(rf"^{YEAR}\s*(?:{TO}\s*\d{{2,4}})?\s*(?:[学學]?年)?(?:度|[春秋]季?)?")
PREFIX = re.compile(r"^(.{2,120}?)(?:关于|關於|关於|印发|印發|转发|轉發)")
AT_START = re.compile(rf"^{NAME}{{0,20}}?(?:{EDUCATION}|{GOVERNMENT}|[省市县縣区區][政教][府委]?[办辦]){PART}?")
SCHOOL_AT_START = re.compile(
    rf"^{SCHOOL_NAME.pattern}(?=\d|{CHINESE_YEAR}|关于|關於|学年|學年|春|秋|工作|第[一二]学期|教育教学|“|《|$)"
)
PLAIN_SCHOOL = re.compile(
    r"(?:国民|國民)?(?:小学|小學|学校|學校|幼儿园|幼兒園|学院|學院|高中|中职|高级中学|职业学校|国小|國小|國中|大学)$"
)
ANYWHERE = re.compile(rf"(?:[\u4e00-\u9fff]{{1,8}}?[省市州县縣区區旗镇鎮])+(?:{EDUCATION}|政府教育[局處])")
WITH_OTHERS = re.compile(r"等[一二三四五六七八九十\d]*[个個]?(?:部门|部門|单位|單位)|等$")


def issuers_of_title(title: str) -> list[str]:
    """The offices or the school that the title begins with: `澄原县教育局 澄原县财政局关于……` gives both."""
    text = LEADING_YEAR.sub("", title)
    if (prefix := PREFIX.match(text)) and (names := read_bodies(prefix[1])):
        return names
    if match := AT_START.match(text):
        return [] if re.match("[各全我本]|政府$", match[0]) else [match[0]]
    match = SCHOOL_AT_START.match(text)
    if not match or re.search("中小学|中小學|^[各全我本]", match[0]) or PLAIN_SCHOOL.fullmatch(_after_place(match[0])):
        return []
    return [match[0]]


def choose_issuer(titles: Sequence[str], signed: Sequence[Sequence[str]], sources: Sequence[str]) -> str | None:
    """The issuer as printed, several joined by 、.

    `signed` are the offices of the red head, the signature and the metadata, in this order of trust; `sources` what a web
    page names as its source. A name without a place, `县教育局`, gives way to the full one that ends like it.
    """
    by_title = [names for title in titles if (names := issuers_of_title(title))]
    by_hand = [list(names) for names in signed if names]
    known = [*by_title[:1], *by_hand, *by_title[1:]]
    full = [name for names in [*by_hand, *by_title] for name in names] + [name for name in sources if _is_full(name)]
    for names in known:
        if names in by_title or any(_is_full(name) for name in names):
            return _in_one(_completed(names, by_hand, full))
    for title in titles:
        if match := ANYWHERE.search(re.sub(r"^.*?(?:印发|印發|关于|關於)[《〈]?", "", title)):
            return match[0]
    return next((name for name in full if _is_full(name)), None) or next(("、".join(names) for names in by_hand), None)


def _in_one(names: Sequence[str]) -> str:
    """The names joined by 、; a government's own bureau, printed below it, is one office with it."""
    return re.sub("政府、(?=教育[局廳厅處处])", "政府", "、".join(names))


def _completed(names: Sequence[str], by_hand: Sequence[Sequence[str]], full: Sequence[str]) -> Sequence[str]:
    first = WITH_OTHERS.sub("", names[0])
    if len(names) == 1:
        joint = next((signed for signed in by_hand if len(signed) > 1 and first in signed), None)
        if joint:
            return joint
    longer = next((name for name in full if not _has_place(names[0]) and name != first and name.endswith(first)), None)
    return [longer, *names[1:]] if longer else names


def named_source(values: Sequence[str]) -> list[str]:
    """The offices or schools that a page's source line names, nothing else."""
    found = []
    for value in values:
        name = re.split(r"\s{2,}|\s(?=[^\s]{2,6}[:：])|[(（【\[]", value.strip())[0]
        found += [body for body in read_bodies(name) if place_of(body) or SCHOOL_NAME.fullmatch(body)]
    return found


def _is_full(name: str) -> bool:
    """Whether the name says more than its level: `县教育局` and `教育局` do not."""
    return not re.fullmatch(rf"[省市县縣区區州]?(?:人民)?(?:{BODY}){PART}?", name)


def _has_place(name: str) -> bool:
    return place_of(name) is not None


def _after_place(name: str) -> str:
    place = place_of(name)
    return name[name.index(place) + len(place) :] if place else name
