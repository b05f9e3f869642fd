"""A document taken apart: the lines of the plan itself, those around it, and why these are none of its own."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.clean import furniture, is_prose, is_signature, masthead, tail
from ingest.closing import closing_start, tells_by_when, tells_how_to_reach
from ingest.document import Document, Line
from ingest.labels import read_label
from ingest.language.folding import fold
from ingest.language.patterns import Pattern
from ingest.language.reading import read
from ingest.masthead import Head, is_number_line, read_head
from ingest.notice import Inner, find_inner
from ingest.plan import LineReading, Role

LONGEST_DATE = 40  # characters of a date's line
LINKS_BELOW = Pattern(
    "heading above links of a page",
    r"""
      (?:相关|友情|延伸|推荐|热门|更多|最新|其他|往期) (?:链接|连结|网站|阅读|文章|资料|新闻|信息|稿件|报道|推荐|内容|文档|资讯|回顾|动态) \s* :?
    | 猜你喜欢 | (?:大家|网友) (?:都)? 在看 | (?:您|你)可能 (?:还|也)? (?:感兴趣|喜欢) .{0,4}
    | (?:related|useful|more)\s (?:links|news|stories|articles) :?
    """,
    matches=("相关链接:", "相关连结", "相关新闻", "related links"),
    misses=("相关链接:某站", "相关部门:", "更多新闻见报"),
    flags=re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Parts:
    """Head, notice, body and closing of a document; `notice` are the lines of a notice around the plan.

    `outer_title` is the notice's; `signatures` are the lines that sign within the body.
    """

    head: Head
    above: tuple[Line, ...]
    notice: tuple[Line, ...]
    body: tuple[Line, ...]
    closing: tuple[Line, ...]
    outer_title: str | None
    title_lines: frozenset[int]
    signatures: tuple[Line, ...]

    def reading(self, line: Line) -> LineReading:
        """How a line that is none of the body was read."""
        if line.number in self.title_lines:
            return LineReading(line.number, line.text, Role.TITLE, "title")
        return LineReading(line.number, line.text, Role.DROPPED, self._reason(line))

    def _reason(self, line: Line) -> str:
        if line.number in self.head.title_lines:
            return "repeats the title" if not self.outer_title else "the title of the notice"
        if line in self.above:
            number = self.head.number and is_number_line(line.text)
            known = masthead(line.text) or ("the paper's number" if number else None)
            return known or ("the letterhead" if is_signature(line.text) else "before the first paragraph")
        if line in self.notice:
            return tail(line.text) or masthead(line.text) or "the notice around the plan"
        return tail(line.text) or "after the last paragraph"


def take_apart(document: Document) -> Parts:
    """The parts of a document, each line in one of them."""
    lines = document.lines
    outer = read_head(lines)
    inner = find_inner(lines, outer)
    head = _inner_head(outer, inner) if inner else outer
    titles = inner.title_lines if inner else outer.title_lines
    rest = [
        line
        for line in lines[head.body_start :]
        if line.number not in titles and (line.table or not furniture(line.text))
    ]
    links = _links_start(lines[head.body_start :])
    end = closing_start([line for line in rest if line.number < links])
    own = [*rest[:end], *_reached(rest[end:], links)]
    signatures = set(_inner_signatures(rest[:end]))
    body = tuple(line for line in own if line not in signatures)
    kept = {line.number for line in body} | titles
    return Parts(
        head=head,
        above=lines[: outer.body_start],
        notice=lines[outer.body_start : head.body_start],
        body=body,
        closing=tuple(line for line in lines[head.body_start :] if line.number not in kept and line not in signatures),
        outer_title=outer.title if inner and outer.title != inner.title else None,
        title_lines=frozenset(_first_title_lines(lines, head.title or "", titles)),
        signatures=tuple(line for line in rest[:end] if line in signatures),
    )


def _inner_head(outer: Head, inner: Inner) -> Head:
    return replace(outer, title=inner.title, body_start=inner.body_start)


def _first_title_lines(lines: Sequence[Line], title: str, numbers: frozenset[int]) -> Iterator[int]:
    """The title's lines where it stands first; what repeats it is none."""
    read = ""
    for line in lines:
        if line.number in numbers and fold(title) not in read:
            yield line.number
            read += fold(line.text)


def _links_start(lines: Sequence[Line]) -> int:
    """The number of the line from which on a page only links to other papers; past the last line where there is none."""
    start = lines[-1].number + 1 if lines else 0
    for line in reversed(lines):
        if LINKS_BELOW.compiled.fullmatch(read(line.text).folded):
            return line.number
        if is_prose(line.text):
            break
    for line in reversed(lines):
        if furniture(line.text) == "links of the web page":
            start = line.number
        elif line.table or is_prose(line.text) or read_label(line.text):
            break
    return start


def _reached(closing: Sequence[Line], links: int) -> Iterator[Line]:
    """The lines of the closing that say how somebody is reached, or by when, above those of the web page."""
    for line in closing:
        if line.number >= links or " web " in (tail(line.text) or ""):
            return
        if tells_how_to_reach(line.text) or tells_by_when(line.text):
            yield line


def _inner_signatures(lines: Sequence[Line]) -> Iterator[Line]:
    """A signature with its date right below it in the midst of a paper, before its attachments, and the list of these."""
    for index, (line, below) in enumerate(pairwise(lines)):
        if len(below.text) <= LONGEST_DATE and is_signature(line.text) and tail(below.text) == "the date line":
            yield from lines[closing_start(lines[: index + 2]) : index + 2]
