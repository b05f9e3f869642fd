"""The figures of a text, each with its value, unit, bound and the words around it: 不超过90分钟, 每生每学期300元."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from assistant.claims.numbers import NUMERAL, read_value

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
OTHER = "个月 学期 学年 工作日 个工作日 平方米 平方公里 亩 公顷 吨 公斤 千克 克 米 厘米 毫米 升 毫升 度 分 秒 级 层 步 票 股 美元 欧元 港元 日元 英镑 兆 千瓦 兆瓦 千瓦时 万吨 年 代 页 颗 粒 头 匹 棵 株 枚 幅 首 集 桶 瓶 杯 碗 句 卷 编 章".split()
UNITS = "|".join(sorted({*CANONICAL, *LENGTHS, *OTHER}, key=lambda unit: (-len(unit), unit)))
# What opens with a numeral and is no figure: 一些, 第一时间, 一体化, 十分, 九年一贯制.
RANGE = re.compile(r"\s?(?:至|to |到|—|~|-|－|、|和|或)\s?")
IDIOM = re.compile(
    r"[统唯之专单逐万同]一|(?:九|十二)年一贯|[一二三四五六七八九十百千万两]{1,2}(?:些|起|定|般|样|直|律|旦|切|致|并|度|带|贯|流|线|体|手|面|心|边|旁|经|向|时|再|同|生|共|味|举|次性|分|年级|中心|路|街|岁一|是(?=[\u4e00-\u9fff]))"
    r"|十分|万一|千万(?!元|人|吨)|百姓|百年|千家|万户|四季|五育|双|三农|三甲|一票|一站|一事|一件事|一键|一对一|两会|两个?(?:确保|维护)|五金|七夕|八一|十一(?=假|黄金|期间|长假)|三峡|三亚|三星|一汽|百度|百货|万达|万科|千里|九寨|六盘水|四川|十堰|一带一路|[小初高][一二三]|[一二三四五六七八九]中(?!$)"
)
SPOKEN = re.compile(rf"(?P<of>{NUMERAL})分之(?P<part>{NUMERAL})|(?P<tenths>[一二三四五六七八九])成(?P<half>半?)(?![立功为长果绩员都熟本人效就年都千百])")
PLAIN = re.compile(
    rf"(?P<ordinal>第)?(?P<value>{NUMERAL})(?:多|余|几)?\s?(?:(?P<unit>{UNITS})(?P<half>半(?!小时|天|年|个)|(?<=个)半(?=小时|月|钟头))?)?(?P<long>(?<=个半)(?:小时|月|钟头))?"
    rf"|(?P<first>首)(?=[届批次期])"
)
HALF = {"半年": (6.0, "个月"), "半天": (720.0, "分钟"), "半小时": (30.0, "分钟"), "半个小时": (30.0, "分钟"), "半个月": (0.5, "个月")}
HALVES = re.compile("(?<!个)(?:" + "|".join(sorted(HALF, key=len, reverse=True)) + ")")


MAY = "[得能应会可]?"


STRESSED = re.compile(r"(?:满|为期|有效期|停止?招生|停考|限期?|至少|最少|起码|不少于|不低于|最多|不超过|超过)$")


Found = tuple[str, int, int, float, str, bool]  # printed, start, end, value, unit, loose


class Bound(StrEnum):
    """Which side of the figure is meant."""

    LEAST = "at least"
    MOST = "at most"


# What says so before the figure and after it. 不早于 is a least time of day.
BEFORE = (
    (Bound.LEAST, re.compile(rf"(?:不{MAY}(?:少于|低于|小于|早于|短于)|至少|最少|最低|最早|起码|(?<!不)(?<!不[得能应会可])(?:大于|多于|高于|超过|突破)|\bat least|no (?:less|fewer|smaller|lower) than|more than(?<!no more than)|minimum of)[^,。;、\d]{{0,6}}$")),
    (Bound.MOST, re.compile(rf"(?:不{MAY}(?:多于|超过|超出|高于|大于|晚于|迟于|长于|突破)|至多|最多|最高|最晚|最迟|(?<!不)(?<!不[得能应会可])(?:低于|少于|小于)|不足|不到|不满|控制在|压[减缩降]到|限于|at most|no (?:more|larger|greater|later|longer) than|less than(?<!no less than)|up to|maximum of)[^,。;、\d]{{0,6}}$")),
)  # fmt: skip
AFTER = (
    (Bound.LEAST, re.compile(r"^(?:及)?(?:以上|起|往上|之后|以后)")),
    (Bound.MOST, re.compile(r"^(?:及)?(?:以内|以下|之内|封顶|内(?![\u4e00-\u9fff]{0,1}容))")),
)
PER = {
    "季度": r"每个?季度|一个?季度",
    "半年": r"每半年",
    "月": r"\s?(?:per|each|a|every) month|每个?月|每[生人]月|/月|按月|一个月|月均",
    "学期": r"每个?学期|/学期|一个?学期|\s?(?:per|each|a|every) (?:term|semester)",
    "年": r"\s?(?:per|each|a|every) year|每学?年|/年|每[生人]年|一年(?!级)|年均|一学年|全年|年度",
    "天": r"\s?(?:per|each|a|every) day|每天|每日|/天|一天|日均|天天",
    "周": r"\s?(?:per|each|a|every) week|每周|每个?星期|/周|一周",
    "次": r"每次|/次",
}
PERIODS = {name: re.compile(pattern) for name, pattern in PER.items()}
STOPS = re.compile(r"[，,。；;！!？?\n（）()]")


CHANGED = re.compile(r"[^,。;、]{0,4}(?:到|至|为|成|加|减|降|升|增)[^,。;、]{0,2}")
RESPECTIVELY = re.compile(r"([^,。;\n]{2,40})分别[为是达到按]{0,2}")
LISTED = re.compile(r"[、和与及]")
NO_THING = re.compile(r"以?[上下内]|左右|提高|增加|延长|降|减|调整|升|扩大|缩短|精简|的?标准|提升|压|到|至|为|起|前|后|给予|补助|补贴|发放|执行|,|的基础")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a folded text: `unit` is the group's name, `around` the words of its stretch of the clause."""

    printed: str
    value: float
    unit: str
    start: int
    end: int
    around: str
    bound: Bound | None = None
    periods: frozenset[str] = frozenset()  # what it is reckoned by
    any_periods: frozenset[str] = frozenset()  # all such words of its clause
    is_changed: bool = False  # to which something else changes: the 15 of 由10分钟延长到15分钟
    is_loose: bool = False  # a lone 一, which counts so loosely that its lack proves nothing


