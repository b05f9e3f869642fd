"""How people name the plans in the store: places in full and short, in any script and pinyin, years, and titles."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import pypinyin
import rjieba

from ingest.characters import fold
from vectorstore.stored_plan import StoredPlan

PEOPLES = (
    "蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|"
    "布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固|京|塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺|各"
)
ENDING = re.compile(rf"(?:(?:{PEOPLES})族)*(?:自治)?(?:特别行政区|省|市|区|县|州|盟|旗|镇|乡|街道)$")
YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:\s*[年]度?)?(?!\d)")
CHINESE_YEAR = re.compile(r"[二一][〇零一二三四五六七八九]{3}年")
KIND_LENGTH = 4  # characters at a title's end that name its kind: 工作要点, 创新意见
PLACE_PATTERN = re.compile(
    r"(?<![全各我本社学小片新高园校辖市城乡地郊])([\u4e00-\u9fff]{2,4}(?:省|市|区|县|州|旗))(?=\d{4}|的|教育|今年|去年|要|有|对|在|计划|打算)"
)
LEAD_IN = re.compile(r"^(?:请问|我想问|想问一下|想问|问一下|听说|我们?(?:家)?(?:住)?在?|咱们?|俺们?|在|那么?|关于)*\s*")
VERBS_LIKE_PLACES = frozenset({"新建", "和平", "安定", "长乐", "东方", "兴安", "永安", "公安", "大关", "通过"})
NO_PLACES = frozenset(
    [
        "中国",
        "我国",
        "全国",
        "国家",
        "社区",
        "学区",
        "城区",
        "市区",
        "小区",
        "地区",
        "郊区",
        "城市",
        "农村",
        "乡镇",
        "全市",
        "全区",
        "全县",
        "我市",
        "我区",
        "我县",
        "本市",
        "本区",
        "本县",
        "各区",
        "各县",
        "区县",
        "各区县",
        "各县区",
        "各县市",
    ]
)


@dataclass(frozen=True, slots=True)
class Mentions:
    """What a question names: regions and titles of plans in the store, years, unknown places; and the text without them."""

    regions: tuple[str, ...]
    titled: tuple[str, ...]  # ids of plans named by their title or kind
    years: tuple[int, ...]
    unknown_places: tuple[str, ...]
    rest: str

    @property
    def any(self) -> bool:
        """Whether the question names any plan, place or year."""
        return bool(self.regions or self.titled or self.years or self.unknown_places)


def find_mentions(question: str, plans: Sequence[StoredPlan]) -> Mentions:
    """What the question names, on folded text: `东西湖区2014年` gives a region and a year and leaves the rest."""
    text = fold(question)
    text, regions = _take_regions(text, plans)
    text, years = _take_years(text)
    text, titled = _take_titles(text, plans, regions)
    unknown = () if regions or titled else _unknown_places(text)
    return Mentions(regions, titled, years, unknown, re.sub(r"\s+", " ", text).strip())


@lru_cache(maxsize=1024)
def region_names(region: str) -> tuple[str, ...]:
    """The folded names of a region, longest first: 新晃侗族自治县, 新晃县, 新晃, xinhuang."""
    full = fold(region)
    short = ENDING.sub("", full)
    if len(short) < 2:
        return (full,)
    names = {full, short, short + full[len(short) :][-1:]}
    latin = "".join(pypinyin.lazy_pinyin(short))
    return (*sorted(names, key=lambda name: -len(name)), latin)


def _take_regions(text: str, plans: Sequence[StoredPlan]) -> tuple[str, tuple[str, ...]]:
    found = []
    names = {(name, p.identity.region) for p in plans if p.identity.region for name in region_names(p.identity.region)}
    for name, region in sorted(names, key=lambda pair: -len(pair[0])):
        pattern = (
            rf"\b{re.escape(name)}(?:['’]s)?\b(?: (?:district|county|city|province))?"
            if name.isascii()
            else re.escape(name)
        )
        text, count = re.subn(pattern, " ", text)
        if count:
            found.append(region)
    return text, tuple(dict.fromkeys(found))


def _take_years(text: str) -> tuple[str, tuple[int, ...]]:
    years = [int(year) for year in YEAR.findall(text)]
    for match in CHINESE_YEAR.findall(text):
        years.append(int("".join(str("〇一二三四五六七八九".index(c.replace("零", "〇"))) for c in match[:4])))
    return CHINESE_YEAR.sub(" ", YEAR.sub(" ", text)), tuple(dict.fromkeys(years))


def _take_titles(text: str, plans: Sequence[StoredPlan], regions: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """Plans named by their whole title, or by its last words where that tells it from the other plans."""
    titled = []
    for plan in plans:
        title = fold(plan.identity.title)
        alike = [p for p in plans if fold(p.identity.title)[-KIND_LENGTH:] == title[-KIND_LENGTH:]]
        if title in text:
            titled.append(plan.id)
            text = text.replace(title, " ")
        elif len(alike) == 1 and title[-KIND_LENGTH:] in text and plan.identity.region not in regions:
            titled.append(plan.id)
    for kind in {fold(plan.identity.title)[-KIND_LENGTH:] for plan in plans}:
        text = text.replace(kind, " ")
    return text, tuple(titled)


def _unknown_places(text: str) -> tuple[str, ...]:
    """Places that no plan in the store is of: with their ending (株洲市), or a dictionary's place that opens the question."""
    opening = LEAD_IN.sub("", text)
    first, tag = next(iter(rjieba.tag(opening)), ("", ""))
    bare = [first] if tag == "ns" and len(first) > 1 and first not in VERBS_LIKE_PLACES else []
    named = PLACE_PATTERN.findall(opening)
    return tuple(dict.fromkeys(place for place in (*bare, *named) if place not in NO_PLACES))
