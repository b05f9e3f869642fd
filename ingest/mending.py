"""What a printer's lines tore apart, put together again: 一、 above its text, 十 above 一、, a label at the end of a line."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from ingest.document import Line
from ingest.labels import NAMED, flatten, read_label, read_labels
from ingest.language.numbers import CHINESE_NUMERAL
from ingest.language.patterns import Pattern

# What is left at the end of a line when a label is broken over two: 一 of 一、, （ of （一）, 第三 of 第三条.
BROKEN = re.compile(rf"\(?\s*(?:{CHINESE_NUMERAL}{{1,4}}|\d{{1,3}})?|第\s*(?:{CHINESE_NUMERAL}{{1,4}}|\d{{1,3}})?")
ZERO_NUMBER = re.compile(r"0\d")  # 01 above its heading, in a school's post
LETTER_ALONE = re.compile(r"\(?(?:[A-Za-z]|[ivx]{1,5}|[IVX]{1,5})[.)]")  # c) above its text
NUMERAL_HEADING = re.compile(rf"#+\s*{CHINESE_NUMERAL}{{1,3}}")  # `## 三` above its text
PARAGRAPH_NUMBER = re.compile(r"(?P<n>[12])\s+(?=[\u3400-\u9fff])")  # of an article's paragraph, in Taiwan's laws
LONGEST_BROKEN = 8  # characters
MOST_PIECES = 3  # lines over which a label is broken: （, 1, ）班级
AT_END = Pattern(
    "a label at the end of the line before its text",
    rf"""
    (?<=[。；;！!？?])\s*
    (?P<label>
        {CHINESE_NUMERAL}{{1,3}}\s*、 | [(（]\s*(?:{CHINESE_NUMERAL}{{1,3}}|\d{{1,2}})\s*[)）]
      | \d{{1,2}}\s*[.．、] | 第\s*(?:{CHINESE_NUMERAL}{{1,4}}|\d{{1,3}})\s*[条條章]
    )\s*$
    """,
    matches=("先走访新生。二、", "多鼓励。3.", "各走一次；（二）", "到此为止。第三条"),
    misses=("一、", "共收3.", "不超过（二）", "先走访新生。"),
    flags=re.VERBOSE,
)
CLASS_NAME = Pattern(
    "a class's name without its grade",
    rf"[(（]\s*(?:\d{{1,2}}|{CHINESE_NUMERAL}{{1,2}})\s*[)）]\s*班(?![级級主会會委费費车車风風干校组組长長子容额額])",
    matches=("（2）班去图书馆", "(三)班、(四)班"),
    misses=("（2）班级管理", "（1）班主任每天到校", "（3）去图书馆"),
)
BEFORE_CLASS = re.compile(rf"(?:年[级級]|[初高]{CHINESE_NUMERAL}|[、和及与與至到])$")
INNER_MARKS = re.compile("[。，；：、,;:]")
OPEN = re.compile("[\u3400-\u9fff，、]$")


def mend(lines: Sequence[Line], left_out: Collection[int] = ()) -> tuple[list[Line], dict[int, int]]:
    """The lines put together, and for each that was put to the end of another that one's number.

    `left_out` are the numbers of lines that stood between them and hold a page's number alone.
    """
    mended: list[Line] = []
    joined: dict[int, int] = {}
    lines = _with_labels_below(lines)
    index = 0
    while index < len(lines):
        line = lines[index]
        if mended and _goes_on(mended[-1], line, left_out):
            mended[-1] = replace(mended[-1], text=mended[-1].text + line.text)
            joined[line.number] = mended[-1].number
            index += 1
            continue
        texts = [other.text for other in lines[index : index + MOST_PIECES + 1]]
        count, text = _with_its_text(texts, lines, index)
        mended.append(replace(line, text=text))
        joined |= {other.number: line.number for other in lines[index + 1 : index + count]}
        index += count
    return mended, joined


def opens_broken_label(lines: Sequence[Line], index: int) -> bool:
    """Whether the line is the beginning of a label that the next ones end: `一` above `、招生对象`."""
    pieces = lines[index : index + MOST_PIECES + 1]
    return not any(line.table for line in pieces) and _with_its_pieces([line.text for line in pieces])[0] > 1


def _with_labels_below(lines: Sequence[Line]) -> list[Line]:
    """The lines, a label at a line's end put before the next: `先走访新生。二、` above `方式`."""
    moved = list(lines)
    for index, line in enumerate(moved[:-1]):
        below = moved[index + 1]
        match = None if line.table or below.table else AT_END.compiled.search(line.text)
        if match and not read_label(below.text) and read_label(match["label"] + below.text):
            moved[index] = replace(line, text=line.text[: match.start()])
            moved[index + 1] = replace(below, text=match["label"] + below.text)
    return moved


def _goes_on(above: Line, line: Line, left_out: Collection[int]) -> bool:
    """Whether the line goes on in the midst of the sentence above: at the name of a class, or behind a page's number."""
    if above.table or line.table or not INNER_MARKS.search(above.text):
        return False
    if CLASS_NAME.compiled.match(line.text):
        return bool(BEFORE_CLASS.search(above.text))
    is_torn = any(number in left_out for number in range(above.number + 1, line.number))
    return is_torn and bool(OPEN.search(above.text)) and not read_label(line.text)


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
    if ZERO_NUMBER.fullmatch(text) and read_label(f"{text} {following}"):
        return 2, f"{text} {following}"
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
        is_apart = is_open or read_label(last) is None or _counts_on(above, last)
        if whole and len(whole.printed) > len(above) and is_apart:
            return count, above + last
        if not is_open or len(above) + len(last) > LONGEST_BROKEN:
            break
    return 1, text


def _counts_on(above: str, last: str) -> bool:
    """Whether the line above is the tens of the number below: 十 above 一、."""
    label = read_label(last)
    return above.strip().endswith("十") and label is not None and label.kind == "chinese" and label.number < 10
