"""Who issued a paper: what its title, red head, signature or metadata name."""

import re
from collections.abc import Sequence

from ingest.language.folding import fold
from ingest.language.leading_places import leading_place
from ingest.language.office_names import (
    is_bare_office,
    is_bare_school,
    is_national,
    is_school,
    names_alone,
    office_within,
    opening_office,
    opening_school,
    school_before_topic,
)
from ingest.language.year_patterns import TO, YEAR

LEADING_YEAR = re.compile(rf"^{YEAR}\s*(?:{TO}\s*\d{{2,4}})?\s*(?:[学學]?年)?(?:度|[春秋]季?)?")
PREFIX = re.compile(r"^(.{2,120}?)(?:关于|關於|关於|印发|印發|转发|轉發)")
ABOUT = re.compile("关于|關於|印发|印發|转发|轉發|对|對")  # what follows is what the paper is about
BEFORE_A_YEAR = re.compile(rf"^(.{{4,60}}?)(?=(?:{YEAR}|\d{{2,3}}(?!\d))\s*[学學]?年)")
NO_OFFICE = re.compile("[各全我本]|政府$")  # 全市教育局长 and a 政府 of no place
LAW_OF = re.compile(
    r"(?:组织|組織|选举|選舉|职权|職權)?(?:法|(?:组织|組織)(?:条例|條例|规程|規程|规则|規則|章程))(?:施行细则|施行細則)?[（(]?"
)
BUTTON = re.compile("(?:收藏|打印|分享|字号|关闭)+$")  # that a page prints right behind its source
SCHOOLS = re.compile("中小学|^[各全我本]|[县市区省州镇乡](?:公立|私立|公办|民办|各级|各类|中等|高级中等|国民)+学校$")
PEOPLES = re.compile("人民(?=政府)")  # a title may call a 人民政府 a 政府
WITH_OTHERS = re.compile(r"等[一二三四五六七八九十\d]*[个個]?(?:部门|部門|单位|單位)|等$")


def issuers_of_title(title: str) -> list[str]:
    """The offices or the school that the title begins with: `澄原县教育局 澄原县财政局关于……` gives both."""
    text = LEADING_YEAR.sub("", title)
    if ABOUT.match(text):
        return []
    if (prefix := PREFIX.match(text)) and (names := names_alone(prefix[1])):
        return names
    if (dated := BEFORE_A_YEAR.match(text)) and (names := names_alone(dated[1])):
        return [name for name in names if not is_school(name) or is_one_school(name)]
    if office := opening_office(text):
        return [] if NO_OFFICE.match(office) or LAW_OF.match(text[len(office) :]) else [office]
    school = opening_school(text) or school_before_topic(text)
    return [school] if school and is_one_school(school) else []


def is_one_school(name: str) -> bool:
    """Whether the name is one school's: not 望汀区中小学, nor 全县小学, nor 澄原县公立学校."""
    return not SCHOOLS.search(fold(name)) and not is_bare_school(name)


def choose_issuer(
    titles: Sequence[str], orders: Sequence[str], signed: Sequence[Sequence[str]], sources: Sequence[str]
) -> str | None:
    """The issuer as printed, several joined by 、.

    `orders` are the offices whose order or session the head names, `signed` those of the red head, the signature and the metadata, in this order of trust; `sources` what a web
    page names as its source. A name without a place, `县教育局`, gives way to the full one that ends like it.
    """
    by_title = [names for title in titles if (names := issuers_of_title(title))]
    by_hand = [list(names) for names in signed if names]
    known = [*by_title[:1], *([name] for name in orders[:1]), *by_hand, *by_title[1:]]
    full = [name for names in [*by_hand, *by_title] for name in names] + [
        name for name in sources if not is_bare_office(name)
    ]
    for names in known:
        if names in by_title or any(not is_bare_office(name) for name in names):
            return _in_one(_completed(names, by_hand, full))
    for title in titles:
        if office := office_within(re.sub(r"^.*?(?:印发|印發|关于|關於)[《〈]?", "", title)):
            return office
    return next((name for name in full if not is_bare_office(name)), None) or next(
        ("、".join(names) for names in by_hand), None
    )


def _in_one(names: Sequence[str]) -> str:
    """The names joined by 、; a government's own bureau, printed below it, is one office with it."""
    return re.sub("政府、(?=教育[局廳厅處处])", "政府", "、".join(names))


def _completed(names: Sequence[str], by_hand: Sequence[Sequence[str]], full: Sequence[str]) -> Sequence[str]:
    first = WITH_OTHERS.sub("", names[0])
    if len(names) == 1:
        joint = next((signed for signed in by_hand if len(signed) > 1 and first in signed), None)
        if joint:
            return joint
    part = next((own for own in by_hand if len(own) == 1 and is_school(first) and own[0].startswith(first)), None)
    if part:  # 青屿大学保卫处 signs what is of 青屿大学
        return part
    whole = next((name for name in full if name != first and PEOPLES.sub("", name) == first), None)
    longer = whole or next(
        (name for name in full if not _has_place(names[0]) and name != first and name.endswith(first)), None
    )
    return [longer, *names[1:]] if longer else names


def named_source(values: Sequence[str]) -> list[str]:
    """The offices or schools that a page's source line names, nothing else."""
    found = []
    for value in values:
        name = BUTTON.sub("", re.split(r"\s{2,}|\s(?=[^\s]{2,6}[:：])|[(（【\[]", value.strip())[0])
        found += [body for body in names_alone(name) if leading_place(body) or is_school(body) or is_national(body)]
    return found


def _has_place(name: str) -> bool:
    return leading_place(name) is not None
