"""What a person looks for, letter by letter: which texts hold it, and where in them it stands."""

import re
from dataclasses import dataclass
from functools import cached_property

from assistant.emphasis import Span, merged
from ingest.language.folding import fold
from ingest.language.reading import read
from ingest.language.words import content_words

QUOTED = re.compile(r"[“\"「『]([^”\"」』]+)[”\"」』]")
BETWEEN = re.compile(r"[\s,，、;；。．?？!！]+")


@dataclass(frozen=True)
class Sought:
    """The runs between blanks, folded, each to be found as it stands; and the words in them, which may stand apart.

    `seek("校车 “安全 管理”")` seeks 校车 and `安全 管理`; `seek("课后服务怎么收费")` is found by 课后, 服务 and 收费, too.
    """

    runs: tuple[str, ...]
    words: tuple[str, ...]

    def is_held(self, folded: str) -> bool:
        """Whether a folded text holds all runs, or at least all words."""
        return self.is_held_as_it_stands(folded) or (bool(self.words) and all(word in folded for word in self.words))

    def is_held_as_it_stands(self, folded: str) -> bool:
        """Whether a folded text holds every run."""
        return bool(self.runs) and all(run in folded for run in self.runs)

    def spans(self, text: str) -> tuple[Span, ...]:
        """Where in the text, as it is, the runs stand; of a run that it does not hold, the words."""
        known = read(text)
        found = [span for run in self.runs for span in self._spans_of(run, known.folded)]
        return merged((known.offsets[start], known.offsets[end - 1] + 1) for start, end in found)

    def _spans_of(self, run: str, folded: str) -> list[Span]:
        held = _occurrences(run, folded)
        return held or [span for word in self._words_of[run] for span in _occurrences(word, folded)]

    @cached_property
    def _words_of(self) -> dict[str, tuple[str, ...]]:
        return {run: content_words(run) if self.words else () for run in self.runs}


def seek(text: str, *, as_it_stands: bool = False) -> Sought:
    """What the text looks for; `as_it_stands` takes it for one run, as a browser's own search does."""
    folded = " ".join(fold(text).split())
    if as_it_stands:
        return Sought((folded,) if folded else (), ())
    quoted = [run.strip() for run in QUOTED.findall(folded) if run.strip()]
    free = QUOTED.sub(" ", folded)
    runs = dict.fromkeys([*quoted, *(run for run in BETWEEN.split(free) if run)])
    words = content_words(free)
    return Sought(tuple(runs), tuple(dict.fromkeys([*quoted, *words])) if words else ())


def _occurrences(sought: str, folded: str) -> list[Span]:
    pattern = r"\s+".join(map(re.escape, sought.split()))
    return [match.span() for match in re.finditer(pattern, folded)]
