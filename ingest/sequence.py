"""Which of the lines that open like a label are labels: those whose numbers come in sequence."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from ingest.figures import COUNTED
from ingest.labels import NAMED, Label

# Outer kinds first, as official papers order them (GB/T 9704: 一、 （一） 1. （1）). A paper may order them otherwise.
RANKS = {
    kind: rank
    for rank, kind in enumerate(
        (
            "chapter",
            "part",
            "english",
            "financial",
            "roman",
            "chinese",
            "article",
            "bracketed chinese",
            "arabic",
            "decimal",
            "bracketed arabic",
            "circled",
            "letter",
            "stem",
            "question",
        )
    )
}
Style = tuple[str, str]  # a kind of label and its mark, which number for themselves

LONGEST_JUMP = 10  # numbers that a plan may skip; "80、" after "3、" is a figure, not a label
COMMAS, LEAST_MARKED = "，,", 2  # in place of a label's mark; believed behind so many others
LONGEST_BARE_HEADING = 24  # characters behind a number without a mark
MARKS = re.compile(r"[。；，：、？！,;:?!\s\d]")
MARKED_BY_SLIP = frozenset({"arabic", "bracketed chinese"})  # whose marks one list may mix: 1、 2． 3.
LATEST_START = 3  # the first number of its kind: an excerpt may begin at 3
OPENS_LATE = frozenset(
    {"chapter", "chinese", "bracketed chinese", "article", "financial"}
)  # or anywhere, where its next follows


def style_of(label: Label) -> Style:
    """What the label's sequence is made of: `1.` follows `1.`, not `1)`; 1.1 follows 1.1, not 1.1.1."""
    if label.kind == "decimal":
        return label.kind, str(len(label.path))
    if label.kind == "heading":
        return label.kind, str(label.depth)
    return label.kind, label.mark


