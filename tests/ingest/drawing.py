"""A plan's nodes in one line of text, for tests: `一[1 2[(1)]] 二`."""

from collections.abc import Sequence

from ingest.document import read_lines
from ingest.load import cut_plan
from ingest.outline import outline
from ingest.plan import Node
from ingest.readers.text import read_text
from ingest.split import split_plans


def draw(text: str) -> str:
    """The labels in reading order, those of the nodes below each in brackets; a node without a label shows its text."""
    return draw_nodes(outline(read_lines(text, source="plan.txt").lines).nodes)


def draw_plans(text: str) -> list[str]:
    """The same of each plan that a whole paper's text holds, its head and closing left out."""
    document = read_text(text.encode(), name="plan.txt", source="plan.txt")
    return [draw_nodes(cut_plan(part).nodes) for part in split_plans(document)]


def draw_nodes(nodes: Sequence[Node]) -> str:
    """The nodes' labels, or their first six characters, nested."""
    drawn, level = "", 0
    for node in nodes:
        drawn += "]" * (level - node.level)
        drawn += "[" if node.level > level and drawn else " " if drawn else ""
        drawn += node.label or node.text.split("\n")[0][:6]
        level = node.level
    return drawn + "]" * (level - 1)
