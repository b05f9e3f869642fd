"""A zip file's members, read into memory only, within bounds."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from ingest.errors import UserError
from ingest.limits import MEGABYTE, Limits

LARGEST_RATIO = 200  # unpacked to packed; text reaches 10 to 30, a bomb 1,000 and more
HARMLESS = 10 * MEGABYTE  # unpacked bytes below which no ratio is too large: a form of blank rows packs well


class Package:
    """An opened zip file. No member is ever written to disk, so that its name cannot do harm."""

    def __init__(self, archive: zipfile.ZipFile, *, name: str, limits: Limits) -> None:
        self._archive, self._name, self._limits = archive, name, limits
        self._left = limits.max_unpacked
        self.members = tuple(info for info in archive.infolist() if not info.is_dir())
        self._check()

    def holds(self, member: str) -> bool:
        """Whether there is a member of that name."""
        return member in self._archive.NameToInfo

    def read(self, member: str | zipfile.ZipInfo) -> bytes:
        """The member's bytes. Raises UserError where it is damaged, locked or larger than it says."""
        info = member if isinstance(member, zipfile.ZipInfo) else self._archive.getinfo(member)
        if info.flag_bits & 1:
            raise UserError(f"{self._name} is locked with a password; unlock it and add it again.")
        try:
            with self._archive.open(info) as stream:
                content = stream.read(self._left + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError) as error:
            raise damaged(self._name) from error
        self._left -= len(content)
        if self._left < 0:
            raise self._too_large()
        return content

    def _check(self) -> None:
        if len(self._archive.infolist()) > self._limits.max_members:
            raise UserError(
                f"{self._name} holds more than {self._limits.max_members:,} files; add those that are plans alone."
            )
        unpacked = sum(info.file_size for info in self.members)
        packed = sum(info.compress_size for info in self.members)
        if unpacked > self._limits.max_unpacked:
            raise self._too_large()
        if unpacked > HARMLESS and unpacked > packed * LARGEST_RATIO:
            raise UserError(
                f"{self._name} unpacks to {unpacked // max(1, packed):,} times its size, as no plan does; it is not read."
            )

    def _too_large(self) -> UserError:
        size = self._limits.max_unpacked // MEGABYTE
        return UserError(f"{self._name} unpacks to more than {size} MB (EDUPLAN_MAX_UNPACKED); add its plans alone.")


@contextmanager
def open_package(content: bytes, *, name: str, limits: Limits) -> Iterator[Package]:
    """The zip file in the bytes, opened. Raises UserError where it is damaged or beyond the limits."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise damaged(name) from error
    with archive:
        yield Package(archive, name=name, limits=limits)


def damaged(name: str) -> UserError:
    """The refusal of a file that breaks off or is garbled."""
    return UserError(f"{name} is damaged or was not copied whole; copy it again from where it came.")
