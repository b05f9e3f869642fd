"""Text whose lines end where the paper's printed lines end, as copied from a PDF: the lines of each paragraph put together."""

import re
from collections import Counter
from collections.abc import Sequence

from ingest.document import MARKS, PAGE
from ingest.labels import read_label, read_labels
from ingest.language.folding import fold
from ingest.running_heads import repeated_chapters

FEWEST_LINES = 12  # of a text that is taken for printed lines
NARROWEST, WIDEST = 16, 80  # characters of a printed line
FULL = 0.88  # of the width: a line this long may go on in the next
LEAST_FULL = 0.4  # of the lines are as long as the width
LEAST_OPEN = 0.5  # of the full lines end within a sentence
LONGEST = 1.3  # of the width; a longer line is a paragraph already
MOST_OUTLIERS = 0.04  # of the lines may be longer: a row of a table, a line that was put together before
ADDRESS = re.compile(r"https?://|www\.")  # is not broken at the margin
SENTENCE_END = tuple("。；！？：;!?:")
PAGE_NUMBER = re.compile(r"[-—–－·•\s]*第?\s*\d{1,3}\s*[页頁]?(?:\s*[/／,，]?\s*共?\s*\d{1,3}\s*[页頁]?)?[-—–－·•\s]*")
INDENT = re.compile(r"\u3000|\s{2}|\t")
HEAD_REPEATS = 2  # a line that stands so often beside a page number is a running head
SOME_INDENTS, MOST_INDENTS = 0.08, 0.8  # of the lines, where the indented ones begin paragraphs


def unwrap(text: str) -> str:
    """The text with each paragraph's printed lines in its first line; what follows keeps its line number.

    Page numbers and running heads between the lines are left out. Other texts stay as they are.
    """
    rows = text.split("\n")
    width = _printed_width([row.strip() for row in rows if row.strip() and not _is_told(row)])
    if not width:
        return text
    dropped = _page_edges(rows)
    kept = [number for number, row in enumerate(rows) if row.strip() and number not in dropped]
    has_indents = SOME_INDENTS <= sum(bool(INDENT.match(rows[n])) for n in kept) / max(1, len(kept)) <= MOST_INDENTS
    joined = ["" if number in dropped else row for number, row in enumerate(rows)]
    first = None
    for before, number in zip([None, *kept], kept, strict=False):
        if (
            first is not None
            and before is not None
            and _goes_on(rows, before, number, width, dropped, has_indents=has_indents)
        ):
            gap = " " if _is_latin(joined[first][-1:]) and _is_latin(rows[number].strip()[:1]) else ""
            joined[first] = joined[first].rstrip() + gap + rows[number].strip()
            joined[number] = ""
        else:
            first = number
    return "\n".join(joined)


def _printed_width(lines: Sequence[str]) -> float:
    """How wide the printed lines are, in Chinese characters; 0 where the lines are paragraphs."""
    widths = sorted(_width(line) for line in lines if not ADDRESS.search(line))
    if len(widths) < FEWEST_LINES:
        return 0
    outliers = int(len(widths) * MOST_OUTLIERS)
    width = widths[int(len(widths) * 0.85)]
    full = [line for line in lines if FULL * width <= _width(line)]
    is_printed = (
        NARROWEST <= width <= WIDEST
        and widths[-1 - outliers] <= LONGEST * width
        and len(full) >= LEAST_FULL * len(lines)
    )
    is_open = sum(not line.endswith(SENTENCE_END) for line in full) >= LEAST_OPEN * len(full)
    return width if is_printed and is_open else 0


def _page_edges(rows: Sequence[str]) -> frozenset[int]:
    """The numbers of the rows that are page numbers, or repeat beside them what stands at every page's head."""
    numbers = [n for n, row in enumerate(rows) if row.strip() and PAGE_NUMBER.fullmatch(row.strip())]
    filled = [n for n, row in enumerate(rows) if row.strip()]
    place = {n: at for at, n in enumerate(filled)}
    beside = [filled[at] for n in numbers for at in (place[n] - 1, place[n] + 1) if 0 <= at < len(filled)]
    beside = [n for n in dict.fromkeys(beside) if n not in numbers]
    folded = [fold(row.strip()) for row in rows]
    often, everywhere = Counter(folded[n] for n in beside), Counter(folded)
    heads = [n for n in beside if often[folded[n]] >= HEAD_REPEATS or everywhere[folded[n]] > HEAD_REPEATS]
    pages = {place[n] for n in numbers}
    heads += [filled[at] for at in repeated_chapters([rows[n].strip() for n in filled], pages)]
    return frozenset((*numbers, *heads)) if len(numbers) > 1 or heads else frozenset(numbers[:0])


def _goes_on(
    rows: Sequence[str], before: int, number: int, width: float, dropped: frozenset[int], *, has_indents: bool
) -> bool:
    """Whether the row goes on with the paragraph of the row before it."""
    if _is_told(rows[before]) or _is_told(rows[number]):
        return False
    above, row = rows[before].strip(), rows[number]
    if not FULL * width <= _width(above) <= LONGEST * width or ADDRESS.search(above):
        return False
    if any(not rows[n].strip() for n in range(before + 1, number)) and not dropped & set(range(before + 1, number)):
        return False
    if has_indents:
        return not INDENT.match(row) and not (above.endswith(SENTENCE_END) and read_label(row.strip()))
    return not above.endswith(SENTENCE_END) and not _opens_like_a_label(above, row.strip())


def _is_told(row: str) -> bool:
    """Whether the row is a table's, as `table_lines` tells it, and so no printed line any more."""
    return row.lstrip(PAGE).startswith(tuple(MARKS))


def _opens_like_a_label(above: str, row: str) -> bool:
    """Whether the row opens with a label; a Roman or lettered one only behind a full stop, as a name may open like it."""
    return bool(read_label(row)) or (above.endswith(".") and any(label.printed for label in read_labels(row)))


def _width(line: str) -> float:
    return sum(0.5 if character.isascii() else 1.0 for character in line)


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()
