"""An answer as HTML in which marks and nearest items are links to their sources, and nothing else is one."""

from collections.abc import Sequence
from html import escape

from assistant.answer import Answer
from assistant.cite import cite
from assistant.render import Block, Line, Mark, Near, Paragraph, Points, Quote, parts_of, to_blocks
from assistant.web.ask.sources import anchor


def to_html(answer: Answer, turn: int) -> str:
    """The answer as HTML; `turn` is its number in the talk, from 1, which its sources' names hold."""
    written = _Written(answer, turn)
    return "".join(map(written.block, to_blocks(answer)))


class _Written:
    def __init__(self, answer: Answer, turn: int) -> None:
        self._citations = {citation.number: citation for citation in answer.citations}
        self._language, self._turn = answer.language, turn

    def block(self, block: Block) -> str:
        match block:
            case Paragraph(line):
                return f"<p>{self._line(line)}</p>"
            case Quote(lines, source, language):
                quoted = "".join(
                    f"<blockquote lang={_quoted(language)}><p>{self._line(line)}</p></blockquote>" for line in lines
                )
                return f"{quoted}<p>{self._line(source)}</p>"
            case Points(lines):
                return f"<ul>{''.join(f'<li>{self._line(line)}</li>' for line in lines)}</ul>"
        head, *rows = block.rows
        return (
            f"<table><thead>{self._row(head, 'th')}</thead>"
            f"<tbody>{''.join(self._row(row, 'td') for row in rows)}</tbody></table>"
        )

    def _row(self, row: Sequence[Line], tag: str) -> str:
        return f"<tr>{''.join(f'<{tag}>{self._line(line)}</{tag}>' for line in row)}</tr>"

    def _line(self, line: Line) -> str:
        written = []
        for part in line:
            match part:
                case Mark(number):
                    written.append(self._mark(number))
                case Near(number, name):
                    written.append(f'<a class="cite near" href="#{anchor(self._turn, number)}">{escape(name)}</a>')
                case _:
                    parts = ((escape(text.replace("\n", " ")), is_bold) for text, is_bold in parts_of(part))
                    written += [f"<strong>{text}</strong>" if is_bold else text for text, is_bold in parts]
        return "".join(written)

    def _mark(self, number: int) -> str:
        cited = self._citations.get(number)
        if not cited:
            return f"[{number}]"
        label = escape(f"[{number}] {cite(cited.plan, cited.item.ref, self._language)}")
        return f'<a class="cite" href="#{anchor(self._turn, number)}" aria-label="{label}">[{number}]</a>'


def _quoted(language: str) -> str:
    """A quotation is in the language of its plan, whatever the answer's is: a screen reader wants to know."""
    return f'"{escape(language)}"'
