"""Whether a text names something by the same name, a longer or a shorter one."""

import re
from collections.abc import Iterator

from ingest.language.actors import JOINT, LEAD, SERVE
from ingest.language.folding import is_han
from ingest.language.patterns import Pattern

MOST_BETWEEN = 3  # characters that a short name leaves out at a time
NAME_END = Pattern(
    "what stands behind a body's name",
    rf"^(?:$|[^\u4e00-\u9fff]|{LEAD}|{SERVE}|{JOINT})  # 牵头, 和",
    matches=("牵头", "和财务科", ",", ""),
    misses=("长负责",),
    flags=re.VERBOSE,
)


def is_called(name: str, text: str) -> bool:
    """Whether the text names it so, or by a longer name that it shortens: 体卫艺科 of 体育卫生与艺术科."""
    return name in text or _is_short_for(name, text)


def is_called_by_a_part(name: str, text: str) -> bool:
    """Whether the text names it so, or by the name's end of three characters: 教育局 of 望汀区教育局."""
    return any(is_called(name[start:], text) for start in range(len(name) - 2))


def _is_short_for(name: str, text: str) -> bool:
    """Whether the text holds the name's characters in order, close together, at a body's end."""
    if len(name) < 3:
        return False
    places = {place for place, character in enumerate(text) if character == name[0]}
    for character in name[1:]:
        places = {next_one for place in places for next_one in _near(text, place, character)}
    return any(NAME_END.compiled.match(text[place + 1 :]) for place in places)


def _near(text: str, place: int, character: str) -> Iterator[int]:
    """Where the character stands behind the place with at most three others, all Han, between."""
    for further in range(place + 1, min(place + 2 + MOST_BETWEEN, len(text))):
        if text[further] == character:
            yield further
        if not is_han(text[further]):
            return
