"""A talk as a Word file: headings, the quoted answers with bold figures, and the citations as a numbered list."""

import io
from collections.abc import Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from assistant.answer import Answer, Citation
from assistant.exports.safe import clean
from assistant.exports.talk import Turn, source_of
from assistant.exports.words import word

LATIN, EAST_ASIAN = "Times New Roman", {"zh-Hans": "宋体", "zh-Hant": "新細明體", "en": "宋体"}
STYLES = {"blockquote": "Quote", "bullet_list": "List Bullet", "ordered_list": "List Number"}
MARKDOWN = MarkdownIt("commonmark").enable("table")
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
        for block in SyntaxTreeNode(MARKDOWN.parse(answer.text)).children:
            _write_block(document, block)
        _write_sources(document, answer)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _write_block(document: Any, block: SyntaxTreeNode, style: str | None = None) -> None:
    """A paragraph, quotation, list or table of the answer's Markdown."""
    if block.type == "table":
        _write_table(document, [row for part in block.children for row in part.children])
    elif block.type in STYLES or block.type == "list_item":
        for child in block.children:
            _write_block(document, child, STYLES.get(block.type, style))
    elif block.type == "paragraph":
        _add_runs(document.add_paragraph(style=style), block)


def _write_table(document: Any, rows: Sequence[SyntaxTreeNode]) -> None:
    table = document.add_table(rows=len(rows), cols=len(rows[0].children), style="Table Grid")
    for number, (cells, row) in enumerate(zip(table.rows, rows, strict=True)):
        for cell, inner in zip(cells.cells, row.children, strict=True):
            _add_runs(cell.paragraphs[0], inner, bold=number == 0)


def _add_runs(paragraph: Any, node: SyntaxTreeNode, *, bold: bool = False) -> None:
    """The texts within, those in bold as such."""
    for child in node.children:
        if child.children:
            _add_runs(paragraph, child, bold=bold or child.type == "strong")
        else:
            text = " " if child.type in {"softbreak", "hardbreak"} else clean(child.content)
            paragraph.add_run(text).bold = bold


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
