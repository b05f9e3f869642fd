"""Files of JSON lines: questions to answer or to score. One bad line takes none of the others with it."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ingest.errors import UserError


@dataclass(frozen=True, slots=True)
class Row:
    """The object of a line; of the fields in CHECKS it holds those needed, and each has its form."""

    number: int
    fields: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that cannot be answered, by its number from 1, the id that it gives, if any, and the reason, a sentence."""

    number: int
    id: Any
    reason: str

    def to_json(self) -> dict[str, Any]:
        """What stands in place of the line's answer."""
        return {"id": self.id, "error": self.reason}


def read_json_lines(path: Path, *, needed: Iterable[str]) -> list[Row | BadLine]:
    """What each line that is not blank holds, in order; a `Row` has the needed fields.

    `{"id": "1", "question": 5}` is a BadLine of id 1. Raises UserError where the file cannot be read.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise UserError(f"{path} cannot be read ({error.strerror}); check the name.") from None
    except UnicodeDecodeError:
        raise UserError(f"{path} is not a text in UTF-8; save it as UTF-8.") from None
    lines = enumerate(text.split("\n"), 1)  # str.splitlines would part at U+2028, which JSON allows in a text
    return [_read(number, line, tuple(needed)) for number, line in lines if line.strip()]


def _read(number: int, line: str, needed: tuple[str, ...]) -> Row | BadLine:
    row = _object(line)
    if row is None:
        return BadLine(number, None, f'Line {number} is no question; write {{"id": "1", "question": "..."}} a line.')
    if misfit := next(_misfits(row, needed), ""):
        return BadLine(number, row.get("id"), f"Line {number} {misfit}")
    return Row(number, row)


def _object(line: str) -> dict[str, Any] | None:
    """The line's object; None where it is no JSON, or holds what no answer could repeat: half a character, NaN."""
    try:
        row = json.loads(line)
        json.dumps(row, ensure_ascii=False, allow_nan=False).encode()
    except (ValueError, RecursionError):
        return None
    return row if isinstance(row, dict) else None


def _misfits(row: Mapping[str, Any], needed: tuple[str, ...]) -> Iterator[str]:
    if lacking := sorted(set(needed) - set(row)):
        yield f"lacks {', '.join(lacking)}; add it."
    for name, (fits, form) in CHECKS.items():
        if name in row and not fits(row[name]):
            yield f'has a {name} of another form; write "{name}": {form}.'


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_list_of_texts(value: object) -> bool:
    return isinstance(value, list) and all(map(_is_text, value))


def _is_gold(value: object) -> bool:
    return isinstance(value, list) and all(
        isinstance(one, dict) and _is_text(one.get("plan")) and _is_text(one.get("item")) for one in value
    )


CHECKS: dict[str, tuple[Callable[[object], bool], str]] = {
    "question": (_is_text, '"..."'),
    "history": (lambda value: value is None or _is_list_of_texts(value), '["..."]'),
    "plan": (lambda value: value is None or _is_text(value), '"file name, id or title", or null'),
    "kind": (_is_text, '"..."'),
    "gold": (_is_gold, '[{"plan": "...", "item": "..."}]'),
    "answer_contains": (_is_list_of_texts, '["..."]'),
}