class Course:
    """The labels that may come in each line: what comes next of a style, and what came last."""

    def __init__(self, candidates: Sequence[Sequence[Label]]) -> None:
        self.candidates = [tuple(labels) for labels in _with_one_mark_a_sequence(candidates)]
        self._places: dict[Style, list[int]] = defaultdict(list)
        self._labels: dict[Style, list[Label]] = defaultdict(list)
        for place, labels in enumerate(self.candidates):
            for label in labels:
                self._places[style_of(label)].append(place)
                self._labels[style_of(label)].append(label)
        self._last: dict[Style, Label] = {}
        self._begins_within = False  # the first label is not the first of its kind: an excerpt

    def follows(self, label: Label, place: int, open_labels: Sequence[Label]) -> bool:
        """Whether the label continues or begins a sequence; `open_labels` are those that it may stand below or beside."""
        if label.kind == "heading":
            return True
        if label.kind == "decimal":
            return self._decimal_follows(label, place, open_labels)
        if label.doubtful:
            return self._is_proved(label, place, open_labels)
        if label.number == 1:
            return True
        style = style_of(label)
        upcoming = self.upcoming(style, place)
        same = [other for other in open_labels if style_of(other) == style]
        last = self._last.get(style)
        for before in reversed(same or ([last] if last else [])):
            if before.number <= label.number <= before.number + LONGEST_JUMP:
                return not any(before.number < number < label.number for _, number in upcoming[:1])
        if not same and self._is_marked_by_slip(label, place, open_labels):
            return True
        if not same and label.number <= LATEST_START:
            return not last or label.number == 2 or _goes_on(label, upcoming)
        if not last and any(other.kind == label.kind and other.number == label.number - 1 for other in open_labels):
            return True
        if not self._last and label.kind in OPENS_LATE:
            return _goes_on(label, upcoming) or self._opens_its_decimals(label, place)
        if self._begins_within and not last and label.kind in OPENS_LATE and self._is_outermost(label):
            return _goes_on(label, upcoming) or label.kind in NAMED
        is_third = len(upcoming) > 1 and upcoming[1][1] == label.number + 2
        return _goes_on(label, upcoming) and (label.number <= LATEST_START or is_third)

    def _is_marked_by_slip(self, label: Label, place: int, open_labels: Sequence[Label]) -> bool:
        """Whether the label is the next of an open list that has another mark, 3. below 2、, and no 3、 comes yet."""
        if label.kind not in MARKED_BY_SLIP:
            return False
        before = [one for one in open_labels if one.kind == label.kind and one.number == label.number - 1]
        own = [number for one in before[-1:] for _, number in self.upcoming(style_of(one), place)[:1]]
        return bool(before) and label.number not in own

    def _is_outermost(self, label: Label) -> bool:
        """Whether the label's kind may hold all that were taken so far, as a chapter holds articles."""
        return all(RANKS[label.kind] < RANKS.get(kind, len(RANKS)) for kind, _ in self._last)

    def _opens_its_decimals(self, label: Label, place: int) -> bool:
        """Whether the next decimal below is the label's first: 14.1 below 十四、."""
        return any(later.path == (label.number, 1) for later in self._next_decimal(place))

    def take(self, label: Label) -> None:
        """Note that the label was taken for one."""
        self._begins_within = self._begins_within if self._last else label.number > 1
        self._last[style_of(label)] = label

    def upcoming(self, style: Style, place: int) -> list[tuple[int, int]]:
        """Place and number of the next two labels of the style after the place."""
        places = self._places.get(style, [])
        index = bisect_right(places, place)
        return [(places[i], self._labels[style][i].number) for i in range(index, min(index + 2, len(places)))]

    def is_resumed(self, label: Label, place: int, *, before: int | None) -> bool:
        """Whether the sequence of the label goes on after the place, ahead of the place `before`."""
        upcoming = self.upcoming(style_of(label), place)
        if not upcoming or (before is not None and before < upcoming[0][0]):
            return False
        if label.kind == "decimal":
            index = bisect_right(self._places[style_of(label)], place)
            return self._labels[style_of(label)][index].path[:-1] == label.path[:-1]
        return label.number < upcoming[0][1] <= label.number + LATEST_START

    def is_resumed_after_restart(self, label: Label, place: int) -> bool:
        """Whether, after a sequence that begins anew at the place, the label's own goes on: 2, 【1, 2, 3,】 3."""
        style = style_of(label)
        index = bisect_right(self._places[style], place)
        previous = 1
        for later in self._labels[style][index : index + 4 * LONGEST_JUMP]:
            if later.number == label.number + 1 and later.number not in (1, previous + 1):
                return True
            if later.number != previous + 1:
                return False
            previous = later.number
        return False

    def _is_proved(self, label: Label, place: int, open_labels: Sequence[Label]) -> bool:
        """Whether a doubtful label has its neighbour before or after it."""
        style = style_of(label)
        upcoming = self.upcoming(style, place)
        before = next((other for other in reversed(open_labels) if style_of(other) == style), None)
        if _may_be_spoken_of(label):  # 第三条所列, 二、三年级: the number before it is open, its own comes not again
            before = before or (self._last.get(style) if label.kind == "article" else None)  # of the chapter above
            if before is None:
                is_first = label.kind == "article" and label.number == 1 and style not in self._last
                return is_first and _goes_on(label, upcoming)
            if any(number <= label.number for _, number in upcoming[:1]) or self._goes_on_with_pairs(label, place):
                return False
            return before.number == label.number - 1 and self._next_certain(style, place) != label.number
        if _numbers_a_paragraph(label, open_labels):
            return self._is_paragraph_of_article(label, place, open_labels)
        if label.kind == "arabic":  # "3 名教师": both neighbours, or its own decimals, must be there
            decimals = [c for c in self._next_decimal(place) if c.path[:-1] == (label.number,)]
            is_next = before is not None and before.number == label.number - 1
            is_marked = label.printed[-1] in COMMAS and label.number > LEAST_MARKED  # 3，整改 below 1. and 2.
            between = is_next and (_goes_on(label, upcoming) or is_marked)
            if label.printed[-1].isdecimal():
                is_headed = is_next or (label.number == 1 and _goes_on(label, upcoming))
                return bool(decimals) or (is_headed and _is_bare_heading(label))
            return bool(decimals) or between
        if before is not None and label.number > 1:
            return before.number == label.number - 1 or (
                before.number == label.number - 2 and _goes_on(label, upcoming)
            )
        if label.number == 1 or (label.number == 2 and style not in self._last):
            if not _goes_on(label, upcoming):
                return False
            return label.kind != "chinese" or self._stands_firm(style, place) or len(upcoming) > 1
        return False

    def _next_certain(self, style: Style, place: int) -> int | None:
        """The number of the next label of the style that is not doubtful."""
        index = bisect_right(self._places[style], place)
        return next((label.number for label in self._labels[style][index:] if not label.doubtful), None)

    def _goes_on_with_pairs(self, label: Label, place: int) -> bool:
        """Whether the line above that opens like a label names the pair before this one: 一、二年级 above 三、四年级."""
        above = next((labels for index in range(place - 1, -1, -1) if (labels := self.candidates[index])), ())
        return any(
            one.doubtful and style_of(one) == style_of(label) and one.number == label.number - 2 for one in above
        )

    def _is_paragraph_of_article(self, label: Label, place: int, open_labels: Sequence[Label]) -> bool:
        """Whether the number opens the article's paragraphs, and the second comes before the next article, or goes on."""
        style, article = style_of(label), next(one for one in reversed(open_labels) if one.kind == "article")
        if any(style_of(one) == style and one.number == label.number - 1 for one in open_labels):
            return True
        after = self.upcoming(style, place)[:1]
        next_article = self.upcoming(style_of(article), place)[:1]
        is_near = not next_article or (bool(after) and after[0][0] < next_article[0][0])
        return label.number == 1 and _goes_on(label, after) and is_near

    def _stands_firm(self, style: Style, place: int) -> bool:
        index = bisect_right(self._places[style], place)
        return not self._labels[style][index].doubtful

    def _next_decimal(self, place: int) -> list[Label]:
        places = self._places.get(("decimal", "2"), [])
        index = bisect_right(places, place)
        return self._labels["decimal", "2"][index : index + 1]

    def _decimal_follows(self, label: Label, place: int, open_labels: Sequence[Label]) -> bool:
        prefix = label.path[:-1]
        same = [other for other in open_labels if style_of(other) == style_of(label)]
        before = same[-1] if same else self._last.get(style_of(label))
        if before and before.path[:-1] == prefix:
            return before.number <= label.number <= before.number + LONGEST_JUMP
        if label.number > LATEST_START:
            return False
        if any((other.path or (other.number,)) == prefix for other in open_labels):
            return True
        if before and before.path[:-2] == prefix[:-1] and 0 < prefix[-1] - before.path[-2] <= LATEST_START:
            return True
        index = bisect_right(self._places[style_of(label)], place)
        following = self._labels[style_of(label)][index : index + 1]
        return label.number == 1 and any(later.path == (*prefix, 2) for later in following)


