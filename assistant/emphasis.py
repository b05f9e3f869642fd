"""What of a quoted sentence is shown in bold."""

import re
from collections.abc import Sequence

from ingest.characters import fold

Span = tuple[int, int]


def bold_spans(sentence: str, wanted: Sequence[Span], *, words: Sequence[str]) -> tuple[Span, ...]:
    """The figures, dates or names that are asked for, else the question's own words, as (start, end)."""
    if wanted:
        return _merged(wanted)
    folded = fold(sentence)
    if len(folded) != len(sentence):  # a character that folds into several: leave the sentence plain
        return ()
    return _merged([m.span() for word in words if len(word) > 1 for m in re.finditer(re.escape(word), folded)])


def _merged(spans: Sequence[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
