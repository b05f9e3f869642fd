"""The names in a table's cells by which a question may call for a row: as printed, shortened, in everyday words, by number."""

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.understanding.classes import ALIKE
from assistant.weighing.number_ranges import NUMERAL, find_numbered, find_ranges

SEPARATORS = re.compile(r"[、，,\s/]+|(?<=[\u4e00-\u9fff])[和及与](?=[\u4e00-\u9fff])")  # between names of one cell
REMARKS = re.compile(r"备注|说明|附注|注|序号?|编号|项次|remarks?|notes?|no\.?")  # columns whose words name no row
BRACKETS = re.compile(r"[(（]([^)）]*)[)）]")
SHORTEST_NAME, SHORTEST_FIGURE = 2, 3  # characters; a figure names a row where it is a code
LEAST_PART, SHORTEST_PART = 0.5, 3  # of a name, and characters of it, that may stand for it: 课后服务 for 课后服务费
LONGEST_NAME = 30
# The names of a number of schools without their county, and how people shorten them.
SCHOOL = re.compile(
    r"(?P<place>[\u4e00-\u9fff]{0,6}?[省市县区旗州])?(?P<own>第?(?P<number>[一二三四五六七八九十]+)(?:高级|初级|完全|实验)?(?P<kind>[中小幼])(?:学|儿园))"
    r"|(?P<county>[\u4e00-\u9fff]{0,6}?[省市县区旗州])(?P<rest>[\u4e00-\u9fff]{3,})"
)
# How people write such a name themselves, behind that of their town: 绵溪一中.
SHORT_SCHOOL = re.compile(r"[\u4e00-\u9fff]{2,4}?(?P<own>第?[一二三四五六七八九十]+[中小幼])")
SHARED_END = re.compile(rf"(?P<numbers>{NUMERAL}(?:[、，,和]{NUMERAL})+)(?P<end>年级|班|号楼|栋|幢|组|周|号线)")
LEVEL = re.compile(r"(?:高级|初级|完全)(?=中学)|(?<=[\u4e00-\u9fff])公办|民办")
# Stages of school that one word names.
STAGES_TOGETHER = {
    "中小学": ("小学", "初中", "高中", "中学"),
    "国中小": ("国小", "国中", "小学", "初中"),
    "高中职": ("高中", "高职", "中职"),
}
FEE = re.compile("(?:费用?|收费)$")
# Words for one thing, of which the second stands in tables.
EVERYDAY = (
    (re.compile("早饭|早点(?!名)"), "早餐"),
    (re.compile("午饭|中饭|中餐"), "午餐"),
    (re.compile("晚饭"), "晚餐"),
    (re.compile("睡午觉|午觉|午休"), "午睡"),
    (re.compile("老师"), "教师"),
    (re.compile("司机|驾驶人"), "驾驶员"),
    (re.compile(r"(?<=\d)\s*[–—~～−]\s*(?=\d)"), "-"),
    (re.compile("礼拜(?=[一二三四五六日天])|周(?=[一二三四五六日天])"), "星期"),
)


@dataclass(frozen=True, slots=True)
class NameInRow:
    """A name as the question says it, the columns that it stands in, and the numbers of the rows that bear it."""

    said: str
    columns: frozenset[str]
    rows: frozenset[int]


def names_in_question(table: Sequence[Mapping[str, str]], question: str) -> list[NameInRow]:
    """The names in the cells of a table that the folded question says; none that is only part of a longer one."""
    asked = in_table_words(question)
    found: dict[tuple[int, int], set[tuple[str, int]]] = {}
    for row, cells in enumerate(table):
        for column, value in cells.items():
            if REMARKS.fullmatch(column):
                continue
            for name in names_of(value):
                for start in _places(name, asked):
                    found.setdefault((start, start + len(name)), set()).add((column, row))
    for span in _spans_of_columns(table, asked):
        found.setdefault(span, set())
    whole = {span: own for span, own in found.items() if own and not any(_is_within(span, other) for other in found)}
    names = [_name(asked[slice(*span)], own, asked) for span, own in whole.items()]
    taken = frozenset[str]().union(*(name.columns for name in names))
    return [*names, *_by_number(table, asked), *_in_part(table, asked, taken)]


def names_of(value: str) -> set[str]:
    """The folded names that a cell holds, as printed and as people shorten them: 二中 for `榆河县第二中学`."""
    names: set[str] = set()
    bare = BRACKETS.sub("", value)
    parts = (*SEPARATORS.split(value), *SEPARATORS.split(bare), *_with_shared_end(bare))
    for text in (value, bare, BRACKETS.sub(r"\1", value), *parts):
        name = in_table_words(text.strip(" ()（）"))
        if not SHORTEST_NAME <= len(name) <= LONGEST_NAME:
            continue
        if name.isdecimal() and len(name) < SHORTEST_FIGURE:
            continue
        names |= {name, FEE.sub("", name), LEVEL.sub("", name), *_shortened(name), *alike(name)}
    return {name for name in names if len(name) >= SHORTEST_NAME}


