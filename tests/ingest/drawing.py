"""A plan's nodes in one line of text, for tests: `一[1 2[(1)]] 二`."""

from ingest.document import read_lines
from ingest.outline import outline


def draw(text: str) -> str:
    """The labels in reading order, those of the nodes below each in brackets; a node without a label shows its text."""
    nodes = outline(read_lines(text, source="plan.txt").lines).nodes
    drawn, level = "", 0
    for node in nodes:
        drawn += "]" * (level - node.level)
        drawn += "[" if node.level > level and drawn else " " if drawn else ""
        drawn += node.label or node.text.split("\n")[0][:6]
        level = node.level
    return drawn + "]" * (level - 1)
