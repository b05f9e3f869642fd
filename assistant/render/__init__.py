"""An answer as blocks, and these as Markdown, as a terminal shows them and as JSON; the page and Word make their own."""

from assistant.render.as_json import to_json
from assistant.render.blocks import (
    Block,
    Line,
    Mark,
    Near,
    Paragraph,
    Points,
    Quote,
    Table,
    name_of_source,
    parts_of,
    to_blocks,
)
from assistant.render.markdown import escape, to_markdown
from assistant.render.terminal import to_terminal

__all__ = [
    "Block",
    "Line",
    "Mark",
    "Near",
    "Paragraph",
    "Points",
    "Quote",
    "Table",
    "escape",
    "name_of_source",
    "parts_of",
    "to_blocks",
    "to_json",
    "to_markdown",
    "to_terminal",
]
