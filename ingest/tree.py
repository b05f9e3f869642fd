"""Labelled lines nested under each other, by the kinds of their labels and by the sequence of their numbers."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from ingest.document import Line
from ingest.labels import BOLD_DEPTH, NAMED, Label, read_labels
from ingest.questions import question_of
from ingest.sequence import MARKED_BY_SLIP, RANKS, Course, Style, style_of

# Of the kinds "chapter" and "english": a 编 holds chapters, an Article sections.
OUTER_WORDS = {"编": -2, "篇": -2, "部分": -1, "part": -2, "chapter": -1, "section": 1}
SENTENCE_ENDS = tuple("。！？；!?;")


@dataclass(slots=True)
class Block:
    """A labelled line with what stands below it; the root has no label and level 0."""

    label: Label | None
    level: int
    lines: list[Line] = field(default_factory=list)  # its own line, then the plain ones before its first child
    children: list["Block"] = field(default_factory=list)
    closing: list[Line] = field(default_factory=list)  # the plain lines after its last child

    def add(self, line: Line) -> None:
        """Add a plain line; the rest of a parted line goes on where its former part ends."""
        if not self.lines or self.lines[-1].number != line.number:
            self.lines.append(line)
            return
        self.lines[-1] = replace(self.lines[-1], text=self.lines[-1].text + line.text)
        if self.label and len(self.lines) == 1:
            self.label = replace(self.label, rest=self.label.rest + line.text)


def build_tree(
    lines: Sequence[Line], known: Mapping[int, Sequence[Label]] = MappingProxyType({})
) -> tuple[Block, dict[int, str]]:
    """The tree of the lines, and by line number why a line that opens like a label was not taken for one.

    `known` says by index what a line is labelled whose text does not tell that. A table's line is not labelled.
    """
    labels = [[] if line.table else read_labels(line.text) for line in lines]
    course = Course([known.get(index, own) for index, own in enumerate(labels)])
    nesting = _Nesting(course)
    rejected: dict[int, str] = {}
    for place, line in enumerate(lines):
        candidates = course.candidates[place]
        label = next((label for label in candidates if course.follows(label, place, nesting.open_labels())), None)
        if label:
            nesting.open(label, place, line)
            continue
        if candidates and not candidates[0].doubtful:
            rejected[line.number] = f"“{candidates[0].printed}” is out of sequence, so it is no label"
        nesting.stack[-1].add(line)
    return nesting.stack[0], rejected


def walk(block: Block) -> Iterator[Block]:
    """The block and all blocks below it, in reading order."""
    waiting = [block]
    while waiting:
        block = waiting.pop()
        yield block
        waiting.extend(reversed(block.children))


def fold_below(root: Block, *, deepest: int) -> dict[int, str]:
    """Make what stands below level `deepest` text of the block above it, and tell closings apart.

    Gives by line number why a numbered line is no item.
    """
    folded: dict[int, str] = {}
    for block in [
        block
        for block in walk(root)
        if block.children and (block.level == deepest or _is_in_paragraphs(block) or _is_answered(block))
    ]:
        for inner in list(walk(block))[1:]:
            assert inner.label
            folded[inner.lines[0].number] = f"“{inner.label.printed}” is numbered below an item and stays in it"
            for line in inner.lines:
                block.add(line)
        block.children = []
    for block in reversed(list(walk(root))):
        _separate_closing(block)
    return folded


def _is_in_paragraphs(block: Block) -> bool:
    """Whether the block is an article whose paragraphs are numbered by bare figures: readers cite the article."""
    assert block.children
    label = block.children[0].label
    is_bare = label is not None and label.kind == "arabic" and label.printed.isdecimal()
    return is_bare and block.label is not None and block.label.kind == "article"


def _is_answered(block: Block) -> bool:
    """Whether the block asks, and its answer numbers a list: readers cite the question with the whole answer."""
    return any(child.label and child.label.of_answer for child in block.children)


def text_of(lines: Sequence[Line]) -> str:
    """The text of the lines; parts of one line are put together as they were."""
    parts: list[str] = []
    for former, line in zip([None, *lines], lines, strict=False):
        parts += [line.text] if former is None or former.number == line.number else ["\n", line.text]
    return "".join(parts).strip()


class _Nesting:
    """The blocks that are open while the lines are read, and what was learnt of the kinds' order."""

    def __init__(self, course: Course) -> None:
        self.stack = [Block(None, 0)]
        self._course = course
        self._below: set[tuple[Style, Style]] = set()  # in this section: the first style stands below the second
        self._ever_below: set[tuple[Style, Style]] = set()

    def open_labels(self) -> list[Label]:
        """The labels of the open blocks, outer ones first."""
        return [block.label for block in self.stack[1:] if block.label]

    def open(self, label: Label, place: int, line: Line) -> None:
        label = self._in_open_style(label)
        parent = self._parent_index(label, place)
        del self.stack[parent + 1 :]
        if parent == 0:
            self._below.clear()
        for outer in self.stack[1:]:
            assert outer.label
            pair = style_of(label), style_of(outer.label)
            self._below.add(pair)
            self._ever_below.add(pair)
        block = Block(label, parent + 1, [line])
        self.stack[-1].children.append(block)
        self.stack.append(block)
        self._course.take(label)

    def _in_open_style(self, label: Label) -> Label:
        """The label with the mark of the open sequence that it goes on with: 2、 after 1."""
        same_kind = [other for other in self.open_labels() if other.kind == label.kind]
        if label.number > 1 and not any(other.mark == label.mark for other in same_kind):
            for other in reversed(same_kind):
                if other.number == label.number - 1 and label.kind in MARKED_BY_SLIP:
                    return replace(label, mark=other.mark)
        return label

    def _parent_index(self, label: Label, place: int) -> int:
        """The index in the stack of the block that a new block of this label belongs under."""
        if label.kind == "decimal" and (index := self._index_of_prefix(label)):
            return index
        style = style_of(label)
        same = [index for index, block in enumerate(self.stack) if block.label and style_of(block.label) == style]
        if same:
            other = self.stack[same[-1]].label
            assert other
            is_added = label.kind == "article" and other.number == 1 and other.normal != label.normal  # 第1條之1
            is_first = label.number == 1 and not is_added
            nested = is_first and len(same) == 1 and label.kind not in ("heading", "decimal")
            if nested and (self._course.is_resumed_after_restart(other, place) or self._announces(same[-1])):
                return len(self.stack) - 1
            return self._index_before(label, same) - 1
        for index in range(len(self.stack) - 1, 0, -1):
            if self._stands_below(label, index, place):
                return index
        return 0

    def _announces(self, index: int) -> bool:
        """Whether the open block is the innermost and ends in a colon, as above a list: `二、要先看清下面几件事：`."""
        return index == len(self.stack) - 1 and self.stack[index].lines[-1].text.endswith(("：", ":"))

    def _index_before(self, label: Label, same: Sequence[int]) -> int:
        """Of the open blocks of one style the innermost that the label comes next to: 2 after 【2, 3】 within 1."""
        numbers = [(index, block.label.number) for index in reversed(same) if (block := self.stack[index]).label]
        nexts = (index for index, number in numbers if label.number == number + 1)
        later = (index for index, number in numbers if label.number >= number)
        return next(nexts, next(later, same[-1]))

    def _index_of_prefix(self, label: Label) -> int:
        """The index of the block that 1.2 names as its own: 1.2.3 stands below 1.2, and 1.2 below 1 or 一."""
        for index in range(len(self.stack) - 1, 0, -1):
            other = self.stack[index].label
            if other and (other.path or (other.number,)) == label.path[:-1] and other.kind != "heading":
                return index
        return 0

    def _stands_below(self, label: Label, index: int, place: int) -> bool:
        block = self.stack[index]
        other = block.label
        assert other
        if label.depth != other.depth and 0 < label.depth < BOLD_DEPTH and 0 < other.depth < BOLD_DEPTH:
            return label.depth > other.depth
        if label.kind == "heading":
            return _heading_stands_below(label, block)
        if other.kind == "heading" or label.kind == "question":
            return True
        if label.of_answer and other.kind == "question":
            return True
        if label.kind in NAMED and other.kind in NAMED:  # 第一节 holds articles, though it may follow one
            return _rank(label) > _rank(other)
        pair = style_of(label), style_of(other)
        if pair in self._below:
            return True
        if pair[::-1] in self._below:
            return False
        if _rank(label) > _rank(other):
            return True
        if self._course.is_resumed(other, place, before=self._next_outer(index, place)):
            return True
        return pair in self._ever_below or (len(block.lines) == 1 and block.lines[0].text.endswith(("：", ":")))

    def _next_outer(self, index: int, place: int) -> int | None:
        """The place where a block outside the one at the index is followed by its next."""
        outer = [block.label for block in self.stack[1:index] if block.label]
        places = [up[0][0] for label in outer if (up := self._course.upcoming(style_of(label), place))]
        return min(places, default=None)


