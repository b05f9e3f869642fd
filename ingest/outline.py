"""The tree of a plan becomes its items, each with the ref that readers cite it by."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.document import Line
from ingest.doubts import doubts_of_items, doubts_of_numbering
from ingest.headings import find_headings
from ingest.language.words import holds_words
from ingest.leads import is_heading, lead_sentence, open_with_leads
from ingest.nodes import nodes_of
from ingest.plan import Doubt, Item, LineReading, Node
from ingest.prepare import prepare
from ingest.readings import Cut, read_roles
from ingest.refs import ref_of, restarting_kinds, with_unique_refs
from ingest.tree import Block, build_tree, fold_below, text_of, walk

DEEPEST_ITEM = 3  # section, item, sub-item
PREFACE, CLOSING = "前言", "结语"


@dataclass(frozen=True, slots=True)
class Outline:
    """Nodes and items in reading order, how each line was read, and what is doubtful."""

    nodes: tuple[Node, ...]
    items: tuple[Item, ...]
    readings: tuple[LineReading, ...]
    doubts: tuple[Doubt, ...] = ()


def outline(lines: Sequence[Line]) -> Outline:
    """The outline of a plan's own lines; masthead and furniture are left out before.

    `18.加快发展学前教育。新改建4所公办幼儿园` below `四、科学统筹` is the item 18 of section 四.
    """
    prepared = prepare(lines)
    root, rejected = build_tree(prepared.lines, find_headings(prepared.lines))
    _leave_out_wordless(root)
    nodes = nodes_of(root)
    doubts = list(doubts_of_numbering(root, rejected))
    inner = fold_below(root, deepest=DEEPEST_ITEM)
    cuts = with_unique_refs([cut for cut in _root_cuts(root) if holds_words(cut.item.text)])
    doubts += doubts_of_items(cuts)
    return Outline(
        nodes=tuple(nodes),
        items=tuple(cut.item for cut in cuts),
        readings=tuple(read_roles(lines, root, cuts, prepared, inner | rejected)),
        doubts=tuple(sorted(set(doubts), key=lambda doubt: (doubt.line, doubt.reason))),
    )


def _leave_out_wordless(root: Block) -> None:
    """Take out what would be an item without a word: plain lines that are all like `。`, and such among paragraphs."""
    for block in walk(root):
        own = block.lines[:1] if block.label else []
        worded = [line for line in block.lines[len(own) :] if holds_words(line.text)]
        if not worded or (block.level <= 1 and not block.children and open_with_leads(worded)):
            block.lines = [*own, *worded]


def _root_cuts(root: Block) -> Iterator[Cut]:
    if not root.children:
        yield from _prose_cuts(root.lines, PREFACE, None, "", "")
        return
    if root.lines:
        yield _cut(PREFACE, None, None, "", "", root.lines)
    restarting = restarting_kinds(root)
    for block in root.children:
        assert block.label
        title = lead_sentence(block.label.rest)
        ref = ref_of(block, "")
        yield from _block_cuts(block, ref, block.label.normal or ref, title, restarting)
    if root.closing:
        yield _cut(CLOSING, None, None, "", "", root.closing)


def _block_cuts(
    block: Block, ref: str, section: str, title: str, restarting: frozenset[tuple[int, str]]
) -> Iterator[Cut]:
    label = block.label
    assert label
    heading = lead_sentence(label.rest)
    own, below = block.lines[:1], block.lines[1:]
    is_article = label.kind == "article"  # an article has no heading: its own line is text
    if not block.children:
        if block.level > 1 or not below or is_article:
            yield _cut(ref, label.printed or None, section, title, heading, block.lines)
        else:
            prose = below if is_heading(label.rest) or open_with_leads(below) else own + below
            yield from _prose_cuts(prose, ref, section, title, heading)
        return
    if is_article or not is_heading(label.rest) or (block.level > 1 and below):
        yield _cut(ref, label.printed or None, section, title, heading, block.lines)
    elif below:
        yield _cut(ref, None, section, title, heading, below)
    for child in block.children:
        assert child.label
        child_ref = ref_of(child, ref if (child.level, child.label.kind) in restarting else "")
        yield from _block_cuts(child, child_ref, section, title, restarting)
    if block.closing:
        yield _cut(f"{ref}-{CLOSING}", None, section, title, heading, block.closing)


def _prose_cuts(lines: Sequence[Line], ref: str, section: str | None, title: str, heading: str) -> Iterator[Cut]:
    """Paragraphs with lead sentences are items by their position; other paragraphs are one item, the section's."""
    if open_with_leads(lines):
        for position, line in enumerate(lines, 1):
            yield _cut(f"{ref}-{position}", None, section, title, lead_sentence(line.text), [line])
    elif lines:
        yield _cut(ref, None, section, title, heading, lines)


def _cut(ref: str, label: str | None, section: str | None, title: str, heading: str, lines: Sequence[Line]) -> Cut:
    return Cut(Item(ref, label, section, title, heading, text_of(lines), lines[0].page), tuple(lines))
