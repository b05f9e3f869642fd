"""The tables among a plan's lines: which rows are items of their own, what stands above them, and how they are cited."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.document import Line
from ingest.labels import read_label
from ingest.language.patterns import Pattern
from ingest.readings import Cut

MOST_HELD = 8  # rows that a numbered paragraph holds as its own text; a longer table stands for itself
LONGEST_HELD = 600  # characters of the same
LONGEST_CAPTION = 60  # characters of a line above a table that only announces it
OWN_NUMBER = Pattern(
    "a row's own number",
    r"(?:序号|序號|编号|編號|项次|項次|序)：(?P<n>\d{1,4})(?=；|$)",
    matches=("序号：3；学校：一小",),
    misses=("学校：一小；序号：3", "序号：三"),
)
ANNOUNCES = Pattern(
    "the end of a line that announces a table",
    r"""
    [，,、]?
    (?:
        (?:具体|详细|情况)* (?:如下表?|[详见如]+下?表\s*\d*|见附表\s*\d*) (?:所示)? [。：:]?  # 各校范围如下：, 见下表。
        | [：:]                                                                      # 收费标准：
    ) $
    """,
    matches=("各校招生范围如下：", "招生计划见下表。", "收费标准：", "分工如表2所示。"),
    misses=("各校不得超计划招生。", "见下表执行，逾期不予受理"),
    flags=re.VERBOSE,
)
PRINTED_NUMBER = re.compile(r"附?表\s*(\d{1,2})(?=[\s:：、.]|[\u4e00-\u9fff])")


def rows_stand_alone(label: str | None, lines: Sequence[Line]) -> bool:
    """Whether the rows among an item's lines are items themselves: all but those of a short table in a numbered item."""
    rows = [line for line in lines if line.is_row]
    is_short = len(rows) <= MOST_HELD and sum(len(row.text) for row in rows) <= LONGEST_HELD
    return bool(rows) and not (label and is_short)


def text_beside(lines: Sequence[Line]) -> list[Line]:
    """The lines that are text: no rows, no names of tables or groups, no line that only announces the table below it."""
    following = [*lines[1:], None][: len(lines)]
    return [
        line
        for line, below in zip(lines, following, strict=True)
        if not line.table and not (below and below.table and _only_announces(line.text))
    ]


def captioned_rows(lines: Sequence[Line], heading: str) -> Iterator[tuple[str, Line]]:
    """The rows, each with what it stands under: the table's caption or the line that announces it, and its group's name.

    `heading` is that of the section, for a table without either.
    """
    caption = group = ""
    table = 0
    for above, line in zip([None, *lines], lines, strict=False):
        if not line.table:
            continue
        if line.table != table:
            table, caption, group = line.table, "", ""
            if above and not above.table and _only_announces(above.text):
                caption = _as_caption(above.text)
            has_rows = False
        if line.is_row:
            has_rows = True
            yield "·".join(filter(None, (caption or heading, group))), line
        elif has_rows:
            group = line.text
        else:
            caption = _as_caption(line.text)


def with_row_refs(cuts: Sequence[Cut], lines: Sequence[Line]) -> list[Cut]:
    """The cuts, each row with its ref: the third row of the first table is `表1-3`, below a numbered item `一(二)表1-3`.

    A row goes by the number that it prints; where nothing else is numbered and there is one table, by that alone: `3`.
    """
    rows = [cut for cut in cuts if is_row(cut)]
    is_bare = not any(cut.item.label for cut in cuts if not is_row(cut))
    names = _names_of_tables(lines)
    own = {id(cut): number for cut in rows if (number := _own_number(cut))}
    numbers = Counter((cut.lines[0].table, own.get(id(cut))) for cut in rows)
    positions: Counter[int] = Counter()
    told = []
    for cut in cuts:
        if is_row(cut):
            table = cut.lines[0].table
            positions[table] += 1
            printed = own.get(id(cut))
            is_own = printed is not None and numbers[table, printed] == 1
            number = printed if is_own and printed else str(positions[table])
            cut = _with_ref(cut, names[table], number, is_own=is_own and len(names) == 1, is_bare=is_bare)
        told.append(cut)
    return told


def is_row(cut: Cut) -> bool:
    """Whether the item is one row of a table."""
    return len(cut.lines) == 1 and cut.lines[0].is_row


def _with_ref(cut: Cut, table: str, number: str, *, is_own: bool, is_bare: bool) -> Cut:
    item = cut.item
    if is_bare and is_own:
        return replace(cut, item=replace(item, ref=number, label=number, section=item.section or number))
    section = item.section or (table if is_bare else None)
    return replace(cut, item=replace(item, ref=f"{item.ref}{table}-{number}", section=section))


def _own_number(cut: Cut) -> str | None:
    match = OWN_NUMBER.compiled.match(cut.lines[0].text)
    return match["n"] if match else None


def _names_of_tables(lines: Sequence[Line]) -> dict[int, str]:
    """By table what it is called in refs: 表1 the first, or as its caption numbers it, where all are numbered so."""
    tables = list(dict.fromkeys(line.table for line in lines if line.table))
    printed: dict[int, str] = {}
    for above, line in zip([None, *lines], lines, strict=False):
        opens = above is not None and line.table and above.table != line.table
        for text in [line.text] if line.table and not line.is_row else [above.text] if opens and above else []:
            if (match := PRINTED_NUMBER.match(text)) and line.table not in printed:
                printed[line.table] = f"表{match[1]}"
    if len(set(printed.values())) == len(tables):
        return printed
    return {table: f"表{place}" for place, table in enumerate(tables, 1)}


def _only_announces(text: str) -> bool:
    """Whether the line says no more than that a table follows: its name, or `各校招生范围如下：`."""
    if len(text) > LONGEST_CAPTION:
        return False
    return bool(ANNOUNCES.compiled.search(text)) or not any(sign in text for sign in "。；，")


def _as_caption(text: str) -> str:
    """The line as a heading: of `（一）各校招生范围如下：` 各校招生范围."""
    label = read_label(text)
    bare = label.rest if label else text
    return ANNOUNCES.compiled.sub("", bare).strip(" 。：:，,") or bare
