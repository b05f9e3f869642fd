import codecs
import io
import random
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.decode import decode
from ingest.errors import UserError
from tests.conftest import PLANS

ENCODINGS: dict[str, Callable[[str], bytes]] = {
    "UTF-8": lambda text: text.encode("utf-8"),
    "UTF-8 with a mark": lambda text: codecs.BOM_UTF8 + text.encode("utf-8"),
    "UTF-16 little-endian with a mark": lambda text: codecs.BOM_UTF16_LE + text.encode("utf-16-le"),
    "UTF-16 big-endian with a mark": lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be"),
    "UTF-16 little-endian": lambda text: text.encode("utf-16-le"),
    "UTF-16 big-endian": lambda text: text.encode("utf-16-be"),
    "GB18030": lambda text: text.encode("gb18030"),
}
SAMPLES = sorted(PLANS.iterdir())
OPENING = "澄原县教育局2023年工作要点\n澄教〔2023〕7号\n各乡镇中心学校：\n一、抓好党建。\n"


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_plan_reads_the_same_in_every_encoding(sample: Path, encoding: str) -> None:
    text = sample.read_text(encoding="utf-8")
    assert decode(ENCODINGS[encoding](text), name="plan.txt") == text


@pytest.mark.parametrize("encoding", ["big5", "cp950", "big5hkscs", "gb18030"])
def test_traditional_plan_reads_the_same_in_the_encodings_of_its_places(encoding: str) -> None:
    # 嵐 of the sample's county is in Big5; a few of its signs are not, so they are left out here.
    text = (PLANS / "qinglan-2022.txt").read_text(encoding="utf-8").encode("big5", errors="ignore").decode("big5")
    assert len(text) > 3000
    assert decode(text.encode(encoding), name="plan.txt") == text


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_opening_of_a_plan_suffices_to_tell_its_encoding(sample: Path, encoding: str) -> None:
    opening = sample.read_text(encoding="utf-8")[:40]
    assert decode(ENCODINGS[encoding](opening), name="plan.txt") == opening


@pytest.mark.parametrize("line_end", ["\r\n", "\r", "\n"])
def test_line_ends_of_every_system_become_one(line_end: str) -> None:
    content = OPENING.replace("\n", line_end).encode("utf-8")
    assert decode(content, name="plan.txt") == OPENING


@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param(b"", "is empty", id="nothing"),
        pytest.param(b"  \n\t \r\n", "is empty", id="blanks"),
        pytest.param("　\n　".encode(), "white space", id="ideographic blanks"),
        pytest.param(" \n ".encode("utf-16"), "white space", id="blanks in UTF-16"),
        pytest.param(codecs.BOM_UTF8, "white space", id="a mark alone"),
    ],
)
def test_file_without_text_is_refused_by_name_with_a_way_out(content: bytes, said: str) -> None:
    with pytest.raises(UserError, match=rf"^plans/要点\.txt .*{said}.*; add the file again"):
        decode(content, name="plans/要点.txt")


def picture() -> bytes:
    noise = random.Random(3)
    rows = b"".join(b"\0" + noise.randbytes(300) for _ in range(60))
    parts = [(b"IHDR", struct.pack(">IIBBBBB", 100, 60, 8, 2, 0, 0, 0)), (b"IDAT", zlib.compress(rows)), (b"IEND", b"")]
    sized = (struct.pack(">I", len(d)) + t + d + struct.pack(">I", zlib.crc32(t + d)) for t, d in parts)
    return b"\x89PNG\r\n\x1a\n" + b"".join(sized)


def word_file() -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", "".join(f"<w:t>第{n}项工作</w:t>" for n in range(500)))
    return content.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(picture(), id="a picture"),
        pytest.param(word_file(), id="a Word file"),
        pytest.param(b"\0" * 400, id="null bytes"),
        pytest.param(b"\0", id="one null byte"),
        pytest.param(OPENING.encode()[:60] + b"\0" * 60, id="text that was cut off by null bytes"),
        pytest.param(codecs.BOM_UTF16_LE + b"\x41", id="half a character after a mark"),
        pytest.param(codecs.BOM_UTF8 + b"\xff\xfe\xfa", id="a mark that lies"),
    ],
)
def test_file_that_is_no_text_is_refused_by_name_with_a_way_out(content: bytes) -> None:
    with pytest.raises(UserError, match=r"^plans/x\.txt is not a text file; save the plan as plain text"):
        decode(content, name="plans/x.txt")


@pytest.mark.parametrize("size", [400, 999, 1000, 5000])
@pytest.mark.parametrize("seed", range(5))
def test_random_bytes_are_no_text(seed: int, size: int) -> None:
    with pytest.raises(UserError, match="not a text file"):
        decode(random.Random(seed).randbytes(size), name="x.bin")
