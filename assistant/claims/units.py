"""The figures of a text by their values and units: 四所 is 4 个, 一个半小时 90 分钟, 八成 80 %; idioms are none."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from assistant.claims.numbers import NUMERAL, read_value

Span = tuple[int, int]
# Units that count alike, by what they count; what stands first names them all.
ALIKE = (
    ("人", "人次 名 位 个人"),
    ("元", "块钱 块 圆 人民币 rmb yuan"),
    ("个", "所 家 间 座 处 栋 幢 片 台 辆 套 件 张 份 篇 门 项 类 种 支 组 户 条 部 只 盏 点 站 方面 样 档 对 款 本 册 盘 起 例 班 字 周期 园 校"),
    ("第", "届"),
    ("次", "场 轮 回 批 趟 遍 期 班次 课次"),
    ("课时", "学时 节课 节 堂 堂课"),
    ("%", "％ 个百分比 percent"),
    ("百分点", "个百分点 个点"),
    ("岁", "周岁"),
    ("公里", "千米"),
    ("倍", "番"),
)  # fmt: skip
CANONICAL = {unit: name for name, units in ALIKE for unit in (name, *units.split())}
LENGTHS = {  # of time, in minutes
    "分钟": 1.0, "小时": 60.0, "个小时": 60.0, "个钟头": 60.0, "钟头": 60.0, "minutes": 1.0, "hours": 60.0, "hour": 60.0, "days": 1440.0, "天": 1440.0, "日": 1440.0, "周": 10080.0, "星期": 10080.0, "个星期": 10080.0,
}  # fmt: skip
OTHER = frozenset({
    "个月", "学期", "学年", "工作日", "个工作日", "平方米", "平方公里", "亩", "公顷", "吨", "公斤", "千克", "克", "米", "厘米", "毫米", "升", "毫升", "度", "分", "秒", "级", "层", "步", "票", "股", "美元", "欧元", "港元", "日元",
    "英镑", "兆", "千瓦", "兆瓦", "千瓦时", "万吨", "年", "代", "页", "颗", "粒", "头", "匹", "棵", "株", "枚", "幅", "首", "集", "桶", "瓶", "杯", "碗", "句", "卷", "编", "章",
})  # fmt: skip
UNITS = "|".join(sorted({*CANONICAL, *LENGTHS, *OTHER}, key=lambda unit: (-len(unit), unit)))
RANGE = re.compile(r"\s?(?:至|to |到|—|~|-|－|、|和|或)\s?")
# What opens with a numeral and is no figure: 一些, 第一时间, 一体化, 十分, 九年一贯制.
IDIOM = re.compile(
    r"[统唯之专单逐万同]一|(?:九|十二)年一贯|[一二三四五六七八九十百千万两]{1,2}(?:些|起|定|般|样|直|律|旦|切|致|并|度|带|贯|流|线|体|手|面|心|边|旁|经|向|时|再|同|生|共|味|举|次性|分|年级|中心|路|街|岁一|是(?=[\u4e00-\u9fff]))"
    r"|十分|万一|千万(?!元|人|吨)|百姓|百年|千家|万户|四季|五育|双|三农|三甲|一票|一站|一事|一件事|一键|一对一|两会|两个?(?:确保|维护)|五金|七夕|八一|十一(?=假|黄金|期间|长假)|三峡|三亚|三星|一汽|百度|百货|万达|万科|千里|九寨|六盘水|四川|十堰|一带一路|[小初高][一二三]|[一二三四五六七八九]中(?!$)"
)
SPOKEN = re.compile(
    rf"(?P<of>{NUMERAL})分之(?P<part>{NUMERAL})|(?P<tenths>[一二三四五六七八九])成(?P<half>半?)(?![立功为长果绩员都熟本人效就年都千百])"
)
PLAIN = re.compile(
    rf"(?P<ordinal>第)?(?P<value>{NUMERAL})(?:多|余|几)?\s?(?:(?P<unit>{UNITS})(?P<half>半(?!小时|天|年|个)|(?<=个)半(?=小时|月|钟头))?)?(?P<long>(?<=个半)(?:小时|月|钟头))?"
    rf"|(?P<first>首)(?=[届批次期])"
)
OF_A_HUNDRED = re.compile(
    rf"(?:每|一)?(?:100|百)[个名人位家所]?[^,，。;；\d]{{0,14}}[里中][^,，。;；\d]{{0,6}}?(?P<part>{NUMERAL})(?=[个名人位家所])"
)
ABOUT = re.compile("[一两二三四五六七八九]{2}")  # 两三岁, 四五个
HALF = {
    "半年": (6.0, "个月"),
    "半天": (720.0, "分钟"),
    "半小时": (30.0, "分钟"),
    "半个小时": (30.0, "分钟"),
    "半个月": (0.5, "个月"),
}
HALVES = re.compile("(?<!个)(?:" + "|".join(sorted(HALF, key=len, reverse=True)) + ")")
STRESSED = re.compile(r"(?:满|为期|有效期|停止?招生|停考|限期?|至少|最少|起码|不少于|不低于|最多|不超过|超过)$")


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure as printed in a folded text: its span, its value in the unit's group; loose where it may count nothing."""

    printed: str
    start: int
    end: int
    value: float
    unit: str
    is_loose: bool = False


