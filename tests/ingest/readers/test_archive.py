import io
import stat
import zipfile

import pytest

from ingest.apart import FileReader
from ingest.errors import UserError
from ingest.limits import Limits
from tests.ingest.readers.files import LINES, SHARED, TEXT, archive, word_file


def sources(content: bytes) -> list[str]:
    documents, _ = SHARED.read(content, name="plans/all.zip", source="all.zip")
    return [document.source for document in documents]


def reasons(content: bytes) -> list[str]:
    return [refusal.reason for refusal in SHARED.read(content, name="plans/all.zip", source="all.zip")[1]]


def test_each_file_is_a_document_named_after_archive_and_file() -> None:
    content = archive({"要点.txt": TEXT.encode(), "2023/方案.docx": word_file()})
    documents, refusals = SHARED.read(content, name="plans/all.zip", source="all.zip")
    assert [document.source for document in documents] == ["all.zip/要点.txt", "all.zip/2023/方案.docx"]
    assert [[line.text for line in document.lines] for document in documents] == [list(LINES), list(LINES)]
    assert refusals == ()


def test_hidden_files_and_what_systems_leave_are_no_plans() -> None:
    names = ["__MACOSX/._要点.txt", ".DS_Store", "plans/.git/config", "~$要点.docx", "Thumbs.db", "desktop.ini"]
    assert sources(archive({**dict.fromkeys(names, b"\0\0"), "要点.txt": TEXT.encode()})) == ["all.zip/要点.txt"]


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8"])
def test_names_without_the_mark_of_utf8_are_read_as_chinese(encoding: str) -> None:
    stand_in = "x" * len("工作要点.txt".encode(encoding))
    content = archive({stand_in: TEXT.encode()}).replace(stand_in.encode(), "工作要点.txt".encode(encoding))
    assert sources(content) == ["all.zip/工作要点.txt"]


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("../../etc/要点.txt", "all.zip/etc/要点.txt"),
        ("/etc/要点.txt", "all.zip/etc/要点.txt"),
        ("C:\\plans\\要点.txt", "all.zip/plans/要点.txt"),
        ("./a/../要点.txt", "all.zip/a/要点.txt"),
    ],
)
def test_name_that_leads_out_of_the_archive_leads_nowhere(name: str, source: str) -> None:
    assert sources(archive({name: TEXT.encode()})) == [source]


def test_files_of_one_name_are_told_apart() -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as file:
        file.writestr("要点.txt", TEXT)
        with pytest.warns(UserWarning, match="Duplicate name"):
            file.writestr("要点.txt", TEXT)
    assert sources(content.getvalue()) == ["all.zip/要点.txt", "all.zip/要点.txt (2)"]


def test_link_is_refused_and_the_rest_goes_in() -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as file:
        link = zipfile.ZipInfo("链接.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        file.writestr(link, "/etc/passwd")
        file.writestr("要点.txt", TEXT)
    assert sources(content.getvalue()) == ["all.zip/要点.txt"]
    assert reasons(content.getvalue()) == [
        "plans/all.zip/链接.txt is a link to another file; put that file in the archive."
    ]


def test_archive_in_an_archive_is_refused_and_the_rest_goes_in() -> None:
    content = archive({"inner.zip": archive({"要点.txt": TEXT.encode()}), "要点.txt": TEXT.encode()})
    assert sources(content) == ["all.zip/要点.txt"]
    assert reasons(content) == ["plans/all.zip/inner.zip is an archive in an archive; unpack it and add the files."]


def test_bad_files_are_refused_each_by_name_and_the_rest_goes_in() -> None:
    content = archive(
        {
            "空.txt": b"",
            "坏.docx": word_file()[:900],
            "图.exe": b"MZ" + bytes(range(256)) * 9,
            "要点.txt": TEXT.encode(),
        }
    )
    assert sources(content) == ["all.zip/要点.txt"]
    for reason, name in zip(
        reasons(content), ("空.txt is empty", "坏.docx is damaged", "图.exe is not a text file"), strict=True
    ):
        assert reason.startswith(f"plans/all.zip/{name}")


def test_locked_file_is_refused() -> None:
    content = bytearray(archive({"要点.txt": TEXT.encode()}))
    content[6] |= 1  # the flag, in the file's own header and in the archive's list
    content[content.index(b"PK\1\2") + 8] |= 1
    assert "is locked with a password" in reasons(bytes(content))[0]


@pytest.mark.parametrize(
    ("content", "limits", "said"),
    [
        pytest.param(archive({}), Limits(), "holds no files", id="nothing"),
        pytest.param(archive({".hidden": b"x"}), Limits(), "holds no files", id="nothing to see"),
        pytest.param(archive({"a": bytes(60_000_000)}), Limits(), r"unpacks to [\d,]+ times its size", id="a bomb"),
        pytest.param(archive({"a": bytes(9_000)}), Limits(max_unpacked=8_000), r"EDUPLAN_MAX_UNPACKED", id="too large"),
        pytest.param(
            archive({str(n): b"" for n in range(30)}), Limits(max_members=20), "more than 20 files", id="too many"
        ),
        pytest.param(archive({"a": TEXT.encode()})[:-30], Limits(), "is damaged", id="broken off"),
    ],
)
def test_archive_beyond_bounds_is_refused_by_name(content: bytes, limits: Limits, said: str) -> None:
    with FileReader(limits) as reader, pytest.raises(UserError, match=rf"^plans/all\.zip .*{said}"):
        reader.read(content, name="plans/all.zip", source="all.zip")


def test_member_that_lies_about_its_size_is_refused() -> None:
    content = archive({"a.txt": TEXT.encode() * 200})
    real = len(TEXT.encode() * 200).to_bytes(4, "little")
    assert reasons(content.replace(real, (10).to_bytes(4, "little")))[0].startswith("plans/all.zip/a.txt")
