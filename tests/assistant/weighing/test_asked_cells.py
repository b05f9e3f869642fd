import pytest

from assistant.understanding.wants import find_wants
from assistant.weighing.asked_cells import cells_asked_for, in_named_columns
from ingest.language.folding import fold

FEES = "学校：一中；住宿费·四人间：700；六人间（元）：530"


@pytest.mark.parametrize(
    ("question", "row", "heading", "cells"),
    [
        ("一中六人间多少钱", FEES, "各校住宿费", ["530"]),
        ("一中四人间多少钱", FEES, "各校住宿费", ["700"]),
        ("一中六人间多少钱", FEES, "各校宿舍", []),
        ("一中八人间多少钱", FEES, "各校住宿费", []),
        ("一中文科班招多少人", "学校：一中；文科班：50；理科班：60", "2025年招生计划", ["50"]),
        ("一中文科班在几楼", "学校：一中；文科班：50", "2025年招生计划", []),
        ("谁是3号车的司机", "车号：3号；驾驶员：米建国；照管员：田秀云", "", ["米建国"]),
        ("3号车司机叫什么", "车号：3号；司机：米建国；照管员：田秀云", "", ["米建国"]),
        ("3号车司机叫什么", "车号：3号；驾驶员：待定后公布；照管员：田秀云", "", []),
    ],
)
def test_figure_or_name_in_the_column_that_is_asked_for(
    question: str, row: str, heading: str, cells: list[str]
) -> None:
    asked = fold(question)
    found = [
        row[start:end]
        for want in find_wants(asked)
        for start, end in cells_asked_for(want, row, heading=heading, asked=asked)
    ]
    assert found == cells


def test_of_a_row_what_stands_in_the_named_column_answers() -> None:
    row = "项目：立定跳远；满分：1.93米；及格：1.46米"
    spans = [(row.index(told), row.index(told) + len(told)) for told in ("1.93米", "1.46米")]
    assert in_named_columns(spans, row, asked="跳多远算满分") == spans[:1]
    assert in_named_columns(spans, row, asked="跳多远才行") == spans
