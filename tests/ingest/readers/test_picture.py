"""Recognition of scans; what needs the extra is skipped where it is not installed."""

import importlib.util
import io
import sys

import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from ingest.errors import UserError
from ingest.limits import Limits
from ingest.readers.pdf import read_pdf
from ingest.readers.picture import read_picture
from tests.ingest.readers.files import FONT, drawn, picture, read, texts

needs_extra = pytest.mark.skipif(importlib.util.find_spec("rapidocr") is None, reason="the extra ocr is not installed")
SCANNED = (
    "　　　　　　　　　　望汀区教育局2024年工作要点",
    "　　一、守住安全底线",
    "　　（一）管好校车。全区校车六十辆全部安装定位装置，驾驶员每学期培训一",
    "次，每月检查一回，查出的毛病三日内修好。",
    "　　（二）办好食堂。每周公布带量食谱，陪餐校长的名单每日公示。",
)
SAID = [
    "望汀区教育局2024年工作要点",
    "校车六十辆全部安装定位装置，驾驶员每学期培训一次，每月检查一回",
    "陪餐校长的名单每日公示",
]


def scan(*pages: tuple[str, ...]) -> bytes:
    content = io.BytesIO()
    canvas = Canvas(content, pagesize=A4)
    for lines in pages:
        image = drawn(lines)
        canvas.drawImage(
            ImageReader(image), 0, A4[1] - A4[0] * image.height / image.width, A4[0], A4[0] * image.height / image.width
        )
        canvas.showPage()
    canvas.save()
    return content.getvalue()


@needs_extra
def test_picture_of_a_plan_is_recognised() -> None:
    found = texts(picture(SCANNED, form="PNG"), source="扫描.png")
    for said, text in zip(SAID, (found[0], found[2], found[3]), strict=True):
        assert said in text


@needs_extra
@pytest.mark.parametrize("form", ["JPEG", "TIFF", "BMP", "WEBP"])
def test_picture_of_any_usual_form_is_recognised(form: str) -> None:
    (found,) = texts(picture(("　　一、守住安全底线",), form=form), source=f"扫描.{form.lower()}")
    assert "守住安全底线" in found


@needs_extra
def test_scanned_pages_of_a_pdf_are_recognised_and_bear_their_numbers() -> None:
    lines = read(scan(SCANNED, ("　　二、提高教育质量", "　　（一）开好课后服务。每周五天。"))).lines
    assert (lines[0].text, lines[0].page) == (SAID[0], 1)
    assert ("课后服务" in lines[-1].text, lines[-1].page) == (True, 2)


@needs_extra
def test_pages_of_a_tiff_are_pages() -> None:
    content = io.BytesIO()
    drawn(("一、安全",)).save(content, "TIFF", save_all=True, append_images=[drawn(("二、质量",))])
    assert [line.page for line in read(content.getvalue()).lines] == [1, 2]


@needs_extra
def test_picture_without_text_and_one_too_large_are_refused_by_name() -> None:
    content = io.BytesIO()
    Image.new("1", (9_000, 9_000)).save(content, "PNG")
    with pytest.raises(UserError, match=r"^plans/要点 has more than 50 million points; make it smaller"):
        read(content.getvalue())
    with pytest.raises(UserError, match=r"^plans/要点 holds no text"):
        read(picture(()))


def test_extra_is_named_where_it_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    from ingest.readers import picture as reader

    monkeypatch.setitem(sys.modules, "rapidocr", None)
    reader._engine.cache_clear()
    with pytest.raises(
        UserError, match=r"^a\.png is a picture of a text, and .* run pip install 'eduplan\[ocr\]' and add it again"
    ):
        read_picture(picture(), name="a.png", limits=Limits(), before_recognition=lambda: None)


def test_pictures_among_pages_of_text_are_left_out_and_named(monkeypatch: pytest.MonkeyPatch) -> None:
    from ingest.readers import picture as reader

    monkeypatch.setitem(sys.modules, "rapidocr", None)
    reader._engine.cache_clear()
    content = mixed("一、校车每天七点出发。", None, "二、食堂每周公布食谱。", None)
    paragraphs, left_out = read_pdf(content, name="a.pdf", limits=Limits(), before_recognition=lambda: None)
    assert paragraphs == [("一、校车每天七点出发。", 1), ("二、食堂每周公布食谱。", 3)]
    assert left_out.startswith("a.pdf: pages 2, 4 are pictures of a text, ")
    with pytest.raises(UserError, match=r"^a\.pdf is a picture of a text"):
        read_pdf(mixed(None), name="a.pdf", limits=Limits(), before_recognition=lambda: None)


def mixed(*pages: str | None) -> bytes:
    """A PDF of pages that hold a text, or the picture of one."""
    content = io.BytesIO()
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    canvas = Canvas(content, pagesize=A4)
    for text in pages:
        canvas.setFont(FONT, 12)
        if text is None:
            canvas.drawImage(ImageReader(drawn(SCANNED)), 0, 0, A4[0], A4[1])
        else:
            canvas.drawString(72, 700, text)
        canvas.showPage()
    canvas.save()
    return content.getvalue()
