"""A plan as it is read: its headings and items in order, and where in them words stand."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.browsing.catalogue import Entry
from assistant.browsing.sought import seek
from assistant.emphasis import Span
from ingest.plan import Node


@dataclass(frozen=True, slots=True)
class Heading:
    """A section's number and title; `level` is 1 for a section, more for what stands between it and its items."""

    label: str
    title: str
    level: int = 1

    @property
    def text(self) -> str:
        """Number and title."""
        return f"{self.label} {self.title}".strip()


Block = Heading | Entry


def blocks(entries: Sequence[Entry], nodes: Sequence[Node]) -> tuple[Block, ...]:
    """The items in order, each section's heading before its first, and the headings between, which stand in the nodes."""
    return tuple(_blocks(entries, nodes))


def find_words(read: Sequence[Block], words: str, *, ref: str = "") -> list[tuple[int, Span]]:
    """Where the words stand: as one run, or else, each by itself; a block's index and a span of its text.

    With a `ref` in that item alone.
    """
    texts = [(index, text_of(block)) for index, block in enumerate(read) if not ref or _ref(block) == ref]
    for sought in (seek(words, as_it_stands=True), seek(words)):
        found = [(index, span) for index, text in texts for span in sought.spans(text)]
        if found:
            return found
    return []


def text_of(block: Block) -> str:
    """What is read in the block."""
    return block.text if isinstance(block, Heading) else block.item.text


def _ref(block: Block) -> str:
    return block.item.ref if isinstance(block, Entry) else ""


def _blocks(entries: Sequence[Entry], nodes: Sequence[Node]) -> Iterator[Block]:
    section: tuple[str | None, str] = (None, "")
    between = _between(nodes, entries)
    for place, entry in enumerate(entries):
        own = (entry.item.section, entry.item.section_title)
        if own != section and any(own):
            yield Heading(own[0] or "", own[1])
        section = own
        yield from between.get(place, ())
        yield entry


def _between(nodes: Sequence[Node], entries: Sequence[Entry]) -> dict[int, list[Heading]]:
    """The headings that are neither a section's nor in an item, by the place of the item that follows them."""
    titles = {entry.item.section_title for entry in entries}
    found: dict[int, list[Heading]] = defaultdict(list)
    waiting: list[Heading] = []
    place = 0
    for node in nodes:
        line = node.text.split("\n", 1)[0].strip()
        held = next((at for at in range(place, len(entries)) if line in entries[at].item.text), None)
        if held is None and line not in titles and node.level > 1:
            waiting.append(Heading(node.label or "", line, node.level))
        elif held is not None:
            place = held
            found[held] += waiting
            waiting = []
    return found
