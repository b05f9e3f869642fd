"""How each line of a plan was read, and why."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.document import Line
from ingest.plan import Item, LineReading, Role
from ingest.tree import Block, walk


@dataclass(frozen=True, slots=True)
class Cut:
    """An item and the lines it was made of."""

    item: Item
    lines: tuple[Line, ...]


def read_roles(
    lines: Sequence[Line], root: Block, cuts: Sequence[Cut], rejected: dict[int, str]
) -> Iterator[LineReading]:
    """A reading a line: heading, item or text of an item; `rejected` says why a line that opens like a label is none."""
    items = {line.number: (cut.item, line is cut.lines[0]) for cut in cuts for line in cut.lines}
    labels = {block.lines[0].number: block.label for block in walk(root) if block.label}
    for line in lines:
        item, is_first = items.get(line.number, (None, False))
        label = labels.get(line.number)
        if item is None:
            yield LineReading(
                line.number, line.text, Role.HEADING, f"numbered “{label.printed}”" if label else "heading"
            )
        elif is_first and label:
            yield LineReading(line.number, line.text, Role.ITEM, f"item {item.ref}, numbered “{label.printed}”")
        elif is_first and item.heading and item.text == line.text:
            yield LineReading(line.number, line.text, Role.ITEM, f"item {item.ref}, opens with a lead sentence")
        elif is_first:
            yield LineReading(line.number, line.text, Role.ITEM, f"item {item.ref}, prose without a number")
        else:
            yield LineReading(
                line.number, line.text, Role.TEXT, rejected.get(line.number, f"goes on with item {item.ref}")
            )
