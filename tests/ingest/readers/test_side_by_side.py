"""Strips of a table that stand side by side are told one below the other; columns that only look alike are not parted."""

import pytest

from ingest.document import ROW
from ingest.readers.side_by_side import cut_strips
from ingest.readers.table import table_lines
from ingest.readers.table_cells import Cell, separate_cells


def told(rows: list[list[str]]) -> list[str]:
    lines = table_lines([row for _, row in cut_strips(separate_cells(rows))])
    assert lines
    return [line.split(ROW)[-1] for line in lines]


PHONES = [
    ["科室", "电话", "科室", "电话"],
    ["人事科", "8801", "督导室", "8802"],
    ["基教科", "8803", "安全科", ""],
]
HALLS = [
    ["座号", "姓名", "考场", "座号", "姓名", "考场", "座号", "姓名", "考场"],
    ["01", "甲", "一", "02", "乙", "一", "03", "丙", "二"],
    ["04", "丁", "二", "", "", "", "", "", ""],
]


@pytest.mark.parametrize(
    ("rows", "lines"),
    [
        pytest.param(
            PHONES,
            ["科室：人事科；电话：8801", "科室：督导室；电话：8802", "科室：基教科；电话：8803", "科室：安全科"],
            id="two strips, a blank cell",
        ),
        pytest.param(
            HALLS,
            [
                "座号：01；姓名：甲；考场：一",
                "座号：02；姓名：乙；考场：一",
                "座号：03；姓名：丙；考场：二",
                "座号：04；姓名：丁；考场：二",
            ],
            id="three strips, the last ones blank",
        ),
        pytest.param(
            [["各科室电话", "", "", ""], *PHONES[:2]],
            ["各科室电话", "科室：人事科；电话：8801", "科室：督导室；电话：8802"],
            id="below a caption",
        ),
        pytest.param(
            [PHONES[0], PHONES[1], PHONES[0], PHONES[2]],
            ["科室：人事科；电话：8801", "科室：督导室；电话：8802", "科室：基教科；电话：8803", "科室：安全科"],
            id="the head again",
        ),
    ],
)
def test_strips_are_told_below_each_other(rows: list[list[str]], lines: list[str]) -> None:
    assert [line.lstrip("\x11\x12") for line in told(rows)] == lines


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([["学校", "班数", "学校", "人数"], ["一小", "3", "二小", "90"]], id="other names"),
        pytest.param([["班数", "班数"], ["3", "4"]], id="one column a strip"),
        pytest.param([["学校", "班数"], ["一小", "3"]], id="one strip"),
    ],
)
def test_other_tables_stay_as_they_are(rows: list[list[str]]) -> None:
    cells = separate_cells(rows)
    assert cut_strips(cells) == list(enumerate(cells))


def test_name_that_spans_columns_parts_nothing() -> None:
    wide = Cell("招生", 1)
    head = [Cell("学校", 0), wide, Cell("学校", 2), wide]
    rows = [head, [Cell("一小", 3), Cell("4", 4), Cell("二小", 5), Cell("6", 6)]]
    assert cut_strips(rows) == list(enumerate(rows))
