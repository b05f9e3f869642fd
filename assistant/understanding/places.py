"""How people name the plans in the store: by place, in full or short, in any script or pinyin, by year, and by title."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.understanding.titles import find_titles, told_apart
from assistant.understanding.years import choose_years
from ingest.language.folding import fold
from ingest.language.gazetteer import ENDING, gazetteer, short_name
from ingest.language.office_names import EDUCATION
from ingest.language.places import Place, PlaceKind, find_places
from ingest.language.sounds import pinyin_of
from vectorstore.stored_plan import StoredPlan
from vectorstore.topics import is_spoken

TAKEN = "\ue000"  # where the name of a plan's place stood
NAMED = re.compile(  # 望汀区教育局和栖川, with what joins them
    rf"{TAKEN}(?:{EDUCATION})?(?:\s*(?:、|和|与|跟|同|以及|及|and|,)\s*{TAKEN}(?:{EDUCATION})?)*", re.VERBOSE
)
BESIDE = re.compile(
    r"^\s*(?:\d{4}年?的?)?\s*(?:、|和|与|跟|同|比|还是|以及|及|vs\.?|and|or|versus)\s*(?:\d{4}年?的?)?\s*$"
)
# Where someone comes from, or goes to for a while, is not what a plan is of: 户口在贵州, 从新疆来的, 去北京培训.
COMING_FROM = re.compile(r"(?:从|户口本?在|户籍在|老家在|去|\bfrom )$")
GONE_TO = re.compile(r"(?:那边)?(?:来的?|回来|转来|搬来|过来|户口|户籍|打工|务工|班)")
# A street or bridge is called so, and the schools beside it: 兰溪桥小学, 长江路小学, 北京东路.
NO_STREET = "(?![东西南北中一二三新老大]?(?:路(?![上费])|街(?!道)|大道|大街|巷|弄|桥|胡同))"
# A university is called so, wherever it stands: 武汉科技大学; no word of 武汉考生上大学 is one.
UNIVERSITY = r"[^\W\d_a-z的在有去上读考到能可以要怎哪什么多几吗了和与及是被把让生人孩]{0,7}?(?:大学|学院)(?!生)"
NO_NAME = NO_STREET + f"(?!{UNIVERSITY})"
UNITS = "省市区县州盟旗"
NO_PLACES = frozenset({"新建区", "新城区", "老城区", "新市区"})  # counties whose names are everyday words in full too


@dataclass(frozen=True, slots=True)
class Mentions:
    """What a question names: regions and titles of plans in the store, years, other places; and the text without them.

    `goals` are years by which something is to be reached; they stay in the text.
    """

    regions: tuple[str, ...]
    titled: tuple[str, ...]  # ids of plans named by their title or kind
    years: tuple[int, ...]
    unknown_places: tuple[str, ...]
    rest: str
    goals: tuple[int, ...] = ()
    names: tuple[str, ...] = ()  # universities and places that stand in titles or issuers of plans of no known place

    @property
    def any(self) -> bool:
        """Whether the question names any plan, place or year."""
        return bool(self.regions or self.titled or self.years or self.unknown_places or self.names)


def find_mentions(question: str, plans: Sequence[StoredPlan]) -> Mentions:
    """What the question names, on folded text: `东西湖区2014年` gives a region and a year and leaves the rest."""
    folded, numbered = _take_numbers(fold(question), plans)
    known_years = {plan.identity.year for plan in plans if plan.identity.year}
    years = choose_years(folded, known=known_years).named
    regions = _take_regions(folded, plans)[1]
    titles = find_titles(folded, plans)
    text = folded  # without the titles, whose places and years are named all the same
    for title in titles:
        text = text[: title.start] + TAKEN * (title.end - title.start) + text[title.end :]
    universities = _universities(question, folded)
    called = tuple(name for name in universities if is_called(name, plans))
    if called:  # where their students come from is no plan's place: 武汉商学院会计学专业在湖北招多少人
        regions, without_regions = (), text
        unknown: tuple[str, ...] = ()
    else:
        without_regions = _take_regions(text, plans)[0]
        unknown = _unknown_places(question, without_regions, has_regions=bool(regions))
        called = tuple(name for name in unknown if is_called(name, plans))
        unknown = tuple(name for name in (*unknown, *universities) if name not in called)
    for name in called:
        without_regions = without_regions.replace(fold(name), TAKEN * len(fold(name)))
    taken = choose_years(without_regions, known=known_years)
    titled = told_apart(titles, [plan for plan in plans if not years or plan.identity.year in (*years, None)], regions)
    titled = tuple(dict.fromkeys((*numbered, *titled)))
    text = NAMED.sub(" ", taken.rest)
    rest = re.sub(r"\s+", " ", text).strip()
    return Mentions(regions, titled, years, () if titled and not regions else unknown, rest, taken.goals, called)


@lru_cache(maxsize=1024)
def region_names(region: str) -> tuple[str, ...]:
    """The folded names of a region, longest first: 新晃侗族自治县, 新晃县, 新晃, xinhuang; of 西安市未央区 西安 too."""
    full = fold(region)
    parts = _parts_of(full)
    names = {full}
    for part in parts:
        short = short_name(part)
        if len(short) < 2:
            names.add(part)
            continue
        names |= {part, short, short + part[-1] if part != short else short}
    latin = dict.fromkeys(pinyin_of(short_name(part)) for part in parts if len(short_name(part)) > 1)
    return (*sorted(names, key=lambda name: (-len(name), name)), *latin)


def _parts_of(region: str) -> list[str]:
    """西安市 and 未央区 of 西安市未央区."""
    return [part for part in re.split(r"(?<=[省市州盟])(?=(?!市)[\u4e00-\u9fff]{2,}[市区县旗州盟])", region) if part]


def _is_named_itself(region: str, name: str) -> bool:
    """Whether the name is that of the region, and not of the city that it lies in."""
    full = fold(region)
    return name == full or name in region_names(_parts_of(full)[-1])


def _take_regions(text: str, plans: Sequence[StoredPlan]) -> tuple[str, tuple[str, ...]]:
    found: list[str] = []
    names = {(name, p.identity.region) for p in plans if p.identity.region for name in region_names(p.identity.region)}
    named: dict[str, list[str]] = {}
    for name, region in sorted(names, key=lambda pair: (-len(pair[0]), pair)):
        named.setdefault(name, []).append(region)
    for name, regions in named.items():
        pattern = (
            rf"(?<![a-z]){re.escape(name)}(?:['’]s)?(?![a-z])(?: (?:district|county|city|province))?"
            if name.isascii()
            else re.escape(name) + ("" if ENDING.compiled.search(name) else NO_NAME + _no_other_place(name, names))
        )
        text, count = re.subn(pattern, TAKEN, text)
        if count:
            found.extend([region for region in regions if _is_named_itself(region, name)] or regions)
    return text, tuple(dict.fromkeys(found))


def _no_other_place(short: str, names: Collection[tuple[str, str]]) -> str:
    """What may not stand behind a short name: 县 of 长沙县, which is a place of its own beside 长沙市."""
    known = {name for name, _ in names}
    units = "".join(one for one in UNITS if short + one in gazetteer().full and short + one not in known)
    return f"(?![{units}])" if units else ""


def _take_numbers(text: str, plans: Sequence[StoredPlan]) -> tuple[str, list[str]]:
    """Plans named by their 文号: `栖教发〔2023〕11号`."""
    titled = []
    for plan in plans:
        signs = re.findall(r"[a-z]+|[\u4e00-\u9fff]+|\d+", fold(plan.identity.number or ""))
        if len(signs) > 2 and (match := re.search(r"[^\w，。？?]{0,3}".join(map(re.escape, signs)), text)):
            titled.append(plan.id)
            text = text[: match.start()] + " " + text[match.end() :]
    return text, titled


def _unknown_places(question: str, text: str, *, has_regions: bool) -> tuple[str, ...]:
    """Places that no plan in the store is of.

    Where the question names a plan's place too, only one that stands beside it counts: 长沙和株洲; 湖南省长沙市 is one place,
    and 老师去北京培训 is what it asks about.
    """
    folded = fold(question)
    places = [
        place
        for place in find_places(question)
        if place.name not in NO_PLACES
        and not place.longer
        and not _is_taken(place, folded, text)
        and not re.match(UNIVERSITY, folded[place.end :])
    ]
    if has_regions:
        districts = [place for place in places if place.kind in {PlaceKind.LISTED, PlaceKind.FORMED}]
        return tuple(dict.fromkeys(place.name for place in districts if _stands_beside(folded, text, place)))
    return tuple(dict.fromkeys(place.name for place in places if _is_asked_about(folded, place)))


def _universities(question: str, folded: str) -> tuple[str, ...]:
    """The universities that the question names by a place: 武汉科技大学."""
    named = ((place, re.match(UNIVERSITY, folded[place.end :])) for place in find_places(question))
    return tuple(dict.fromkeys(folded[place.start : place.end + match.end()] for place, match in named if match))


def is_called(name: str, plans: Sequence[StoredPlan]) -> bool:
    """Whether the name stands in the title or issuer of one of the plans: 襄阳 in 襄阳中等职业学校学费标准."""
    named = re.compile(re.escape(fold(name)) + NO_STREET)
    return any(named.search(fold(f"{plan.identity.title} {plan.identity.issuer or ''}")) for plan in plans)


def _is_asked_about(folded: str, place: Place) -> bool:
    """Whether the question may be about the place: 鹤浦 of `鹤浦的课后服务`, not what people say of schools, 校车的安排."""
    if place.kind is PlaceKind.OPENING:
        return not is_spoken(place.name)
    if place.kind is PlaceKind.LISTED:
        return not _is_origin(folded, place)
    return place.kind is PlaceKind.FORMED


def _is_taken(place: Place, folded: str, taken: str) -> bool:
    """Whether the place stands within the title of a plan that is named."""
    return TAKEN in taken and folded[place.start : place.end] not in taken


def _is_origin(folded: str, place: Place) -> bool:
    return bool(COMING_FROM.search(folded[: place.start]) or GONE_TO.match(folded, place.end))


def _stands_beside(folded: str, taken: str, place: Place) -> bool:
    """Whether only a joining word stands between the place and one of a plan: `taken` has the latter's names marked."""
    name = folded[place.start : place.end]
    at = taken.find(name)
    if at < 0:
        return False
    before = re.search(rf"{TAKEN}([^{TAKEN}]*)$", taken[:at])
    after = re.match(rf"([^{TAKEN}]*){TAKEN}", taken[at + len(name) :])
    return any(match and BESIDE.match(match[1]) for match in (before, after))
