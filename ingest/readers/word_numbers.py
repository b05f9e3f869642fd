"""The automatic numbers of a Word file, as Word shows them: 一、 （二） 第三条 1.1.

No library gives them: docx2python 3.7 writes `--` for Chinese counting and `1)` for every other; python-docx 1.2 none.
The rules are those of ECMA-376, part 1, 17.9.
"""

import re
from dataclasses import dataclass, field
from typing import Any

import cn2an
from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LEVELS = 9
STEMS, BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
ROMAN = {
    "M": 1000,
    "CM": 900,
    "D": 500,
    "CD": 400,
    "C": 100,
    "XC": 90,
    "L": 50,
    "XL": 40,
    "X": 10,
    "IX": 9,
    "V": 5,
    "IV": 4,
    "I": 1,
}


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list counts; `style` is the paragraph style that stands for it."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    style: str | None = None
    restarts_after: int | None = None  # the level, from 1, at which it begins anew; 0 never; None after any higher one
    is_legal: bool = False  # all its numbers in Arabic figures


@dataclass(slots=True)
class Numbers:
    """The lists of one file and how far each has counted."""

    levels: dict[str, dict[int, Level]] = field(default_factory=dict)  # by abstract list
    lists: dict[str, tuple[str, dict[int, Level], dict[int, int]]] = field(default_factory=dict)
    styles: dict[str, tuple[str | None, str | None, int | None]] = field(default_factory=dict)  # based on, list, level
    counts: dict[str, list[int | None]] = field(default_factory=dict)
    begun: set[tuple[str, int]] = field(default_factory=set)

    def next_label(self, paragraph: etree._Element) -> str:
        """The label of the file's next paragraph, "" where it has none; each paragraph is asked about once, in order."""
        number, depth = self._place(paragraph)
        if number not in self.lists:
            return ""
        abstract, own_levels, starts = self.lists[number]
        levels = {**self.levels.get(abstract, {}), **own_levels}
        counts = self.counts.setdefault(abstract, [None] * LEVELS)
        self._count(counts, levels, depth, number, starts)
        return _label(levels, counts, depth)

    def _place(self, paragraph: etree._Element) -> tuple[str, int]:
        """The list and the level, from 0, of a paragraph: its own, else its style's."""
        number, depth = _list_of(paragraph.find(f"{W}pPr"))
        style = _value(paragraph.find(f"{W}pPr/{W}pStyle"))
        seen: set[str] = set()
        named = style
        while style in self.styles and style not in seen and (number is None or depth is None):
            seen.add(style)
            based_on, style_number, style_depth = self.styles[style]
            number = style_number if number is None else number
            depth = style_depth if depth is None else depth
            style = based_on
        if number in self.lists and depth is None:  # a style's level is told where the list names the style
            levels = self.levels.get(self.lists[number][0], {})
            depth = next((d for d, level in levels.items() if level.style and level.style == named), None)
        return number or "0", min(max(depth or 0, 0), LEVELS - 1)

    def _count(
        self, counts: list[int | None], levels: dict[int, Level], depth: int, number: str, starts: dict[int, int]
    ) -> None:
        if depth in starts and (number, depth) not in self.begun:
            counts[depth] = None
        self.begun.add((number, depth))
        for above in range(depth):
            if counts[above] is None:
                counts[above] = levels.get(above, Level()).start
        before = counts[depth]
        start = starts.get(depth, levels.get(depth, Level()).start)
        counts[depth] = start if before is None else before + 1
        for below in range(depth + 1, LEVELS):
            after = levels.get(below, Level()).restarts_after
            if after is None or (after and depth < after):
                counts[below] = None


def read_numbers(numbering: etree._Element | None, styles: etree._Element | None) -> Numbers:
    """The lists that a file's numbering part and its styles define, none counted yet."""
    numbers = Numbers()
    for style in styles.iterfind(f"{W}style") if styles is not None else ():
        numbers.styles[style.get(f"{W}styleId", "")] = (
            _value(style.find(f"{W}basedOn")),
            *_list_of(style.find(f"{W}pPr")),
        )
    if numbering is None:
        return numbers
    linked: dict[str, str] = {}
    owners: dict[str, str] = {}
    for abstract in numbering.iterfind(f"{W}abstractNum"):
        name = abstract.get(f"{W}abstractNumId", "")
        numbers.levels[name] = _levels(abstract)
        if style_name := _value(abstract.find(f"{W}numStyleLink")):
            linked[name] = style_name
        if style_name := _value(abstract.find(f"{W}styleLink")):
            owners[style_name] = name
    for one in numbering.iterfind(f"{W}num"):
        target = _value(one.find(f"{W}abstractNumId")) or ""
        target = owners.get(linked.get(target, ""), target)
        numbers.lists[one.get(f"{W}numId", "")] = (target, *_overrides(one))
    return numbers