def _rank(label: Label) -> tuple[int, int]:
    inner = len(label.path) if label.kind == "decimal" else int(label.mark in (")", "lower", "lower)", "lower()"))
    if label.kind in ("chapter", "english"):
        inner = OUTER_WORDS.get(label.mark, 0)
    if label.kind == "roman" and label.mark.startswith("lower"):
        return RANKS["letter"], 1
    return RANKS[label.kind], inner


def _heading_stands_below(label: Label, block: Block) -> bool:
    """Whether an unnumbered heading stands below the block: a bold one below a section, a `##` below a `#`."""
    assert block.label
    if block.label.depth:
        return label.depth > block.label.depth
    return label.depth == BOLD_DEPTH and block.level == 1


def _separate_closing(block: Block) -> None:
    """Take plain lines after the last child for the block's closing, where no other child goes on over several lines.

    A last item that is only a heading keeps the lines below it.
    """
    if block.level and block.children and block.children[-1].closing:
        block.closing, block.children[-1].closing = block.children[-1].closing, []
        return
    leaves = [child for child in block.children if not child.children]
    if not leaves or leaves[-1] is not block.children[-1]:
        return
    *others, final = leaves
    if final.lines[1:] and final.lines[1].table:
        return  # the table belongs to the item that it stands under
    if final.label and (final.label.kind == "question" or question_of(final.label.rest)):
        return  # the answer belongs to its question
    if not any(len(other.lines) > 1 for other in others) and final.lines[0].text.endswith(SENTENCE_ENDS):
        block.closing = final.lines[1:]
        del final.lines[1:]
