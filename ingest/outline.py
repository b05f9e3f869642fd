"""The tree of a plan becomes its items, each with the ref that readers cite it by."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.document import Line
from ingest.leads import is_heading, lead_sentence, open_with_leads
from ingest.plan import Item, LineReading, Node
from ingest.readings import Cut, read_roles
from ingest.tree import Block, build_tree

DEEPEST_ITEM = 3  # section, item, sub-item
PREFACE, CLOSING = "前言", "结语"


@dataclass(frozen=True, slots=True)
class Outline:
    """Nodes and items in reading order, and how each line was read."""

    nodes: tuple[Node, ...]
    items: tuple[Item, ...]
    readings: tuple[LineReading, ...]


def outline(lines: Sequence[Line]) -> Outline:
    """The outline of a plan's own lines; masthead and furniture are left out before.

    `18.加快发展学前教育。新改建4所公办幼儿园` below `四、科学统筹` is the item 18 of section 四.
    """
    root, rejected = build_tree(lines, deepest=DEEPEST_ITEM)
    cuts = _with_unique_refs(list(_root_cuts(root)))
    nodes: list[Node] = []
    for block in root.children:
        _add_nodes(block, None, nodes)
    return Outline(tuple(nodes), tuple(cut.item for cut in cuts), tuple(read_roles(lines, root, cuts, rejected)))


def _root_cuts(root: Block) -> Iterator[Cut]:
    if not root.children:
        yield from _prose_cuts(root.lines, PREFACE, None, "", "")
        return
    if root.lines:
        yield _cut(PREFACE, None, None, "", "", root.lines)
    restarting = _restarting_kinds(root)
    for block in root.children:
        assert block.label
        section, title = block.label.normal, lead_sentence(block.label.rest)
        yield from _block_cuts(block, _ref(block, ""), section, title, restarting)
    if root.closing:
        yield _cut(CLOSING, None, None, "", "", root.closing)


def _block_cuts(block: Block, ref: str, section: str, title: str, restarting: frozenset[str]) -> Iterator[Cut]:
    label = block.label
    assert label
    heading = lead_sentence(label.rest)
    own, below = block.lines[:1], block.lines[1:]
    is_article = label.kind == "article"  # an article has no heading: its own line is text
    if not block.children:
        if block.level > 1 or not below or is_article:
            yield _cut(ref, label.printed, section, title, heading, block.lines)
        else:
            prose = below if is_heading(label.rest) or open_with_leads(below) else own + below
            yield from _prose_cuts(prose, ref, section, title, heading)
        return
    if is_article or (block.level > 1 and (below or not is_heading(label.rest))):
        yield _cut(ref, label.printed, section, title, heading, block.lines)
    elif below:
        yield _cut(ref, None, section, title, heading, below)
    for child in block.children:
        assert child.label
        child_ref = _ref(child, ref if child.label.kind in restarting or child.level > 2 else "")
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
    text = "\n".join(line.text for line in lines)
    return Cut(Item(ref, label, section, title, heading, text, lines[0].page), tuple(lines))


def _ref(block: Block, parent: str) -> str:
    assert block.label
    own = block.label.normal
    if block.label.kind == "article":
        own = f"第{block.label.number}条" + re.split("[条條]", own, maxsplit=1)[1]
    if block.label.kind == "decimal":
        return own  # 2.1 names its section itself
    return f"{parent}.{own}" if parent and own[0].isdecimal() and not parent.endswith(")") else parent + own


def _restarting_kinds(root: Block) -> frozenset[str]:
    """The kinds of item labels that begin anew in each section, so that the section belongs to their ref.

    A kind that only one of several sections uses counts as such; 1. to 29. through all sections does not.
    """
    firsts: dict[str, list[int]] = {}
    for section in root.children:
        seen = set()
        for child in section.children:
            if child.label and child.label.kind not in seen:
                seen.add(child.label.kind)
                firsts.setdefault(child.label.kind, []).append(child.label.number)
    several = len(root.children) > 1
    return frozenset(
        kind
        for kind, numbers in firsts.items()
        if kind != "article" and several and (len(numbers) == 1 or numbers[1:].count(1) * 2 > len(numbers) - 1)
    )


def _with_unique_refs(cuts: list[Cut]) -> list[Cut]:
    """A ref that the plan prints twice keeps its first form and gets a position after it: 7, 7-2."""
    seen: Counter[str] = Counter()
    unique = []
    for cut in cuts:
        seen[cut.item.ref] += 1
        count = seen[cut.item.ref]
        unique.append(cut if count == 1 else replace(cut, item=replace(cut.item, ref=f"{cut.item.ref}-{count}")))
    return unique


def _add_nodes(block: Block, parent: int | None, nodes: list[Node]) -> None:
    assert block.label
    below = block.lines[1:]
    unnumbered = block.level == 1 and not block.children and open_with_leads(below)
    texts = [block.label.rest, *([] if unnumbered else [line.text for line in below])]
    index = len(nodes)
    nodes.append(Node(block.label.normal, block.level, parent, "\n".join(texts)))
    if unnumbered:
        nodes.extend(Node(None, block.level + 1, index, line.text) for line in below)
    for child in block.children:
        _add_nodes(child, index, nodes)
    if block.closing:
        nodes[-1] = replace(nodes[-1], text="\n".join([nodes[-1].text, *(line.text for line in block.closing)]))
