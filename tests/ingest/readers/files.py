"""Real files of every kind, made in memory, over one plan of an invented district."""

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from docx import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from ingest.apart import FileReader
from ingest.document import Document
from ingest.limits import Limits

TITLE = "望汀区教育局2024年工作要点"
LINES = (
    TITLE,
    "望教〔2024〕3号",
    "一、守住安全底线",
    "（一）管好校车。全区校车六十辆全部安装定位装置，驾驶员每学期培训一次，每月检查一回，查出的毛病三日内修好。",
    "（二）办好食堂。每周公布带量食谱，陪餐校长的名单每日公示，家长每学期评议一次。",
    "二、提高教育质量",
    "（一）开好课后服务。每周五天，每天两小时，每学期收费二百四十元，困难家庭的孩子免费。",
)
TEXT = "\n".join(LINES) + "\n"
FONT = "STSong-Light"
NOTO = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"  # Debian's fonts-noto-cjk


SHARED = FileReader()  # one process for all the tests that do not break it


def read(content: bytes, *, source: str = "要点", limits: Limits | None = None) -> Document:
    """The one document of a file, read as a user's file is."""
    if limits is None:
        (document,), refusals = SHARED.read(content, name=f"plans/{source}", source=source)
    else:
        with FileReader(limits) as reader:
            (document,), refusals = reader.read(content, name=f"plans/{source}", source=source)
    assert not refusals
    return document


def texts(content: bytes, *, source: str = "要点", limits: Limits | None = None) -> list[str]:
    return [line.text for line in read(content, source=source, limits=limits).lines]


def word_file(lines: Sequence[str] = LINES) -> bytes:
    document = WordDocument()
    for line in lines:
        document.add_paragraph(line)
    return saved(document)


def saved(document: Any) -> bytes:
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def word_xml(body: str, **parts: str) -> bytes:
    """A Word file of this body; `numbering=`, `footnotes=` and the like add parts."""
    names = nsdecls("w") + (
        ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
        ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    )
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", f"<w:document {names}><w:body>{body}</w:body></w:document>")
        for name, part in parts.items():
            archive.writestr(f"word/{name}.xml", f"<w:{name} {names}>{part}</w:{name}>")
    return content.getvalue()


def numbered(document: Any, levels: str) -> None:
    """Give a Word document the list 90 of these w:lvl."""
    numbering = document.part.numbering_part.element
    numbering.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">{levels}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))


def pdf_file(pages: Sequence[Sequence[tuple[float, float, str]]], *, size: float = 12, password: str = "") -> bytes:
    """A PDF whose pages hold texts at places: points from the left and from the top."""
    if FONT not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    content = io.BytesIO()
    canvas = Canvas(content, pagesize=A4, encrypt=password or None)
    for page in pages:
        canvas.setFont(FONT, size)
        for left, top, text in page:
            canvas.drawString(left, A4[1] - top, text)
        canvas.showPage()
    canvas.save()
    return content.getvalue()


def watermarked_pdf(
    pages: Sequence[Sequence[tuple[float, float, str]]], mark: str, *, degrees: float = 45, size: float = 36
) -> bytes:
    """The same with a mark set large and turned over the midst of every page, before its text."""
    if FONT not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    content = io.BytesIO()
    canvas = Canvas(content, pagesize=A4)
    for page in pages:
        canvas.saveState()
        canvas.translate(A4[0] / 3, A4[1] * 0.6)
        canvas.rotate(degrees)
        canvas.setFont(FONT, size)
        canvas.drawString(0, 0, mark)
        canvas.restoreState()
        canvas.setFont(FONT, 12)
        for left, top, text in page:
            canvas.drawString(left, A4[1] - top, text)
        canvas.showPage()
    canvas.save()
    return content.getvalue()


def printed(
    paragraphs: Sequence[str], *, letters: int = 36, top: float = 100, left: float = 72
) -> list[tuple[float, float, str]]:
    """Paragraphs set as papers are: indented by two letters, each line of at most so many letters."""
    rows = []
    for paragraph in paragraphs:
        width = letters - 2
        rest, indent = paragraph, 24.0
        while rest:
            rows.append((left + indent, top, rest[:width]))
            rest, width, indent, top = rest[width:], letters, 0.0, top + 20
    return rows


def picture(lines: Sequence[str] = LINES, *, form: str = "PNG") -> bytes:
    content = io.BytesIO()
    drawn(lines).save(content, form)
    return content.getvalue()


def drawn(lines: Sequence[str]) -> Image.Image:
    """The lines as a scanner sees them."""
    font: Any = ImageFont.load_default(32)  # without Chinese letters: enough to tell that it is a picture
    if Path(NOTO).exists():
        font = ImageFont.truetype(NOTO, 32)
    image = Image.new("RGB", (1654, 200 + 70 * len(lines)), "white")
    draw = ImageDraw.Draw(image)
    for number, line in enumerate(lines):
        draw.text((120, 100 + 70 * number), line, font=font, fill="black")
    return image


def archive(members: dict[str, bytes]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as file:
        for name, member in members.items():
            file.writestr(name, member)
    return content.getvalue()


def page(body: str, *, head: str = "") -> bytes:
    return f'<!DOCTYPE html><html><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'.encode()


def ofd_file(pages: Sequence[Sequence[tuple[float, float, str]]], *, size: float = 5) -> bytes:
    """An OFD paper whose pages hold texts at places: millimetres from the left and from the top."""
    names = 'xmlns:ofd="http://www.ofdspec.org/2016"'
    members = {
        "OFD.xml": f"<ofd:OFD {names}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"
    }
    listed = ""
    for number, page_texts in enumerate(pages):
        listed += f'<ofd:Page ID="{number}" BaseLoc="Pages/Page_{number}/Content.xml"/>'
        texts_xml = "".join(
            f'<ofd:TextObject Boundary="{left} {top} 170 {size}" Size="{size}"><ofd:TextCode X="0" Y="{size}">{text}'
            "</ofd:TextCode></ofd:TextObject>"
            for left, top, text in page_texts
        )
        content = f"<ofd:Page {names}><ofd:Content><ofd:Layer>{texts_xml}</ofd:Layer></ofd:Content></ofd:Page>"
        members[f"Doc_0/Pages/Page_{number}/Content.xml"] = content
    members["Doc_0/Document.xml"] = f"<ofd:Document {names}><ofd:Pages>{listed}</ofd:Pages></ofd:Document>"
    return archive({name: member.encode() for name, member in members.items()})
