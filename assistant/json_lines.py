"""Files of JSON lines: questions to answer or to score."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from ingest.errors import UserError


def read_json_lines(path: Path, *, needed: Iterable[str]) -> list[tuple[int, dict[str, Any]]]:
    """The objects with the numbers of their lines; each has the needed fields, and `history` is a list of texts.

    Raises UserError that names the file and the line.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise UserError(f"{path} cannot be read ({error.strerror}); check the name.") from None
    except UnicodeDecodeError:
        raise UserError(f"{path} is not a text in UTF-8; save it as UTF-8.") from None
    lines = enumerate(text.split("\n"), 1)  # str.splitlines would part at U+2028, which JSON allows in a text
    return [(number, _read_row(line, f"{path}, line {number}", set(needed))) for number, line in lines if line.strip()]


def _read_row(line: str, where: str, needed: set[str]) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except json.JSONDecodeError:
        row = None
    if not isinstance(row, dict):
        raise UserError(f'{where} is no question; write {{"id": "1", "question": "..."}} a line.')
    if lacking := needed - set(row):
        raise UserError(f"{where} lacks {', '.join(sorted(lacking))}; add it.")
    history = row.get("history") or []
    if not isinstance(history, list) or not all(isinstance(turn, str) for turn in history):
        raise UserError(f'{where}: history is no list of texts; write "history": ["..."].')
    return row
