import io
import wave
import zipfile

import pytest

from ingest.errors import UserError
from ingest.kind import Kind, find_kind
from tests.ingest.readers.files import LINES, TEXT, archive, page, pdf_file, picture, printed, read, texts, word_file

PAGE = page("".join(f"<p>{line}</p>" for line in LINES))


def sheet() -> bytes:
    return archive({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<w/>"})


def slides() -> bytes:
    return archive({"[Content_Types].xml": b"<Types/>", "ppt/presentation.xml": b"<p/>"})


def sound() -> bytes:
    content = io.BytesIO()
    with wave.open(content, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(8000)
        file.writeframes(bytes(range(256)) * 40)
    return content.getvalue()


@pytest.mark.parametrize("name", ["plan.doc", "plan.txt", "plan.pdf", "plan.html", "plan", "plan.xlsx"])
@pytest.mark.parametrize(
    "content",
    [
        pytest.param(word_file(), id="Word"),
        pytest.param(PAGE, id="page"),
        pytest.param(TEXT.encode(), id="text"),
        pytest.param(TEXT.encode("gb18030"), id="text in GBK"),
        pytest.param(pdf_file([printed(LINES)]), id="PDF"),
    ],
)
def test_content_and_not_the_name_says_what_a_file_is(content: bytes, name: str) -> None:
    assert texts(content, source=name) == list(LINES)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (word_file(), Kind.WORD),
        (pdf_file([[]]), Kind.PDF),
        (PAGE, Kind.PAGE),
        (PAGE.decode().encode("utf-16"), Kind.PAGE),
        (b"\n\n  <table><tr><td>x", Kind.PAGE),
        (b"<<plan>> a < b", Kind.TEXT),
        (picture(), Kind.PICTURE),
        (picture(form="JPEG"), Kind.PICTURE),
        (picture(form="TIFF"), Kind.PICTURE),
        (picture(form="BMP"), Kind.PICTURE),
        (picture(form="WEBP"), Kind.PICTURE),
        (archive({"a.txt": b"x"}), Kind.ARCHIVE),
        (b"{\\rtf1\\ansi x}", Kind.OLD_WORD),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), Kind.OLD_WORD),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), Kind.LOCKED),
        (sheet(), Kind.SHEET),
        (slides(), Kind.SLIDES),
        (b"Rar!\x1a\x07\x01", Kind.OTHER_ARCHIVE),
        (b"", Kind.TEXT),
    ],
)
def test_mark_of_each_kind(content: bytes, kind: Kind) -> None:
    assert find_kind(content) is kind


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (sheet(), "is a spreadsheet, not a plan's text; save the plan's text as"),
        (slides(), "is a presentation, not a plan's text; save the plan's text as"),
        (b"7z\xbc\xaf\x27\x1c" + bytes(90), r"is an archive that is not \.zip, not a plan's text; unpack it"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "locked with a password.*; unlock it",
        ),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(900), "is neither text nor a document, not a plan's text; save"),
        (sound(), "is not a text file; save the plan as"),
        (b"MZ\x90\0" + bytes(range(256)) * 9, "is not a text file; save the plan as"),
        (b"\0\0\0\x18ftypmp42" + bytes(range(256)) * 9, "is not a text file; save the plan as"),
    ],
)
def test_file_that_is_no_plan_is_refused_by_name_with_a_way_out(content: bytes, said: str) -> None:
    with pytest.raises(UserError, match=rf"^plans/要点 .*{said}"):
        read(content)


def test_zip_file_without_word_is_an_archive_of_plans() -> None:
    assert zipfile.is_zipfile(io.BytesIO(word_file()))
    assert find_kind(archive({"word/要点.txt": TEXT.encode()})) is Kind.ARCHIVE
