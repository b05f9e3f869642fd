"""Small JSON files that are written in one step and know whether they are what was written."""

import hashlib
import json
import os
from pathlib import Path
from typing import Any

CHECK = "check"  # the key of the digest of all other keys


def write_checked(path: Path, value: dict[str, Any]) -> None:
    """Replace the file by one that holds the value, in one step."""
    fresh = path.with_name(f"{path.name}.new")
    text = json.dumps({**value, CHECK: _digest(value)}, ensure_ascii=False, indent=1)
    fresh.write_text(text, encoding="utf-8")
    os.replace(fresh, path)


def read_checked(path: Path) -> dict[str, Any]:
    """The value that was written. Raises OSError or ValueError where the file is gone or is not what was written."""
    value = json.loads(path.read_text(encoding="utf-8"))
    if not isinstance(value, dict) or value.pop(CHECK, None) != _digest(value):
        raise ValueError(f"{path} is not what was written")
    return value


def _digest(value: dict[str, Any]) -> str:
    return hashlib.blake2b(json.dumps(value, sort_keys=True).encode(), digest_size=8).hexdigest()
