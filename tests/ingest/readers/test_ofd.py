"""OFD papers are read in the order of their pages, and what cannot be read is refused with the way out."""

import io
import zipfile

import pytest

from ingest.document import Line
from ingest.errors import UserError
from tests.ingest.readers.files import LINES, archive, ofd_file, read, texts

Text = tuple[float, float, str]


def printed(lines: list[str], *, left: float = 25, top: float = 30) -> list[Text]:
    return [(left, top + 9 * number, line) for number, line in enumerate(lines)]


def test_paragraphs_are_read_with_their_pages() -> None:
    pages = [printed(["望汀区教育局2025年工作要点", "一、守住底线", "（一）管好校车。"]), printed(["（二）办好食堂。"])]
    assert read(ofd_file(pages), source="要点.ofd").lines == (
        Line(1, "望汀区教育局2025年工作要点", 1),
        Line(2, "一、守住底线", 1),
        Line(3, "（一）管好校车。", 1),
        Line(4, "（二）办好食堂。", 2),
    )


def test_lines_of_a_paragraph_are_put_together_and_signs_set_one_by_one_too() -> None:
    long = "全区校车六十辆全部安装定位装置驾驶员每学期培训一次每月检查一回"
    page = [(35.0, 30.0, long[:30]), (25.0, 39.0, long[30:] + "，查出的毛病三日内修好。")]
    spelt = [(25.0 + 5 * place, 60.0, sign) for place, sign in enumerate("一、守住底线")]
    assert texts(ofd_file([[*page, *spelt]]), source="要点.ofd") == [long + "，查出的毛病三日内修好。", "一、守住底线"]


def test_table_is_told_row_by_row() -> None:
    rows = [("学校", "范围", "电话"), ("一小", "榕树街", "5510001"), ("二小", "桥头街", "5510002")]
    page = [
        (25 + 50 * column, 30 + 10 * place, cell) for place, row in enumerate(rows) for column, cell in enumerate(row)
    ]
    assert texts(ofd_file([page]), source="范围.ofd") == [
        "学校：一小；范围：榕树街；电话：5510001",
        "学校：二小；范围：桥头街；电话：5510002",
    ]


def test_watermark_that_is_set_aslant_is_left_out() -> None:
    with zipfile.ZipFile(io.BytesIO(ofd_file([printed(list(LINES))]))) as file:
        members = {name: file.read(name) for name in file.namelist()}
    name = "Doc_0/Pages/Page_0/Content.xml"
    members[name] = members[name].replace(b"<ofd:TextObject ", b'<ofd:TextObject CTM="0.7 0.7 -0.7 0.7 0 0" ', 1)
    assert texts(archive(members), source="要点.ofd") == list(LINES[1:])


@pytest.mark.parametrize(
    ("members", "reason"),
    [
        ({"OFD.xml": b"<OFD><DocBody><DocRoot>Doc_0/Document.xml</DocRoot></DocBody></OFD>"}, "damaged"),
        ({"OFD.xml": b"<OFD"}, "damaged"),
        (None, "pictures of pages and no text"),
    ],
)
def test_what_cannot_be_read_is_refused(members: dict[str, bytes] | None, reason: str) -> None:
    content = ofd_file([[]]) if members is None else archive(members)
    with pytest.raises(UserError, match=reason):
        read(content, source="要点.ofd")


def test_archive_of_other_files_than_documents_is_refused_by_name() -> None:
    with pytest.raises(UserError, match=r"holds no documents, but files of another kind \(a\.class\)"):
        read(archive({"a.class": b"\xca\xfe", "b.json": b"{}"}), source="a.zip")
