"""Files that try to break what reads them: each is refused or read in bounded time, and the next one goes in."""

import io
import os
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.apart import FileReader
from ingest.errors import UserError
from ingest.limits import Limits
from tests.ingest.readers.files import LINES, SHARED, TEXT, archive, page, pdf_file, printed, word_file, word_xml

LAUGHS = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))
BAD: dict[str, Callable[[], bytes]] = {
    "a Word file that unpacks to a thousand times its size": lambda: word_xml(
        "<w:p><w:r><w:t>" + "甲" * 30_000_000 + "</w:t></w:r></w:p>"
    ),
    "entities of entities": lambda: _with_document(f"<!DOCTYPE w [<!ENTITY l0 '哈'>{LAUGHS}]><w>&l9;</w>"),
    "an entity that names a file": lambda: _with_document(
        '<!DOCTYPE w [<!ENTITY f SYSTEM "file:///etc/passwd">]><w>&f;</w>'
    ),
    "XML nested deep": lambda: word_xml("<w:sdt>" * 100_000 + "</w:sdt>" * 100_000),
    "tables in tables": lambda: word_xml("<w:tbl><w:tr><w:tc>" * 60 + "</w:tc></w:tr></w:tbl>" * 60),
    "a Word file cut off": lambda: word_file()[:2000],
    "a Word file whose text is damaged": lambda: _with_document("<w:document><w:body>"),
    "a Word file without text": lambda: word_xml(""),
    "tags nested deep": lambda: page("<div>" * 100_000 + "</div>" * 100_000),
    "a page of tags that never end": lambda: page("<b><i>" * 300_000),
    "a PDF of nothing": lambda: b"%PDF-1.7\n" + b"\0" * 5000,
    "a PDF whose text is garbled": lambda: pdf_file([printed(LINES)]).replace(b"stream", b"strxxm"),
    "a text too long for a plan": lambda: ("课" * 999 + "\n").encode() * 1_100,
    "null bytes": lambda: b"\0" * 100_000,
    "a picture cut off": lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 200,
    "old Word's mark alone": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
}


def _with_document(xml: str) -> bytes:
    return archive({"[Content_Types].xml": b"<Types/>", "word/document.xml": xml.encode()})


@pytest.mark.parametrize("name", BAD)
def test_bad_file_is_refused_by_name_in_bounded_time_and_the_next_one_is_read(name: str) -> None:
    content = BAD[name]()
    begun = time.monotonic()
    with pytest.raises(UserError, match=r"^plans/bad\.docx ") as refused:
        SHARED.read(content, name="plans/bad.docx", source="bad.docx")
    assert time.monotonic() - begun < 20
    assert "\n" not in str(refused.value)
    (document,), _ = SHARED.read(word_file(), name="plans/a.docx", source="a.docx")
    assert [line.text for line in document.lines] == list(LINES)


@pytest.mark.parametrize(
    ("content", "opening"),
    [
        pytest.param(("课" * 900_000).encode(), "课课课", id="one line of nine hundred thousand characters"),
        pytest.param(
            page("<p>" + "课" * 900_000 + "</p>"), "课课课", id="one paragraph of nine hundred thousand characters"
        ),
        pytest.param(
            page("<table>" + "<tr><td>甲</td><td>乙</td></tr>" * 30_000 + "</table>"), "甲；乙", id="an endless table"
        ),
        pytest.param(page("<p>一、甲</p>\0\0<p>乙\0丙</p>"), "一、甲", id="null bytes in a page"),
        pytest.param(
            page('<table><tr><td colspan="99999999">甲</td><td rowspan="99999999">乙</td></tr></table>'),
            "甲",
            id="huge spans",
        ),
    ],
)
def test_odd_file_is_read_in_bounded_time(content: bytes, opening: str) -> None:
    begun = time.monotonic()
    (document,), _ = SHARED.read(content, name="plans/odd.html", source="odd.html")
    assert document.lines[0].text.startswith(opening)
    assert time.monotonic() - begun < 30


def test_file_that_takes_too_long_is_refused_and_the_next_one_is_read(tmp_path: Path) -> None:
    slow = pdf_file([printed(LINES * 10)] * 100)
    with FileReader(Limits(max_seconds=0.01)) as reader:
        with pytest.raises(UserError, match=r"^plans/slow\.pdf takes too long to read; save it anew"):
            reader.read(slow, name="plans/slow.pdf", source="slow.pdf")
        (document,), _ = reader.read(TEXT.encode(), name="plans/a.txt", source="a.txt")
        assert document.lines


def test_file_that_takes_too_much_memory_is_refused() -> None:
    wide = page("<p>" + "课</p><p>" * 2_000_000 + "</p>")
    with FileReader(Limits(max_memory=300 << 20, max_image_memory=300 << 20)) as reader:
        with pytest.raises(UserError, match=r"^plans/wide\.html "):
            reader.read(wide, name="plans/wide.html", source="wide.html")
        (document,), _ = reader.read(page("<p>一、甲</p>"), name="plans/a.html", source="a.html")
        assert document.lines


def test_plain_text_needs_no_second_process_and_a_batch_of_others_one() -> None:
    with FileReader() as reader:
        reader.read(TEXT.encode(), name="a.txt", source="a.txt")
        assert reader._process is None
        reader.read(word_file(), name="a.docx", source="a.docx")
        first = reader._process
        assert first is not None
        reader.read(page(TEXT), name="a.html", source="a.html")
        assert reader._process is first
    assert first.poll() is not None


def test_process_that_was_ended_is_started_anew() -> None:
    with FileReader() as reader:
        reader.read(word_file(), name="a.docx", source="a.docx")
        assert reader._process is not None
        reader._process.kill()
        reader._process.wait()
        assert reader.read(word_file(), name="a.docx", source="a.docx")[0]


def test_file_larger_than_is_read_is_refused_before_it_is_looked_at() -> None:
    with FileReader(Limits(max_bytes=1_500_000)) as reader:
        with pytest.raises(
            UserError, match=r"^a\.txt has more than 1\.5 MB, too much for a plan \(EDUPLAN_MAX_BYTES\); add"
        ):
            reader.read(bytes(1_500_001), name="a.txt", source="a.txt")
        assert reader._process is None


def test_archive_with_more_names_than_memory_is_refused() -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as file:
        for number in range(3_000):
            file.writestr(f"{number}.txt", "")
    with pytest.raises(UserError, match=r"^all\.zip holds more than 2,000 files"):
        SHARED.read(content.getvalue(), name="all.zip", source="all.zip")


def test_nothing_is_left_in_the_folder_of_passing_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with FileReader() as reader:
        reader.read(word_file(), name="a.docx", source="a.docx")
        assert os.listdir(tmp_path)
    assert os.listdir(tmp_path) == []
