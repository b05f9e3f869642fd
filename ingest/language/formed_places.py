"""Names that no list has, formed like a place's and standing where one would: 云河区有哪些学校, 沙砚镇."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from ingest.language.patterns import Pattern
from ingest.language.words import is_place_like, is_word


class PlaceKind(StrEnum):
    """How a place is known."""

    LISTED = "listed"  # in the gazetteer
    FORMED = "formed"  # ends like a place, and stands where one would
    SHORT = "short"  # two characters that stand before 全区 or a year as a place's short name does
    OPENING = "opening"  # opens the text as a place's name would; a guess
    TOWN = "town"  # 镇, 乡, 街道 or 村


@dataclass(frozen=True, slots=True)
class Place:
    """A place: its folded name, where it stands in the folded text, and how it is known.

    `longer` is the name of a road or school that it is only a part of: 兰溪桥小学 of the place 兰溪.
    """

    name: str
    start: int
    end: int
    kind: PlaceKind
    longer: str = ""


NO_PART = (
    "在对从给向为按的是有哪每这那几各个些咱你您我他们由或把全该本让和与及跟照据"  # characters that stand in no name
)
# What stands before 区 or 县 in words that are no name: 全区, 校区, 偏远山区.
NO_END = "全各我本该外邻地片校园城学社小景老区县市点发范验心困强壁分级"
NAME_END = rf"(?<![{NO_END}])(?<!偏远山|边远山|农村山|贫困山|高寒山)"
CHARACTER = rf"(?:(?![{NO_PART}])[\u4e00-\u9fff])"
LEAD_IN = Pattern(
    "what people say before they name a place",
    r"""^(?:
    请问 | 我想问 | 想问一下 | 想问 | 问一下 | 听说 | 关于 | 那么?  # in questions
    | 我们?(?:家)?(?:住)?在? | 咱们? | 俺们?
    | 在
    )+\s*""",
    matches=("请问长沙的校车", "那长沙呢"),
    misses=("长沙的校车",),
    flags=re.VERBOSE,
)
FORMED = Pattern(
    "a name that ends like a district's, where one stands",
    rf"""
    (?<![全各我本社学小片新高园校辖市城乡地郊])(?P<name>{CHARACTER}{{2,4}}{NAME_END}[省市区县州旗])
    (?=\d{{4}} | 的 | 教育 | 今年 | 去年 | 要 | 有 | 对 | 在 | 计划 | 打算)  # 云河区有
    """,
    matches=("云河区有哪些学校", "校车在云河区的数量"),
    misses=("今年全区教育经费", "偏远山区的老师", "哪些区县有校车"),
    flags=re.VERBOSE,
)
FORMED_AT_CLAUSE = Pattern(
    "a name that ends like a district's, at the opening of a clause",
    rf"""
    (?:^|(?<=[,。:;、\s《(]))(?:按照|根据|依据|据|在|到|从|去|于|由|是|对|自|往|至|请问)?
    (?P<name>{CHARACTER}{{2,3}}{NAME_END}[省市区县])
    (?=\d | [一二]〇 | 明年 | 这 | 那 | 将 | 会 | 给 | 规定 | 提出 | 要求 | 全 | 新 | 决定  # 云河区规定
      | 课后 | 安排 | 公办 | 小学 | 学校)
    """,
    matches=("云河区课后服务", "根据云河区规定"),
    misses=("建设望汀区课后", "两个县学校"),
    flags=re.VERBOSE,
)
SHORT = Pattern(
    "two characters where a place's short name stands",
    r"""
    (?:^|(?<=[,。:;、\s]))(?:按照|根据|据|在)?  # at the opening of a clause
    (?P<name>[\u4e00-\u9fff]{2})
    (?=全[省市县区]|(?:19|20)\d\d年)
    """,
    matches=("霁山2021年的校车", "根据霁山全县安排"),
    misses=("霁山的校车", "校车在霁山2021年有几辆"),
    flags=re.VERBOSE,
)
OPENING = Pattern(
    "what opens a text as a place's name would",
    rf"""^(?:
    (?P<name>{CHARACTER}{{2,4}}{NAME_END}[县市省旗])(?![内里级直属域区])  # 鹤浦县怎么收费
    | (?P<short>[\u4e00-\u9fff]{{2}})(?=的|呢|\s|\d|那边|这边|今年|明年|去年)  # 鹤浦的课后服务
    )""",
    matches=("鹤浦的课后服务", "鹤浦县怎么收费"),
    misses=("我问鹤浦的课后服务", "城市里怎么收费"),
    flags=re.VERBOSE,
)
TOWN = Pattern(
    "a town, village or street office",
    r"""
    (?:去|到|在|给|照顾|保障|位于|和|与|、|^)
    (?P<name>(?![各全该本在对向和与])[\u4e00-\u9fff]{2}(?:镇|乡|街道|村))(?!级)  # 沙砚镇
    """,
    matches=("在沙砚镇建一所", "鹭砚街道的学校"),
    misses=("各乡镇的学校", "村级小学"),
    flags=re.VERBOSE,
)
NO_PLACE = Pattern(
    "words that look like a place's name and are none",
    r"""
    偏远|乡村|城区|山区|校区|学区|社区|片区|园区|地区|小区|新区|城市|全|各|两个|三个|乡镇|城镇|农村|街道办
    | 人口|流入|示范|农业|边远|贫困|本|外  # 流入县
    """,
    matches=("偏远山区", "人口流入县"),
    misses=("云河区", "沙砚镇"),
    flags=re.VERBOSE,
)
FORMS = ((PlaceKind.FORMED, FORMED), (PlaceKind.FORMED, FORMED_AT_CLAUSE), (PlaceKind.TOWN, TOWN))


def find_formed(folded: str) -> Iterator[Place]:
    """Names that no list has, by their form and what stands around them; some overlap."""
    for kind, pattern in FORMS:
        for match in pattern.compiled.finditer(folded):
            if not NO_PLACE.compiled.search(match["name"]):
                yield Place(match["name"], *match.span("name"), kind)
    for match in SHORT.compiled.finditer(folded):
        if not is_word(match["name"]) or is_place_like(match["name"]):
            yield Place(match["name"], *match.span("name"), PlaceKind.SHORT)


def find_opening(folded: str) -> Iterator[Place]:
    """What the text opens with as it would with a place's name: 鹤浦 of `请问鹤浦的课后服务`."""
    lead = LEAD_IN.compiled.match(folded)
    start = lead.end() if lead else 0
    match = OPENING.compiled.match(folded[start:])
    if match and (match["name"] or is_place_like(match["short"])):
        name = match["name"] or match["short"]
        yield Place(name, start, start + len(name), PlaceKind.OPENING)
