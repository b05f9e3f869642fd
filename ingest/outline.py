"""The tree of a plan becomes its items, each with the ref that readers cite it by."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.document import Line
from ingest.doubts import doubts_of_items, doubts_of_numbering
from ingest.figures import find_labels_before_figures
from ingest.headings import find_headings
from ingest.labels import Label, heading
from ingest.language.words import holds_words
from ingest.leads import is_heading, lead_sentence, open_with_leads
from ingest.nodes import nodes_of
from ingest.plan import Doubt, Item, LineReading, Node
from ingest.prepare import prepare
from ingest.questions import find_labels_of_sheet, question_of
from ingest.readings import Cut, read_roles
from ingest.refs import ref_of, restarting_kinds, with_unique_refs
from ingest.tables import captioned_rows, rows_stand_alone, text_beside, with_row_refs
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
    root, rejected = build_tree(prepared.lines, _known_labels(prepared.lines))
    _leave_out_wordless(root)
    nodes = nodes_of(root)
    doubts = list(doubts_of_numbering(root, rejected))
    inner = fold_below(root, deepest=DEEPEST_ITEM)
    own_cuts = [cut for cut in _root_cuts(root) if holds_words(cut.item.text)]
    cuts = with_unique_refs(with_row_refs(own_cuts, lines))
    doubts += doubts_of_items(cuts)
    return Outline(
        nodes=tuple(nodes),
        items=tuple(cut.item for cut in cuts),
        readings=tuple(read_roles(lines, root, cuts, prepared, inner | rejected)),
        doubts=tuple(sorted(set(doubts), key=lambda doubt: (doubt.line, doubt.reason))),
    )


def _known_labels(lines: Sequence[Line]) -> dict[int, Sequence[Label]]:
    """By index what a line is labelled whose text alone does not tell it: headings without a number, lists of figures, questions."""
    headings = find_headings(lines)
    found: dict[int, Sequence[Label]] = {
        index: [heading(line.text, headings[line.number])]
        for index, line in enumerate(lines)
        if line.number in headings
    }
    return found | find_labels_before_figures(lines) | find_labels_of_sheet(lines)


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
        yield from _cuts(PREFACE, None, None, "", "", root.lines)
    restarting = restarting_kinds(root)
    for block in root.children:
        assert block.label
        title = lead_sentence(block.label.rest)
        ref = ref_of(block, "")
        yield from _block_cuts(block, ref, block.label.normal or ref, title, restarting)
    if root.closing:
        yield from _cuts(CLOSING, None, None, "", "", root.closing)


def _block_cuts(
    block: Block, ref: str, section: str, title: str, restarting: frozenset[tuple[int, str]]
) -> Iterator[Cut]:
    label = block.label
    assert label
    heading = lead_sentence(label.rest)
    own, below = block.lines[:1], block.lines[1:]
    is_article = label.kind == "article"  # an article has no heading: its own line is text
    question = label.rest if label.kind == "question" else question_of(label.rest)
    if question and not block.children:  # what is asked and what is answered belong together
        own_label = None if label.kind == "question" else label.printed or None
        yield from _cuts(ref, own_label, section, title, question_of(question) or question, block.lines)
        return
    if not block.children:
        if block.level > 1 or not below or is_article:
            yield from _cuts(ref, label.printed or None, section, title, heading, block.lines)
        else:
            has_title = is_heading(label.rest) or open_with_leads(text_beside(below))
            prose = below if has_title else own + below
            yield from _prose_cuts(prose, ref, section, title, heading)
        return
    if is_article or not is_heading(label.rest) or (block.level > 1 and below):
        yield from _cuts(ref, label.printed or None, section, title, heading, block.lines)
    elif below:
        yield from _cuts(ref, None, section, title, heading, below)
    for child in block.children:
        assert child.label
        child_ref = ref_of(child, ref if (child.level, child.label.kind) in restarting else "")
        yield from _block_cuts(child, child_ref, section, title, restarting)
    if block.closing:
        yield from _cuts(f"{ref}-{CLOSING}", None, section, title, heading, block.closing)


def _prose_cuts(lines: Sequence[Line], ref: str, section: str | None, title: str, heading: str) -> Iterator[Cut]:
    """Paragraphs with lead sentences are items by their position; other paragraphs are one item, the section's."""
    text = text_beside(lines)
    if open_with_leads(text):
        for position, line in enumerate(text, 1):
            yield _cut(f"{ref}-{position}", None, section, title, lead_sentence(line.text), [line])
        yield from _row_cuts("", section, title, heading, lines)
    elif lines:
        yield from _cuts(ref, None, section, title, heading, lines)


def _cuts(
    ref: str, label: str | None, section: str | None, title: str, heading: str, lines: Sequence[Line]
) -> Iterator[Cut]:
    """The item of the lines; where a table among them stands for itself, what is text beside it, and each row."""
    if not rows_stand_alone(label, lines):
        yield _cut(ref, label, section, title, heading, lines)
        return
    if text := text_beside(lines):
        yield _cut(ref, label, section, title, heading, text)
    yield from _row_cuts(ref if label else "", section, title, heading, lines)


def _row_cuts(ref: str, section: str | None, title: str, heading: str, lines: Sequence[Line]) -> Iterator[Cut]:
    """A cut a row, whose ref is yet to be told from its number; `ref` is the numbered item's that holds the table."""
    for caption, row in captioned_rows(lines, heading):
        yield _cut(ref, None, section, title, caption, [row])


def _cut(ref: str, label: str | None, section: str | None, title: str, heading: str, lines: Sequence[Line]) -> Cut:
    return Cut(Item(ref, label, section, title, heading, text_of(lines), lines[0].page), tuple(lines))
