"""Pictures and scanned pages through RapidOCR, whose Chinese models come in its wheel: nothing is fetched at run time.

It is the extra `ocr`, as it brings some 150 MB. rapidocr 3.10 takes two seconds to load and one a page; the older package
rapidocr-onnxruntime 1.4 stops at Python 3.12 and needs a window system's libraries.
"""

import io
import logging
import os
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any

from ingest.errors import UserError
from ingest.limits import Limits
from ingest.readers.layout import read_layout
from ingest.readers.memory import allow_memory, count_from_here
from ingest.readers.package import damaged
from ingest.readers.pieces import Piece

if TYPE_CHECKING:
    from PIL.Image import Image

LEAST_SCORE = 0.5  # of the recognition; below it are stamps and dirt
LONGEST_SIDE = 3500  # pixels; a page of 300 dots an inch


def read_picture(
    content: bytes, *, name: str, limits: Limits, before_recognition: Callable[[], None]
) -> list[tuple[str, int | None]]:
    """The paragraphs on a picture, or on each of a TIFF's. Raises UserError where it is damaged or the extra is missing."""
    before_recognition()
    check_extra(name)
    from PIL import Image, ImageOps, ImageSequence  # comes with the extra

    Image.MAX_IMAGE_PIXELS = limits.max_pixels
    pages = []
    try:
        with Image.open(io.BytesIO(content)) as picture:
            if picture.width * picture.height > limits.max_pixels:
                raise _too_large(name, limits)
            for number, frame in enumerate(ImageSequence.Iterator(picture), 1):
                if number > limits.max_pages:
                    raise UserError(
                        f"{name} has more than {limits.max_pages} pages (EDUPLAN_MAX_PAGES); add fewer at once."
                    )
                pages.append(recognise(ImageOps.exif_transpose(frame.convert("RGB")), page=number, limits=limits))
    except Image.DecompressionBombError:
        raise _too_large(name, limits) from None
    except (OSError, SyntaxError, ValueError, EOFError) as error:
        raise damaged(name) from error
    paragraphs = read_layout(pages)
    return paragraphs if len(pages) > 1 else [(text, None) for text, _ in paragraphs]


def check_extra(name: str) -> None:
    """Raise UserError where the extra that recognises pictures is not installed."""
    try:
        _engine()
    except ImportError:
        raise UserError(
            f"{name} is a picture of a text, and what recognises it is not installed; "
            "run pip install 'eduplan[ocr]' and add it again."
        ) from None


def recognise(picture: "Image", *, page: int, limits: Limits) -> list[Piece]:
    """The lines on a picture and where they stand."""
    import numpy

    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    with allow_memory(limits.max_image_memory):
        found = _engine()(numpy.asarray(picture)[:, :, ::-1])
    if found.boxes is None or found.txts is None:
        return []
    pieces = []
    for box, text, score in zip(found.boxes, found.txts, found.scores, strict=True):
        xs, ys = [float(x) for x, _ in box], [float(y) for _, y in box]
        if score >= LEAST_SCORE and text.strip():
            pieces.append(Piece(text.strip(), min(xs), min(ys), max(xs), max(ys), page))
    return pieces


@cache
def _engine() -> Any:
    with allow_memory(1 << 62):
        from rapidocr import RapidOCR

        logging.getLogger("RapidOCR").setLevel(logging.CRITICAL)
        # A core is left to those who ask meanwhile; more threads than cores wait for each other by spinning.
        engine = RapidOCR(params={"EngineConfig.onnxruntime.intra_op_num_threads": max(1, (os.cpu_count() or 1) - 1)})
    count_from_here()
    return engine


def _too_large(name: str, limits: Limits) -> UserError:
    return UserError(
        f"{name} has more than {limits.max_pixels // 1_000_000} million points; make it smaller and add it again."
    )