def _with_shared_end(value: str) -> Iterator[str]:
    """The names that one word ends for all of them: 三年级 and 四年级 of `三、四年级`."""
    if match := SHARED_END.fullmatch(value):
        yield from (f"{number}{match['end']}" for number in SEPARATORS.split(match["numbers"]))


def in_table_words(folded: str) -> str:
    """The folded text in the words of tables: 午餐 for 午饭, 4-6 for 4–6."""
    for pattern, instead in EVERYDAY:
        folded = pattern.sub(instead, folded)
    return folded


def _shortened(name: str) -> Iterator[str]:
    if short := SHORT_SCHOOL.fullmatch(name):
        yield short["own"]
    match = SCHOOL.fullmatch(name)
    if match and match["own"]:
        yield from (match["own"], f"{match['number']}{match['kind']}")
    elif match:
        rest = match["rest"]
        yield from (rest, LEVEL.sub("", rest))
        if rest.startswith("实验") and rest[2:] in ("小学", "中学"):
            yield f"实{rest[2]}"
    if name.endswith(("高级中学", "初级中学")):
        yield f"{(match['rest'] if match and match['rest'] else name)[:-4]}{name[-4]}中"


def alike(name: str) -> Iterator[str]:
    """Other words for a stage of school, a grade, people: 初一 for 七年级."""
    yield from STAGES_TOGETHER.get(name, ())
    same = ALIKE.get(name, name)
    if name != "小班" and (name in ALIKE or same in ALIKE.values()):
        yield from (same, *(word for word, of in ALIKE.items() if of == same and word != "小班"))


def _places(name: str, text: str) -> Iterator[int]:
    """Where the name stands in the text, and not within a longer word: 二中 in 县二中, not in 第二中学."""
    first = r"(?<![a-z0-9])" if name[0].isascii() and name[0].isalnum() else ""
    last = r"(?![a-z0-9])" if name[-1].isascii() and name[-1].isalnum() else ""
    if re.fullmatch("[一二三四五六七八九十]+[中小幼]", name):
        first, last = "(?<![第一二三四五六七八九十])", "(?![心儿]|学(?![费生杂年期制籍位区]))"
    yield from (match.start() for match in re.finditer(first + re.escape(name) + last, text))


def _spans_of_columns(table: Sequence[Mapping[str, str]], text: str) -> Iterator[tuple[int, int]]:
    for column in dict.fromkeys(column for cells in table for column in cells):
        name = BRACKETS.sub("", column)
        if len(name) >= SHORTEST_NAME:
            yield from ((start, start + len(name)) for start in _places(name, text))


def _is_within(span: tuple[int, int], other: tuple[int, int]) -> bool:
    return span != other and other[0] <= span[0] and span[1] <= other[1]


def _name(said: str, bearers: Iterable[tuple[str, int]], asked: str) -> NameInRow:
    """The name, in the columns that the question names where it stands in several: 八年级 in 八年级数学."""
    bearers = set(bearers)
    columns = {column for column, _ in bearers}
    named = {column for column in columns if any(name in asked for name in (column, *alike(column)))}
    columns = named if named and len(columns) > 1 else columns
    return NameInRow(said, frozenset(columns), frozenset(row for column, row in bearers if column in columns))


def _by_number(table: Sequence[Mapping[str, str]], asked: str) -> Iterator[NameInRow]:
    """The rows whose ranges hold a number that the question gives: 9至17邻 holds 12邻."""
    for unit, number in find_numbered(asked):
        bearers = [
            (column, row)
            for row, cells in enumerate(table)
            for column, value in cells.items()
            if any(one.unit == unit and one.holds(number, asked) for one in find_ranges(value))
        ]
        if bearers:
            yield _name(f"{number}{unit}", bearers, asked)


def _in_part(table: Sequence[Mapping[str, str]], asked: str, taken: frozenset[str]) -> Iterator[NameInRow]:
    """The names of other columns most of which the question says, the longest part of each column alone."""
    for column in dict.fromkeys(column for cells in table for column in cells):
        if column in taken or REMARKS.fullmatch(column):
            continue
        values = [in_table_words(cells.get(column, "")) for cells in table]
        parts = {part for value in values for part in _parts_in(value, asked)}
        longest = max(map(len, parts), default=0)
        best = [part for part in parts if len(part) == longest]
        bearers = frozenset(row for row, value in enumerate(values) if any(part in value for part in best))
        if bearers:
            yield NameInRow(best[0], frozenset({column}), bearers)


def _parts_in(value: str, asked: str) -> Iterator[str]:
    """The longest beginning or end of each name in the cell that the question says, if it is half of it at least."""
    for name in names_of(value):
        least = max(SHORTEST_PART, math.ceil(LEAST_PART * len(name)))
        sizes = range(len(name) - 1, least - 1, -1)
        yield from next(([part] for size in sizes for part in (name[:size], name[-size:]) if part in asked), [])
