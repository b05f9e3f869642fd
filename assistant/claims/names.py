"""The names in a text: papers and terms in quotation marks, places, people, bodies, and words in Latin letters."""

import re
from collections.abc import Sequence

from ingest.language.gazetteer import short_name
from ingest.language.offices import body_names
from ingest.language.places import PlaceKind, find_places
from ingest.language.short_forms import is_called
from ingest.language.words import tag_words

QUOTED = re.compile(r"《([^》]{2,40})》|“([^”]{2,20})”|「([^」]{2,20})」|『([^』]{2,20})』|\"([^\"]{2,20})\"")
LATIN = re.compile(r"[a-z][a-z0-9.\-+]*[a-z0-9]|[a-z]\d+")
NAMED = frozenset(PlaceKind) - {PlaceKind.OPENING}  # kinds of places that are no guess
PROPER = frozenset({"nr", "nrfg", "nrt", "ns", "nt", "nz"})


def find_names(folded: str) -> tuple[str, ...]:
    """The names of a folded text that a writer cannot put otherwise, each once: papers, places, Latin words."""
    quoted = [next(filter(None, match.groups())) for match in QUOTED.finditer(folded)]
    return tuple(dict.fromkeys([*quoted, *find_places_named(folded), *LATIN.findall(folded)]))


def find_places_named(folded: str) -> tuple[str, ...]:
    """The districts and towns that a text names, invented ones too."""
    return tuple(dict.fromkeys(place.name for place in find_places(folded) if place.kind in NAMED and not place.longer))


def proper_names(folded: str) -> tuple[str, ...]:
    """What the dictionary takes for names of people, places and bodies; it errs with words that it does not know."""
    tagged = [word for word, tag in tag_words(folded) if tag in PROPER and 1 < len(word) < 7]
    return tuple(dict.fromkeys([*tagged, *body_names(folded)]))


def missing_names(names: Sequence[str], held: str) -> tuple[str, ...]:
    """Those of the names that the folded quotes do not hold, in full or without the ending that says what they are."""
    return tuple(name for name in names if not _is_held(name, held))


def _is_held(name: str, held: str) -> bool:
    if name in held or is_called(name, held):
        return True
    short = short_name(name)
    return len(short) > 1 and short != name and short in held
