"""The reader that fits a file's content, and what it gives: paragraphs as a Document, or an archive's members."""

from collections.abc import Callable
from dataclasses import dataclass

from ingest.document import Document, make_document
from ingest.errors import UserError
from ingest.kind import Kind, find_kind
from ingest.limits import Limits
from ingest.readers.archive import Member, read_archive
from ingest.readers.ofd import read_ofd
from ingest.readers.old_word import read_old_word
from ingest.readers.page import read_mail_page, read_page
from ingest.readers.pdf import read_pdf
from ingest.readers.picture import read_picture
from ingest.readers.text import read_text
from ingest.readers.word import read_word

WAYS_OUT = {
    Kind.LOCKED: "unlock it in the program that made it and add it again",
    Kind.SHEET: "save the plan's text as .docx or .txt and add that",
    Kind.SLIDES: "save the plan's text as .docx or .txt and add that",
    Kind.OTHER_ARCHIVE: "unpack it and add the files, or pack them as .zip",
    Kind.OTHER: "save the plan as .docx, .pdf or .txt and add that",
}


@dataclass(frozen=True, slots=True)
class Contents:
    """What a file holds: a document, or an archive's members; `left_out` says what of the document was not read."""

    document: Document | None = None
    members: tuple[Member, ...] = ()
    left_out: str = ""


def read_contents(
    content: bytes, *, name: str, source: str, limits: Limits, before_recognition: Callable[[], None]
) -> Contents:
    """What the file holds. `name` is what messages call it; `before_recognition` is told before what takes minutes.

    Raises UserError where it is refused.
    """
    kind = find_kind(content)
    if kind in WAYS_OUT:
        raise UserError(f"{name} is {kind}, not a plan's text; {WAYS_OUT[kind]}.")
    if kind is Kind.ARCHIVE:
        return Contents(members=tuple(read_archive(content, name=name, limits=limits)))
    if kind is Kind.TEXT:
        return Contents(read_text(content, name=name, source=source))
    left_out = ""
    if kind is Kind.PDF:
        paragraphs, left_out = read_pdf(content, name=name, limits=limits, before_recognition=before_recognition)
    elif kind is Kind.PICTURE:
        paragraphs = read_picture(content, name=name, limits=limits, before_recognition=before_recognition)
    elif kind is Kind.OFD:
        paragraphs = read_ofd(content, name=name, limits=limits)
    elif kind in (Kind.WORD, Kind.OLD_WORD):
        paragraphs = (read_word if kind is Kind.WORD else read_old_word)(content, name=name, limits=limits)
    else:
        paragraphs = (read_page if kind is Kind.PAGE else read_mail_page)(content, name=name)
    return Contents(make_document(paragraphs, source=source), left_out=left_out)
