import io
import zipfile

import pytest
from docx import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from ingest.readers.word_numbers import format_number
from tests.ingest.readers.files import LINES, archive, numbered, page, saved, texts, word_file, word_xml

CHINESE = (
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>'
    '<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl>'
)


def paragraph(text: str, *, level: int | None = None, number: int = 1, properties: str = "", mark: str = "") -> str:
    own = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>' if level is not None else ""
    return f"<w:p><w:pPr>{properties}{own}<w:rPr>{mark}</w:rPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def lists(levels: str, numbers: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>') -> str:
    return f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>{numbers}'


def level(depth: int, form: str, text: str, more: str = "") -> str:
    return f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'


def test_paragraphs_stand_as_they_were_written() -> None:
    assert texts(word_file()) == list(LINES)


def test_automatic_numbers_are_the_ones_that_word_shows() -> None:
    document = WordDocument()
    numbered(document, CHINESE)
    for text, depth in (
        ("安全", 0),
        ("校车。", 1),
        ("每月查。", 2),
        ("每周修。", 2),
        ("食堂。", 1),
        ("质量", 0),
        ("课后。", 1),
        ("教师。", 1),
    ):
        own = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{depth}"/><w:numId w:val="90"/></w:numPr>'
        document.add_paragraph(text)._p.get_or_add_pPr().append(parse_xml(own))
    assert texts(saved(document)) == [
        "一、安全", "（一）校车。", "1.每月查。", "2.每周修。", "（二）食堂。", "二、质量", "（一）课后。", "（二）教师。",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("levels", "depths", "labels"),
    [
        pytest.param(level(0, "chineseCountingThousand", "第%1条"), [0, 0], ["第一条 甲", "第二条 甲"], id="articles"),
        pytest.param(
            level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2"),
            [0, 1, 1, 0, 1],
            ["1.甲", "1.1 甲", "1.2 甲", "2.甲", "2.1 甲"],
            id="figures of figures",
        ),
        pytest.param(
            level(0, "chineseCounting", "%1、") + level(1, "decimal", "%1.%2", "<w:isLgl/>"),
            [0, 1],
            ["一、甲", "1.1 甲"],
            id="all in Arabic figures",
        ),
        pytest.param(
            level(0, "chineseCounting", "%1、") + level(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>'),
            [0, 1, 0, 1],
            ["一、甲", "1.甲", "二、甲", "2.甲"],
            id="straight through all sections",
        ),
        pytest.param(level(0, "bullet", "•"), [0, 0], ["甲", "甲"], id="dots"),
        pytest.param(level(0, "decimalEnclosedCircleChinese", "%1"), [0, 0], ["①甲", "②甲"], id="circles"),
        pytest.param(CHINESE, [1, 0], ["（一）甲", "二、甲"], id="a level that none stands above"),
    ],
)
def test_labels_of_lists(levels: str, depths: list[int], labels: list[str]) -> None:
    body = "".join(paragraph("甲", level=depth) for depth in depths)
    found = texts(word_xml(body, numbering=lists(levels)))
    assert [text.replace("① ", "①").replace("② ", "②") for text in found] == labels


def test_list_that_begins_anew_counts_from_one_and_another_goes_on() -> None:
    numbers = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    body = "".join(paragraph("甲", level=0, number=number) for number in (1, 1, 2, 3, 3))
    assert texts(word_xml(body, numbering=lists(level(0, "decimal", "%1."), numbers))) == [
        "1.甲",
        "2.甲",
        "3.甲",
        "1.甲",
        "2.甲",
    ]


def test_style_gives_its_number_and_a_paragraph_may_refuse_it() -> None:
    styles = (
        '<w:style w:styleId="base"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="section"><w:basedOn w:val="base"/></w:style>'
    )
    own = '<w:pStyle w:val="section"/>'
    refused = own + '<w:numPr><w:numId w:val="0"/></w:numPr>'
    body = paragraph("安全", properties=own) + paragraph("说明", properties=refused) + paragraph("质量", properties=own)
    found = texts(word_xml(body, styles=styles, numbering=lists(level(0, "chineseCounting", "%1、"))))
    assert found == ["一、安全", "说明", "二、质量"]


def test_table_is_told_row_by_row_with_its_columns() -> None:
    document = WordDocument()
    document.add_paragraph("三、学校名单")
    table = document.add_table(rows=3, cols=3)
    for row, cells in zip(
        table.rows, (("学校", "班数", "地址"), ("汀南小学", "12", "汀南路"), ("汀北小学", "8", "")), strict=True
    ):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    document.add_paragraph("四、其他")
    assert texts(saved(document)) == [
        "三、学校名单",
        "学校：汀南小学；班数：12；地址：汀南路",
        "学校：汀北小学；班数：8",
        "四、其他",
    ]


def test_cell_over_several_rows_belongs_to_each() -> None:
    def cell(text: str, merge: str = "") -> str:
        return f"<w:tc><w:tcPr>{merge}</w:tcPr>{paragraph(text)}</w:tc>"

    start, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = [("片区", "学校"), ("汀南片", "一小"), ("", "二小")]
    merges = ["", start, goes_on]
    table = "".join(f"<w:tr>{cell(a, merge)}{cell(b)}</w:tr>" for (a, b), merge in zip(rows, merges, strict=True))
    assert texts(word_xml(f"<w:tbl>{table}</w:tbl>")) == ["片区：汀南片；学校：一小", "片区：汀南片；学校：二小"]


def test_frame_around_the_whole_text_is_no_table() -> None:
    cell = "".join(paragraph(line) for line in LINES)
    assert texts(word_xml(f"<w:tbl><w:tr><w:tc>{cell}</w:tc></w:tr></w:tbl>")) == list(LINES)


def test_tracked_changes_are_read_as_accepted() -> None:
    body = (
        "<w:p><w:r><w:t>每学期</w:t></w:r><w:del><w:r><w:delText>收费三百元</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>收费二百四十元</w:t></w:r></w:ins><w:r><w:t>。</w:t></w:r></w:p>"
        "<w:p><w:moveFrom><w:r><w:t>搬走的话。</w:t></w:r></w:moveFrom></w:p>"
        "<w:p><w:moveTo><w:r><w:t>搬来的话。</w:t></w:r></w:moveTo></w:p>"
    )
    assert texts(word_xml(body)) == ["每学期收费二百四十元。", "搬来的话。"]


def test_paragraph_whose_end_was_deleted_goes_on_with_the_next() -> None:
    body = paragraph("每周五天，", mark="<w:del/>") + paragraph("每天两小时。")
    assert texts(word_xml(body)) == ["每周五天，每天两小时。"]


def test_footnote_follows_its_paragraph_and_a_text_box_is_read_once() -> None:
    box = f"<w:txbxContent>{paragraph('框里的话。')}</w:txbxContent>"
    shape = (
        f"<mc:AlternateContent><mc:Choice Requires='wps'><wps:txbx>{box}</wps:txbx></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    )
    body = f'<w:p><w:r><w:t>正文。</w:t><w:footnoteReference w:id="2"/></w:r></w:p><w:p><w:r><w:t>又文。</w:t>{shape}</w:r></w:p>'
    notes = f'<w:footnote w:id="2">{paragraph("注中的话。")}</w:footnote>'
    assert texts(word_xml(body, footnotes=notes)) == ["正文。", "注中的话。", "又文。", "框里的话。"]


def test_hidden_text_and_codes_of_fields_are_left_out() -> None:
    body = (
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>看不见</w:t></w:r><w:r><w:t>看得见</w:t></w:r>"
        "<w:r><w:instrText>PAGE</w:instrText></w:r><w:hyperlink><w:r><w:t>链接</w:t></w:r></w:hyperlink></w:p>"
    )
    assert texts(word_xml(body)) == ["看得见链接"]


def test_line_break_in_a_paragraph_begins_a_line() -> None:
    assert texts(word_xml("<w:p><w:r><w:t>1.甲。</w:t><w:br/><w:t>2.乙。</w:t></w:r></w:p>")) == ["1.甲。", "2.乙。"]


@pytest.mark.parametrize(
    ("form", "shown"),
    [
        ("decimal", "12"), ("decimalZero", "12"), ("chineseCounting", "十二"), ("chineseCountingThousand", "十二"),
        ("ideographDigital", "一二"), ("chineseLegalSimplified", "壹拾贰"), ("upperRoman", "XII"), ("lowerRoman", "xii"),
        ("upperLetter", "L"), ("lowerLetter", "l"), ("ideographTraditional", "12"), ("ideographZodiac", "亥"),
        ("decimalEnclosedCircle", "⑫"), ("decimalEnclosedParen", "⑿"), ("decimalFullWidth", "１２"), ("none", ""),
    ],
)  # fmt: skip
def test_twelve_in_every_form(form: str, shown: str) -> None:
    assert format_number(12, form) == shown


def test_strict_open_xml_is_read_as_the_usual_is() -> None:
    usual = word_xml("<w:p><w:r><w:t>一、甲</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>")
    with zipfile.ZipFile(io.BytesIO(usual)) as file:
        members = {name: file.read(name) for name in file.namelist()}
    names = (
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    strict = archive({name: content.replace(*names) for name, content in members.items()})
    assert texts(strict) == ["一、甲"]


@pytest.mark.parametrize(
    ("part", "content"),
    [
        ("chunk.docx", word_file(["（一）乙。"])),
        ("chunk.html", page("<p>（一）乙。</p>")),
        ("chunk.txt", "（一）乙。".encode()),
    ],
)
def test_file_that_the_text_takes_in_whole_is_read_in_its_place(part: str, content: bytes) -> None:
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    body = f'<w:p><w:r><w:t>一、甲</w:t></w:r></w:p><w:altChunk xmlns:r="{relations}" r:id="c1"/><w:p><w:r><w:t>二、丙</w:t></w:r></w:p>'
    with zipfile.ZipFile(io.BytesIO(word_xml(body))) as file:
        members = {name: file.read(name) for name in file.namelist()}
    listed = f'<Relationships><Relationship Id="c1" Type="{relations}/aFChunk" Target="{part}"/></Relationships>'
    members |= {"word/_rels/document.xml.rels": listed.encode(), f"word/{part}": content}
    assert texts(archive(members)) == ["一、甲", "（一）乙。", "二、丙"]


def test_row_that_begins_further_right_keeps_its_columns() -> None:
    def row(*cells: str, before: int = 0) -> str:
        properties = f'<w:trPr><w:gridBefore w:val="{before}"/></w:trPr>' if before else ""
        return (
            f"<w:tr>{properties}{''.join(f'<w:tc><w:p><w:r><w:t>{c}</w:t></w:r></w:p></w:tc>' for c in cells)}</w:tr>"
        )

    table = row("任务", "科室", "时限") + row("修路", "基建科", "九月") + row("体卫科", "十月", before=1)
    assert texts(word_xml(f"<w:tbl>{table}</w:tbl>")) == [
        "任务：修路；科室：基建科；时限：九月",
        "科室：体卫科；时限：十月",
    ]
