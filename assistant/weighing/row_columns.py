"""Which columns of a table a question asks for: 配合单位 where 由哪个单位配合 is asked, 幼儿园·私立 where 私立幼儿园."""

import re
from collections.abc import Iterator, Mapping, Sequence

from assistant.understanding.wants import WantKind, find_wants
from assistant.weighing.row_names import NameInRow, alike, in_table_words

SHORTEST_NAME = 2  # characters
MOST_WORDS = 3  # of an English column's name that is told by its words
IN_BRACKETS = re.compile(r"[(（][^)）]*[)）]")
ENGLISH = re.compile(r"[a-z]+(?: [a-z]+)*")
SMALL_WORDS = frozenset({"a", "an", "the", "of", "in", "at", "on", "for", "to", "by", "is", "are", "s"})
PLURAL = re.compile(r"(?:s|es)$")
TIMES = frozenset({WantKind.DATE, WantKind.CLOCK, WantKind.YEAR, WantKind.DURATION, WantKind.LENGTH, WantKind.WEEKDAY})
BODIES = frozenset({WantKind.BODY, WantKind.PERSON, WantKind.NAME, WantKind.LIST})
# What may end a column's name, and what is asked where the question says only the words before it: 校车多少钱 asks for 校车费.
ENDINGS = (
    (re.compile(r"(?:费用?|收费|金额|标准|价格?)$"), frozenset({WantKind.MONEY, WantKind.QUANTITY})),
    (re.compile(r"(?:时间|日期|时限|期限|时段)$"), TIMES),
    (re.compile(r"(?:单位|部门|[科股处]室|机构|人员?)$"), BODIES),
    (re.compile(r"(?:人数|名额|数量?|个数)$"), frozenset({WantKind.QUANTITY})),
    (re.compile(r"(?:要求|条件)$"), frozenset[WantKind]()),  # whatever is asked
)


def columns_asked(table: Sequence[Mapping[str, str]], names: Sequence[NameInRow], folded_question: str) -> list[str]:
    """The columns that the folded question names, those alone that it names most fully.

    `names` are the names of rows in the question, whose words name no column: 幼儿园 in 县机关幼儿园校车多少钱; nor does
    the column that all rows have such a name in: 学校 in 石塘中学这所学校. Of
    `小学·学生数` and `小学·班数` the first is named by 小学有多少学生, of `名额·一中` and `名额·二中` the second by 二中的名额.
    """
    taken = frozenset[str]().union(*(name.columns for name in names))
    keys = {column for column in taken if all(cells.get(column) for cells in table)}
    rest = in_table_words(folded_question)
    for name in sorted(names, key=lambda name: -len(name.said)):
        rest = rest.replace(name.said, "，")
    kinds = frozenset(want.kind for want in find_wants(folded_question))
    columns = [column for column in dict.fromkeys(column for cells in table for column in cells) if column not in keys]
    parts = {column: _parts_named(column, rest, kinds) for column in columns}
    named = [column for column in columns if parts[column] and parts[column][-1]]  # the last part says what the cell is
    full = [column for column in named if all(parts[column])]
    asked = full or named
    return [one for one in asked if not any(bare(one) != bare(two) and bare(one) in bare(two) for two in asked)]


def bare(column: str) -> str:
    """The name of a column without its unit: 资金 of `资金（万元）`."""
    return IN_BRACKETS.sub("", column).strip()


def _parts_named(column: str, rest: str, kinds: frozenset[WantKind]) -> list[bool]:
    """By part of the column's name whether the question says it: of `奖励·城区学校` 奖励, 城区学校."""
    return [_is_said(part, rest, kinds) for part in bare(column).split("·")]


def _is_said(part: str, rest: str, kinds: frozenset[WantKind]) -> bool:
    if ENGLISH.fullmatch(part):
        return _is_said_in_words(part, rest)
    if any(len(name) >= SHORTEST_NAME and name in rest for name in _names_of_part(part)):
        return True
    for ending, wanted in ENDINGS:
        stem = ending.sub("", part)
        if stem != part and len(stem) >= SHORTEST_NAME and stem in rest and (kinds & wanted or not wanted):
            return True
    return False


def _names_of_part(part: str) -> Iterator[str]:
    name = in_table_words(part)
    yield name
    yield from alike(name)


def _is_said_in_words(part: str, rest: str) -> bool:
    """Whether the question says all the words of an English name, in any order: Places left in how many places are left."""
    words = {PLURAL.sub("", word) for word in part.split() if word not in SMALL_WORDS}
    asked = {PLURAL.sub("", word) for word in re.findall("[a-z]+", rest)}
    return 0 < len(words) <= MOST_WORDS and words <= asked
