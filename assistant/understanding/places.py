"""How people name the plans in the store: by place, in full or short, in any script or pinyin, by year, and by title."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.understanding.years import choose_years
from ingest.language.folding import fold
from ingest.language.gazetteer import pinyin_of, short_name
from ingest.language.office_names import EDUCATION
from ingest.language.places import Place, PlaceKind, find_places
from vectorstore.stored_plan import StoredPlan
from vectorstore.topics import is_spoken

# The kind of paper that a title's end names, longest first: 工作要点, 创新意见.
KIND = re.compile(
    r"(?:(?:教育|体育|工作|实施|创新|发展|改革|专项|行动|管理|招生|入学|重点|年度|学年|学期|事业)+)(?:要点|计划|规划|意见|方案|办法|安排|细则|通知|总结)$"
)
KIND_LENGTH = 4  # characters; people leave out the rest of a longer kind: 教育工作要点
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

    @property
    def any(self) -> bool:
        """Whether the question names any plan, place or year."""
        return bool(self.regions or self.titled or self.years or self.unknown_places)


def find_mentions(question: str, plans: Sequence[StoredPlan]) -> Mentions:
    """What the question names, on folded text: `东西湖区2014年` gives a region and a year and leaves the rest."""
    text, regions = _take_regions(fold(question), plans)
    unknown = _unknown_places(question, text, has_regions=bool(regions))
    text, numbered = _take_numbers(text, plans)
    years = choose_years(text, known={plan.identity.year for plan in plans if plan.identity.year})
    text, titled = _take_titles(years.rest, plans, regions, years.named)
    titled = tuple(dict.fromkeys((*numbered, *titled)))
    text = NAMED.sub(" ", text)
    rest = re.sub(r"\s+", " ", text).strip()
    return Mentions(regions, titled, years.named, () if titled and not regions else unknown, rest, years.goals)


@lru_cache(maxsize=1024)
def region_names(region: str) -> tuple[str, ...]:
    """The folded names of a region, longest first: 新晃侗族自治县, 新晃县, 新晃, xinhuang; of 西安市未央区 西安 too."""
    full = fold(region)
    parts = [part for part in re.split(r"(?<=[省市州盟])(?=(?!市)[\u4e00-\u9fff]{2,}[市区县旗州盟])", full) if part]
    names = {full}
    for part in parts:
        short = short_name(part)
        if len(short) < 2:
            names.add(part)
            continue
        names |= {part, short, short + part[-1] if part != short else short}
    latin = dict.fromkeys(pinyin_of(short_name(part)) for part in parts if len(short_name(part)) > 1)
    return (*sorted(names, key=lambda name: (-len(name), name)), *latin)


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
            else re.escape(name)
        )
        text, count = re.subn(pattern, TAKEN, text)
        if count:
            found.extend(regions)
    return text, tuple(dict.fromkeys(found))


def _take_titles(
    text: str, plans: Sequence[StoredPlan], regions: Sequence[str], years: Sequence[int]
) -> tuple[str, tuple[str, ...]]:
    """Plans named by their whole title, or by its kind where that tells them from the other plans."""
    of_years = [plan for plan in plans if not years or plan.identity.year in (*years, None)]
    text, titled = _take_whole_titles(text, of_years)
    kinds = {match[0] for plan in plans if (match := KIND.search(fold(plan.identity.title)))}
    for kind in sorted(kinds, key=lambda kind: (-len(kind), kind)):
        for said in dict.fromkeys((kind, kind[-KIND_LENGTH:])):
            if said in text:
                alike = [p for p in plans if (match := KIND.search(fold(p.identity.title))) and match[0].endswith(said)]
                titled += _told_apart(alike, of_years, regions)
                text = text.replace(said, " ")
    return text, tuple(dict.fromkeys(titled))


def _take_whole_titles(text: str, plans: Sequence[StoredPlan]) -> tuple[str, list[str]]:
    """The ids of plans by their titles, without the years, which are taken from the text already."""
    titled = []
    for plan in plans:
        title = choose_years(fold(plan.identity.title), known=()).rest
        if title in text:
            titled.append(plan.id)
            text = text.replace(title, " ")
        elif any(len(quoted) > KIND_LENGTH and quoted in title for quoted in re.findall("《([^》]+)》", text)):
            titled.append(plan.id)
    return text, titled


def _told_apart(alike: Sequence[StoredPlan], of_years: Sequence[StoredPlan], regions: Sequence[str]) -> list[str]:
    """The one plan of a kind: of a named place that has other plans beside it, or of all places."""
    known = {plan.id for plan in of_years}
    here = [plan for plan in alike if plan.identity.region in regions and plan.id in known]
    if here:
        beside = [plan for plan in of_years if plan.identity.region == here[0].identity.region]
        return [here[0].id] if len(here) == 1 and len(beside) > 1 else []
    return [plan.id for plan in alike if len(alike) == 1 and plan.identity.region not in regions]


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
    places = [place for place in find_places(question) if place.name not in NO_PLACES and not place.longer]
    if has_regions:
        districts = [place for place in places if place.kind in {PlaceKind.LISTED, PlaceKind.FORMED}]
        return tuple(dict.fromkeys(place.name for place in districts if _stands_beside(folded, text, place)))
    return tuple(dict.fromkeys(place.name for place in places if _is_asked_about(folded, place)))


def _is_asked_about(folded: str, place: Place) -> bool:
    """Whether the question may be about the place: 鹤浦 of `鹤浦的课后服务`, not what people say of schools, 校车的安排."""
    if place.kind is PlaceKind.OPENING:
        return not is_spoken(place.name)
    if place.kind is PlaceKind.LISTED:
        return not _is_origin(folded, place)
    return place.kind is PlaceKind.FORMED


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