def _levels(parent: etree._Element) -> dict[int, Level]:
    return {_number(level.get(f"{W}ilvl"), 0): _level(level) for level in parent.iterfind(f"{W}lvl")}


def _level(level: etree._Element) -> Level:
    restart = _value(level.find(f"{W}lvlRestart"))
    form = level.find(f"{{*}}AlternateContent//{W}numFmt")
    return Level(
        start=_number(_value(level.find(f"{W}start")), 1),
        form=_value(form if form is not None else level.find(f"{W}numFmt")) or "decimal",
        text=_value(level.find(f"{W}lvlText")) or "",
        style=_value(level.find(f"{W}pStyle")),
        restarts_after=None if restart is None else _number(restart, 0),
        is_legal=_is_on(level.find(f"{W}isLgl")),
    )


def _overrides(one: etree._Element) -> tuple[dict[int, Level], dict[int, int]]:
    levels: dict[int, Level] = {}
    starts: dict[int, int] = {}
    for override in one.iterfind(f"{W}lvlOverride"):
        depth = _number(override.get(f"{W}ilvl"), 0)
        if (level := override.find(f"{W}lvl")) is not None:
            levels[depth] = _level(level)
            starts[depth] = levels[depth].start
        if (start := _value(override.find(f"{W}startOverride"))) is not None:
            starts[depth] = _number(start, 1)
    return levels, starts


def _list_of(properties: etree._Element | None) -> tuple[str | None, int | None]:
    if properties is None:
        return None, None
    depth = _value(properties.find(f"{W}numPr/{W}ilvl"))
    return _value(properties.find(f"{W}numPr/{W}numId")), None if depth is None else _number(depth, 0)


def _label(levels: dict[int, Level], counts: list[int | None], depth: int) -> str:
    own = levels.get(depth, Level())
    if own.form == "bullet":
        return ""

    def shown(match: re.Match[str]) -> str:
        level = levels.get(int(match[1]) - 1, Level())
        return format_number(counts[int(match[1]) - 1] or 0, "decimal" if own.is_legal else level.form)

    label = re.sub("%([1-9])", shown, own.text).strip()
    return f"{label} " if label and label[-1].isalnum() else label


def format_number(number: int, form: str) -> str:
    """The number in a form of ECMA-376's ST_NumberFormat: `format_number(12, "chineseCounting")` is 十二."""
    if form == "none":
        return ""
    if form in ("upperRoman", "lowerRoman"):
        return _roman(number) if form == "upperRoman" else _roman(number).lower()
    if form in ("upperLetter", "lowerLetter"):
        letter = chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1) if 0 < number < 1000 else str(number)
        return letter if form == "upperLetter" else letter.lower()
    if form in ("chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal"):
        return str(cn2an.an2cn(number, "up"))
    if form == "ideographDigital" or form == "japaneseDigitalTenThousand":
        return str(number).translate(str.maketrans("0123456789", "〇一二三四五六七八九"))
    if re.fullmatch("(chinese|taiwanese|japanese|korean)Counting(Thousand|System)?", form):
        return str(cn2an.an2cn(number, "low"))
    if form in ("ideographTraditional", "ideographZodiac"):
        signs = STEMS if form == "ideographTraditional" else BRANCHES
        return signs[number - 1] if 0 < number <= len(signs) else str(number)
    if form.startswith("decimalEnclosed") and 0 < number <= 20:
        base = {"decimalEnclosedParen": 0x2474, "decimalEnclosedFullstop": 0x2488}.get(form, 0x2460)
        return chr(base + number - 1)
    if form == "decimalFullWidth":
        return str(number).translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    return f"{number:02d}" if form == "decimalZero" else str(number)


def _roman(number: int) -> str:
    text = ""
    for sign, value in ROMAN.items():
        count = min(number // value, 10)
        text, number = text + sign * count, number - value * count
    return text


def _value(element: etree._Element | None) -> Any:
    return None if element is None else element.get(f"{W}val")


def _number(text: str | None, default: int) -> int:
    return int(text) if text and re.fullmatch(r"\d{1,6}", text) else default


def _is_on(element: etree._Element | None) -> bool:
    return element is not None and _value(element) not in ("0", "false", "off")
