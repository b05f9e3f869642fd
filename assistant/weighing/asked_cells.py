"""The cells of a table's row that stand in the column a question names: 530 below 六人间, where the caption says of what."""

import re
from collections.abc import Sequence

from assistant.understanding.wants import COLUMNS, PEOPLE, Want, WantKind
from assistant.weighing.persons import OFFICES
from ingest.language.folding import fold

CELL = re.compile(r"(?:^|(?<=[；;\n]))\s*(?P<column>[^：:；;\n]{1,60})[：:]\s*(?P<value>[^；;\n]*[^；;\s])")
FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?")
NAME = re.compile(r"[\u4e00-\u9fff·]{2,4}(?:\s*[、，,]\s*[\u4e00-\u9fff·]{2,4})*|[A-Z][\w.]*(?: [A-Z][\w.]*)+")
OF_PERSONS = frozenset({WantKind.PERSON, WantKind.BODY, WantKind.NAME})  # 是谁, 谁当, 叫什么
OF_PEOPLE = re.compile("人|名额|招生|录取|学位|pupils|students|places")
PARTS = re.compile(r"[·/]|[(（][^)）]*[)）]")  # of a column's name
SHORTEST_NAME = 2  # characters


def cells_asked_for(want: Want, row: str, *, heading: str, asked: str) -> list[tuple[int, int]]:
    """Where in the row a bare figure or a name gives the want, in a column that the folded question names.

    In `学校：一中；六人间：530` below 各校住宿费 it is 530, where 一中六人间多少钱 is asked.
    """
    return [
        match.span("value")
        for match in CELL.finditer(row)
        if _is_wanted(want, match["value"], heading=heading) and _is_asked(want, match["column"], asked)
    ]


def in_named_columns(spans: Sequence[tuple[int, int]], row: str, *, asked: str) -> list[tuple[int, int]]:
    """Those of the spans that stand in columns which the folded question names; all where it names none of theirs.

    Of `满分：1.93米；及格：1.46米` the first, where 多远算满分 is asked.
    """
    named = [match.span("value") for match in CELL.finditer(row) if _is_named(fold(match["column"]), asked)]
    return [span for span in spans if any(start <= span[0] and span[1] <= end for start, end in named)] or list(spans)


def _is_wanted(want: Want, value: str, *, heading: str) -> bool:
    if want.kind in OF_PERSONS:
        return bool(NAME.fullmatch(value))
    if not FIGURE.fullmatch(value):
        return False
    if want.kind is WantKind.MONEY:
        return bool(re.search(COLUMNS[WantKind.MONEY], heading))
    return want.kind is WantKind.QUANTITY and want.unit in PEOPLE and bool(OF_PEOPLE.search(heading))


def _is_asked(want: Want, column: str, asked: str) -> bool:
    folded = fold(column)
    if _is_named(folded, asked):
        return True
    return want.kind in OF_PERSONS and any(_of_office(office, folded, asked) for office in OFFICES)


def _is_named(column: str, asked: str) -> bool:
    return any(len(name) >= SHORTEST_NAME and name in asked for name in map(str.strip, PARTS.split(column)))


def _of_office(office: str, column: str, asked: str) -> bool:
    return bool(re.search(office, column) and re.search(office, asked))