def find_counted(folded: str, taken: tuple[Span, ...]) -> tuple[Counted, ...]:
    """The figures in order that lie outside the spans taken. The first of two that share a unit gets it too: 1到2岁."""
    found = sorted(_found(folded, list(taken)), key=lambda one: one.start)
    for place in range(len(found) - 2, -1, -1):
        one, then = found[place], found[place + 1]
        if not one.unit and then.unit and RANGE.fullmatch(folded[one.end : then.start]):
            spelled = re.sub(rf"^{NUMERAL}", "", then.printed).strip()
            found[place] = replace(one, value=one.value * LENGTHS.get(spelled, 1.0), unit=then.unit)
    return tuple(found)


def _found(folded: str, used: list[Span]) -> Iterator[Counted]:
    for found in (*_halves(folded), *_shares(folded)):
        if _is_free((found.start, found.end), used):
            used.append((found.start, found.end))
            yield found
    for idiom in IDIOM.finditer(folded):
        if _is_free(idiom.span(), used) and not _is_counted(folded, idiom):
            used.append(idiom.span())
    for match in PLAIN.finditer(folded):
        if (found_plain := _plain(folded, match)) and (match["first"] or _is_free(match.span("value"), used)):
            yield found_plain


def _halves(folded: str) -> Iterator[Counted]:
    for match in HALVES.finditer(folded):
        yield Counted(match[0], *match.span(), *HALF[match[0]])


def _shares(folded: str) -> Iterator[Counted]:
    for match in OF_A_HUNDRED.finditer(folded):
        if (part := read_value(match["part"])) is not None and part <= 100:
            yield Counted(match[0], *match.span(), part, "%")
    for match in SPOKEN.finditer(folded):
        if match["tenths"]:
            tenths = (read_value(match["tenths"]) or 0) * 10 + (5 if match["half"] else 0)
            yield Counted(match[0], *match.span(), tenths, "%")
        elif (of := read_value(match["of"])) and (part := read_value(match["part"])) is not None:
            yield Counted(match[0], *match.span(), 100 * part / of, "%")


def _plain(folded: str, match: re.Match[str]) -> Counted | None:
    if match["first"]:
        return Counted(match[0], *match.span(), 1.0, "第")
    value = read_value(match["value"])
    is_bare = not match["value"][0].isdecimal() and not match["unit"] and not match["ordinal"]
    if value is None or (is_bare and len(match["value"]) < 3):
        return None
    value, unit = _in_unit(value + (0.5 if match["half"] else 0), match)
    return Counted(match[0].strip(), *match.span(), value, unit, _is_loose(folded, match))


def _is_loose(folded: str, match: re.Match[str]) -> bool:
    """Whether a lone 一 counts nothing in particular: 一个, 一年, but not 满一年 or 第一届."""
    if ABOUT.fullmatch(match["value"]) and match["unit"]:
        return True
    if match["value"] != "一" or match["half"] or match["ordinal"] or match["unit"] == "届":
        return False
    return not STRESSED.search(folded, max(0, match.start() - 5), match.start())


def _is_counted(folded: str, match: re.Match[str]) -> bool:
    """Whether a figure goes on where an idiom seems to stand: 二十分钟 is no 十分."""
    return folded.startswith("分钟", match.end() - 1) or (
        match.start() > 0 and folded[match.start() - 1] in "一二三四五六七八九十百千"
    )


def _in_unit(value: float, match: re.Match[str]) -> tuple[float, str]:
    unit = match["long"] or match["unit"] or ""
    if match["ordinal"] or unit == "届":
        return value, "第"
    if unit in LENGTHS:
        return value * LENGTHS[unit], "分钟"
    return value, CANONICAL.get(unit, unit)


def _is_free(span: tuple[int, int], used: list[tuple[int, int]]) -> bool:
    return not any(span[0] < end and start < span[1] for start, end in used)