def _is_bare_heading(label: Label) -> bool:
    """Whether a short heading stands behind a bare number: 1 评估对象; 3 名教师 is a figure."""
    is_short = len(label.rest) <= LONGEST_BARE_HEADING and not MARKS.search(label.rest)
    return is_short and not COUNTED.compiled.match(f"{label.number}{label.rest}")


def _numbers_a_paragraph(label: Label, open_labels: Sequence[Label]) -> bool:
    """Whether it is a bare figure below an article: the `1` of `1 本府設……` in a law of Taiwan."""
    return label.kind == "arabic" and label.printed.isdecimal() and any(one.kind == "article" for one in open_labels)


def _may_be_spoken_of(label: Label) -> bool:
    """Whether the doubtful label has its mark or word, and what stands behind it makes the doubt."""
    return label.kind == "article" or (label.kind == "chinese" and label.printed[-1] in "、.．")


def _goes_on(label: Label, upcoming: Sequence[tuple[int, int]]) -> bool:
    return bool(upcoming) and upcoming[0][1] == label.number + 1


def _with_one_mark_a_sequence(candidates: Sequence[Sequence[Label]]) -> list[list[Label]]:
    """The labels, where a mark that never begins at 1 counts as a slip for the one that does: 1. 2、 3."""
    firsts: dict[str, set[str]] = defaultdict(set)
    for labels in candidates:
        for label in labels:
            if label.number == 1 and not (label.doubtful and label.kind in ("arabic", "chinese")):
                firsts[label.kind].add(label.mark)
    return [
        [
            replace(label, mark=min(firsts[label.kind]))
            if label.kind in ("arabic", "bracketed chinese", "chapter")
            and firsts[label.kind]
            and label.mark not in firsts[label.kind]
            else label
            for label in labels
        ]
        for labels in candidates
    ]
