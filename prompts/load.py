"""A prompt's text, in Chinese or English, with its variables filled in."""

import string
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent


def fill(name: str, *, english: bool, **values: str) -> str:
    """The prompt `name` in English or Chinese (`answer.en.txt`, `answer.zh.txt`) with the values in place of its {variables}.

    Raises ValueError where a variable lacks its value or a value has no variable.
    """
    text = _read(f"{name}.{'en' if english else 'zh'}")
    wanted = {field for _, field, _, _ in string.Formatter().parse(text) if field}
    if wanted != set(values):
        lacking, unknown = sorted(wanted - set(values)), sorted(set(values) - wanted)
        raise ValueError(f"prompt {name}: lacking {lacking}, unknown {unknown}")
    return text.format(**values).strip()


@cache
def _read(name: str) -> str:
    return (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
