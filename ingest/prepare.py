"""A plan's lines made ready for the tree: the table of contents dropped, split labels mended, run-in items parted."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ingest.contents import contents_lines
from ingest.document import Line
from ingest.labels import flatten, read_label, without_markup
from ingest.language.numbers import CHINESE_NUMERAL
from ingest.run_ins import part_run_ins

# What is left at the end of a line when a label is broken over two: 一 of 一、, （ of （一）, 第三 of 第三条.
BROKEN = re.compile(rf"\(?\s*(?:{CHINESE_NUMERAL}{{1,4}}|\d{{1,3}})?|第\s*(?:{CHINESE_NUMERAL}{{1,4}}|\d{{1,3}})?")
NUMERAL_HEADING = re.compile(rf"#+\s*{CHINESE_NUMERAL}{{1,3}}")  # `## 三` above its text
LONGEST_BROKEN = 8  # characters


@dataclass(frozen=True, slots=True)
class Prepared:
    """The lines for the tree, several with one number where a line was parted.

    `joined` names for each line that was put to the end of another the number of that one; `dropped` says why a line
    is not the plan's own text.
    """

    lines: tuple[Line, ...]
    joined: Mapping[int, int]
    dropped: Mapping[int, str]


def prepare(lines: Sequence[Line]) -> Prepared:
    """The lines as the tree wants them: a line `一、` and a line `总体要求` become one, `1.甲。2.乙。` two."""
    dropped = contents_lines(lines) | _title_line(lines)
    mended, joined = _mend_labels([line for line in lines if line.number not in dropped])
    return Prepared(tuple(part_run_ins(mended)), joined, dropped)


def _title_line(lines: Sequence[Line]) -> dict[int, str]:
    """The first line where it is the only heading of the first depth, with other headings below it: `# 工作要点`."""
    depths = [without_markup(line.text)[1] if line.text.startswith("#") else 0 for line in lines]
    is_title = depths[:1] == [1] and depths.count(1) == 1 and len(lines) > 1 and not read_label(lines[0].text)
    return {lines[0].number: "the title"} if is_title else {}


def _mend_labels(lines: Sequence[Line]) -> tuple[list[Line], dict[int, int]]:
    mended: list[Line] = []
    joined: dict[int, int] = {}
    for line in lines:
        if mended and not line.table and not mended[-1].table and _belongs_to(mended[-1].text, line.text):
            joined[line.number] = mended[-1].number
            mark = "、" if NUMERAL_HEADING.fullmatch(mended[-1].text) else ""
            mended[-1] = replace(mended[-1], text=mended[-1].text + mark + line.text)
        else:
            mended.append(line)
    return mended, joined


def _belongs_to(text: str, following: str) -> bool:
    """Whether the first line is a label without its text, or the first part of one that the second line goes on with."""
    if len(text) > LONGEST_BROKEN + 4:
        return False
    label = read_label(text)
    if label:
        return not label.rest and not read_label(following)
    if len(text) > LONGEST_BROKEN or not BROKEN.fullmatch(flatten(text)):
        return False
    whole = read_label(text + following[:LONGEST_BROKEN])
    return whole is not None and len(whole.printed) > len(text) and read_label(following) is None
