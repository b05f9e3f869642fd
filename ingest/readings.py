"""How each line of a plan was read, and why."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ingest.document import Line
from ingest.labels import Label
from ingest.language.words import holds_words
from ingest.plan import Item, LineReading, Role
from ingest.prepare import Prepared
from ingest.tree import Block, walk


@dataclass(frozen=True, slots=True)
class Cut:
    """An item and the lines it was made of."""

    item: Item
    lines: tuple[Line, ...]


def read_roles(
    lines: Sequence[Line], root: Block, cuts: Sequence[Cut], prepared: Prepared, rejected: Mapping[int, str]
) -> Iterator[LineReading]:
    """A reading a line: heading, item or text of an item, or dropped; `rejected` says why a line that opens like a
    label begins no item.
    """
    begun: dict[int, list[Item]] = defaultdict(list)
    holding: dict[int, Item] = {}
    for cut in cuts:
        begun[cut.lines[0].number].append(cut.item)
        for line in cut.lines:
            holding.setdefault(line.number, cut.item)
    labels = {block.lines[0].number: block.label for block in reversed(list(walk(root))) if block.label}
    for line in lines:
        number = prepared.joined.get(line.number, line.number)
        item, label = holding.get(number), labels.get(number)
        if line.number in prepared.dropped:
            role, reason = Role.DROPPED, prepared.dropped[line.number]
        elif item is None and label is None and not holds_words(line.text):
            role, reason = Role.DROPPED, "holds no word"
        elif item is None:
            role, reason = Role.HEADING, _reason_of_heading(label)
        elif number in begun and number == line.number:
            role, reason = Role.ITEM, _reason_of_item(begun[number], label, line)
        else:
            role, reason = Role.TEXT, rejected.get(line.number, f"goes on with item {item.ref}")
        yield LineReading(line.number, line.text, role, reason)


def _reason_of_heading(label: Label | None) -> str:
    return f"numbered “{label.printed}”" if label and label.printed else "heading"


def _reason_of_item(items: Sequence[Item], label: Label | None, line: Line) -> str:
    item = items[0]
    if line.is_row and item.text == line.text:
        return f"item {item.ref}, a row of a table"
    if len(items) > 1:
        return f"items {', '.join(item.ref for item in items)}, which run on in one paragraph"
    if label and label.printed:
        return f"item {item.ref}, numbered “{label.printed}”"
    if item.heading and item.text == line.text:
        return f"item {item.ref}, opens with a lead sentence"
    return f"item {item.ref}, prose without a number"
