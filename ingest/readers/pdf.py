"""PDFs through pypdfium2, the PDF engine of Chrome: its text with places; pages without text are pictures."""

import ctypes
import math
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

import pypdfium2
from pypdfium2 import raw

from ingest.errors import UserError
from ingest.limits import Limits
from ingest.readers.grid import Box, Grid, find_grids
from ingest.readers.layout import PIECE_GAP, read_layout
from ingest.readers.package import damaged
from ingest.readers.picture import LONGEST_SIDE, check_extra, recognise
from ingest.readers.pieces import Piece
from ingest.readers.ruled_table import ruled_rows

LEAST_CHARACTERS = 8  # on a page with a text layer; fewer are a stamp or a page number over a scan
LARGEST_SHARE_UNREADABLE = 0.3  # of a text layer's characters; above it, the fonts say not which they are
LEAST_OVERLAP = 0.5  # of the lower of two signs' heights, that those of one line share
LEAST_UPRIGHT = 0.2  # of a page's signs; a page of fewer stands on its side
SLANT = math.radians(10)  # from which on a sign is turned, as those of a watermark are
SCAN_SCALE = 200 / 72  # pixels a point: 200 dots an inch
Cell = tuple[int, int] | None  # which of the page's drawn tables, and which cell of it; None outside of them


def read_pdf(
    content: bytes, *, name: str, limits: Limits, before_recognition: Callable[[], None]
) -> tuple[list[tuple[str, int | None]], str]:
    """The paragraphs of a PDF with their pages, scanned ones recognised after `before_recognition` is told; and what to
    say of the pages that were left out, as they are pictures and what recognises these is missing.

    Raises UserError where it is damaged, locked or too long, or where all of it is scanned and the extra is missing.
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
        pages = [_page(pdf, number) for number in range(1, len(pdf) + 1)]
        scanned = [number for number, page in enumerate(pages, 1) if page is None]
        left_out = ""
        if scanned:
            try:
                check_extra(name)
            except UserError:
                if not any(pages):
                    raise
                left_out = pictures_left_out(name, scanned)
        for number in scanned if not left_out else ():
            before_recognition()
            pages[number - 1] = _recognised(pdf, number, limits)
    except pypdfium2.PdfiumError as error:
        raise damaged(name) from error
    finally:
        pdf.close()
    return read_layout([page or [] for page in pages]), left_out


def pictures_left_out(name: str, pages: Sequence[int]) -> str:
    """What is said of the pages that could not be read: `a.pdf: pages 2, 3 are pictures, …`."""
    told = f"page {pages[0]} is a picture" if len(pages) == 1 else f"pages {', '.join(map(str, pages))} are pictures"
    return (
        f"{name}: {told} of a text, and what recognises it is not installed; the rest was read. "
        "Run pip install 'eduplan[ocr]' and add it again."
    )


def _page(pdf: pypdfium2.PdfDocument, number: int) -> list[Piece] | None:
    """The page's text; None where it is a picture of text."""
    page = pdf[number - 1]
    text_page = page.get_textpage()
    try:
        height = page.get_height()
        grids = find_grids(_drawn(page, height))
        placed = list(_pieces(text_page, height, number, grids))
        text = "".join(piece.text for piece, _ in placed)
        return (
            None if not _is_readable(text) and _has_picture(page, text) else list(_with_tables(placed, grids, number))
        )
    finally:
        text_page.close()
        page.close()


def _recognised(pdf: pypdfium2.PdfDocument, number: int, limits: Limits) -> list[Piece]:
    page = pdf[number - 1]
    try:
        picture = page.render(scale=min(SCAN_SCALE, LONGEST_SIDE / max(page.get_size()))).to_pil()
        return recognise(picture.convert("RGB"), page=number, limits=limits)
    finally:
        page.close()


def _drawn(page: pypdfium2.PdfPage, height: float) -> Iterator[Box]:
    """What is drawn on the page: lines, and the boxes of shapes."""
    for drawing in page.get_objects(filter=(raw.FPDF_PAGEOBJ_PATH,), max_depth=1):
        left, bottom, right, top = drawing.get_bounds()
        yield Box(left, height - top, right, height - bottom)


def _with_tables(placed: Sequence[tuple[Piece, Cell]], grids: Sequence[Grid], number: int) -> Iterator[Piece]:
    """The page's pieces, those in the cells of a drawn table as its rows."""
    yield from (piece for piece, cell in placed if cell is None)
    for index, grid in enumerate(grids):
        inside = [(piece, cell[1]) for piece, cell in placed if cell is not None and cell[0] == index]
        if inside:
            yield from ruled_rows(inside, grid, table=(number, index))


def _pieces(
    text_page: pypdfium2.PdfTextPage, height: float, number: int, grids: Sequence[Grid]
) -> Iterator[tuple[Piece, Cell]]:
    """Stretches of the page without wide gaps in them, each with the drawn cell that it stands in."""
    signs: list[str] = []
    box: tuple[float, float, float, float] | None = None
    pending = ""
    cell: Cell = None
    for sign, place in _characters(text_page):
        if place is None:
            pending = sign
            continue
        left, bottom, right, top = place
        own = _cell_at((left + right) / 2, height - (bottom + top) / 2, grids) if grids else None
        is_new = box is not None and (
            own != cell
            or left - box[2] > PIECE_GAP * max(top - bottom, box[3] - box[1])  # a font may box 一 tightly
            or left < box[0]
            or min(top, box[3]) - max(bottom, box[1]) < LEAST_OVERLAP * min(top - bottom, box[3] - box[1])
        )
        if box is not None and (is_new or pending == "\n"):
            yield Piece("".join(signs), box[0], height - box[3], box[2], height - box[1], number), cell
            signs, box, pending = [], None, ""
        cell = own
        signs.append((pending if signs else "") + sign)
        pending = ""
        box = (
            (left, bottom, right, top)
            if box is None
            else (box[0], min(box[1], bottom), max(box[2], right), max(box[3], top))
        )
    if box is not None:
        yield Piece("".join(signs), box[0], height - box[3], box[2], height - box[1], number), cell


def _cell_at(x: float, y: float, grids: Sequence[Grid]) -> Cell:
    for index, grid in enumerate(grids):
        if (cell := grid.cell_at(x, y)) is not None:
            return index, cell
    return None


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
