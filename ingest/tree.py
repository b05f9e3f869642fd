"""Labelled lines nested under each other, by the kinds of their labels."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ingest.document import Line
from ingest.labels import Label, read_label

# Outer kinds first. A kind that is open already closes what is below it; a new one opens below what is outer.
RANKS = {
    kind: rank
    for rank, kind in enumerate(
        (
            "chapter",
            "part",
            "chinese",
            "article",
            "bracketed chinese",
            "arabic",
            "decimal",
            "bracketed arabic",
            "circled",
        )
    )
}
LONGEST_JUMP = 10  # numbers that a plan may skip; "80、" after "3、" is a figure, not a label
LATEST_START = 3  # the first number of its kind: an excerpt may begin at 3
SENTENCE_ENDS = tuple("。！？；!?;")


@dataclass(slots=True)
class Block:
    """A labelled line with what stands below it; the root has no label and level 0."""

    label: Label | None
    level: int
    lines: list[Line] = field(default_factory=list)  # its own line, then the plain ones before its first child
    children: list["Block"] = field(default_factory=list)
    closing: list[Line] = field(default_factory=list)  # the plain lines after its last child


def build_tree(lines: Sequence[Line], *, deepest: int) -> tuple[Block, dict[int, str]]:
    """The tree of the lines, and by line number why a line that opens like a label was not taken for one.

    Labels below level `deepest` stay text of the block that they stand in.
    """
    root = Block(None, 0)
    stack = [root]
    last: dict[str, int] = {}
    rejected: dict[int, str] = {}
    for line in lines:
        label = read_label(line.text)
        if label and not _follows(label, last):
            rejected[line.number] = f"“{label.printed}” is out of sequence, so it is no label"
            label = None
        if label:
            below = _parent_index(label, stack)
            if below + 1 > deepest:
                rejected[line.number] = f"“{label.printed}” is numbered below an item and stays in it"
            else:
                last[label.kind] = label.number
                del stack[below + 1 :]
                stack[-1].children.append(Block(label, below + 1, [line]))
                stack.append(stack[-1].children[-1])
                continue
        stack[-1].lines.append(line)
    for block in reversed(list(walk(root))):
        _separate_closing(block)
    return root, rejected


def walk(block: Block) -> Iterator[Block]:
    """The block and all blocks below it, in reading order."""
    yield block
    for child in block.children:
        yield from walk(child)


def _follows(label: Label, last: dict[str, int]) -> bool:
    if label.number == 1:
        return True
    if label.kind not in last:
        return label.number <= LATEST_START
    return last[label.kind] <= label.number <= last[label.kind] + LONGEST_JUMP


def _parent_index(label: Label, stack: Sequence[Block]) -> int:
    """The index in the stack of the block that a new block of this label belongs under."""
    for index, block in enumerate(stack[1:], 1):
        if block.label and RANKS[block.label.kind] >= RANKS[label.kind]:
            return index - 1
    return len(stack) - 1


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
    if not any(len(other.lines) > 1 for other in others) and final.lines[0].text.endswith(SENTENCE_ENDS):
        block.closing = final.lines[1:]
        del final.lines[1:]
