"""A table as an Excel file: numbers as numbers, a frozen header with filters, widths that fit, no formulas."""

import io
import re
import unicodedata
from typing import Any

from assistant.exports.safe import FORMULA, LONGEST_CELL, clean
from assistant.exports.table import Table, Value

WIDEST, NARROWEST = 60, 8  # characters of a column
LONGEST_NAME = 31  # characters of a sheet's name
FORBIDDEN = re.compile(r"[\\/*?:\[\]]")  # in a sheet's name


def to_excel(table: Table) -> bytes:
    """The table as .xlsx, one sheet."""
    from openpyxl import Workbook  # takes a while to load; only an export needs it
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    top, bold = Alignment(wrap_text=True, vertical="top"), Font(bold=True)
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = FORBIDDEN.sub(" ", clean(table.name))[:LONGEST_NAME] or "1"
    for number, row in enumerate((table.header, *table.rows), 1):
        for column, value in enumerate(row, 1):
            _write(sheet.cell(number, column), value)
            sheet.cell(number, column).alignment = top
            if number == 1:
                sheet.cell(number, column).font = bold
    for column in range(1, len(table.header) + 1):
        sheet.column_dimensions[get_column_letter(column)].width = _width(table, column - 1)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _write(cell: Any, value: Value) -> None:
    """A text is stored as text: openpyxl would take one that begins with = for a formula."""
    if not isinstance(value, str):
        cell.value = value
        return
    if text := clean(value)[:LONGEST_CELL]:
        cell.value = text
        cell.data_type = "s"
    cell.quotePrefix = bool(FORMULA.match(value))  # that it stays a text when a person edits it


def _width(table: Table, column: int) -> int:
    """The widest line of the column, a Chinese character as two."""
    texts = [table.header[column], *(str(row[column]) for row in table.rows if row[column] is not None)]
    lines = (line for text in texts for line in text.split("\n"))
    widths = (sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in line) for line in lines)
    return min(WIDEST, max(NARROWEST, max(widths, default=0) + 2))
