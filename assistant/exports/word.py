"""A talk as a Word file: headings, the quoted answers with bold figures, and the citations as a numbered list."""

import io
from collections.abc import Sequence
from typing import Any

from assistant.answer import Answer, Citation
from assistant.exports.safe import clean
from assistant.exports.talk import Turn, source_of
from assistant.exports.words import word
from assistant.render import Block, Line, Mark, Near, Paragraph, Points, Quote, parts_of, to_blocks

LATIN, EAST_ASIAN = "Times New Roman", {"zh-Hans": "宋体", "zh-Hant": "新細明體", "en": "宋体"}
HEADING_EAST_ASIAN = {"zh-Hans": "黑体", "zh-Hant": "微軟正黑體", "en": "黑体"}


def talk_to_word(turns: Sequence[Turn]) -> bytes:
    """The talk as .docx."""
    from docx import Document  # takes a while to load; only an export needs it

    language = turns[0][1].language if turns else "zh-Hans"
    document = Document()
    document.core_properties.title = word("talk", language)
    document.core_properties.author = "EduPlan"
    _set_fonts(document, language)
    document.add_heading(word("talk", language), level=0)
    for number, (question, answer) in enumerate(turns, 1):
        document.add_heading(f"{number}. {clean(question)}", level=1)
        for block in to_blocks(answer):
            _write_block(document, block)
        _write_sources(document, answer)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _write_block(document: Any, block: Block) -> None:
    match block:
        case Paragraph(line):
            _add_runs(document.add_paragraph(), line)
        case Quote(lines, source, _):
            for line in lines:
                _add_runs(document.add_paragraph(style="Quote"), line)
            _add_runs(document.add_paragraph(), source)
        case Points(lines):
            for line in lines:
                _add_runs(document.add_paragraph(style="List Bullet"), line)
        case _:
            _write_table(document, block.rows)


def _write_table(document: Any, rows: Sequence[Sequence[Line]]) -> None:
    table = document.add_table(rows=len(rows), cols=len(rows[0]), style="Table Grid")
    for number, (cells, row) in enumerate(zip(table.rows, rows, strict=True)):
        for cell, line in zip(cells.cells, row, strict=True):
            _add_runs(cell.paragraphs[0], line, bold=number == 0)


def _add_runs(paragraph: Any, line: Line, *, bold: bool = False) -> None:
    """The line's words, those in bold as such, and its marks."""
    for part in line:
        match part:
            case Mark(number):
                paragraph.add_run(f"[{number}]").bold = bold
            case Near(_, name):
                paragraph.add_run(clean(name)).bold = bold
            case _:
                for text, is_bold in parts_of(part):
                    paragraph.add_run(clean(text.replace("\n", " "))).bold = bold or is_bold


def _write_sources(document: Any, answer: Answer) -> None:
    if not answer.citations:
        return
    document.add_heading(word("sources", answer.language), level=2)
    for citation in answer.citations:
        _write_source(document, citation, answer.language)


def _write_source(document: Any, citation: Citation, language: str) -> None:
    """The number is written out, since it is the mark that stands in the answer."""
    paragraph = document.add_paragraph(f"[{citation.number}] {clean(source_of(citation, language))}")
    paragraph.paragraph_format.keep_with_next = True
    document.add_paragraph(clean(citation.quote), style="Quote")


def _set_fonts(document: Any, language: str) -> None:
    """Word takes East Asian characters from a font of their own, which each style must name; a quote stands upright."""
    from docx.oxml.ns import qn
    from docx.shared import Cm

    document.styles["Quote"].font.italic = False
    document.styles["Quote"].paragraph_format.left_indent = Cm(0.75)

    for style in document.styles:
        if not hasattr(style, "font"):
            continue
        named = HEADING_EAST_ASIAN if style.name.startswith(("Heading", "Title")) else EAST_ASIAN
        style.font.name = LATIN
        style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), named[language])
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            style.element.rPr.rFonts.attrib.pop(qn(f"w:{theme}"), None)
