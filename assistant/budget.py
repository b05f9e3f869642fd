"""Evidence fitted into so many tokens: whole items first, the sentences that bear on the question where an item is too long."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

Count = Callable[[str], int]


@dataclass(frozen=True, slots=True)
class Passage:
    """An item's sentences as they follow each other, which of them bear on the question, and the tokens of its heading."""

    sentences: tuple[str, ...]
    bearing: tuple[int, ...]
    overhead: int = 0


def fit(passages: Sequence[Passage], room: int, count: Count) -> tuple[tuple[int, ...], ...]:
    """For each passage, best first, the indexes of the sentences to show within `room` tokens; none where no room is left.

    An item is shown whole where the bearing sentences of those after it still fit; else its bearing sentences, then as many of
    its others, in order, as there is room for. Where not even the bearing sentences of all fit, the last items are left out.
    """
    costs = [[count(sentence) + 1 for sentence in passage.sentences] for passage in passages]
    least = [
        passage.overhead + sum(cost[i] for i in passage.bearing) for passage, cost in zip(passages, costs, strict=True)
    ]
    shown: list[tuple[int, ...]] = []
    for place, (passage, cost) in enumerate(zip(passages, costs, strict=True)):
        after = _that_fit(least[place + 1 :], room - least[place])
        chosen = _choose(passage, cost, room - passage.overhead - after)
        shown.append(chosen)
        if chosen:
            room -= passage.overhead + sum(cost[i] for i in chosen)
    return tuple(shown)


def newest_that_fit(turns: Sequence[str], room: int, count: Count) -> tuple[str, ...]:
    """The last of the turns, in their order, that fit into `room` tokens together."""
    kept: list[str] = []
    for turn in reversed(turns):
        room -= count(turn) + 1
        if room < 0:
            break
        kept.insert(0, turn)
    return tuple(kept)


def _that_fit(least: Sequence[int], room: int) -> int:
    """What the first of the passages after this one need at least, as far as there is room for them."""
    taken = 0
    for cost in least:
        if taken + cost > room:
            break
        taken += cost
    return max(0, taken)


def _choose(passage: Passage, cost: Sequence[int], room: int) -> tuple[int, ...]:
    if sum(cost) <= room:
        return tuple(range(len(cost)))
    chosen: set[int] = set()
    for index in (*passage.bearing, *range(len(cost))):
        if index not in chosen and cost[index] <= room:
            chosen.add(index)
            room -= cost[index]
        elif index in passage.bearing and index not in chosen:
            break
    return tuple(sorted(chosen)) if chosen & set(passage.bearing) else ()
