"""How much of a file is read before it is refused."""

from dataclasses import dataclass

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one file. A plan has some 20,000 characters on ten pages; these leave room for hundreds of them."""

    max_bytes: int = 50 * MEGABYTE
    max_pages: int = 500
    max_unpacked: int = 200 * MEGABYTE  # bytes, of all that an archive or a Word file holds
    max_members: int = 2_000  # files in one archive
    max_characters: int = 1_000_000  # of one text; cutting so many takes some seconds
    max_seconds: float = 60  # a file that is no plain text
    max_memory: int = 1 << 30  # bytes of address space, of the process that reads it
    max_image_seconds: float = 600  # a file whose pages must be recognised, some seconds each
    max_image_memory: int = 4 << 30  # the recognition's own models take more
    max_pixels: int = 50_000_000  # of one picture
