"""Items that run on in one paragraph, parted: `1.备课。2.上课。`, and a whole paper that stands on one line."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.document import Line
from ingest.labels import ALONE, FINANCIAL, LONGEST_HEAD, NAMED, Label, flatten, read_label
from ingest.language.numbers import CHINESE_NUMERAL
from ingest.sequence import Style, style_of

ANCHOR = re.compile(
    rf"(?P<label>第\s?(?:{CHINESE_NUMERAL}{{1,5}}|\d{{1,3}}(?:[-－–]\d{{1,2}})?)\s?[章节節条條编編]"
    rf"|\(\s?(?:{CHINESE_NUMERAL}{{1,4}}|\d{{1,2}})\s?\)"
    rf"|{CHINESE_NUMERAL}{{1,4}}\s?[、.]|\d{{1,2}}(?:\.\d{{1,2}})*\s?[.、)]|\d\s\d\s?、|[{FINANCIAL}]\s?、"
    rf"|[㈠-㈩⑴-⒛{ALONE}])"
    r"|(?P<open>[(《“「『\[〔【])|(?P<close>[)》”」』\]〕】])|(?P<end>[。！？])"
)
BEFORE = "。；;！？!?：:…"  # what may stand before an item that runs on; white space may too
NUMBERS = re.compile(rf"{CHINESE_NUMERAL}|[\dA-Za-z第其之.％%]")  # what belongs to a longer number or to a reference
HEADING_BETWEEN = re.compile(
    r"[^。；;，,：:！？]{2,30}"
)  # 重点任务 between 二、 and （一）, which follow without a mark
FIRM = frozenset({"chapter", "part", "article", "chinese", "bracketed chinese"})  # seldom anything but a label
HEADED = frozenset({"chapter", "part"})  # a heading stands behind them alone
LONG_LINE = 400  # characters; in a longer one the first section may follow the title without a mark


@dataclass(frozen=True, slots=True)
class _Place:
    start: int
    label: Label
    marked: bool  # stands after a mark or white space


def part_run_ins(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, those parted that hold several numbered items: the parts keep the line's number."""
    openings = [None if line.table else read_label(line.text[: 2 * LONGEST_HEAD]) for line in lines]
    following = _Openings(openings)
    before: dict[Style, int] = {}
    for index, (line, opening) in enumerate(zip(lines, openings, strict=True)):
        if opening:
            before[style_of(opening)] = opening.number
        kind = opening.kind if opening else ""
        places = [] if line.table else list(_places(line.text, _end_of(opening, line.text), kind))
        starts = list(_starts(places, opening, before, following, index)) if places else []
        for start, end in zip([0, *starts], [*starts, len(line.text)], strict=True):
            if line.text[start:end].strip():
                yield replace(line, text=line.text[start:end]) if starts else line


def _end_of(opening: Label | None, text: str) -> int:
    """Where the label that the line opens with ends; signs of Markdown may stand before it."""
    return max(0, text.find(opening.printed)) + len(opening.printed) if opening else 0


class _Openings:
    """The labels that lines open with, to be asked which comes next of a style."""

    def __init__(self, openings: Sequence[Label | None]) -> None:
        self._indices: dict[Style, list[int]] = defaultdict(list)
        self._numbers: dict[Style, list[int]] = defaultdict(list)
        for index, label in enumerate(openings):
            if label:
                self._indices[style_of(label)].append(index)
                self._numbers[style_of(label)].append(label.number)

    def next_number(self, style: Style, index: int) -> int | None:
        """The number of the next label of the style that a line after the index opens with."""
        place = bisect_right(self._indices.get(style, []), index)
        return self._numbers[style][place] if place < len(self._numbers.get(style, [])) else None


def _places(text: str, start: int, last_kind: str) -> Iterator[_Place]:
    """Where in the line, outside brackets and quotation, a label may stand; `last_kind` is the opening label's kind."""
    plain = flatten(text)
    depth, end_of_last = 0, start
    for match in ANCHOR.finditer(plain, start):
        if match["open"]:
            depth += 1
        elif match["close"]:
            depth = max(0, depth - 1)
        elif match["end"]:
            depth = 0
        elif not depth and match.start() and not NUMBERS.match(plain[match.start() - 1]):
            label = read_label(text[match.start() : match.start() + 2 * LONGEST_HEAD])
            if (
                label
                and label.rest
                and (marked := _is_marked(text, match.start(), end_of_last, last_kind, label, start)) is not None
            ):
                yield _Place(match.start(), label, marked)
                end_of_last = match.start() + len(label.printed)
                last_kind = label.kind


def _is_marked(text: str, start: int, end_of_last: int, last_kind: str, label: Label, opening: int) -> bool | None:
    """Whether a mark or white space stands before; None where the place is in the midst of a sentence."""
    if text[start - 1] in BEFORE or text[start - 1].isspace():
        return True
    may_follow = label.number == 1 or (label.kind in NAMED and last_kind in HEADED)  # 第二章借阅第三条
    if may_follow and end_of_last and HEADING_BETWEEN.fullmatch(text, end_of_last, start):
        return False
    if label.number == 1 and not end_of_last and not opening and len(text) > LONG_LINE and "。" not in text[:start]:
        return False
    return None


def _starts(
    places: Sequence[_Place], opening: Label | None, before: dict[Style, int], following: _Openings, index: int
) -> Iterator[int]:
    """The places whose numbers are in sequence with each other, with the line's opening, or with the lines around."""
    upcoming: dict[Style, list[int]] = defaultdict(list)  # numbers of the places not yet passed, last first
    for place in reversed(places):
        upcoming[style_of(place.label)].append(place.label.number)
    here = {style_of(opening): opening.number} if opening else {}
    for place in places:
        style, number = style_of(place.label), place.label.number
        upcoming[style].pop()
        after = upcoming[style][-1] if upcoming[style] else following.next_number(style, index)
        goes_on = after == number + 1
        is_firm = place.marked and (goes_on or place.label.kind in FIRM)
        if (number == 1 and goes_on) or here.get(style) == number - 1 or (before.get(style) == number - 1 and is_firm):
            here[style] = before[style] = number
            yield place.start
