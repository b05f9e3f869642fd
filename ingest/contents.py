"""The table of contents at the front of a plan."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from ingest.document import Line
from ingest.labels import Label, read_label, without_markup
from ingest.language.folding import fold
from ingest.run_ins import part_run_ins

LEADERS = re.compile(
    r"(?:\.{3,}|…+|·{3,}|．{3,}|。{3,}|_{3,}|-{4,}|(?:\.\s){3,}|\t)\s*[(（]?\s*[\dIVXivx]{1,4}\s*[)）]?$"
)
SLASH = re.compile(r"\s[/／]\s*[(（]?(?P<page>\d{1,4})[)）]?$")
LEADER_RUN = re.compile(r"([.…·．。_-])\1{3,}")
TITLE = re.compile(r"[【\[]?目\s*[录錄次]\s*[】\]]?$")
PAGE_NUMBER = re.compile(r"(?:[\s.…·．。_-]*|\s[/／]\s*)[(（]?\d{0,4}[)）]?$")
PAGE_ALONE = re.compile(r"[(（]?\s*(?:第\s*)?\d{1,3}\s*页?\s*[)）]?|[-—–·•\s]*\d{1,3}[-—–·•\s]*")
RUNS_ON = re.compile(r"[【\[]?目\s*[录錄次]\s*[】\]]?\s*[:：]?\s*(?=\S{2})")
SENTENCE = re.compile("[。；;！!]|：.")
SHARE_TOLD = 0.6  # of the entries come again in the headings' words: some are told otherwise
LONGEST_RUN = 800  # characters of contents in one paragraph
LONGEST_ENTRY = 60  # characters of a heading
SHORTEST_ENTRY = 2  # characters: 序言
FEWEST_ENTRIES = 3
FEWEST_IN_LINE = 2  # entries of a line of contents that run on
FEWEST_BELOW_TITLE = 2  # below 目录
FARTHEST_TITLE = 30  # lines above 目录: a note of what was amended, a preface
REASON = "the table of contents"


def contents_lines(lines: Sequence[Line]) -> dict[int, str]:
    """By line number why it is left out: `一、总体要求……3`, or a heading in a list at the front that comes again."""
    lines = [replace(line, text=without_markup(line.text)[0]) if line.text.startswith("#") else line for line in lines]
    titled = _after_its_title(lines)
    with_leaders = _with_slashes(lines) or [
        index
        for index, line in enumerate(lines)
        if _has_leaders(line.text) and ("\t" not in line.text or _may_be_entry(line.text, is_below=0 < titled <= index))
    ]
    end = _end_of_leaders(with_leaders) if len(with_leaders) >= 2 else 0
    start = with_leaders[0] if end else 0
    if not end:
        start = titled
        end = _end_of_repeated(lines, start) or _end_of_shortened(lines, start)
    if not end:
        ends = ((_end_of_run(lines, index), index) for index in range(min(FARTHEST_TITLE, len(lines))))
        end, start = next(((end, index) for end, index in ends if end), (0, 0))
    if end == len(lines):
        return {}
    while end and start and TITLE.match(lines[start - 1].text):
        start -= 1
    return {line.number: REASON for line in lines[start:end]}


def _with_slashes(lines: Sequence[Line]) -> list[int]:
    """The lines `一、招生对象 / 2`, where the pages go up and the first comes again; 语文 / 120 is a score."""
    pages = {
        index: int(match["page"])
        for index, line in enumerate(lines)
        if not line.table and len(line.text) <= LONGEST_ENTRY and (match := SLASH.search(line.text))
    }
    if len(pages) < FEWEST_ENTRIES or list(pages.values()) != sorted(pages.values()):
        return []
    first = next(iter(pages))
    return list(pages) if _comes_again(_bare(lines[first].text), sorted(_bare(line.text) for line in lines)) else []


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
    pages = 0
    while end < len(lines) and not lines[end].table and len(lines[end].text) <= LONGEST_ENTRY:
        is_page = end > first and bool(PAGE_ALONE.fullmatch(lines[end].text.strip()))
        is_rest = end > first and _is_begun("".join(bare[end - 1 : end + 1]), ordered)  # 总则 below 第一章
        if not is_page and not is_rest and not _comes_again(bare[end], ordered):
            break
        if end > first and bare[end].startswith(bare[first]):
            break  # the first entry comes again: here the plan itself begins
        pages += is_page
        end += 1
    return end if end - first - pages >= _fewest(first) else 0


def _fewest(first: int) -> int:
    return FEWEST_BELOW_TITLE if first else FEWEST_ENTRIES


def _end_of_shortened(lines: Sequence[Line], first: int) -> int:
    """The index where the first entry's label comes again, below entries in whose words the plan's headings are told.

    `（一）学校建设` and `三、步骤` stand for `（一）加快学校标准化建设` and `三、实施步骤和时间要求`.
    """
    labels = [None if line.table else read_label(line.text) for line in lines]
    opening = labels[first] if first < len(lines) else None
    if not opening:
        return 0
    end = next((index for index in range(first + 1, len(lines)) if _is_same(labels[index], opening)), 0)
    own = [line for line in lines[first:end] if not PAGE_ALONE.fullmatch(line.text.strip())]
    if len(own) < _fewest(first) or not all(_may_be_heading(line) for line in own):
        return 0
    below = list(zip(labels[end:], lines[end:], strict=True))
    entries = [label for line in own if (label := read_label(line.text))]
    told = [any(_is_same(label, entry) and _tells(line.text, entry.rest) for label, line in below) for entry in entries]
    is_most = sum(told) >= SHARE_TOLD * len(own)
    return end if is_most and told[:1] == [True] else 0


def _is_same(label: Label | None, other: Label) -> bool:
    return label is not None and (label.kind, label.normal) == (other.kind, other.normal)


def _may_be_heading(line: Line) -> bool:
    return not line.table and len(line.text) <= LONGEST_ENTRY and not SENTENCE.search(line.text)


def _tells(heading: str, entry: str) -> bool:
    """Whether the heading holds the entry's characters in their order."""
    rest = iter(_bare(heading[: 2 * LONGEST_ENTRY]))
    return all(character in rest for character in _bare(entry))


