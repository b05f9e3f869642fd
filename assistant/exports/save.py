"""A table written to a file, as what its name ends in."""

from collections.abc import Callable
from pathlib import Path

from assistant.exports.csv_file import to_csv
from assistant.exports.excel import to_excel
from assistant.exports.table import Table
from ingest.errors import UserError

FORMATS: dict[str, Callable[[Table], bytes]] = {".csv": to_csv, ".xlsx": to_excel}


def save_table(table: Table, path: Path) -> None:
    """Write the table to the file. Raises UserError for another ending, and where the file cannot be written."""
    if not (write := FORMATS.get(path.suffix.lower())):
        raise UserError(f"{path} ends in neither .csv nor .xlsx; name a file that does.")
    try:
        path.write_bytes(write(table))
    except OSError as error:
        raise UserError(f"{path} cannot be written ({error.strerror}); name another file.") from None
