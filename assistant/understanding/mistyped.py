"""Places in a question that no list has and that are one slip away from a place of the store: 东西胡区."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.understanding.places import region_names
from ingest.language.folding import fold, to_traditional
from ingest.language.gazetteer import ENDING, gazetteer, place_by_english_name
from ingest.language.likeness import Likeness, differing_places, likeness
from ingest.language.patterns import Pattern
from ingest.language.places import Place, PlaceKind, find_places
from ingest.language.words import is_word
from vectorstore.stored_plan import StoredPlan
from vectorstore.topics import is_spoken

SHORTEST_TELLING = 3  # characters of a name, without its ending, of which one may be any other
SHORTEST_LATIN = 6  # letters of a name in pinyin
TOWNS = "镇乡村道"  # the ends of names that the list of places does not hold
OPENING = Pattern(
    "what stands before a place that is named first",
    r"(?:^|[、,，。？?！!；;\s和与跟同比《]|请问|想问|关于|在|那)$",
    matches=("", "请问", "长沙和"),
    misses=("学校", "我们"),
)
BEHIND_SHORT = Pattern(
    "what stands behind a place's short name",
    r"^(?:$|\s|(?:19|20)\d\d|的|呢|那边|这边|教育|今年|去年|明年|计划|工作要点)",
    matches=("的校车", "2024年", "教育局"),
    misses=("校车", "怎么办"),
)
WRONG_UNIT = Pattern(
    "a word of the sound of 区 or 县 where one of these stands",
    r"^[去曲趣取线](?=有|教育|(?:19|20)\d\d|课后|校车|幼儿园?(?:有|多少))",
    matches=("去有多少所", "去2014年", "去幼儿园有几所"),
    misses=("去年有多少", "去学校"),
)
LATIN = Pattern("a Latin word that may name a place", r"[A-Za-z]{6,}", matches=("Chansha",), misses=("Xi'an",))


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


@dataclass(frozen=True, slots=True)
class _Near:
    start: int
    end: int
    name: str
    region: str
    likeness: Likeness

    @property
    def rank(self) -> tuple[bool, int]:
        return self.likeness is Likeness.LETTER, self.start - self.end


def find_mistyped_places(question: str, plans: Sequence[StoredPlan], *, language: str) -> tuple[Slip, ...]:
    """The mistyped places in order: 东西胡区 of `东西胡区的校车` where a plan of 东西湖区 is stored."""
    folded = fold(question)
    if len(folded) != len(question):  # what stands where cannot be told
        return ()
    regions = tuple(dict.fromkeys(plan.identity.region for plan in plans if plan.identity.region))
    near = [*_near_chinese(question, folded, regions), *_near_latin(question, regions)]
    best: list[list[_Near]] = []  # those of one stretch together
    for one in sorted(near, key=lambda one: one.rank):
        beside = next((of for of in best if one.start < of[0].end and of[0].start < one.end), None)
        if beside is None:
            best.append([one])
        elif one.rank == beside[0].rank and (one.start, one.end) == (beside[0].start, beside[0].end):
            beside.append(one)
    told = [_told(question, of, language) for of in best]
    return tuple(sorted(told, key=lambda one: one.start))


def _told(question: str, near: Sequence[_Near], language: str) -> Slip:
    start, end = near[0].start, near[0].end
    names = tuple(dict.fromkeys(one.name for one in near))
    if language == "zh-Hant":
        names = tuple(map(to_traditional, names))
    regions = tuple(dict.fromkeys(one.region for one in near))
    is_sure = len(regions) == 1 and near[0].likeness is Likeness.SOUND and names[0][-1] not in TOWNS
    return Slip(start, end, question[start:end], names, regions, is_sure)


def _near_chinese(question: str, folded: str, regions: Sequence[str]) -> Iterator[_Near]:
    names = {region: _chinese_names(region) for region in regions}
    named = {region for region in regions if any(name in folded for name in names[region])}
    exact = [span for region in named for name in names[region] for span in _spans(name, folded)]
    places = find_places(question)
    for region in regions:
        for name in names[region]:
            if region in named:
                yield from _of_wrong_unit(name, region, folded)
            elif not set(name).isdisjoint(folded):
                for start, end, like in _windows(name, folded):
                    is_free = all(end <= a or b <= start for a, b in exact)
                    if is_free and _may_be_meant(folded, start, end, name, like, places):
                        yield _Near(start, end, name, region, like)


@lru_cache(maxsize=1024)
def _chinese_names(region: str) -> tuple[str, ...]:
    return tuple(name for name in region_names(region) if not name.isascii())


def _spans(name: str, text: str) -> Iterator[tuple[int, int]]:
    yield from (match.span() for match in re.finditer(re.escape(name), text))


def _windows(name: str, text: str) -> Iterator[tuple[int, int, Likeness]]:
    """The stretches of the text that are the name but for one slip; of a short name's length alone."""
    stem = ENDING.compiled.sub("", name)
    lengths = (0, -1, 1) if len(stem) >= SHORTEST_TELLING and stem != name else (0,)
    for length in (len(name) + more for more in lengths):
        for start in range(len(text) - length + 1):
            said = text[start : start + length]
            is_near = said[0] == name[0] or said[-1] == name[-1] or said[1:-1] == name[1:-1]
            if is_near and (like := likeness(said, name)):
                yield start, start + length, like


