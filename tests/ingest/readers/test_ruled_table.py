"""Tables whose cells are drawn: near columns stay apart, cells that span others are told in each, over pages too."""

import io
from collections.abc import Sequence

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from ingest.document import Line
from ingest.load import cut_plan
from ingest.readers.grid import Box, find_grids
from tests.ingest.readers.files import FONT, read

STEP = 24.0  # points between two level lines
Spans = dict[tuple[int, int], tuple[int, int]]  # by row and column of a cell, how many rows and columns it covers


def drawn_pdf(
    *pages: tuple[str, Sequence[Sequence[str]]], widths: Sequence[float], spans: Spans | None = None, boxed: bool = True
) -> bytes:
    """A PDF of pages with a title and a table below it, its cells drawn as boxes, or by thin strips."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    content = io.BytesIO()
    canvas = Canvas(content, pagesize=A4)
    for title, rows in pages:
        canvas.setFont(FONT, 16)
        canvas.drawString(120, A4[1] - 60, title)
        canvas.setFont(FONT, 10)
        lefts = [60 + sum(widths[:at]) for at in range(len(widths) + 1)]
        covered = {
            (row + down, column + over)
            for (row, column), (high, wide) in (spans or {}).items()
            for down in range(high)
            for over in range(wide)
            if down or over
        }
        for row, cells in enumerate(rows):
            for column, text in enumerate(cells):
                if (row, column) in covered:
                    continue
                high, wide = (spans or {}).get((row, column), (1, 1))
                left, right = lefts[column], lefts[column + wide]
                top, bottom = 80 + STEP * row, 80 + STEP * (row + high)
                strips = [(left, top, right - left, bottom - top)] if boxed else [
                    (left, top, right - left, 0.6), (left, bottom, right - left, 0.6),
                    (left, top, 0.6, bottom - top), (right, top, 0.6, bottom - top)]  # fmt: skip
                for x, y, width, height in strips:
                    canvas.rect(x, A4[1] - y - height, width, height, stroke=int(boxed), fill=int(not boxed))
                for place, part in enumerate(text.split("\n")):
                    canvas.drawString(left + 2, A4[1] - top - 11 - 11 * place, part)
        canvas.showPage()
    canvas.save()
    return content.getvalue()


def rows_of(content: bytes) -> list[Line]:
    return [line for line in read(content).lines if line.is_row]


FEES = [["学校", "班数", "人数"], ["榕树小学", "12", "540"], ["河堤小学", "8", "360"], ["北门小学", "6", "240"]]


@pytest.mark.parametrize("boxed", [True, False])
def test_columns_that_stand_close_together_stay_apart(boxed: bool) -> None:
    rows = rows_of(drawn_pdf(("各校班数表", FEES), widths=(44, 24, 24), boxed=boxed))
    assert [row.text for row in rows] == [
        "学校：榕树小学；班数：12；人数：540",
        "学校：河堤小学；班数：8；人数：360",
        "学校：北门小学；班数：6；人数：240",
    ]


def test_letters_set_one_below_the_other_are_one_name() -> None:
    table = [["学校", "电\n话", "班\n数"], ["榕树小学", "5510001", "12"], ["河堤小学", "5510002", "8"]]
    rows = rows_of(drawn_pdf(("各校电话表", table), widths=(60, 60, 30)))
    assert rows[0].text == "学校：榕树小学；电话：5510001；班数：12"


def test_cells_that_span_rows_and_columns_are_told_in_each() -> None:
    table = [
        ["片区", "招生计划", ""],
        ["", "小学", "初中"],
        ["城东", "120", "90"],
        ["", "80", "60"],
        ["城西", "100", ""],
    ]
    spans = {(0, 0): (2, 1), (0, 1): (1, 2), (2, 0): (2, 1)}
    rows = rows_of(drawn_pdf(("招生计划表", table), widths=(60, 60, 60), spans=spans))
    assert [row.text for row in rows] == [
        "片区：城东；招生计划·小学：120；招生计划·初中：90",
        "片区：城东；招生计划·小学：80；招生计划·初中：60",
        "片区：城西；招生计划·小学：100",
    ]


@pytest.mark.parametrize("is_repeated", [True, False])
def test_table_goes_on_over_pages_below_a_title_that_each_page_repeats(is_repeated: bool) -> None:
    title = "望汀区2024年各校班数表"
    more = [["渡口小学", "4", "160"], ["山前小学", "5", "200"]]
    second = [FEES[0], *more] if is_repeated else more
    third = [[name.replace("小学", "中学"), *rest] for name, *rest in second]
    third = [FEES[0], *third[1:]] if is_repeated else third
    content = drawn_pdf((title, FEES), (title, second), (title, third), widths=(60, 30, 30))
    plan = cut_plan(read(content))
    assert plan.identity.title == title
    assert [item.text.split("；")[0] for item in plan.items] == [
        "学校：榕树小学", "学校：河堤小学", "学校：北门小学", "学校：渡口小学", "学校：山前小学",
        "学校：渡口中学", "学校：山前中学"]  # fmt: skip
    assert [item.page for item in plan.items] == [1, 1, 1, 2, 2, 3, 3]


def test_frame_around_a_text_is_no_table() -> None:
    content = drawn_pdf(
        ("一、时间\n", [["一、九月一日开学。"], ["二、一月二十日放假。"], ["三、凭通知书报到。"]]), widths=(300,)
    )
    lines = read(content).lines
    assert not any(line.is_row for line in lines)
    assert [line.text for line in lines[-3:]] == ["一、九月一日开学。", "二、一月二十日放假。", "三、凭通知书报到。"]


def test_grid_tells_which_cell_holds_a_place() -> None:
    lines = [*(Box(0, y, 90, y) for y in (0, 20, 40, 60)), Box(0, 0, 0, 60), Box(30, 20, 30, 60), Box(90, 0, 90, 60)]
    (grid,) = find_grids(lines)
    assert grid.cell_at(10, 10) == grid.cell_at(80, 10)
    assert grid.cell_at(10, 30) != grid.cell_at(80, 30)
    assert grid.cell_at(10, 70) is None
    assert find_grids(lines[:2]) == []
