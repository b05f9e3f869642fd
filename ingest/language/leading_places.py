"""The place that a name begins with or a text is about: 西安市未央区 of 西安市未央区教育局."""

import re
from collections import Counter
from collections.abc import Sequence

from ingest.language.folding import as_printed, fold
from ingest.language.patterns import Pattern

# What a place's name ends in. 州, 乡, 镇 and 旗 also stand within other names: 广州市, 新乡市, 景德镇市, 红旗区.
UNIT = r"""(?:
    特别行政区 | 自治[区州县旗]
    | (?:高新技术|经济技术|经济)?(?:产业)?开发区 | 经开区 | 高新区 | 工业园区 | 新区 | 城区
    | (?:(?<=大兴安岭)|(?<=阿里|喀什|和田|塔城)|(?<=阿克苏|阿勒泰))地区  # the others are no names
    | 实验区 | 示范区 | 风景(?:名胜)?区
    | 省 | 市(?!区|市(?!中))
    | (?<![地城校学片园街社小景辖县战禁])区 | 县(?![级域区市])
    | 州(?=教|人民|政|委|民族|$) | (?<![联同加])盟(?=教|行政|$)
    | (?<!红)旗(?![区帜舰镇]) | 镇(?![市区县长]) | 乡(?![市县镇村亲])
    | 街道(?!办事处[^教])? | 办事处
)"""
# Words that stand in no place's name: what holds one is 全县教育 or 加强学区建设.
NO_PART = (
    "局|厅|委|政府|教育|人民|学校|中学|小学|幼儿|[全各][省市县区镇乡]"
    "|发展|关于|推进|加强|做好|实施|建设|促进|创建|[深强优]化|规范|申请"
)
PART = rf"(?:(?![各全我本该及和与])(?:(?!{NO_PART})[\u4e00-\u9fff]){{1,8}}?{UNIT}(?![属直级]))"
LEADING_PLACE = Pattern(
    "the place that a name begins with",
    rf"""^(?:中共|共青团)?(
    (?:新疆生产建设兵团|香港|澳门){PART}{{0,4}}  # which end in no unit
    | {PART}{{1,4}}  # 栖川市望汀区
)""",
    matches=("栖川市望汀区教育局", "中共澄原县委", "澳门教育及青年发展局"),
    misses=("县教育局", "教育部", "关于推进全县教育工作"),
    flags=re.VERBOSE,
)
LEVEL_ALONE = Pattern(
    "a level that is no place",
    "^(?:[全我本各该]?[省市县区镇乡]|市区|城[市乡]|区县|省市)$",
    matches=("全县", "市区"),
    misses=("澄原县", "津市"),
)
OWN_LEVEL = Pattern(
    "a paper's own level",
    "[全我本]([省市县区州镇])",
    matches=("在全区推广", "我县学校"),
    misses=("各区教育局", "县区"),
)
NAMES_OF_LEVEL = {
    level: Pattern(
        f"a place of the level {level}, in running text",
        rf"""
        (?:[《“\n。,、;]|\d年|[在对立定好])  # where a name may begin
        ((?![在对])[\u4e00-\u9fff]{{2,4}}?{level})(?![域划位别])
        """,
        matches=(f"在澄原{level}开展",),
        misses=(f"全{level}的学校", f"在澄原{level}域内"),
        flags=re.VERBOSE,
    )
    for level in "省市县区州镇"
}


def leading_place(name: str) -> str | None:
    """The place that an office's name or a title begins with, as printed: 澄原縣 of `澄原縣教育局`.

    `县教育局` and `教育部` name none.
    """
    match = LEADING_PLACE.compiled.match(fold(name))
    if not match or len(match[1]) < 2 or LEVEL_ALONE.compiled.match(match[1]):
        return None
    return as_printed(name, *match.span(1))


def common_place(names: Sequence[str]) -> str | None:
    """The place of all offices that name one: of 澄原市教育局 and 澄原市柏屿区财政局 it is 澄原市."""
    places = [place for name in names if (place := leading_place(name))]
    if not places:
        return None
    shortest = min(places, key=len)
    return shortest if all(fold(place).startswith(fold(shortest)) for place in places) else None


def place_of_text(paragraphs: Sequence[str]) -> str | None:
    """The place of the paper's own level that it names most: 未央区, of a text that says 全区."""
    text = fold("\n".join(paragraphs))
    own_level = OWN_LEVEL.compiled.search(text)  # the first: 全区, though 全市 comes later
    if not own_level:
        return None
    names = NAMES_OF_LEVEL[own_level[1]].compiled.findall(text)
    counted = Counter(name for name in names if name[0] not in "全我本各社学校试")
    common = counted.most_common(1)
    return common[0][0] if common and common[0][1] >= 2 else None