def _may_be_meant(text: str, start: int, end: int, name: str, like: Likeness, places: Sequence[Place]) -> bool:
    """Whether a place is named there, and no other one than the name's."""
    said, stem = text[start:end], ENDING.compiled.sub("", name)
    listed = [p for p in places if p.kind is PlaceKind.LISTED and _overlaps(p, start, end)]
    if listed or said in gazetteer().full or said in gazetteer().short:
        is_whole = any((p.start, p.end) == (start, end) for p in listed)
        return is_whole and like is Likeness.LETTER and len(stem) >= SHORTEST_TELLING and name != stem
    if is_spoken(said):
        return False
    if name == stem:
        return _may_be_short(text, start, end, like)
    if like is Likeness.SOUND:
        return True
    if said[-1] != name[-1]:
        return False
    if len(stem) >= SHORTEST_TELLING:
        return True
    is_placed = bool(OPENING.compiled.search(text[:start])) or any(p.start == start and p.end == end for p in places)
    return is_placed and not is_word(said[:-1])


def _overlaps(place: Place, start: int, end: int) -> bool:
    """Whether the place is named there; a short name within the stretch is there by chance: 沙市 in 常沙市."""
    is_within = start <= place.start and place.end <= end and place.end - place.start < end - start
    return place.start < end and start < place.end and not (is_within and place.name in gazetteer().short)


def _may_be_short(text: str, start: int, end: int, like: Likeness) -> bool:
    """Whether a name without its ending is meant: 新荒 of `新荒的校车`."""
    said = text[start:end]
    if like is not Likeness.SOUND or is_word(said):
        return False
    is_placed = OPENING.compiled.search(text[:start]) and BEHIND_SHORT.compiled.match(text[end:])
    return len(said) >= SHORTEST_TELLING or bool(is_placed)


def _of_wrong_unit(name: str, region: str, text: str) -> Iterator[_Near]:
    """A name whose ending alone is another word: 东西湖去 of `东西湖去有多少所幼儿园`."""
    for start, end in _spans(name[:-1], text):
        match = WRONG_UNIT.compiled.match(text[end:])
        if match and len(name) > 2 and likeness(text[start : end + 1], name) is Likeness.SOUND:
            yield _Near(start, end + 1, name, region, Likeness.SOUND)


def _near_latin(question: str, regions: Sequence[str]) -> Iterator[_Near]:
    """Names in pinyin with one letter another: `Chansha`."""
    words = [match for match in LATIN.compiled.finditer(question) if not place_by_english_name(match[0].title())]
    for region in regions if words else ():
        for name in (name for name in region_names(region) if name.isascii() and len(name) >= SHORTEST_LATIN):
            for match in words:
                spelled = match[0].lower()
                if differing_places(spelled, name) and _is_slip(spelled, name) and not is_spoken(spelled):
                    yield _Near(*match.span(), name.title(), region, Likeness.LETTER)


def _is_slip(spelled: str, name: str) -> bool:
    """Whether one letter of a Latin word is another; the sound of letters says nothing."""
    return likeness(spelled, name) is Likeness.LETTER
