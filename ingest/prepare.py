"""A plan's lines made ready for the tree: the table of contents dropped, split labels mended, run-in items parted."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ingest.contents import contents_lines
from ingest.document import Line
from ingest.labels import NAMED, flatten, read_label, read_labels, without_markup
from ingest.language.numbers import CHINESE_NUMERAL
from ingest.run_ins import part_run_ins
from ingest.strays import without_strays

# What is left at the end of a line when a label is broken over two: 一 of 一、, （ of （一）, 第三 of 第三条.
BROKEN = re.compile(rf"\(?\s*(?:{CHINESE_NUMERAL}{{1,4}}|\d{{1,3}})?|第\s*(?:{CHINESE_NUMERAL}{{1,4}}|\d{{1,3}})?")
LETTER_ALONE = re.compile(r"\(?(?:[A-Za-z]|[ivx]{1,5}|[IVX]{1,5})[.)]")  # c) above its text
NUMERAL_HEADING = re.compile(rf"#+\s*{CHINESE_NUMERAL}{{1,3}}")  # `## 三` above its text
PARAGRAPH_NUMBER = re.compile(r"(?P<n>[12])\s+(?=[\u3400-\u9fff])")  # of an article's paragraph, in Taiwan's laws
LONGEST_BROKEN = 8  # characters
MOST_PIECES = 3  # lines over which a label is broken: （, 1, ）班级


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
    own = without_strays([line for line in lines if line.number not in dropped])
    mended, joined = _mend_labels(own)
    return Prepared(tuple(part_run_ins(mended)), joined, dropped)


def _title_line(lines: Sequence[Line]) -> dict[int, str]:
    """The first line where it is the only heading of the first depth, with other headings below it: `# 工作要点`."""
    depths = [without_markup(line.text)[1] if line.text.startswith("#") else 0 for line in lines]
    is_title = depths[:1] == [1] and depths.count(1) == 1 and len(lines) > 1 and not read_label(lines[0].text)
    return {lines[0].number: "the title"} if is_title else {}


def _mend_labels(lines: Sequence[Line]) -> tuple[list[Line], dict[int, int]]:
    mended: list[Line] = []
    joined: dict[int, int] = {}
    index = 0
    while index < len(lines):
        line = lines[index]
        texts = [other.text for other in lines[index : index + MOST_PIECES + 1]]
        count, text = _with_its_text(texts, lines, index)
        mended.append(replace(line, text=text))
        joined |= {other.number: line.number for other in lines[index + 1 : index + count]}
        index += count
    return mended, joined


def _with_its_text(texts: Sequence[str], lines: Sequence[Line], index: int) -> tuple[int, str]:
    """How many lines a label and its text take up that stand apart, and these as one; 1 where they do not."""
    text, following = texts[0], texts[1] if len(texts) > 1 else ""
    if any(line.table for line in lines[index : index + MOST_PIECES]):
        return 1, text
    if not following or len(text) > LONGEST_BROKEN + 4:
        return 1, text
    if label := read_label(text):
        if label.rest or read_label(following):
            return 1, text
        if label.kind == "article" and _opens_paragraphs(lines[index + 1 :]):
            return 1, text
        mark = "、" if NUMERAL_HEADING.fullmatch(text) else ""
        is_apart = label.kind in NAMED or following[0].isdecimal()
        return 2, f"{text}{mark}{' ' if is_apart else ''}{following}"
    if LETTER_ALONE.fullmatch(flatten(text)):
        is_label = read_labels(f"{text} {following}") and not read_labels(following)
        return (2, f"{text} {following}") if is_label else (1, text)
    return _with_its_pieces(texts)


def _opens_paragraphs(lines: Sequence[Line]) -> bool:
    """Whether the first line is numbered as an article's first paragraph, and another as its second: `1 本府设……`."""
    first = PARAGRAPH_NUMBER.match(lines[0].text)
    if not first or first["n"] != "1":
        return False
    for line in lines[1:]:
        label = read_label(line.text)
        if label and label.kind in NAMED:
            return False
        if (second := PARAGRAPH_NUMBER.match(line.text)) and second["n"] == "2":
            return True
    return False


def _with_its_pieces(texts: Sequence[str]) -> tuple[int, str]:
    """The lines over which a label is broken, as one: `（`, `1` and `）班级` are `（1）班级`."""
    text = texts[0]
    if len(text) > LONGEST_BROKEN or not BROKEN.fullmatch(flatten(text)):
        return 1, text
    for count in range(2, len(texts) + 1):
        above, last = "".join(texts[: count - 1]), texts[count - 1]
        whole = read_label(above + last[:LONGEST_BROKEN])
        is_open = flatten(above).startswith("(")
        if whole and len(whole.printed) > len(above) and (is_open or read_label(last) is None):
            return count, above + last
        if not is_open or len(above) + len(last) > LONGEST_BROKEN:
            break
    return 1, text
