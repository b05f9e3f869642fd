"""What of a quoted sentence is shown in bold."""

import re
from collections.abc import Iterable, Sequence

from ingest.language.folding import fold

Span = tuple[int, int]


def bold_spans(sentence: str, wanted: Sequence[Span], *, words: Sequence[str]) -> tuple[Span, ...]:
    """The figures, dates or names that are asked for, else the question's own words, as (start, end)."""
    if wanted:
        return merged(wanted)
    folded = fold(sentence)
    if len(folded) != len(sentence):  # a character that folds into several: leave the sentence plain
        return ()
    return merged([m.span() for word in words if len(word) > 1 for m in re.finditer(re.escape(word), folded)])


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in order, those that touch or overlap as one: `[(3, 5), (0, 3)]` is `((0, 5),)`."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)
