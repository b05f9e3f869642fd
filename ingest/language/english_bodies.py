"""Names of offices and schools in English, as they stand in the head of a paper or open its title."""

import re

from ingest.language.patterns import Pattern

WORD = r"(?:[A-Z][\w.’'&-]*|[A-Z]{2,}|of|the|and|for|in|&)"
ENDING = (
    r"(?:School\ District|Schools?|Department|District|Board|Council|Ministry|Bureau|Office|University|College|Academy"
    r"|Authority|Committee|Commission|Government|Agency|Administration|Institute|Kindergarten|Association|Trust)"
)
BODY = Pattern(
    "an English office or school, alone",
    rf"""^(?:
    (?:The\ )?(?:{WORD}\ ){{0,8}}?{ENDING}(?:\ (?:of|for|on|and)(?:\ {WORD}){{1,6}})?  # Hilltop Department of Schools
    | (?:City|Town|County|State)\ of(?:\ [A-Z]\w+){{1,3}}
    )$""",
    matches=("Hilltop Department of Schools", "Riverside School District", "Board of Education", "City of Hilltop"),
    misses=("School Bell Plan", "the school", "Schools reopen on Monday"),
    flags=re.VERBOSE,
)
OPENING = Pattern(
    "an English office or school that a title begins with",
    rf"""^(?P<name>(?:The\ )?
    (?:{WORD}\ ){{1,8}}?(?:School\ District|(?:Public|Primary|Elementary|Middle|High|Secondary)\ Schools?
    | University|College|Academy|County\ Schools?|Department\ of\ [A-Z]\w+|Board\ of\ Education)
    )(?=[\ :,’'-])  # what goes on
    """,
    matches=("Riverside School District Strategic Plan 2021", "Lakeview High School: Student Handbook"),
    misses=("School Bell Plan", "Back to School Plan"),
    flags=re.VERBOSE,
)
MOST_WORDS = 10


def is_english_body(line: str) -> bool:
    """Whether the line is an office's or a school's name in English, whatever its capitals."""
    text = " ".join(line.split()).strip(" .,:")
    return len(text.split()) <= MOST_WORDS and bool(BODY.compiled.match(_capitalised(text)))


def opening_english_body(title: str) -> str | None:
    """The office or school that a title begins with: Riverside School District of `Riverside School District Plan 2021`."""
    match = OPENING.compiled.match(title)
    return match["name"] if match else None


def _capitalised(text: str) -> str:
    small = {"of", "the", "and", "for", "in", "on"}
    if not (text.isupper() or text.islower()):
        return text
    return " ".join(word if word in small else word.capitalize() for word in text.lower().split())
