"""Old Word files (.doc, .wps), .rtf and .odt, made into .docx by LibreOffice where it is installed."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from ingest.errors import UserError
from ingest.limits import Limits
from ingest.readers.memory import allow_memory
from ingest.readers.package import damaged
from ingest.readers.word import read_word

ENDINGS = ((b"{\\rtf", ".rtf"), (b"PK", ".odt"), (b"<", ".xml"))
# LibreOffice's own settings: it runs no macro and fetches no picture that a file names.
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
"""


def read_old_word(content: bytes, *, name: str, limits: Limits) -> list[tuple[str, int | None]]:
    """The paragraphs of an old office file. Raises UserError where LibreOffice is missing or cannot read it."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise UserError(
            f"{name} is an old Word file, which only LibreOffice reads, and that is not installed; "
            "save it as .docx in Word or WPS and add it again."
        )
    with tempfile.TemporaryDirectory(prefix="eduplan-") as folder:
        made = _convert(program, content, Path(folder), name, limits)
        return read_word(made.read_bytes(), name=name, limits=limits)


def _convert(program: str, content: bytes, folder: Path, name: str, limits: Limits) -> Path:
    ending = next((ending for mark, ending in ENDINGS if content.lstrip().startswith(mark)), ".doc")
    source = folder / f"plan{ending}"
    source.write_bytes(content)
    profile = folder / "profile" / "user"
    profile.mkdir(parents=True)
    (profile / "registrymodifications.xcu").write_text(SETTINGS, encoding="utf-8")
    command = [
        program,
        f"-env:UserInstallation={profile.parent.as_uri()}",
        *("--headless", "--norestore", "--nolockcheck", "--nodefault"),
        *("--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder / "made"), str(source)),
    ]
    with allow_memory(limits.max_image_memory):
        try:
            subprocess.run(
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env=os.environ | {"HOME": str(folder)},
                timeout=limits.max_seconds * 0.9,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise UserError(f"{name} takes LibreOffice too long; save it as .docx and add it again.") from None
    made = folder / "made" / "plan.docx"
    if not made.exists():
        raise damaged(name)
    return made
