"""OFD papers, China's own page format (GB/T 33190-2016): a zip of XML that sets each text at its place on the page."""

import posixpath
import re
from collections.abc import Iterator, Sequence

from lxml import etree

from ingest.errors import UserError
from ingest.limits import Limits
from ingest.readers.layout import read_layout
from ingest.readers.package import Package, damaged, open_package
from ingest.readers.pieces import Piece
from ingest.readers.xml import parse_xml

NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
LETTER_GAP = 0.6  # of a letter's height, up to which what follows on the line belongs to the same words
WORD_GAP = 0.15  # of the same, from which on a space stands between Latin words
DEFAULT_SIZE = 5.0  # millimetres; every text should give its own


def read_ofd(content: bytes, *, name: str, limits: Limits) -> list[tuple[str, int | None]]:
    """The paragraphs of an OFD paper with their pages. Raises UserError where it is damaged, too long or holds no text."""
    with open_package(content, name=name, limits=limits) as package:
        pages = list(_pages(package, name))
        if len(pages) > limits.max_pages:
            raise UserError(
                f"{name} has {len(pages)} pages, more than {limits.max_pages} (EDUPLAN_MAX_PAGES); "
                "add the plan's pages alone."
            )
        pieces = [_joined(list(_texts(page, number))) for number, page in enumerate(pages, 1)]
    if not any(pieces):
        raise UserError(f"{name} holds pictures of pages and no text; save it as .pdf and add that.")
    return read_layout(pieces)


def _pages(package: Package, name: str) -> Iterator[etree._Element]:
    """The pages in the order in which the paper lists them."""
    for root in _found(_parse(package, "OFD.xml", name), "DocRoot"):
        path = _member(package, (root.text or "").strip(), "")
        if path is None:
            raise damaged(name)
        document = _parse(package, path, name)
        for listed in _found(document, "Page"):
            page = _member(package, listed.get("BaseLoc", ""), posixpath.dirname(path))
            if page is not None:
                yield _parse(package, page, name)


def _member(package: Package, location: str, folder: str) -> str | None:
    """The member that a location names: from the package's root where it begins with a slash or is found there alone."""
    below = posixpath.normpath(posixpath.join(folder, location.lstrip("/")))
    paths = (location.lstrip("/"), below) if location.startswith("/") else (below, posixpath.normpath(location))
    return next((path for path in paths if package.holds(path)), None)


def _parse(package: Package, member: str, name: str) -> etree._Element:
    if not package.holds(member):
        raise damaged(name)
    return parse_xml(package.read(member), name=name)


def _found(root: etree._Element, tag: str) -> Iterator[etree._Element]:
    """The elements of that name, whatever prefix or edition of the standard their namespace has."""
    yield from root.iter(f"{{*}}{tag}", tag)


def _texts(page: etree._Element, number: int) -> Iterator[Piece]:
    for shown in _found(page, "TextObject"):
        left, top = (*_numbers(shown.get("Boundary")), 0.0, 0.0)[:2]
        matrix = _numbers(shown.get("CTM")) or [1.0, 0.0, 0.0, 1.0, 0.0, 0.0]
        if len(matrix) < 6 or abs(matrix[1]) > 0.01 or abs(matrix[2]) > 0.01:
            continue  # set aslant: a watermark
        across, down = matrix[0] or 1.0, matrix[3] or 1.0
        size = (_numbers(shown.get("Size")) or [DEFAULT_SIZE])[0]
        x, y = 0.0, size
        for code in _found(shown, "TextCode"):
            text = (code.text or "").strip("\n")
            x, y = (_numbers(code.get("X")) or [x])[0], (_numbers(code.get("Y")) or [y])[0]
            if text.strip():
                begin, foot = left + x * across + matrix[4], top + y * down + matrix[5]
                width = _width(text, code.get("DeltaX"), size) * across
                yield Piece(text, begin, foot - size * down, begin + width, foot, number)


def _width(text: str, deltas: str | None, size: float) -> float:
    """How wide the text is set: by the steps between its signs where they are given, else by their usual widths."""
    steps = _steps(deltas)[: len(text) - 1]
    usual = [size / 2 if sign.isascii() else size for sign in text]
    return sum(steps) + sum(usual[len(steps) :])


def _steps(deltas: str | None) -> list[float]:
    """The steps of `3 g 2 4.5`, which is short for `3 4.5 4.5`."""
    words = (deltas or "").split()
    steps: list[float] = []
    place = 0
    while place < len(words):
        if words[place] == "g" and len(words) > place + 2 and words[place + 1].isdecimal():
            steps += [_number(words[place + 2])] * min(int(words[place + 1]), 1000)
            place += 3
        else:
            steps.append(_number(words[place]))
            place += 1
    return steps


def _joined(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, those put together that follow each other on a line without a gap: some programs set sign by sign."""
    joined: list[Piece] = []
    for piece in sorted(pieces, key=lambda piece: (round(piece.bottom, 1), piece.left)):
        last = joined[-1] if joined else None
        if last and abs(last.bottom - piece.bottom) < 0.2 * last.height:
            gap = piece.left - last.right
            if -last.height < gap < LETTER_GAP * last.height:
                is_latin = last.text[-1].isascii() and piece.text[0].isascii() and gap > WORD_GAP * last.height
                text = f"{last.text}{' ' if is_latin else ''}{piece.text}"
                top, bottom = min(last.top, piece.top), max(last.bottom, piece.bottom)
                joined[-1] = Piece(text, last.left, top, max(last.right, piece.right), bottom, last.page)
                continue
        joined.append(piece)
    return joined


def _numbers(text: str | None) -> list[float]:
    return [float(number) for number in NUMBER.findall(text or "")]


def _number(text: str) -> float:
    return float(text) if NUMBER.fullmatch(text) else 0.0
