"""A prompt's text with its variables filled in."""

import string
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent


def fill(name: str, **values: str) -> str:
    """The prompt `name` with the values in place of its {variables}.

    Raises ValueError where a variable lacks its value or a value has no variable.
    """
    text = _read(name)
    wanted = {field for _, field, _, _ in string.Formatter().parse(text) if field}
    if wanted != set(values):
        lacking, unknown = sorted(wanted - set(values)), sorted(set(values) - wanted)
        raise ValueError(f"prompt {name}: lacking {lacking}, unknown {unknown}")
    return text.format(**values)


@cache
def _read(name: str) -> str:
    return (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
