"""Bytes become text, whatever of the usual encodings they are in."""

import codecs

from charset_normalizer import from_bytes

from ingest.errors import UserError
from ingest.language.folding import is_han

BYTE_ORDER_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
CHINESE_ENCODINGS = ["gb18030", "big5", "big5hkscs", "cp950"]
LEAST_HAN_OF_DAMAGED = 0.5  # a picture's bytes give few common characters
LARGEST_SHARE_OF_GARBLED = 0.03
LARGEST_SHARE_OF_CONTROLS = 0.01  # a text has none; a picture or program has one in four


def decode(content: bytes, *, name: str) -> str:
    """The text of a file in UTF-8, UTF-16, GB18030 or Big5, without byte order mark and with "\\n" line ends.

    Raises UserError where the bytes are empty or no text. `name` is what the message calls the file.
    """
    if not content.strip():
        raise UserError(f"{name} is empty; add the file again when it holds the plan's text.")
    text = _decode(content)
    if text is None or _is_noise(text):
        raise UserError(f"{name} is not a text file; save the plan as plain text (.txt, UTF-8) and add it again.")
    if not text.strip("\ufeff \t\r\n\u3000\xa0"):
        raise UserError(f"{name} holds only white space; add the file again when it holds the plan's text.")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decode(content: bytes) -> str | None:
    for mark, encoding in BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return _try(content, encoding)
    for encoding in ("utf-8", *_wide_encodings(content)):
        text = _try(content, encoding)
        if text is not None:
            return text
    best = from_bytes(content, cp_isolation=CHINESE_ENCODINGS).best()
    return str(best) if best else _decode_damaged(content)


def _decode_damaged(content: bytes) -> str | None:
    """The text of which a few bytes are garbled or of another encoding: the reading with the fewest, each a `\ufffd`."""
    whole = content.replace(b"\0", b"")
    readings = [whole.decode(encoding, errors="replace") for encoding in ("utf-8", "gb18030", "big5")]
    best = min(readings, key=lambda text: text.count("\ufffd") / max(1, len(text)))
    return best if _share_of_common_han(best) > LEAST_HAN_OF_DAMAGED else None


def _wide_encodings(content: bytes) -> list[str]:
    """UTF-16 without a mark, if the bytes read so are mostly Chinese; the likelier byte order first."""
    if len(content) % 2:
        return []
    shares = {e: _share_of_common_han(_try(content, e) or "") for e in ("utf-16-le", "utf-16-be")}
    return sorted((e for e, share in shares.items() if share > 0.5), key=lambda e: -shares[e])


def _share_of_common_han(text: str) -> float:
    return sum(is_han(c) or c in "，。、：；（）《》“”\n" or c.isdecimal() for c in text) / max(1, len(text))


def _try(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None


def _is_noise(text: str) -> bool:
    controls = sum((c < " " and c not in "\t\r\n\f") or c == "\x7f" for c in text)
    return (
        controls > len(text) * LARGEST_SHARE_OF_CONTROLS or text.count("\ufffd") > len(text) * LARGEST_SHARE_OF_GARBLED
    )
