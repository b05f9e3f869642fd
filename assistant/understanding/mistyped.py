"""Places in a question that no list has and that are one slip away from a place of the store: 东西胡区."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.understanding.near_names import NearName, near_names
from ingest.language.folding import fold, to_traditional
from ingest.language.likeness import Likeness
from vectorstore.stored_plan import StoredPlan

TOWNS = "镇乡村道"  # the ends of names that the list of places does not hold


@dataclass(frozen=True, slots=True)
class Slip:
    """Where a question names what is a place or plan of the store but for one slip.

    `names` are what may have been meant, in the question's script, and `regions` the places of those names.
    """

    start: int
    end: int
    said: str
    names: tuple[str, ...]
    regions: tuple[str, ...]
    is_sure: bool  # it sounds as one place or plan does and is no other


def find_mistyped_places(question: str, plans: Sequence[StoredPlan], *, language: str) -> tuple[Slip, ...]:
    """The mistyped places in order: 东西胡区 of `东西胡区的校车` where a plan of 东西湖区 is stored."""
    folded = fold(question)
    if len(folded) != len(question):  # what stands where cannot be told
        return ()
    regions = tuple(dict.fromkeys(plan.identity.region for plan in plans if plan.identity.region))
    best: list[list[NearName]] = []  # those of one stretch together
    for one in sorted(near_names(question, folded, regions), key=lambda one: one.rank):
        beside = next((of for of in best if one.start < of[0].end and of[0].start < one.end), None)
        if beside is None:
            best.append([one])
        elif one.rank == beside[0].rank and (one.start, one.end) == (beside[0].start, beside[0].end):
            beside.append(one)
    told = [_told(question, of, language) for of in best]
    return tuple(sorted(told, key=lambda one: one.start))


def _told(question: str, near: Sequence[NearName], language: str) -> Slip:
    start, end = near[0].start, near[0].end
    names = tuple(dict.fromkeys(one.name for one in near))
    if language == "zh-Hant":
        names = tuple(map(to_traditional, names))
    regions = tuple(dict.fromkeys(one.region for one in near))
    is_sure = len(regions) == 1 and near[0].likeness is Likeness.SOUND and names[0][-1] not in TOWNS
    return Slip(start, end, question[start:end], names, regions, is_sure)
