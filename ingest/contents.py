"""The table of contents at the front of a plan."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from ingest.document import Line
from ingest.labels import read_label
from ingest.language.folding import fold

LEADERS = re.compile(
    r"(?:\.{3,}|…+|·{3,}|．{3,}|。{3,}|_{3,}|-{4,}|(?:\.\s){3,}|\t)\s*[(（]?\s*[\dIVXivx]{1,4}\s*[)）]?$"
)
LEADER_RUN = re.compile(r"([.…·．。_-])\1{3,}")
TITLE = re.compile(r"[【\[]?目\s*[录錄次]\s*[】\]]?$")
PAGE_NUMBER = re.compile(r"[\s.…·．。_-]*[(（]?\d{0,4}[)）]?$")
LONGEST_ENTRY = 60  # characters of a heading
SHORTEST_ENTRY = 2  # characters: 序言
FEWEST_ENTRIES = 3
FEWEST_BELOW_TITLE = 2  # below 目录
FARTHEST_TITLE = 30  # lines above 目录: a note of what was amended, a preface
REASON = "the table of contents"


def contents_lines(lines: Sequence[Line]) -> dict[int, str]:
    """By line number why it is left out: `一、总体要求……3`, or a heading in a list at the front that comes again."""
    titled = _after_its_title(lines)
    with_leaders = [
        index
        for index, line in enumerate(lines)
        if _has_leaders(line.text) and ("\t" not in line.text or _may_be_entry(line.text, is_below=0 < titled <= index))
    ]
    end = _end_of_leaders(with_leaders) if len(with_leaders) >= 2 else 0
    start = with_leaders[0] if end else 0
    if not end:
        start = titled
        end = _end_of_repeated(lines, start)
    if end == len(lines):
        return {}
    while end and start and TITLE.match(lines[start - 1].text):
        start -= 1
    return {line.number: REASON for line in lines[start:end]}


def _has_leaders(text: str) -> bool:
    short = LEADER_RUN.sub(r"\1\1\1\1", text)
    return len(short) <= 2 * LONGEST_ENTRY and bool(LEADERS.search(short[-40:]))


def _may_be_entry(text: str, *, is_below: bool) -> bool:
    """Whether a line with tabs is an entry, no row of a table: it holds one, and is numbered or stands below 目录."""
    return text.count("\t") == 1 and (is_below or read_label(text) is not None)


def _end_of_leaders(indices: Sequence[int]) -> int:
    """The index after the last line with leaders of the first run; a wrapped entry may stand between two."""
    last = indices[0]
    for index in indices[1:]:
        if index > last + 3:
            break
        last = index
    return last + 1 if last > indices[0] else 0


def _after_its_title(lines: Sequence[Line]) -> int:
    """The index of the line after 目录, which may stand below a note or preface; 0 where there is none."""
    return next((index + 1 for index, line in enumerate(lines[:FARTHEST_TITLE]) if TITLE.match(line.text)), 0)


def _end_of_repeated(lines: Sequence[Line], first: int) -> int:
    """The index after the headings from the first on that all come again further down, in a list of at least three."""
    bare = [_bare(line.text[: 2 * LONGEST_ENTRY]) for line in lines]
    ordered = sorted(bare)
    end = first
    while (
        end < len(lines)
        and not lines[end].table
        and len(lines[end].text) <= LONGEST_ENTRY
        and _comes_again(bare[end], ordered)
    ):
        if end > first and bare[end].startswith(bare[first]):
            break  # the first entry comes again: here the plan itself begins
        end += 1
    return end if end - first >= (FEWEST_ENTRIES if not first else FEWEST_BELOW_TITLE) else 0


def _comes_again(text: str, ordered: Sequence[str]) -> bool:
    """Whether one more line than this begins with the text."""
    place = bisect_left(ordered, text)
    return (
        len(text) >= SHORTEST_ENTRY
        and not text.isdecimal()
        and any(later.startswith(text) for later in ordered[place + 1 : place + 2])
    )


def _bare(text: str) -> str:
    """The heading without its page number, folded."""
    return re.sub(r"\s", "", fold(PAGE_NUMBER.sub("", text))) or text