def _end_of_run(lines: Sequence[Line], first: int) -> int:
    """The index after the line or lines that hold the contents in one paragraph, each heading of which comes again."""
    end = first
    told = 0
    while end < len(lines) and (own := _headings_told(lines[end], lines[end + 1 :])):
        told += own
        end += 1
    return end if told >= FEWEST_ENTRIES else 0


def _headings_told(line: Line, below: Sequence[Line]) -> int:
    """How many of the line's entries, `目录：一、招生（1）；二、收费（3）`, open lines below; 0 where most do not, or it has one."""
    title = RUNS_ON.match(line.text)
    text = line.text[title.end() :] if title else line.text
    if line.table or len(text) > LONGEST_RUN or "。" in text or not (title or read_label(text)):
        return 0
    parts = [part.text for part in part_run_ins([replace(line, text=text)])]
    if len(parts) < FEWEST_IN_LINE:
        parts = [part for part in re.split(r"[；;、,，]|\s{2,}|(?<=[)）])", text) if part.strip()]
    headings = [_bare(_without_page(part)) for part in parts]
    if len(headings) < FEWEST_IN_LINE:
        return 0
    told = [_bare(other.text[: 2 * LONGEST_ENTRY]) for other in below]
    again = sum(len(heading) >= SHORTEST_ENTRY and any(one.startswith(heading) for one in told) for heading in headings)
    is_most = again >= (SHARE_TOLD if title else 1) * len(headings)
    return again if is_most and again >= FEWEST_IN_LINE else 0


def _without_page(entry: str) -> str:
    """The entry without its page and the mark behind it: 招生 of `招生（1）；`."""
    return re.sub(r"[\s.…·．_-]*[(（]?\s*(?:第|p\.?)?\s*\d{0,3}\s*页?\s*[)）]?[\s；;，,、]*$", "", entry)


def _is_begun(text: str, ordered: Sequence[str]) -> bool:
    """Whether a line begins with the text."""
    place = bisect_left(ordered, text)
    return any(later.startswith(text) for later in ordered[place : place + 1])


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
