"""The nodes of a plan: its numbered and headed lines, each with its parent and the text up to the next."""

from ingest.leads import open_with_leads
from ingest.plan import Node
from ingest.tree import Block, text_of, walk


def nodes_of(root: Block) -> list[Node]:
    """The nodes in reading order, at any depth; paragraphs that open with a lead sentence are nodes of their section."""
    nodes: list[Node] = []
    index_of: dict[int, int] = {}
    for block in walk(root):
        index = len(nodes)
        if block.label:
            paragraphs = block.lines[1:] if _holds_paragraphs(block) else []
            text = block.label.rest if paragraphs else _text_after_label(block)
            nodes.append(Node(block.label.normal or None, block.level, index_of.get(id(block)), text))
            nodes.extend(Node(None, block.level + 1, index, line.text) for line in paragraphs)
            index_of |= {id(child): index for child in block.children}
    return nodes


def _holds_paragraphs(block: Block) -> bool:
    return block.level == 1 and not block.children and open_with_leads(block.lines[1:])


def _text_after_label(block: Block) -> str:
    assert block.label
    return "\n".join(part for part in (block.label.rest.strip(), text_of(block.lines[1:])) if part)
