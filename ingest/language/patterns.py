"""Patterns of official Chinese, each with its name, a line that it must match and one that it must not."""

import re
from dataclasses import dataclass, field

LONGEST_BARE = 40  # characters of a source that needs no comment


@dataclass(frozen=True, slots=True)
class Pattern:
    """A named pattern, over folded text where its comment says nothing else.

    `tests/ingest/language/test_patterns.py` searches every one's `matches` and `misses`. `source` is written as
    `re.VERBOSE` with a comment a branch where it is longer than LONGEST_BARE.
    """

    name: str
    source: str
    matches: tuple[str, ...]
    misses: tuple[str, ...]
    flags: int = 0
    compiled: re.Pattern[str] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "compiled", re.compile(self.source, self.flags))
