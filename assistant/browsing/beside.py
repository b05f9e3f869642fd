"""Two plans side by side: which sections of them speak of the same."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from assistant.browsing.catalogue import Entry
from assistant.browsing.reading import Block, Heading, text_of
from vectorstore.embedder import Embedder, Vectors

# Of the ten pairs of sample plans, the sections set side by side so are alike by 0.378 or more, and a reader agrees with each.
LEAST_ALIKE = 0.35
READ = 12  # blocks of a section that tell what it is about


@dataclass(frozen=True, slots=True)
class Part:
    """A section's blocks, its heading first, each with its index in the plan; what stands before the first has none."""

    blocks: tuple[tuple[int, Block], ...]

    @property
    def about(self) -> str:
        """What the section is about: its title and its items' headings."""
        return "。".join(_title(block) for _, block in self.blocks[:READ])

    @property
    def is_headed(self) -> bool:
        """Whether it is a section, and not what stands before the first."""
        return isinstance(self.blocks[0][1], Heading)

    @property
    def topics(self) -> Counter[str]:
        """How many items it has of each topic."""
        return Counter(block.topic for _, block in self.blocks if isinstance(block, Entry))


Row = tuple[Part | None, Part | None]


def parts(read: Sequence[Block]) -> tuple[Part, ...]:
    """The plan's sections."""
    return tuple(_parts(read))


def align(left: Sequence[Part], right: Sequence[Part], embedder: Embedder) -> tuple[Row, ...]:
    """The sections of both in order, side by side where they speak of the same, else alone.

    The alignment with the greatest sum of similarities that keeps both orders (Needleman and Wunsch, 1970).
    """
    if not left or not right:
        return (*((part, None) for part in left), *((None, part) for part in right))
    alike = (_vectors(left, embedder) @ _vectors(right, embedder).T + _shared_topics(left, right)) / 2
    gain = np.where(alike >= LEAST_ALIKE, alike, -1.0)
    gain[0, 0] = 1.0 if not (left[0].is_headed or right[0].is_headed) else gain[0, 0]
    best = np.zeros((len(left) + 1, len(right) + 1), np.float32)
    for i in range(len(left) - 1, -1, -1):
        for j in range(len(right) - 1, -1, -1):
            best[i, j] = max(best[i + 1, j], best[i, j + 1], best[i + 1, j + 1] + gain[i, j])
    return tuple(_trace(left, right, best, gain))


def _trace(left: Sequence[Part], right: Sequence[Part], best: Vectors, gain: Vectors) -> Iterator[Row]:
    i = j = 0
    while i < len(left) and j < len(right):
        if gain[i, j] > 0 and best[i, j] == best[i + 1, j + 1] + gain[i, j]:
            yield left[i], right[j]
            i, j = i + 1, j + 1
        elif best[i, j] == best[i + 1, j]:
            yield left[i], None
            i += 1
        else:
            yield None, right[j]
            j += 1
    yield from ((part, None) for part in left[i:])
    yield from ((None, part) for part in right[j:])


def _vectors(of: Sequence[Part], embedder: Embedder) -> Vectors:
    return embedder.embed_passages([part.about for part in of])


def _shared_topics(left: Sequence[Part], right: Sequence[Part]) -> Vectors:
    """For each pair of sections the share of their items that are of the same topics."""
    counts = [[part.topics for part in side] for side in (left, right)]
    shares = [[2 * (a & b).total() / ((a.total() + b.total()) or 1) for b in counts[1]] for a in counts[0]]
    return np.array(shares, np.float32)


def _parts(read: Sequence[Block]) -> Iterator[Part]:
    part: list[tuple[int, Block]] = []
    for index, block in enumerate(read):
        if isinstance(block, Heading) and block.level == 1 and part:
            yield Part(tuple(part))
            part = []
        part.append((index, block))
    if part:
        yield Part(tuple(part))


def _title(block: Block) -> str:
    return block.title if isinstance(block, Heading) else block.item.heading or text_of(block)[:40]
