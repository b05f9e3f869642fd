"""The files in a .zip, in memory: names that Chinese programs wrote, without what systems and editors leave there."""

import re
import stat
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from ingest.errors import UserError
from ingest.limits import MEGABYTE, Limits
from ingest.readers.package import open_package

LEFT_THERE = frozenset({"__MACOSX", "Thumbs.db", "desktop.ini"})
DOCUMENTS = frozenset(
    f".{ending}"
    for ending in [
        "txt",
        "md",
        "markdown",
        "text",
        "csv",
        "html",
        "htm",
        "xhtml",
        "shtml",
        "mht",
        "mhtml",
        "docx",
        "docm",
        "doc",
        "dot",
        "dotx",
        "wps",
        "wpt",
        "rtf",
        "odt",
        "ott",
        "pdf",
        "ofd",
        "png",
        "jpg",
        "jpeg",
        "bmp",
        "gif",
        "tif",
        "tiff",
        "webp",
        "zip",
    ]
)  # of files that are read; of several kinds in one archive each is tried
NAME_IS_UTF8 = 0x800  # the flag of a zip member


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive: its name, and its content or why it is refused."""

    name: str
    content: bytes = b""
    reason: str = ""


def read_archive(content: bytes, *, name: str, limits: Limits) -> list[Member]:
    """The files of a .zip, hidden ones left out. Raises UserError where it is damaged, too large or holds none."""
    seen: Counter[str] = Counter()
    members = []
    with open_package(content, name=name, limits=limits) as package:
        for info, own_name in _named(package.members):
            seen[own_name] += 1
            unique = own_name if seen[own_name] == 1 else f"{own_name} ({seen[own_name]})"
            if stat.S_ISLNK(info.external_attr >> 16):
                members.append(
                    Member(unique, reason=f"{name}/{unique} is a link to another file; put that file in the archive.")
                )
            elif info.file_size > limits.max_bytes:
                size = limits.max_bytes // MEGABYTE
                members.append(
                    Member(
                        unique,
                        reason=f"{name}/{unique} has more than {size} MB (EDUPLAN_MAX_BYTES); add its text alone.",
                    )
                )
            else:
                try:
                    members.append(Member(unique, package.read(info)))
                except UserError as error:
                    members.append(Member(unique, reason=f"{name}/{unique}: {error}"))
    if not members:
        raise UserError(f"{name} holds no files; name an archive that holds plans.")
    if not any(_may_be_a_document(member.name) for member in members):
        raise UserError(
            f"{name} holds no documents, but files of another kind ({members[0].name}); "
            "save the plan as .docx, .pdf or .txt and add that."
        )
    return members


def _may_be_a_document(name: str) -> bool:
    """Whether a member of that name may be read; a name without an ending tells nothing."""
    ending = PurePath(name).suffix.lower()
    return ending in DOCUMENTS or not re.fullmatch(r"\.[a-z0-9]{1,8}", ending)


def _named(infos: tuple[zipfile.ZipInfo, ...]) -> Iterator[tuple[zipfile.ZipInfo, str]]:
    for info in infos:
        parts = [part for part in re.split(r"[/\\]+", _name(info)) if part not in ("", ".", "..") and part[1:] != ":"]
        if parts and not any(part.startswith((".", "~$")) or part in LEFT_THERE for part in parts):
            yield info, "/".join(parts)


def _name(info: zipfile.ZipInfo) -> str:
    """The member's name; without the flag for UTF-8, zipfile reads every name as IBM's code page 437."""
    if info.flag_bits & NAME_IS_UTF8:
        return info.filename
    try:
        raw = info.orig_filename.encode("cp437")
    except UnicodeEncodeError:
        return info.filename
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return info.filename
