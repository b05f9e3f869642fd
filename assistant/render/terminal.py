"""An answer as a terminal shows it; bold stays between stars."""

from assistant.answer import Answer
from assistant.render.blocks import Block, Line, Mark, Near, Paragraph, Points, Quote, parts_of, to_blocks


def to_terminal(answer: Answer) -> str:
    """The answer as plain text: `  新建幼儿园**4所**。 [1]`, and below where it stands."""
    return "\n\n".join(map(_block, to_blocks(answer)))


def _block(block: Block) -> str:
    match block:
        case Paragraph(line):
            return _line(line)
        case Quote(lines, source, _):
            return "\n".join(["\n\n".join(f"  {_line(line)}" for line in lines), _line(source)])
        case Points(lines):
            return "\n".join(f"- {_line(line)}" for line in lines)
    return "\n\n".join(f"{_line(first)}\n  {_line(second)}" for first, second in block.rows[1:])


def _line(line: Line) -> str:
    written = []
    for part in line:
        match part:
            case Mark(number):
                written.append(f"[{number}]")
            case Near(_, name):
                written.append(name)
            case _:
                written += [f"**{text}**" if is_bold else text for text, is_bold in parts_of(part)]
    return "".join(written).replace("\n", " ")
