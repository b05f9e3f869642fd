"""What of a quote is shown in bold: the verdict, which is the whole figure with its unit, bound and range, or the name."""

import re
from collections.abc import Iterable, Sequence

Span = tuple[int, int]
# What belongs to a figure before and behind it.
BOUND_BEFORE = re.compile(
    r"(?:不得?(?:低于|少于|超过|高于|多于|晚于|早于|迟于)|至少|至多|最多|最少|最高|最低|超过|低于|少于)\s*$"
)
BOUND_BEHIND = re.compile(
    r"\s*(?:[%％‰]|个?百分点)?(?:及?以[上下内]|之[内前后]|左右|[之以]?[前后起]|上下)(?![\u4e00-\u9fff]?[同来往期])"
)
NUMBER = r"\d+(?:\.\d+)?|[零一二三四五六七八九十百千万两]+"
FIGURE = re.compile(rf"(?:{NUMBER})([^\W\d_]{{1,3}}|[%％])")  # with its unit
DIGIT = re.compile(r"[\d.,%％‰]")
BETWEEN = re.compile(r"[、,，]?\s*(?:至|到|—+|–|-|~|～|和|与|或|、)?\s*")  # between the figures of a range or a list


def verdicts(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans widened to whole figures, those of one range or list as one: `94%以上`, `6月20日至28日`, `400元、600元`."""
    whole = merged(_listed(text, *_whole(text, start, end)) for start, end in merged(spans))
    joined: list[Span] = []
    for start, end in whole:
        if joined and start <= joined[-1][1] + 3 and BETWEEN.fullmatch(text, joined[-1][1], max(start, joined[-1][1])):
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def _whole(text: str, start: int, end: int) -> Span:
    """The figure with the digits and signs that touch it and the words that bound it."""
    if not re.search(r"[\d一二三四五六七八九十百千万两半]", text[start:end]):
        return start, end
    while start and DIGIT.match(text, start - 1) and text[start - 1] not in ",.":
        start -= 1
    while end < len(text) and DIGIT.match(text, end) and text[end] not in ",.":
        end += 1
    if match := BOUND_BEHIND.match(text, end):
        end = match.end()
    if match := BOUND_BEFORE.search(text, max(0, start - 6), start):
        start = match.start()
    return start, end


def _listed(text: str, start: int, end: int) -> Span:
    """The figure with those of the same unit that are listed beside it: `400元、600元、900元`."""
    match = FIGURE.fullmatch(text[start:end])
    if not match:
        return start, end
    unit = re.escape(match[1])
    behind = re.compile(rf"(?:[、,，]\s*(?:{NUMBER}){unit})+").match(text, end)
    before = re.compile(rf"(?:(?:{NUMBER}){unit}\s*[、,，]\s*)+$").search(text[:start])
    return before.start() if before else start, behind.end() if behind else end


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in order, those that touch or overlap as one: `[(3, 5), (0, 3)]` is `((0, 5),)`."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def within(spans: Sequence[Span], start: int, end: int) -> tuple[Span, ...]:
    """The spans that lie within the run, counted from its start."""
    return tuple((a - start, b - start) for a, b in spans if start <= a and b <= end)
