"""Whether a name was mistyped: one character of it is another, is missing, is too many, or changed places with the next."""

from enum import Enum

from ingest.language.sounds import sound_alike

SHORTEST_TWICE = 4  # characters of a name of which two may be others of the same sound


class Likeness(Enum):
    """What makes of one text the other."""

    SOUND = "sound"  # characters of the same sound, as keyboards offer them: 长莎市 for 长沙市
    LETTER = "letter"  # one character or letter: 东西湘区 for 东西湖区, Chansha for Changsha


def likeness(said: str, name: str) -> Likeness | None:
    """How near the text is to the name; None where it is the name, or further from it than one slip."""
    places = differing_places(said, name)
    if not places:
        return None
    if len(said) == len(name):
        slips = 2 if len(name) >= SHORTEST_TWICE else 1
        if len(places) <= slips and all(sound_alike(said[at], name[at]) for at in places):
            return Likeness.SOUND
    return Likeness.LETTER if _is_one_slip(said, name, places) else None


def differing_places(said: str, name: str) -> tuple[int, ...]:
    """Where the text and the name hold different characters, one beside the other; the rest of the longer counts too."""
    shorter, longer = sorted((len(said), len(name)))
    return (*(at for at in range(shorter) if said[at] != name[at]), *range(shorter, longer))


def _is_one_slip(said: str, name: str, places: tuple[int, ...]) -> bool:
    at = places[0]
    if len(said) == len(name):
        is_swapped = len(places) == 2 and said[at : at + 2] == name[at : at + 2][::-1]
        return len(places) == 1 or is_swapped
    shorter, longer = sorted((said, name), key=len)
    return len(longer) - len(shorter) == 1 and shorter[at:] == longer[at + 1 :]
