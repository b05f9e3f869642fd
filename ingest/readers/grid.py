"""The grid that drawn lines form on a page: which of its cells holds a place, over whatever rows and columns it spans."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

THICKEST = 3.5  # points of a drawn line; what is thicker is a box, whose sides are lines
NEAR = 3.0  # points within which lines are one, or touch
FEWEST_LINES = 3  # each way: of two rows and two columns


@dataclass(frozen=True, slots=True)
class Box:
    """What is drawn, from its left and top to its right and bottom, y growing downwards."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line, upright or level: where it stands, and from where to where it reaches."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Grid:
    """Where rows and columns of a drawn table part, and for each place of it the number of the cell that covers it."""

    lefts: tuple[float, ...]
    tops: tuple[float, ...]
    cells: tuple[tuple[int, ...], ...]

    def cell_at(self, x: float, y: float) -> int | None:
        """The number of the cell that holds the point; None outside the table."""
        column, row = bisect_right(self.lefts, x) - 1, bisect_right(self.tops, y) - 1
        is_inside = 0 <= column < len(self.lefts) - 1 and 0 <= row < len(self.tops) - 1
        return self.cells[row][column] if is_inside else None


def find_grids(boxes: Iterable[Box]) -> list[Grid]:
    """The tables that the boxes draw, those with several rows and columns, from the top of the page down."""
    upright, level = _strokes(boxes)
    if len(upright) < FEWEST_LINES or len(level) < FEWEST_LINES:
        return []
    groups = [group for group in _touching(upright, level) if min(map(len, group)) > 1]
    return sorted((grid for group in groups if (grid := _grid(*group))), key=lambda grid: grid.tops[0])


def _strokes(boxes: Iterable[Box]) -> tuple[list[Stroke], list[Stroke]]:
    """The upright and the level lines of what is drawn; pieces of one line put together."""
    upright: list[Stroke] = []
    level: list[Stroke] = []
    for box in boxes:
        if box.bottom - box.top <= THICKEST:
            level.append(Stroke((box.top + box.bottom) / 2, box.left, box.right))
        elif box.right - box.left <= THICKEST:
            upright.append(Stroke((box.left + box.right) / 2, box.top, box.bottom))
        else:
            level += [Stroke(y, box.left, box.right) for y in (box.top, box.bottom)]
            upright += [Stroke(x, box.top, box.bottom) for x in (box.left, box.right)]
    return _joined(upright), _joined(level)


def _joined(strokes: Sequence[Stroke]) -> list[Stroke]:
    """The strokes, those that stand in one line and meet as one."""
    found: list[Stroke] = []
    for line in _clusters(strokes):
        at = sum(stroke.at for stroke in line) / len(line)
        ordered = sorted(line, key=lambda stroke: stroke.start)
        start, end = ordered[0].start, ordered[0].end
        for stroke in ordered[1:]:
            if stroke.start > end + NEAR:
                found.append(Stroke(at, start, end))
                start = stroke.start
            end = max(end, stroke.end)
        found.append(Stroke(at, start, end))
    return [stroke for stroke in found if stroke.end - stroke.start > NEAR]


def _clusters(strokes: Sequence[Stroke]) -> list[list[Stroke]]:
    clusters: list[list[Stroke]] = []
    for stroke in sorted(strokes, key=lambda one: one.at):
        if clusters and stroke.at - clusters[-1][0].at <= NEAR:
            clusters[-1].append(stroke)
        else:
            clusters.append([stroke])
    return clusters


def _touching(upright: Sequence[Stroke], level: Sequence[Stroke]) -> list[tuple[list[Stroke], list[Stroke]]]:
    """The strokes in groups that touch each other: each one table."""
    groups: list[tuple[list[Stroke], list[Stroke]]] = []
    for stroke in upright:
        crossed = [other for other in level if _meet(stroke, other)]
        own = [group for group in groups if any(other in group[1] for other in crossed)]
        merged = (
            [stroke, *(one for group in own for one in group[0])],
            list(dict.fromkeys([*crossed, *(one for group in own for one in group[1])])),
        )
        groups = [*(group for group in groups if group not in own), merged]
    return groups


def _meet(upright: Stroke, level: Stroke) -> bool:
    return (
        level.start - NEAR <= upright.at <= level.end + NEAR and upright.start - NEAR <= level.at <= upright.end + NEAR
    )


def _grid(upright: Sequence[Stroke], level: Sequence[Stroke]) -> Grid | None:
    """The grid of these strokes; a side that is not drawn is where the lines across it end."""
    lefts, tops = _places(upright, level), _places(level, upright)
    if len(lefts) < FEWEST_LINES or len(tops) < FEWEST_LINES:
        return None
    width, height = len(lefts) - 1, len(tops) - 1
    owner = list(range(width * height))
    for row in range(height):
        middle = (tops[row] + tops[row + 1]) / 2
        for column in range(width):
            centre, place = (lefts[column] + lefts[column + 1]) / 2, row * width + column
            if column + 1 < width and not _is_drawn(upright, lefts[column + 1], middle):
                _unite(owner, place, place + 1)
            if row + 1 < height and not _is_drawn(level, tops[row + 1], centre):
                _unite(owner, place, place + width)
    cells = [_owner(owner, place) for place in range(width * height)]
    rows = tuple(tuple(cells[row * width : (row + 1) * width]) for row in range(height))
    return Grid(tuple(lefts), tuple(tops), rows) if len(set(cells)) > width else None


def _places(strokes: Sequence[Stroke], across: Sequence[Stroke]) -> list[float]:
    ends = [min(stroke.start for stroke in across), max(stroke.end for stroke in across)]
    return [cluster[0].at for cluster in _clusters([*strokes, *(Stroke(end, 0, 0) for end in ends)])]


def _is_drawn(strokes: Sequence[Stroke], at: float, across: float) -> bool:
    return any(abs(stroke.at - at) <= NEAR and stroke.start <= across <= stroke.end for stroke in strokes)


def _owner(owner: list[int], place: int) -> int:
    while owner[place] != place:
        owner[place] = owner[owner[place]]
        place = owner[place]
    return place


def _unite(owner: list[int], place: int, other: int) -> None:
    first, second = sorted((_owner(owner, place), _owner(owner, other)))
    owner[second] = first
