"""A table's rows as lines that can be cited, each cell behind the name of its column.

Lines of a table whose columns are named carry the marks of `ingest.document`; a table without names gives plain lines.
"""

import re
from collections.abc import Iterator, Sequence

from ingest.document import MARKS, NAME, ROW, TABLE
from ingest.readers.table_cells import Row, is_across, separate_cells
from ingest.readers.table_head import column_names, head_depth, is_paired

NOTE = re.compile(r"[（(]?(?:备注|備註|说明|說明|注|註)\s*\d?[:：]")
QUESTION_COLUMN = re.compile(r"(?:常见|热点|咨询|家长)?(?:问题|提问|疑问|問題|提問)|问|問")
ANSWER_COLUMN = re.compile(r"(?:参考|官方|政策)?(?:答复|回答|解答|答案|回复|答覆|回覆)(?:内容|意见)?|答")
ASKS = re.compile(r"(?:[问問]|Q)\s*\d*[.:：、]?", re.I)
ANSWERS = re.compile(r"(?:答|A)\s*\d*[.:：、]?", re.I)
FEWEST_SPANNED = 2  # rows below the first ones of groups that show that a column's cells span them
LONGEST_OUTER = 60  # characters of a row that only leads to the table within one of its cells


def table_lines(rows: Sequence[Row]) -> list[str]:
    """A line a row, the names of its columns before the values where the table names them.

    `学校 | 班数` over `汀南小学 | 12` gives the row `学校：汀南小学；班数：12`. A cell that spans the whole row is a line:
    the table's caption, the name of the group of rows below it, or a note.
    """
    filled = [row for row in rows if any(cell.text or cell.inner for cell in row)]
    captions = 0
    while captions < len(filled) - 1 and is_across(filled[captions]):
        captions += 1
    above, body = [_text_across(row) for row in filled[:captions]], filled[captions:]
    if asked := _asked_below_each_other(body):
        return [*above, *asked]
    if is_paired(body):
        told = [_pair(row) for row in body]
    else:
        depth = head_depth(body)
        names = column_names(body[:depth]) if depth else []
        if columns := _questions_and_answers(names):
            return [*above, *_dialogue(body[depth:], *columns)]
        told = list(_named_rows(names, body[:depth], body[depth:])) if depth else []
    if not told:
        return [*above, *(line for row in body for line in _lines_of((), row))]
    marked = [*(NAME + text for text in above), *told]
    return [TABLE + marked[0], *marked[1:]]


def carried_down(rows: Sequence[Sequence[str]]) -> list[Row]:
    """The cells of a table that cannot say which cells span rows.

    A blank first cell below a filled one goes on with it, and so does each column that is filled where the first one is and
    blank below: `1号线 | 东门 | 6:50 | 老周` over `(blank) | 西门 | 7:05 | (blank)` is 老周 at both.
    """
    told: list[list[str]] = []
    groups: list[list[list[str]]] = []  # rows that one first cell spans
    for row in rows:
        cells = [cell.strip() for cell in row]
        if told and len(cells) > 1 and not cells[0] and any(cells) and len(told) > 1:
            cells[0] = told[-1][0] if told[-1] else ""
            groups[-1].append(cells)
        else:
            groups.append([cells])
        told.append(cells)
    for column in _spanning_with_first([group for group in groups if len(group) > 1]):
        for first, *below in groups:
            for cells in below:
                cells[column] = first[column]
    return separate_cells(told)


def _spanning_with_first(groups: Sequence[Sequence[Sequence[str]]]) -> list[int]:
    """The columns besides the first whose cells span the rows of each group: filled in its first row, blank below."""
    if sum(len(group) - 1 for group in groups) < FEWEST_SPANNED:
        return []
    width = min(len(row) for group in groups for row in group)
    return [
        column
        for column in range(1, width)
        if all(first[column] and not any(row[column] for row in below) for first, *below in groups)
    ]


def _named_rows(names: Sequence[str], head: Sequence[Row], body: Sequence[Row]) -> Iterator[str]:
    heads = [[cell.text for cell in row] for row in head]
    for index, row in enumerate(body):
        if [cell.text for cell in row] in heads:
            continue  # the head again, on the next page
        if NOTE.match(row[0].text) and not any(cell.text for cell in row if cell.place != row[0].place):
            yield row[0].text
        elif is_across(row):
            yield _text_across(row) if index + 1 == len(body) else NAME + _text_across(row)
        else:
            yield from (ROW + line for line in _lines_of(names, row))


def _lines_of(names: Sequence[str], row: Row) -> Iterator[str]:
    """The row's line, or a line for each row of a table that stands within it, opened by what the outer row says."""
    outer = _line(names, row)
    inner = [line.lstrip(MARKS) for cell in row for line in cell.inner]
    if not inner or len(outer) > LONGEST_OUTER:
        yield from filter(None, [outer])
        outer = _line(names[:1], row[:1])
    for line in inner:
        yield "；".join(part for part in (outer.rstrip("：:"), line) if part)


def _line(names: Sequence[str], row: Row) -> str:
    parts: list[str] = []
    told: set[tuple[str, int]] = set()
    for column, cell in enumerate(row):
        name = names[column] if column < len(names) else ""
        if cell.text and (name, cell.place) not in told:  # a cell that spans columns of one name is told once
            told.add((name, cell.place))
            part = f"{name}：{cell.text}" if name and name != cell.text else cell.text
            parts.append(part.rstrip("；;。"))
    return "；".join(parts)


def _pair(row: Row) -> str:
    name, value = row[0].text.rstrip("：:"), row[-1].text.rstrip("；;")
    return ROW + (f"{name}：{value}" if value and name != value else name)


def _asked_below_each_other(body: Sequence[Row]) -> list[str]:
    """The questions with their answers where each has a row of its own, marked in the first column: Q1 above A1."""
    if len(body) < 2 or len(body) % 2 or any(len(row) != 2 for row in body):
        return []
    pairs = list(zip(body[::2], body[1::2], strict=True))
    is_sheet = all(ASKS.fullmatch(asked[0].text) and ANSWERS.fullmatch(told[0].text) for asked, told in pairs)
    return [f"问：{asked[1].text} 答：{told[1].text}" for asked, told in pairs] if is_sheet else []


def _questions_and_answers(names: Sequence[str]) -> tuple[int, int] | None:
    """The columns of questions and of answers, where the table is a sheet of them."""
    asked = [column for column, name in enumerate(names) if QUESTION_COLUMN.fullmatch(name)]
    told = [column for column, name in enumerate(names) if ANSWER_COLUMN.fullmatch(name)]
    return (asked[0], told[0]) if asked and told else None


def _dialogue(body: Sequence[Row], asked: int, told: int) -> Iterator[str]:
    for row in body:
        if is_across(row):
            yield _text_across(row)
        elif len(row) > max(asked, told) and row[asked].text:
            yield f"问：{row[asked].text} 答：{row[told].text}"


def _text_across(row: Row) -> str:
    return next(cell.text for cell in row if cell.text)
