"""The name under which an uploaded file is kept: its own, without what is no part of a name."""

import re
import unicodedata

LONGEST_STEM, LONGEST_SUFFIX = 100, 10  # characters
NAMELESS = "未命名"


def clean_file_name(name: str) -> str:
    """The file's name without folders, control and invisible characters: `../../x.txt` is x.txt.

    What looks like markup stays as it is: it is a name, and whatever shows it escapes it.
    """
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    seen = "".join(sign for sign in last if unicodedata.category(sign)[0] != "C")
    tidy = " ".join(seen.split()).lstrip(". ~").rstrip(". ")
    stem, dot, suffix = tidy.rpartition(".")
    if not dot or len(suffix) > LONGEST_SUFFIX:
        return tidy[:LONGEST_STEM].strip() or NAMELESS
    return f"{stem[:LONGEST_STEM].strip() or NAMELESS}.{suffix}"


def numbered(name: str, number: int) -> str:
    """The name of another file of that name: `要点.txt` is 要点 (2).txt."""
    stem, dot, suffix = name.rpartition(".")
    return f"{stem} ({number}).{suffix}" if dot else f"{name} ({number})"
