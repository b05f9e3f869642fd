"""Questions that are typed in pinyin, read where their letters spell words of the plans in one way: changsha youeryuan."""

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.understanding.places import region_names
from assistant.understanding.spelled import PARTED, spell
from assistant.understanding.spellings import Spellings, known_english
from ingest.language.folding import is_han
from ingest.language.gazetteer import gazetteer
from ingest.language.patterns import Pattern
from ingest.language.sounds import is_pinyin, plain_pinyin
from ingest.language.words import content_words
from vectorstore.stored_plan import StoredPlan

LETTERS = "A-Za-zÀ-ɏ"  # with the marks of tones
LATIN = Pattern("a run of Latin words", rf"[{LETTERS}]+(?:[ '’]+[{LETTERS}]+)*", ("kehou fuwu",), ("课后服务", "2024"))
CLEARLY = math.log(8)  # a reading is taken where it is so many times as likely as the next
MOST_READINGS = 3  # that are offered where none is
SHORTEST_UNREAD = 8  # letters of what is no word that we know, and told to be pinyin
LONGEST_RUN = 120  # letters


@dataclass(frozen=True, slots=True)
class PinyinReading:
    """A question in characters: its one reading, or several to choose from, or none, where people are to type characters."""

    readings: tuple[str, ...]

    @property
    def is_sure(self) -> bool:
        """Whether it can be read in one way alone."""
        return len(self.readings) == 1


def read_pinyin(
    question: str, plans: Sequence[StoredPlan], spellings_of: Callable[[], Spellings]
) -> PinyinReading | None:
    """The question in characters: 长沙 幼儿园 of `changsha youeryuan`; None where it is no pinyin.

    English is never read so, nor a question in characters beside which a Latin word stands.
    """
    runs = list(LATIN.compiled.finditer(question))
    if not runs or not _is_typed_in_pinyin(question, [match[0] for match in runs], plans):
        return None
    spellings = spellings_of()  # only now: they take their time
    readings: list[tuple[float, str]] = [(0.0, question)]
    for match in reversed(runs):
        spelled = spell(match[0], spellings)
        readings = [
            (cost + one.cost, text[: match.start()] + one.text + text[match.end() :])
            for cost, text in readings
            for one in spelled
        ]
    told = _likeliest(readings)
    is_long = sum(len(match[0]) for match in runs) >= SHORTEST_UNREAD
    return PinyinReading(told) if told or is_long else None


def _is_typed_in_pinyin(question: str, runs: Sequence[str], plans: Sequence[StoredPlan]) -> bool:
    words = [plain_pinyin(word) for run in runs for word in PARTED.split(run)]
    if not all(map(is_pinyin, words)) or sum(map(len, words)) > LONGEST_RUN:
        return False
    places = {name for plan in plans if plan.identity.region for name in region_names(plan.identity.region)}
    others = [word for word in words if word not in places and word not in gazetteer().large_by_pinyin]
    if not others or sum(map(len, others)) < len("kehou"):
        return False
    if any(map(is_han, question)):
        return _is_all_but_place(question, plans)
    english = [word for word in words if word in known_english()]
    return sum(map(len, english)) * 2 < sum(map(len, others))


def _is_all_but_place(question: str, plans: Sequence[StoredPlan]) -> bool:
    """Whether the characters name a plan's place and year alone: 未央区2020年 of `未央区2020年 kehoufuwu`."""
    names = {name for plan in plans if plan.identity.region for name in region_names(plan.identity.region)}
    rest = question
    for name in sorted(names, key=len, reverse=True):
        rest = rest.replace(name, "")
    return not content_words(re.sub(rf"[{LETTERS}]|(?:19|20)\d\d年?", "", rest))


def _likeliest(readings: Sequence[tuple[float, str]]) -> tuple[str, ...]:
    ordered = sorted(readings)
    near: dict[tuple[str, ...], str] = {}  # by the words that say something: 的 or 地 is the same
    for cost, text in ordered:
        if cost - ordered[0][0] < CLEARLY:
            near.setdefault(content_words(text), text)
    return tuple(near.values()) if len(near) <= MOST_READINGS else ()
