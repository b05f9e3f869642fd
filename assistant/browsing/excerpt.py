"""The part of a text that shows why it was found."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.emphasis import Span

LONGEST = 200  # characters of an excerpt, more or less
BESIDE = 40  # characters kept on either side of what was found
ENDS = "。；！？\n，、"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some of the text, unchanged, whether it was sought, and whether text was left out before it."""

    text: str
    is_marked: bool
    is_after_gap: bool = False


def cut(text: str, spans: Sequence[Span]) -> tuple[Piece, ...]:
    """The whole text in pieces, those of the spans marked."""
    return tuple(_pieces(text, 0, len(text), spans))


def excerpt(text: str, spans: Sequence[Span], *, longest: int = LONGEST) -> tuple[Piece, ...]:
    """The pieces around the spans; a short text whole, and of one without spans the beginning."""
    if len(text) <= longest:
        return cut(text, spans)
    windows = _windows(text, spans, longest) or [(0, longest)]
    pieces: list[Piece] = []
    end = 0
    for window in windows:
        first, *further = _pieces(text, *window, spans)
        pieces += [Piece(first.text, first.is_marked, window[0] > end), *further]
        end = window[1]
    return (*pieces, Piece("", False, True)) if end < len(text) else tuple(pieces)


def _windows(text: str, spans: Sequence[Span], longest: int) -> list[Span]:
    """Where to look, from the first span on until it is long enough; windows that touch are one."""
    windows: list[Span] = []
    for start, end in spans:
        begin, stop = _widened(text, start, end)
        if windows and begin <= windows[-1][1]:
            windows[-1] = (windows[-1][0], max(stop, windows[-1][1]))
        elif sum(b - a for a, b in windows) < longest:
            windows.append((begin, stop))
    return windows


def _widened(text: str, start: int, end: int) -> Span:
    """The span with what stands beside it, from and to a mark of punctuation where there is one."""
    lowest, highest = max(0, start - BESIDE), min(len(text), end + BESIDE)
    begins = [place + 1 for place in range(lowest, start) if text[place] in ENDS]
    stops = [place + 1 for place in range(end, highest) if text[place] in ENDS]
    return (lowest if not lowest or not begins else begins[0]), (
        stops[-1] if stops and highest < len(text) else highest
    )


def _pieces(text: str, begin: int, stop: int, spans: Sequence[Span]) -> Iterator[Piece]:
    at = begin
    for start, end in spans:
        if start < begin or end > stop:
            continue
        if at < start:
            yield Piece(text[at:start], False)
        yield Piece(text[start:end], True)
        at = end
    if at < stop or at == begin:
        yield Piece(text[at:stop], False)
