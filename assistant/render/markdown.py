"""An answer as Markdown; what is quoted shows exactly as it stands in the plan."""

import re

from assistant.answer import Answer, Run
from assistant.render.blocks import Block, Line, Mark, Near, Paragraph, Points, Quote, to_blocks
from ingest.language.words import first_word

SPECIAL = re.compile(r"([\\`*_\[\]<>#|~$&])")
LIST_MARK = re.compile(r"^(\d*)([.)+-])(?=\s|$)")  # would begin a list: `3. 严格教育监督`
LONGEST_WORD = 6  # characters
CLOSING = "”’』」》）)】、，。；："


def to_markdown(answer: Answer) -> str:
    """The answer with [1] marks: `> 新建幼儿园**4所**。 [1]`, and below where it stands."""
    return "\n\n".join(map(_block, to_blocks(answer)))


def escape(text: str) -> str:
    """Text that Markdown and HTML show as it is."""
    return LIST_MARK.sub(r"\1\\\2", SPECIAL.sub(r"\\\1", text.replace("\n", " ")))


def _block(block: Block) -> str:
    match block:
        case Paragraph(line):
            return _line(line)
        case Quote(lines, source, _):
            return "\n\n".join([*(f"> {_line(line)}" for line in lines), _line(source)])
        case Points(lines):
            return "\n".join(f"- {_line(line)}" for line in lines)
    head, *rows = [f"| {' | '.join(map(_line, row))} |" for row in block.rows]
    return "\n".join([head, "|---" * len(block.rows[0]) + "|", *rows])


def _line(line: Line) -> str:
    written = []
    for part in line:
        match part:
            case Mark(number):
                written.append(f"[{number}]")
            case Near(_, name):
                written.append(escape(name))
            case Run():
                written.append(_with_bold(part))
    return "".join(written)


def _with_bold(run: Run) -> str:
    parts, end = [], 0
    for start, stop in _open_to_markdown(run):
        parts.append(escape(run.text[end:start]))
        parts.append(f"**{escape(run.text[start:stop])}**")
        end = stop
    return "".join(parts) + escape(run.text[end:])


def _open_to_markdown(run: Run) -> list[tuple[int, int]]:
    """The bold spans widened until they begin and end with letters or digits: `80%任务`.

    Markdown takes `**80%**任务` for plain stars, since a sign stands inside them and a letter outside.
    """
    spans: list[tuple[int, int]] = []
    for start, stop in run.bold:
        start = max(start, spans[-1][1] if spans else 0)
        while start < stop and not run.text[start].isalnum():
            start += 1
        while stop > start and run.text[stop - 1] in CLOSING:
            stop -= 1
        if start < stop < len(run.text) and not run.text[stop - 1].isalnum() and run.text[stop].isalnum():
            stop += len(first_word(run.text[stop : stop + LONGEST_WORD]))
        if stop > start:
            first = spans.pop()[0] if spans and spans[-1][1] == start else start
            spans.append((first, stop))
    return spans
