"""A table as CSV that Excel opens with its characters intact, and in which no formula runs."""

import csv
import io

from assistant.exports.safe import clean, defuse
from assistant.exports.table import Table, Value

BYTE_ORDER_MARK = "\ufeff"  # without it Excel reads UTF-8 as the system's old encoding


def to_csv(table: Table) -> bytes:
    """The table as UTF-8 with a byte order mark; texts that a spreadsheet would run begin with an apostrophe."""
    written = io.StringIO(newline="")
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow([_cell(name) for name in table.header])
    writer.writerows([_cell(value) for value in row] for row in table.rows)
    return (BYTE_ORDER_MARK + written.getvalue()).encode("utf-8")


def _cell(value: Value) -> str | int | float:
    """Numbers stay numbers, a negative one too; 7.0 is written 7."""
    if isinstance(value, float):
        return int(value) if value.is_integer() else value
    return value if isinstance(value, int) else defuse(clean(value or ""))
