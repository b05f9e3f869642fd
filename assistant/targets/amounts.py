"""Numbers with their units in a folded sentence: 1.5万名, 百分之八十, 三分之一, 200元至1000元, 两次."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.language.numbers import read_number

ARABIC = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
CHINESE = "[零〇一二两三四五六七八九十百千]+"
SCALES = {"十": 1e1, "百": 1e2, "千": 1e3, "万": 1e4, "亿": 1e8}
SCALED = rf"(?:{ARABIC}\s*(?:[十百千]?[万亿]|[十百千](?![瓦米克兆]))*|{CHINESE}点{CHINESE}|(?:{CHINESE}[万亿]?)+)"
# Measure words of plans, the longest first; on the right what each is counted as.
UNITS = {
    "个百分点": "个百分点", "百分点": "个百分点", "个工作日": "个工作日", "工作日": "个工作日", "个课时": "课时", "个学时": "学时",
    "个小时": "小时", "个学期": "学期", "个学年": "学年", "个月": "个月", "个班次": "班次", "平方米": "平方米", "平方公里": "平方公里",
    "立方米": "立方米", "周岁": "岁", "公里": "公里", "千米": "公里", "厘米": "厘米", "公斤": "公斤", "分钟": "分钟", "小时": "小时",
    "学时": "学时", "课时": "课时", "人民币": "元", "元": "元", "人次": "人次", "课次": "课次", "班次": "班次", "学期": "学期", "学年": "学年",
    "学分": "学分", "人份": "份", "名": "人", "人": "人", "位": "人", "%": "%", "‰": "‰", "兆": "兆", "所": "所", "间": "间", "次": "次",
    "门": "门", "项": "项", "批": "批", "份": "份", "条": "条", "处": "处", "台": "台", "辆": "辆", "分": "分", "天": "天", "日": "日", "年": "年",
    "场": "场", "支": "支", "家": "家", "类": "类", "种": "种", "部": "部", "张": "张", "篇": "篇", "户": "户", "套": "套", "座": "座", "岁": "岁",
    "周": "周", "期": "期", "轮": "轮", "节": "节", "对": "对", "款": "款", "米": "米", "克": "克", "本": "本", "册": "册", "件": "件",
    "倍": "倍", "班": "个", "校": "所", "园": "所", "站": "个", "盏": "盏", "栋": "栋", "幢": "栋", "片": "片", "块": "块", "亩": "亩", "吨": "吨", "例": "例",
    "首": "首", "幅": "幅", "堂": "堂", "科": "科", "组": "组", "棵": "棵", "株": "株", "床": "床", "公顷": "公顷", "顷": "顷", "字": "字", "只": "只", "孔": "孔",
    "枚": "枚", "顶": "顶", "艘": "艘", "车": "辆", "餐": "餐", "道": "道", "个": "个", "人员": "人", "学生": "人", "教师": "人",
}  # fmt: skip
# Not before these: 名师 and 人工 are words of their own, 年级 and 部门 are no measures.
NOT_BEFORE = {
    "名": "师校单额称园牌", "人": "工大才均口力", "分": "班配流类布工期管批别层", "年": "级龄度", "日": "常", "班": "主级", "校": "长区园舍",
    "园": "长区林", "站": "点", "科": "目技学室", "部": "分门", "个": "性体人别", "周": "边岁转年", "项": "目",
}  # fmt: skip
UNIT = "(?:" + "|".join(
    unit + (f"(?![{NOT_BEFORE[unit]}])" if unit in NOT_BEFORE else "") for unit in sorted(UNITS, key=len, reverse=True)
) + ")"  # fmt: skip
RANGE_SIGN = "[—–~～至到-]{1,2}"
PERCENT = rf"百分之(?:{SCALED})"
FRACTION = rf"{CHINESE}分之{CHINESE}"
RATIO = r"\d+(?:\.\d+)?\s*[:∶]\s*\d+(?:\.\d+)?"
AMOUNT = re.compile(
    rf"(?P<percent>{PERCENT})|(?P<fraction>{FRACTION})|(?P<tenths>[一二三四五六七八九]成[一二三四五六七八九半]?(?![立为绩果员功长熟效]))|(?P<ratio>{RATIO})"
    rf"|(?P<low>{SCALED})\s*(?P<low_unit>{UNIT})?\s*{RANGE_SIGN}\s*(?P<high>{SCALED})\s*[多余]?\s*(?P<range_unit>{UNIT})"
    rf"|(?P<number>{SCALED})\s*[多余]?\s*(?P<unit>{UNIT})"
)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit, where it stands in the folded sentence, and whether it is written in Chinese numerals."""

    start: int
    end: int
    value: float | None
    low: float | None
    high: float | None
    unit: str
    is_chinese: bool


def find_amounts(folded: str) -> Iterator[Amount]:
    """Each number with a unit in its order: `新增学位1.5万个` gives 15000 个."""
    for match in AMOUNT.finditer(folded):
        if match.start() and re.match(r"[\d.]\d|[a-z]\d", folded[match.start() - 1 : match.start() + 1]):
            continue
        if amount := _read(match):
            yield amount


def read_value(number: str) -> float | None:
    """`1.5万` is 15000, `一百二十` 120, `12,500` 12500; None where it is no number."""
    number = re.sub(r"[\s,]", "", number)
    if digits := re.match(r"[\d.]+", number):
        value = float(digits[0])
        for scale in number[digits.end() :]:
            value *= SCALES[scale]
        return round(value, 6)
    if "点" in number:
        above, _, below = number.partition("点")
        return float(f"{read_number(above) or 0}.{''.join(str(read_number(sign)) for sign in below)}")
    for scale in "亿万":  # 一万二千 is 一 万 and 二千
        above, found, below = number.rpartition(scale)
        if found:
            high, low = read_value(above), read_value(below.lstrip("零〇")) if below else 0.0
            return None if high is None or low is None else high * SCALES[scale] + low
    whole = read_number(number)
    return None if whole is None else float(whole)


def _read(match: re.Match[str]) -> Amount | None:
    words = match[0]
    is_chinese = not re.search(r"\d", words)
    low = high = value = None
    if match["percent"]:
        value, unit = _percent(words), "%"
    elif match["fraction"]:
        below, above = (read_number(part) for part in words.split("分之"))
        value, unit = (round(100 * above / below, 2) if above and below else None), "%"
    elif match["tenths"]:
        whole, _, rest = words.partition("成")
        value, unit = 10.0 * (read_number(whole) or 0) + (5 if rest == "半" else read_number(rest) or 0), "%"
    elif match["ratio"]:
        unit = "比"
    elif match["number"]:
        value, unit = read_value(match["number"]), UNITS[match["unit"]]
    else:
        unit = UNITS[match["range_unit"]]
        low, high = read_value(match["low"]), read_value(match["high"])
        if (match["low_unit"] and UNITS[match["low_unit"]] != unit) or low is None or high is None or low >= high:
            return None
    if unit != "比" and value is None and low is None:
        return None
    return Amount(match.start(), match.end(), value, low, high, unit, is_chinese)


def _percent(words: str) -> float | None:
    number = words.removeprefix("百分之")
    return 100.0 if number == "百" else read_value(number)
