"""Names in a question that are formed like those of a table's rows, and are none of them: 凤鸣中学, 9号线."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from assistant.weighing.row_names import REMARKS, NameInRow
from ingest.language.numbers import read_number

BRACKETS = re.compile(r"[(（][^)）]*[)）]")
KINDS = r"中学|小学|学校|幼儿园|国小|国中|学院|大学|街道|社区|小区|职高|技校"
KIND_AT_END = re.compile(rf"(?:{KINDS})$")
OWN_WORDS = 2  # letters before the kind
# What no name of two letters has in it, and words that tell one kind of school from another.
NOT_OWN = frozenset(
    "的了是在到去上读念哪几多少这那个所各每全些有和与及或从给对把被让为由于一二三四五六七八九十第区县市省镇乡我他她你您家都"
)
GENERAL = re.compile(
    "[公民私][办立]|实验|中心|普通|重点|农村|城区|乡村|示范|特殊|附属|附近|优质|薄弱|初级|高级|完全|寄宿|国际|职业|专门|普惠"
    "|孩子|学生|义务|教育|一贯|新建|部属|民族|双语|艺术|体育|成人|老年"
    "|毕业|就读|报考|录取|招生|对口|转学|本地|外地|周边|分配|全市|全县"
)
LEAST_OF_KIND = 0.5  # of a column's cells that end in a kind, for the column to be of names
NUMERALS = re.compile(r"\d+|[一二三四五六七八九十]+")
OF_NO_NAME = re.compile(r"年(?!级)|[月日时点分元%:：岁]")  # in a cell that is a date or an amount


def names_unlisted(table: Sequence[Mapping[str, str]], names: Sequence[NameInRow], folded_question: str) -> bool:
    """Whether the folded question calls for a row by a name like those of a column, and the table has no such row.

    Of rows of 梅林中学 and 石塘中学 none is 凤鸣中学's, and of `1号线` and `2号线` none is 9号线's.
    """
    taken = frozenset[str]().union(*(name.columns for name in names))
    columns = [one for one in dict.fromkeys(column for cells in table for column in cells) if one not in taken]
    values = {column: [cells[column] for cells in table if cells.get(column)] for column in columns}
    everything = "\n".join(value for cells in table for value in cells.values())
    for kind in {kind for column in columns for kind in _kinds_of(values[column], len(table))}:
        if any(own not in everything for own in _own_words(kind, folded_question)):
            return True
    first = next((column for column in table[0] if not REMARKS.fullmatch(column)), "") if table else ""
    return first in values and _is_numbered_otherwise(values[first], folded_question)


def _kinds_of(values: Sequence[str], rows: int) -> list[str]:
    """What the cells of a column are names of, where most of them are: 中学 of 梅林中学 and 石塘中学."""
    found = [match[0] for value in values if (match := KIND_AT_END.search(BRACKETS.sub("", value)))]
    return list(Counter(found)) if len(found) > 1 and len(found) >= LEAST_OF_KIND * rows else []


def _own_words(kind: str, question: str) -> Iterator[str]:
    """The two letters before each kind in the question that are somebody's own: 凤鸣 of 凤鸣中学; none of 哪些公办中学."""
    for match in re.finditer(f"{kind}(?![生部段校])", question):
        own = question[max(0, match.start() - OWN_WORDS) : match.start()]
        is_name = len(own) == OWN_WORDS and all("\u4e00" <= letter <= "\u9fff" for letter in own)
        if is_name and not NOT_OWN & set(own) and not GENERAL.search(own):
            yield own


def _is_numbered_otherwise(values: Sequence[str], question: str) -> bool:
    """Whether all cells are alike but for a number, and the question gives such a one that none of them is: 第3周."""
    shapes = {NUMERALS.sub("0", value) for value in values}
    shape = next(iter(shapes)) if len(shapes) == 1 and len(values) > 1 else ""
    if shape.count("0") != 1 or len(shape) < 2 or OF_NO_NAME.search(shape):
        return False
    pattern = re.escape(shape).replace("0", rf"(?:{NUMERALS.pattern})")
    listed = {_number_in(value) for value in values}
    said = {_number_in(one) for one in re.findall(rf"(?<![\d第一二三四五六七八九十月初高]){pattern}(?!时)", question)}
    return bool(said) and not said & listed


def _number_in(text: str) -> int | None:
    match = NUMERALS.search(text)
    return read_number(match[0]) if match else None
