"""Items whose text begins with a figure right behind their number and its mark: `2.3名数学教师` is item 2, `3名数学教师`."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from ingest.document import Line
from ingest.labels import HAN, Label, flatten, read_label
from ingest.language.patterns import Pattern

NUMBER_AND_FIGURE = Pattern(
    "a number, its mark, and a figure right behind it",
    rf"(?P<n>\d{{1,2}})\s?(?P<m>[.、)])(?=\d{{1,4}}(?![\d.、)])[^\n]{{0,12}}?[{HAN}])",
    matches=("2.3名数学教师", "1、35周岁以下", "2)30人以上的班", "3.12:30前到校"),
    misses=("1.1.2 目标", "2.名单", "3.5", "2024.3月"),
)
COUNTED = Pattern(
    "what is counted, or when, behind a figure that opens a text",
    r"""
      \d{1,2}[:：]\d\d(?!\d)                                # 7:30
    | \d+(?:[—–~至到-]+\d+)*
      (?: [万萬亿億%％‰]
        | [余餘多]?[名人位个個岁歲周所间間台套张張册冊天日节節项項次年月级級届屆元米篇本场場组組班辆輛份条條亩度分秒小时時课課] )
    """,
    matches=("3名数学教师", "7:30开门", "12元", "5万元以下", "3-5人"),
    misses=("目标", "1目标", "3 目标"),
    flags=re.VERBOSE,
)
OUTER = frozenset(
    {"chapter", "part", "english", "financial", "roman", "chinese", "article", "bracketed chinese", "heading"}
)
INNER_MARK = re.compile("[，。；：,;]")
ENDS = tuple("。；：！？…，、;:!?,")
FEWEST = 2  # items of a list
LEAST_COUNTED = 0.5  # of a list's lines that open with a figure, which is of something counted


@dataclass(slots=True)
class _List:
    """The items of a list so far, by their index; `doubtful` are those whose number may be a decimal's."""

    last: int = 0
    labels: dict[int, Label] = field(default_factory=dict)
    doubtful: list[int] = field(default_factory=list)
    holds_decimals: bool = False  # 1.1 and 1.2 stand in it


def find_labels_before_figures(lines: Sequence[Line]) -> dict[int, Sequence[Label]]:
    """By index the label of a line that reads like a decimal but stands in a list 1, 2, 3.

    Of `1.6名语文教师`, `2.3名数学教师`, `3.美术教师` the first two are labelled `1.` and `2.`; of `1.1 目标`, `1.2 任务` none.
    """
    return {index: [own.labels[index]] for own in _lists(lines) if _is_numbered(own) for index in own.doubtful}


def _lists(lines: Sequence[Line]) -> Iterator[_List]:
    """The lists of one mark each, until a label of an outer kind or a new list ends them."""
    plain = [None if line.table else read_label(line.text) for line in lines]
    before_figures = {
        index: label
        for index, (line, own) in enumerate(zip(lines, plain, strict=True))
        if not line.table and (own is None or own.kind == "decimal") and (label := _before_figure(line.text))
    }
    labels = [before_figures.get(index, own) for index, own in enumerate(plain)]
    upcoming = _next_numbers(labels, before_figures)
    is_open: dict[str, _List] = {}
    for index, label in enumerate(labels):
        before_figure = index in before_figures
        if label and label.kind in OUTER:
            yield from is_open.values()
            is_open.clear()
        if not label or label.kind != "arabic":
            continue
        current = is_open.get(label.mark)
        if label.number == 1 and not (before_figure and current and current.last == 1):
            yield from [current] if current else []
            current = is_open[label.mark] = _List()
        if current is None:
            continue
        if before_figure and index - 1 not in current.labels and index and _is_open(lines[index - 1].text):
            continue
        # Where the number is yet to come, this one is a figure in the second half of a printed line.
        if label.number == current.last + 1 and not 1 < upcoming.get(index, 0) <= label.number:
            current.last = label.number
            current.labels[index] = label
            current.doubtful += [index] if before_figure else []
        elif before_figure and label.number == current.last:
            current.holds_decimals = True
    yield from is_open.values()


def _before_figure(text: str) -> Label | None:
    match = NUMBER_AND_FIGURE.compiled.match(flatten(text))
    if not match:
        return None
    mark = match["m"]
    rest = text[match.end() :]
    return Label("arabic", text[: match.end()].strip(), match["n"], int(match["n"]), rest, mark)


def _is_open(text: str) -> bool:
    """Whether the line ends within a sentence, which may go on with a figure: `离家不远，一般不超过`."""
    return bool(INNER_MARK.search(text)) and not text.rstrip("”」』）) ").endswith(ENDS)


def _next_numbers(labels: Sequence[Label | None], doubtful: Collection[int]) -> dict[int, int]:
    """By index the number of the next plain label of the list that the doubtful one may belong to."""
    found: dict[int, int] = {}
    upcoming: dict[str, int] = {}
    for index in range(len(labels) - 1, -1, -1):
        label = labels[index]
        if label and label.kind in OUTER:
            upcoming.clear()
        elif label and index in doubtful:
            found[index] = upcoming.get(label.mark, 0)
        elif label and label.kind == "arabic":
            upcoming[label.mark] = label.number
    return found


def _is_numbered(own: _List) -> bool:
    """Whether the list counts up and most of its figures count something; figures that are all 1 are a decimal's."""
    rests = [own.labels[index].rest for index in own.doubtful]
    if own.last < FEWEST or own.holds_decimals or not rests:
        return False
    is_plain = len(own.labels) > len(rests)
    counted = sum(bool(COUNTED.compiled.match(flatten(rest))) for rest in rests)
    return counted >= LEAST_COUNTED * len(rests) and (is_plain or {rest[:2] for rest in rests} != {rests[0][:2]})
