"""Old office files; what needs LibreOffice is skipped where it is not installed."""

import shutil
import subprocess
from pathlib import Path

import pytest

from ingest.errors import UserError
from ingest.limits import Limits
from ingest.readers.old_word import read_old_word
from tests.ingest.readers.files import LINES, texts, word_file

needs_office = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")


@needs_office
@pytest.mark.parametrize("ending", ["doc", "rtf", "odt"])
def test_old_file_is_read_as_its_lines(tmp_path: Path, ending: str) -> None:
    (tmp_path / "要点.docx").write_bytes(word_file())
    command = [
        "soffice",
        f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
        ending,
    ]
    subprocess.run([*command, "--outdir", str(tmp_path), str(tmp_path / "要点.docx")], check=True, capture_output=True)
    assert texts((tmp_path / f"要点.{ending}").read_bytes(), source="要点.doc") == list(LINES)


def test_way_out_is_named_where_libreoffice_is_missing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(
        UserError, match=r"^a\.doc is an old Word file, which only LibreOffice reads, .*; save it as \.docx"
    ):
        read_old_word(b"{\\rtf1 x}", name="a.doc", limits=Limits())


def test_libreoffice_that_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\nexec sleep 60\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    with pytest.raises(UserError, match=r"^a\.doc takes LibreOffice too long; save it as \.docx"):
        read_old_word(b"{\\rtf1 x}", name="a.doc", limits=Limits(max_seconds=0.5))


def test_file_that_libreoffice_cannot_read_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\nexit 1\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    with pytest.raises(UserError, match=r"^a\.doc is damaged"):
        read_old_word(b"{\\rtf1 x}", name="a.doc", limits=Limits())
