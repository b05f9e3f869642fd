"""What the files of a store were when they were last written, so that damage is seen before a library trips over it.

Chroma's and tantivy's files are read by code that may stop the whole process where they are damaged, or answer wrongly.
"""

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

BLOCK = 1 << 20  # bytes; CRC-32 reads 1.9 GB a second and any other digest half of that, and nobody forges damage


@dataclass(frozen=True, slots=True)
class Seal:
    """A file's name below the store, its size in bytes, when it was changed, and a digest of its content."""

    name: str
    size: int
    changed_ns: int
    digest: str


def seal(folder: Path, files: Iterable[Path], earlier: Sequence[Seal] = ()) -> tuple[Seal, ...]:
    """The seals of the files; what has not changed since the earlier seals is not read again."""
    known = {one.name: one for one in earlier}
    seals = []
    for path in sorted(files):
        name = path.relative_to(folder).as_posix()
        before = known.get(name)
        seals.append(before if before and _looks_the_same(folder, before) else _seal(folder, path, name))
    return tuple(seals)


def are_whole(folder: Path, seals: Iterable[Seal]) -> bool:
    """Whether each file is what it was; one that looks the same is not read."""
    return all(_looks_the_same(folder, one) or _is_the_same(folder, one) for one in seals)


def are_wholly_read(folder: Path, seals: Iterable[Seal]) -> bool:
    """Whether each file is what it was, every byte of it."""
    return all(_is_the_same(folder, one) for one in seals)


def _looks_the_same(folder: Path, one: Seal) -> bool:
    try:
        found = (folder / one.name).stat()
    except OSError:
        return False
    return (found.st_size, found.st_mtime_ns) == (one.size, one.changed_ns)


def _is_the_same(folder: Path, one: Seal) -> bool:
    path = folder / one.name
    try:
        return path.stat().st_size == one.size and _digest(path) == one.digest
    except OSError:
        return False


def _seal(folder: Path, path: Path, name: str) -> Seal:
    found = path.stat()
    return Seal(name, found.st_size, found.st_mtime_ns, _digest(path))


def _digest(path: Path) -> str:
    checksum = 0
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            checksum = zlib.crc32(block, checksum)
    return f"{checksum:08x}"
