"""PDFs through pypdfium2, the PDF engine of Chrome: its text with places; pages without text are pictures."""

import ctypes
import math
from collections import Counter
from collections.abc import Callable, Iterator

import pypdfium2
from pypdfium2 import raw

from ingest.errors import UserError
from ingest.limits import Limits
from ingest.readers.layout import PIECE_GAP, Piece, read_layout
from ingest.readers.package import damaged
from ingest.readers.picture import LONGEST_SIDE, check_extra, recognise

LEAST_CHARACTERS = 8  # on a page with a text layer; fewer are a stamp or a page number over a scan
LARGEST_SHARE_UNREADABLE = 0.3  # of a text layer's characters; above it, the fonts say not which they are
LEAST_OVERLAP = 0.5  # of the lower of two signs' heights, that those of one line share
LEAST_UPRIGHT = 0.2  # of a page's signs; a page of fewer stands on its side
SLANT = math.radians(10)  # from which on a sign is turned, as those of a watermark are
SCAN_SCALE = 200 / 72  # pixels a point: 200 dots an inch


def read_pdf(
    content: bytes, *, name: str, limits: Limits, before_recognition: Callable[[], None]
) -> list[tuple[str, int | None]]:
    """The paragraphs of a PDF with their pages, scanned ones recognised after `before_recognition` is told.

    Raises UserError where it is damaged, locked or too long, or where it is scanned and the extra is missing.
    """
    try:
        pdf = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if raw.FPDF_GetLastError() == raw.FPDF_ERR_PASSWORD or "assword" in str(error):
            raise UserError(f"{name} is locked with a password; save it without one and add it again.") from None
        raise damaged(name) from error
    try:
        if len(pdf) > limits.max_pages:
            raise UserError(
                f"{name} has {len(pdf)} pages, more than {limits.max_pages} (EDUPLAN_MAX_PAGES); add the plan's pages alone."
            )
        pages: list[list[Piece]] = []
        for number in range(1, len(pdf) + 1):
            pieces = _page(pdf, number)
            if pieces is None:
                before_recognition()
                pieces = _recognised(pdf, number, name, limits)
            pages.append(pieces)
    except pypdfium2.PdfiumError as error:
        raise damaged(name) from error
    finally:
        pdf.close()
    return read_layout(pages)


def _page(pdf: pypdfium2.PdfDocument, number: int) -> list[Piece] | None:
    """The page's text; None where it is a picture of text."""
    page = pdf[number - 1]
    text_page = page.get_textpage()
    try:
        pieces = list(_pieces(text_page, page.get_height(), number))
        text = "".join(piece.text for piece in pieces)
        return None if not _is_readable(text) and _has_picture(page, text) else pieces
    finally:
        text_page.close()
        page.close()


def _recognised(pdf: pypdfium2.PdfDocument, number: int, name: str, limits: Limits) -> list[Piece]:
    check_extra(name)
    page = pdf[number - 1]
    try:
        picture = page.render(scale=min(SCAN_SCALE, LONGEST_SIDE / max(page.get_size()))).to_pil()
        return recognise(picture.convert("RGB"), page=number, limits=limits)
    finally:
        page.close()


def _pieces(text_page: pypdfium2.PdfTextPage, height: float, number: int) -> Iterator[Piece]:
    """Stretches of the page without wide gaps in them."""
    signs: list[str] = []
    box: tuple[float, float, float, float] | None = None
    pending = ""
    for sign, place in _characters(text_page):
        if place is None:
            pending = sign
            continue
        left, bottom, right, top = place
        is_new = box is not None and (
            left - box[2] > PIECE_GAP * max(top - bottom, box[3] - box[1])  # a font may box 一 tightly
            or left < box[0]
            or min(top, box[3]) - max(bottom, box[1]) < LEAST_OVERLAP * min(top - bottom, box[3] - box[1])
        )
        if box is not None and (is_new or pending == "\n"):
            yield Piece("".join(signs), box[0], height - box[3], box[2], height - box[1], number)
            signs, box, pending = [], None, ""
        signs.append((pending if signs else "") + sign)
        pending = ""
        box = (
            (left, bottom, right, top)
            if box is None
            else (box[0], min(box[1], bottom), max(box[2], right), max(box[3], top))
        )
    if box is not None:
        yield Piece("".join(signs), box[0], height - box[3], box[2], height - box[1], number)


def _characters(text_page: pypdfium2.PdfTextPage) -> Iterator[tuple[str, tuple[float, float, float, float] | None]]:
    """Each character with its box; white space and line ends, which pdfium makes up, without one."""
    rect = raw.FS_RECTF()
    place = ctypes.byref(rect)
    high = 0
    turned = _turned(text_page)
    for index in range(text_page.count_chars()):
        if index in turned:
            continue
        code = raw.FPDFText_GetUnicode(text_page.raw, index)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            code, high = 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00 if high else 0xFFFD, 0
        sign = chr(code)
        if sign in "\r\n":
            yield "\n", None
        elif sign.isspace():
            yield " ", None
        elif code >= 32 and code != 0xFFFE and raw.FPDFText_GetLooseCharBox(text_page.raw, index, place):
            yield sign, (rect.left, rect.bottom, rect.right, rect.top)


def _turned(text_page: pypdfium2.PdfTextPage) -> frozenset[int]:
    """The indexes of the signs that stand aslant to most of the page: a watermark's."""
    angles = [raw.FPDFText_GetCharAngle(text_page.raw, index) for index in range(text_page.count_chars())]
    told = Counter(round(angle, 1) for angle in angles if angle >= 0)
    is_upright = told[0.0] >= LEAST_UPRIGHT * told.total()
    main = 0.0 if is_upright or not told else told.most_common(1)[0][0]
    return frozenset(index for index, angle in enumerate(angles) if angle >= 0 and _apart(angle, main) > SLANT)


def _apart(angle: float, other: float) -> float:
    """How far two directions are apart, the shorter way round."""
    turn = abs(angle - other) % math.tau
    return min(turn, math.tau - turn)


def _is_readable(text: str) -> bool:
    unknown = sum(sign == "\ufffd" or "\ue000" <= sign <= "\uf8ff" for sign in text)
    return len(text) >= LEAST_CHARACTERS and unknown <= len(text) * LARGEST_SHARE_UNREADABLE


def _has_picture(page: pypdfium2.PdfPage, text: str) -> bool:
    return bool(text) or next(page.get_objects(filter=(raw.FPDF_PAGEOBJ_IMAGE,), max_depth=3), None) is not None
