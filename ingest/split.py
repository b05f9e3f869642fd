"""Several plans in one file, told apart."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.clean import is_signature, read_letterhead
from ingest.document import Document, Line
from ingest.issuer import issuers_of_title
from ingest.labels import read_label, without_markup
from ingest.language.folding import bare
from ingest.language.leading_places import leading_place
from ingest.language.printed_dates import DATE
from ingest.masthead import NUMBER, is_marked, read_head
from ingest.notice import given_out_by
from ingest.one_line import spread
from ingest.sequence import style_of

LONGEST_TITLE = 60  # characters
SEVERAL_GIVEN_OUT = re.compile("[发發布颁頒将將][^《。]{0,8}《[^》]*》[^《]{0,4}《")
FARTHEST_TITLE = 40  # lines above the end of a notice's title
NEAR = 4  # lines around a title in which the 文号 stands after it, or signature and date before it
FEWEST_CHARACTERS = 60  # of a plan: less is a cover, a list or a note
ATTACHMENT = re.compile(r"附\s*件|附\s*[:：\d]")
PLAN_WORD = re.compile(
    r"(?:要点|要點|计划|計劃|計畫|规划|規劃|意见|意見|方案|办法|辦法|通知|通告|公告|细则|細則|规定|規定|纲要|綱要|安排|条例|總結|总结)"
    r"[）)》]?$"
)
DATED = re.compile(rf"[（(]?{DATE.source}[）)]?$")


def split_plans(document: Document) -> tuple[Document, ...]:
    """The document's plans, each with its own lines; the document alone where it holds one. A paper that was saved on
    one line is spread over several first.

    A second plan begins where a title stands below a signature or above a 文号, and the numbering begins anew below it.
    An attachment belongs to the paper that it is attached to.
    """
    document = spread(document)
    lines = document.lines
    if several := _given_out_together(document):
        return several
    starts = [0]
    for index in _titles(lines):
        start = _with_red_head(lines, index)
        if start - starts[-1] > 1 and _begins_anew(lines, starts[-1], start) and _is_long(lines[starts[-1] : start]):
            starts.append(start)
    if len(starts) > 1 and not _is_long(lines[starts[-1] :]):
        starts.pop()
    ends = [*starts[1:], len(lines)]
    return tuple(replace(document, lines=lines[start:end]) for start, end in zip(starts, ends, strict=True))


def _given_out_together(document: Document) -> tuple[Document, ...]:
    """The plans of a notice that gives out several, `现将《甲方案》《乙方案》印发给你们`, each with the notice above it."""
    lines = document.lines
    if not any(SEVERAL_GIVEN_OUT.search(line.text) for line in lines[:FARTHEST_TITLE]):
        return ()  # as nearly always, which spares the head
    head = read_head(lines)
    names = given_out_by(lines, head)
    starts = [
        index
        for name in names
        for index in range(head.body_start + 1, len(lines))
        if bare(lines[index].text) == bare(name) and _is_long(lines[index:])
    ]
    if len(names) < 2 or len(starts) != len(names) or starts != sorted(starts):
        return ()
    starts = [start - bool(ATTACHMENT.match(lines[start - 1].text)) for start in starts]
    ends = [*starts[1:], len(lines)]
    return tuple(
        replace(document, lines=(*lines[: starts[0]], *lines[start:end]))
        for start, end in zip(starts, ends, strict=True)
    )


def _titles(lines: Sequence[Line]) -> Iterator[int]:
    """Where a title stands that begins a paper: not the first line, and no attachment's."""
    for index in range(1, len(lines)):
        before, after = lines[max(0, index - NEAR) : index], lines[index + 1 : index + 3]
        if not _is_title(lines[index].text) or any(_is_attachment(line.text) for line in before[-2:]):
            continue
        if (
            any(_is_number(line.text) for line in (*before[-2:], *after))
            or any(_is_signed(line.text) for line in before)
            or (_stands_like_a_first(lines, index) and _restarts_below(lines, index))
        ):
            yield index


def _stands_like_a_first(lines: Sequence[Line], index: int) -> bool:
    """Whether the title names its place, or Markdown marks both it and the file's first line as titles: `# 午睡方案`."""
    text, first = lines[index].text, lines[0].text
    return _names_its_place(text) or (is_marked(text) and is_marked(first) and _is_title(first))


def _names_its_place(title: str) -> bool:
    """Whether the title begins with a place or an office, as a paper's own does: not 招生工作方案."""
    title = without_markup(title)[0]
    return leading_place(title) is not None or bool(issuers_of_title(title))


def _restarts_below(lines: Sequence[Line], index: int) -> bool:
    """Whether right below the title the paper's outermost numbering begins anew, which came to 2 above it."""
    above = [label for line in lines[:index] if (label := read_label(line.text))]
    below = next((label for line in lines[index + 1 : index + 1 + NEAR] if (label := read_label(line.text))), None)
    if not above or below is None or below.number != 1 or style_of(below) != style_of(above[0]):
        return False
    return any(label.number > 1 and style_of(label) == style_of(below) for label in above)


def _is_title(text: str) -> bool:
    text = without_markup(text)[0]
    short = len(text) <= LONGEST_TITLE and not re.search("[。，；：:]", text)
    return short and bool(PLAN_WORD.search(text)) and read_label(text) is None and not _is_attachment(text)


def _is_attachment(text: str) -> bool:
    return bool(ATTACHMENT.match(without_markup(text)[0]))


def _is_number(text: str) -> bool:
    return len(text) <= LONGEST_TITLE and bool(NUMBER.fullmatch(text.strip(" （()）")))


def _is_signed(text: str) -> bool:
    return len(text) <= LONGEST_TITLE and (bool(DATED.match(text)) or is_signature(text))


def _with_red_head(lines: Sequence[Line], index: int) -> int:
    """The index of the first line of the title's red head: the 文号 above it and the issuer above that."""
    if _is_number(lines[index - 1].text) and index > 1:
        index -= 1
        if _is_red_head(lines[index - 1].text) and index > 1 and not _is_signed(lines[index].text):
            index -= 1
    elif lines[index - 1].text.endswith("文件") and _is_red_head(lines[index - 1].text) and index > 1:
        index -= 1
    return index


def _is_red_head(text: str) -> bool:
    return len(text) <= LONGEST_TITLE and (bool(read_letterhead(text)) or is_signature(text))


def _begins_anew(lines: Sequence[Line], first: int, start: int) -> bool:
    """Whether the plan below begins with a number 1 of a style that the plan above has used."""
    above = {style_of(label) for line in lines[first:start] if (label := read_label(line.text))}
    below = next((label for line in lines[start:] if (label := read_label(line.text))), None)
    return below is not None and below.number == 1 and (style_of(below) in above or bool(above))


def _is_long(lines: Sequence[Line]) -> bool:
    return sum(len(line.text) for line in lines) >= FEWEST_CHARACTERS
