"""The places where the cutting of a plan may be wrong, each with a short reason."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from ingest.plan import Doubt
from ingest.readings import Cut
from ingest.sequence import style_of
from ingest.tree import Block, walk

LONGEST_ITEM = 3000  # characters: the longest item of the papers that we read has some 1,500
LONGEST_PREFACE = 2000  # characters under no heading
UNNUMBERED = frozenset({"heading"})


def doubts_of_numbering(root: Block, rejected: Mapping[int, str]) -> Iterator[Doubt]:
    """Where the numbering jumps, stands twice or begins late: `（四）` after `（二）`; `rejected` are labels that do not fit."""
    yield from (Doubt(number, reason) for number, reason in rejected.items())
    through = _run_through(root)
    for parent in walk(root):
        labelled = [child for child in parent.children if child.label and child.label.kind not in UNNUMBERED]
        if labelled:
            yield from _doubt_of_first(labelled[0], through)
        for former, latter in pairwise(labelled):
            yield from _doubt_of_next(former, latter)


def doubts_of_items(cuts: Sequence[Cut]) -> Iterator[Doubt]:
    """The items that are too long to be one, and long text that stands under no heading."""
    for cut in cuts:
        line, length = cut.lines[0].number, len(cut.item.text)
        if cut.item.section is None and length > LONGEST_PREFACE:
            yield Doubt(line, f"{length} characters stand under no heading")
        elif length > LONGEST_ITEM:
            yield Doubt(line, f"item {cut.item.ref} is very long ({length} characters)")


def _doubt_of_next(former: Block, latter: Block) -> Iterator[Doubt]:
    assert former.label
    assert latter.label
    line, number = latter.lines[0].number, latter.label.number
    if style_of(former.label) != style_of(latter.label) or former.label.path[:-1] != latter.label.path[:-1]:
        return
    if number == former.label.number and former.label.normal == latter.label.normal:
        yield Doubt(line, f"“{latter.label.printed}” stands twice")
    elif number > former.label.number + 1:
        yield Doubt(line, f"“{latter.label.printed}” follows “{former.label.printed}”: a number is missing")
    elif number < former.label.number:
        yield Doubt(line, f"“{latter.label.printed}” follows “{former.label.printed}”: the numbering begins anew")


def _doubt_of_first(block: Block, through: Mapping[int, bool]) -> Iterator[Doubt]:
    label = block.label
    assert label
    if label.number != 1 and not through.get(id(block)):
        yield Doubt(block.lines[0].number, f"the numbering begins with “{label.printed}”")


def _run_through(root: Block) -> dict[int, bool]:
    """By block whether its number goes on from the last of its style, wherever that stood."""
    last: dict[tuple[str, str], int] = {}
    through = {}
    for block in walk(root):
        if block.label:
            style = style_of(block.label)
            through[id(block)] = last.get(style) == block.label.number - 1
            last[style] = block.label.number
    return through
