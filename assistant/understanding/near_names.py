"""Stretches of a question that are a stored place's name but for one slip, and that may stand for it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.understanding.places import region_names
from assistant.understanding.spellings import known_english
from ingest.language.gazetteer import ENDING, gazetteer, place_by_english_name
from ingest.language.likeness import Likeness, likeness
from ingest.language.patterns import Pattern
from ingest.language.places import Place, PlaceKind, find_places
from ingest.language.words import is_word
from vectorstore.topics import is_spoken

SHORTEST_TELLING = 3  # characters of a name, without its ending, of which one may be any other
MOST_KEYWORDS = 3  # Latin words that make no sentence yet
SHORTEST_LATIN = 6  # letters of a name in pinyin
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
class NearName:
    """Where a place is named but for one slip, the name that it nearly is, and the place of that name."""

    start: int
    end: int
    name: str
    region: str
    likeness: Likeness

    @property
    def rank(self) -> tuple[bool, int]:
        """By which the likelier of two that overlap comes first."""
        return self.likeness is Likeness.LETTER, self.start - self.end


def near_names(question: str, folded: str, regions: Sequence[str]) -> Iterator[NearName]:
    """The stretches of the question, and of its folded form, which is as long: 东西胡区 for 东西湖区; some overlap."""
    yield from _near_chinese(question, folded, regions)
    yield from _near_latin(question, regions)


def _near_chinese(question: str, folded: str, regions: Sequence[str]) -> Iterator[NearName]:
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
                        yield NearName(start, end, name, region, like)


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


def _of_wrong_unit(name: str, region: str, text: str) -> Iterator[NearName]:
    """A name whose ending alone is another word: 东西湖去 of `东西湖去有多少所幼儿园`."""
    for start, end in _spans(name[:-1], text):
        match = WRONG_UNIT.compiled.match(text[end:])
        if match and len(name) > 2 and likeness(text[start : end + 1], name) is Likeness.SOUND:
            yield NearName(start, end + 1, name, region, Likeness.SOUND)


def _near_latin(question: str, regions: Sequence[str]) -> Iterator[NearName]:
    """Names in pinyin with one letter another: `Chansha`; in a sentence they have a capital."""
    is_sentence = len(question.split()) > MOST_KEYWORDS
    words = [match for match in LATIN.compiled.finditer(question) if match[0][0].isupper() or not is_sentence]
    for region in regions if words else ():
        for name in (name for name in region_names(region) if name.isascii() and len(name) >= SHORTEST_LATIN):
            for match in words:
                spelled = match[0].lower()
                if _is_slip(spelled, name) and not _is_known(spelled):
                    yield NearName(*match.span(), name.title(), region, Likeness.LETTER)


def _is_known(spelled: str) -> bool:
    """Whether it is a place of its own, or an English word."""
    return bool(place_by_english_name(spelled.title())) or spelled in known_english()


def _is_slip(spelled: str, name: str) -> bool:
    """Whether one letter of a Latin word is another; the sound of letters says nothing."""
    return likeness(spelled, name) is Likeness.LETTER