def read_figures(folded: str, *, taken: tuple[tuple[int, int], ...] = ()) -> tuple[Figure, ...]:
    """The figures in order; `taken` are the spans of dates, which are read elsewhere."""
    found = _with_units(folded, sorted(_found(folded, taken), key=lambda one: one[1]))
    figures = []
    for place, (printed, start, end, value, unit, loose) in enumerate(found):
        after = found[place - 1][2] if place else 0
        before = found[place + 1][1] if place + 1 < len(found) else len(folded)
        around, is_changed = _around(folded, start, end, after, before)
        nearest, others = _periods(folded, start, end, after)
        if is_changed and figures and not others:
            nearest, others = figures[-1].periods, figures[-1].any_periods
        figure = Figure(
            printed.strip(), value, unit, start, end, around, _bound(folded, start, end), nearest, others, is_changed, loose
        )
        figures.append(figure)
    return _respectively(folded, figures)


def _respectively(folded: str, figures: list[Figure]) -> tuple[Figure, ...]:
    """Figures told in a row are each of one of the things named before: 小学、初中分别为800元和1000元."""
    for match in RESPECTIVELY.finditer(folded):
        clause = [one for one in figures if match.end() <= one.start and not STOPS.search(folded, match.end(), one.start)]
        things = LISTED.split(match[1])[-len(clause) :]
        if 1 < len(clause) == len(things):
            named = {one.start: thing for one, thing in zip(clause, things, strict=True)}
            figures = [replace(one, around=named.get(one.start, one.around)) for one in figures]
    return tuple(figures)


def _with_units(folded: str, found: list[Found]) -> list[Found]:
    """The first of two figures that share a unit gets it too: 1到2岁."""
    given = list(found)
    for place in range(len(given) - 2, -1, -1):
        printed, start, end, value, unit, loose = given[place]
        then = given[place + 1]
        if not unit and then[4] and RANGE.fullmatch(folded[end : then[1]]):
            given[place] = (printed, start, end, value * LENGTHS.get(_unit_of(then[0]), 1.0), then[4], loose)
    return given


def _unit_of(printed: str) -> str:
    return re.sub(rf"^{NUMERAL}", "", printed).strip()


