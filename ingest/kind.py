"""What kind of file the bytes are, told from the content; a name's ending is often wrong and never asked."""

import io
import re
import zipfile
from enum import StrEnum

LONGEST_OPENING = 4096  # bytes in which a file says what it is


class Kind(StrEnum):
    """The kinds that are read, and those that are refused by name."""

    TEXT = "a text"
    PAGE = "a web page"
    MAIL_PAGE = "a web page with its pictures"
    WORD = "a Word file"
    OLD_WORD = "an old Word or office file"
    PDF = "a PDF"
    OFD = "an OFD paper"
    PICTURE = "a picture"
    ARCHIVE = "an archive"
    LOCKED = "an office file locked with a password"
    SHEET = "a spreadsheet"
    SLIDES = "a presentation"
    OTHER_ARCHIVE = "an archive that is not .zip"
    OTHER = "neither text nor a document"


PICTURES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"II*\0", b"MM\0*", b"GIF8")
OTHER_ARCHIVES = (b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b\x08", b"BZh", b"\xfd7zXZ\0", b"MSCF")
# The streams that an OLE file of each kind holds; names in it are UTF-16.
OLE_STREAMS = (
    ("EncryptedPackage", Kind.LOCKED),
    ("WordDocument", Kind.OLD_WORD),
    ("Workbook", Kind.SHEET),
    ("Book", Kind.SHEET),
    ("PowerPoint Document", Kind.SLIDES),
)
ZIP_PARTS = (("word/", Kind.WORD), ("xl/", Kind.SHEET), ("ppt/", Kind.SLIDES))
OPEN_DOCUMENTS = {"text": Kind.OLD_WORD, "spreadsheet": Kind.SHEET, "presentation": Kind.SLIDES}
TAG = re.compile(rb"<(!doctype\s+html|html|head|body|meta|title|div|table|p|span|br|h[1-6])[\s>/]", re.I)


def find_kind(content: bytes) -> Kind:
    """The kind of the file: of `%PDF-1.7…` a PDF, whatever its name. What shows no kind's mark is taken for text."""
    opening = content[:LONGEST_OPENING]
    if b"%PDF-" in opening[:1024]:
        return Kind.PDF
    if opening.startswith((b"PK\3\4", b"PK\5\6")):
        return _kind_of_zip(content)
    if opening.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return next((kind for name, kind in OLE_STREAMS if name.encode("utf-16-le") in content), Kind.OTHER)
    if opening.startswith(PICTURES) or (opening[:2] == b"BM" and opening[6:10] == b"\0\0\0\0"):
        return Kind.PICTURE
    if opening[:4] == b"RIFF" and opening[8:12] == b"WEBP":
        return Kind.PICTURE
    if opening.startswith(OTHER_ARCHIVES):
        return Kind.OTHER_ARCHIVE
    if opening.lstrip().startswith(b"{\\rtf"):
        return Kind.OLD_WORD
    return _kind_of_text(opening)


def _kind_of_zip(content: bytes) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
            if "mimetype" in names and archive.getinfo("mimetype").file_size < 200:
                said = archive.read("mimetype").decode("ascii", errors="replace")
                return next((k for word, k in OPEN_DOCUMENTS.items() if f"opendocument.{word}" in said), Kind.OTHER)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError):
        return Kind.WORD if b"word/" in content else Kind.ARCHIVE  # its reader says that it is damaged
    if "OFD.xml" in names:
        return Kind.OFD
    if "[Content_Types].xml" not in names:
        return Kind.ARCHIVE
    return next((kind for part, kind in ZIP_PARTS if any(name.startswith(part) for name in names)), Kind.ARCHIVE)


def _kind_of_text(opening: bytes) -> Kind:
    plain = (
        opening.replace(b"\0", b"").removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    )
    plain = plain.lstrip()
    if re.match(rb"(MIME-Version|From|Date|Subject|Content-Type):", plain, re.I):
        return Kind.MAIL_PAGE if b"multipart/related" in plain or b"Content-Type: text/html" in plain else Kind.TEXT
    if plain.startswith(b"<"):
        if b'progid="Word.Document"' in plain or b"schemas.microsoft.com/office/word/2003/wordml" in plain:
            return Kind.OLD_WORD
        return Kind.PAGE if TAG.search(plain) else Kind.TEXT
    return Kind.PAGE if len(TAG.findall(plain)) >= 3 else Kind.TEXT
