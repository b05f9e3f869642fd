import io
import zipfile
from typing import Any

from openpyxl import load_workbook

from assistant.exports.excel import to_excel
from assistant.exports.safe import LONGEST_CELL
from assistant.exports.table import Table


def sheet_of(written: bytes) -> Any:
    return load_workbook(io.BytesIO(written)).worksheets[0]


def test_numbers_are_numbers_and_texts_are_texts(nasty: Table) -> None:
    sheet = sheet_of(to_excel(nasty))
    assert [sheet.cell(row, 2).value for row in range(2, 9)] == [1, -2.5, 7, None, 3, 10**15, 0.1]
    assert sheet.cell(7, 1).value == "007"
    assert sheet.cell(7, 3).value == "2024-01-01"
    assert sheet.cell(7, 3).data_type == "s"


def test_no_formula_is_written(nasty: Table) -> None:
    written = to_excel(nasty)
    sheet = sheet_of(written)
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}
    assert sheet.cell(2, 1).value == '=HYPERLINK("http://x","y")'  # unchanged, as a text
    assert sheet.cell(2, 1).quotePrefix
    assert not sheet.cell(7, 1).quotePrefix
    assert b"<f>" not in zipfile.ZipFile(io.BytesIO(written)).read("xl/worksheets/sheet1.xml")


def test_what_no_file_may_hold_is_left_out_and_long_texts_are_cut(nasty: Table) -> None:
    sheet = sheet_of(to_excel(nasty))
    assert sheet.cell(6, 1).value == "abc"
    assert len(sheet.cell(8, 3).value) == LONGEST_CELL


def test_header_is_bold_frozen_and_filtered_and_columns_fit() -> None:
    sheet = sheet_of(
        to_excel(Table("指标", ("计划", "年份"), (("望汀区教育局2024年工作要点", 2024), ("长" * 99, 2025))))
    )
    assert (sheet.title, sheet.freeze_panes, sheet.auto_filter.ref) == ("指标", "A2", "A1:B3")
    assert sheet["A1"].font.bold
    assert not sheet["A2"].font.bold
    assert sheet["A2"].alignment.wrap_text
    assert (sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width) == (60, 8)


def test_name_of_the_sheet_is_one_that_excel_takes(nasty: Table) -> None:
    assert sheet_of(to_excel(nasty)).title == ("a b    c " * 9)[:31]


def test_empty_table_has_its_header() -> None:
    sheet = sheet_of(to_excel(Table("t", ("a", "b"), ())))
    assert [cell.value for cell in sheet[1]] == ["a", "b"]
    assert sheet.max_row == 1