def _found(folded: str, taken: tuple[tuple[int, int], ...]) -> Iterator[Found]:
    used = list(taken)
    for match in HALVES.finditer(folded):
        if _is_free(match.span(), used):
            used.append(match.span())
            yield match[0], *match.span(), *HALF[match[0]], False
    for match in SPOKEN.finditer(folded):
        if _is_free(match.span(), used) and (spoken := _spoken(match)):
            used.append(match.span())
            yield match[0], *match.span(), *spoken, False
    used += [match.span() for match in IDIOM.finditer(folded) if _is_free(match.span(), used) and not _is_counted(folded, match)]
    for match in PLAIN.finditer(folded):
        if match["first"]:
            yield match[0], *match.span(), 1.0, "第", False
            continue
        value = read_value(match["value"])
        if value is None or not _is_free(match.span("value"), used):
            continue
        is_han = not match["value"][0].isdecimal()
        if is_han and not match["unit"] and not match["ordinal"] and len(match["value"]) < 3:
            continue
        if match["half"]:
            value += 0.5
        yield match[0], *match.span(), *_in_unit(value, match), _is_loose(folded, match)


def _is_loose(folded: str, match: re.Match[str]) -> bool:
    """Whether a lone 一 counts nothing in particular: 一个, 一年, but not 满一年 or 第一届."""
    if match["value"] != "一" or match["half"] or match["ordinal"] or match["unit"] == "届":
        return False
    return not STRESSED.search(folded, 0, match.start())


def _is_counted(folded: str, match: re.Match[str]) -> bool:
    """Whether a figure goes on where an idiom seems to stand: 二十分钟 is no 十分."""
    return bool(re.match(r"分钟", folded[match.end() - 1 :])) or (match.start() > 0 and folded[match.start() - 1] in "一二三四五六七八九十百千")


def _in_unit(value: float, match: re.Match[str]) -> tuple[float, str]:
    unit = match["long"] or match["unit"] or ""
    if match["ordinal"] or unit == "届":
        return value, "第"
    if unit in LENGTHS:
        return value * LENGTHS[unit], "分钟"
    return value, CANONICAL.get(unit, unit)


def _spoken(match: re.Match[str]) -> tuple[float, str] | None:
    if match["tenths"]:
        tenths = read_value(match["tenths"]) or 0
        return tenths * 10 + (5 if match["half"] else 0), "%"
    of, part = read_value(match["of"]), read_value(match["part"])
    return (100 * part / of, "%") if of and part is not None else None


def _is_free(span: tuple[int, int], used: list[tuple[int, int]]) -> bool:
    return not any(span[0] < end and start < span[1] for start, end in used)


def _around(folded: str, start: int, end: int, after: int, before: int) -> tuple[str, bool]:
    """What the figure is of, the words behind it (4所幼儿园) or those before; and whether something changes to it."""
    left = max([match.end() for match in STOPS.finditer(folded, 0, start)][-1:] or [0])
    right = next((match.start() for match in STOPS.finditer(folded, end)), len(folded))
    own = max(left, min(after, start))
    is_changed = own > left and bool(CHANGED.fullmatch(folded[own:start]))
    if is_changed:
        own = left  # 由10分钟延长到15分钟: both are of what stands before
    behind = LISTED.split(folded[end : min(right, before)])[0]
    if len(behind) > 1 and not NO_THING.match(behind):
        return LISTED.split(folded[own:start])[-1][-6:] + "|" + behind, is_changed
    return folded[own:start], is_changed


def _bound(folded: str, start: int, end: int) -> Bound | None:
    before, after = folded[max(0, start - 14) : start], folded[end : end + 4]
    for bound, pattern in AFTER:
        if pattern.search(after):
            return bound
    for bound, pattern in BEFORE:
        if pattern.search(before):
            return bound
    return None


def _periods(folded: str, start: int, end: int, after: int) -> tuple[frozenset[str], frozenset[str]]:
    """What the figure is reckoned by, the nearest such word before it or one right behind; and all such words there."""
    left = max([match.end() for match in STOPS.finditer(folded, 0, start)][-1:] or [0])
    left = max(left, min(after, start))
    after = {name for name, pattern in PERIODS.items() if pattern.match(folded, end)}
    before = {
        name: match.end() for name, pattern in PERIODS.items() for match in pattern.finditer(folded, left, end) if match.end() <= end
    }
    nearest = max(before.values(), default=-1)
    return frozenset(after or {name for name, at in before.items() if at == nearest}), frozenset({*after, *before})
