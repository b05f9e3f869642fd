"""Headings without a number between lists that each begin anew: 课堂 over 1. 2., 课间 over 1. 2."""

import re
from collections.abc import Mapping, Sequence

from ingest.clean import ENGLISH_SENTENCE, masthead, tail
from ingest.document import Line
from ingest.labels import read_label, read_labels
from ingest.language.words import holds_words
from ingest.sequence import Style, style_of

FEWEST = 2  # headings over a list of one style; fewer are a caption, or a name in a list
LONGEST = 15  # Chinese characters, or twice as many Latin ones
MARKS = re.compile(r"[。；;，,：:？?！!、.（(《|\t]|\d{3}")
OUTER, INNER = 1, 2  # depths, as of Markdown's headings


def find_headings(lines: Sequence[Line]) -> Mapping[int, int]:
    """By line number how deep a heading the line is; none where the paper's own numbers run through.

    Of `课堂`, `1.坐好。`, `2.听讲。`, `课间`, `1.休息。`, `2.喝水。` 课堂 and 课间 are headings of depth 1.
    """
    labels = [read_label(line.text) for line in lines]
    first = next((index for index, label in enumerate(labels) if label), len(lines))
    lists: dict[Style, list[int]] = {}
    for index, label in enumerate(labels[1:]):
        if label and label.number == 1 and _is_short(lines[index]):
            lists.setdefault(style_of(label), []).append(index)
    outer = sorted(index for own in lists.values() if len(own) >= FEWEST for index in own)
    if not outer or outer[0] > first:
        return {}
    told = [lines[own].text for own in outer]
    alike = [index for index, line in enumerate(lines[:-1]) if _is_alike(line.text, told) and _is_short(line)]
    outer = sorted({*outer, *(own for index in lists.values() for own in index), *alike})
    ends = [*outer[1:], len(lines)]
    inner = [
        index
        for start, end in zip(outer, ends, strict=True)
        if labels[start + 1] is None
        for index in range(start + 1, end)
        if _introduces(lines[index].text)
    ]
    return {lines[index].number: OUTER for index in outer} | {lines[index].number: INNER for index in inner}


def _is_short(line: Line) -> bool:
    text = line.text
    if (
        line.table
        or len(text) > (2 * LONGEST if text.isascii() else LONGEST)
        or MARKS.search(text)
        or not holds_words(text)
    ):
        return False
    return not (read_labels(text) or masthead(text) or tail(text) or ENGLISH_SENTENCE.compiled.search(text))


def _is_alike(text: str, headings: Sequence[str]) -> bool:
    """Whether the line is as long as the headings and ends as they all do: 茶社 beside 棋社 and 鼓社."""
    return all(len(text) == len(other) and text[-1] == other[-1] for other in headings)


def _introduces(text: str) -> bool:
    return (
        text.endswith(("：", ":")) and len(text) <= LONGEST and not MARKS.search(text[:-1]) and read_label(text) is None
    )
