"""What only the comparing of texts asks of a reading: figures, dates, changes, and words by their weight."""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from assistant.claims.figures import Figure, read_figures
from ingest.language import reading
from ingest.language.dates import Date, find_dates
from ingest.language.words import GRAM_RUN, STOP_WORDS, is_word, tag_words

BECOMES = re.compile(r"[^,，。;、\d]{0,8}(?:到|至|为|成|加|减|降|升|增)[^,，。;、\d]{0,4}|\s?to\s?")
WAS = re.compile(r"[^。;\d]{0,8}(?:以前|原来|过去|原先|此前|上年|去年)[^,。;\d]{0,4}")
# What a word weighs by its part of speech; what is not named says little by itself.
WEIGHTS = {
    "n": 1.0,
    "v": 0.8,
    "a": 0.6,
    "j": 1.0,
    "l": 0.8,
    "i": 0.8,
    "t": 0.6,
    "s": 0.7,
    "b": 0.7,
    "e": 1.0,
    "z": 0.5,
    "d": 0.2,
}
PROPER_WEIGHT = 1.5
PROPER = frozenset({"nr", "nrfg", "nrt", "ns", "nt", "nz"})
GAP = "，"  # put in the place of figures, so that no word reaches over one
UNKNOWN = 0.3  # of what no dictionary has; it may be cut wrongly
SINGLE = 0.4  # of a word of one character
# Words that writers put around what they take from a paper; they claim nothing themselves.
TELLING = frozenset({
    "根据", "依据", "按照", "规定", "要求", "明确", "提出", "指出", "显示", "表示", "介绍", "了解", "计划", "要点", "文件", "通知", "其中", "此外", "另外", "同时", "以及", "并且", "也就是说", "总的来说", "简单", "来说", "家长", "您", "需要", "可以",
    "方面", "相关", "有关", "进行", "开展", "做好", "实现", "达到", "成为", "属于", "作为", "通过", "包括", "例如", "比如", "安排", "目标", "左右", "一共", "共有", "总共", "合计", "分别", "主要", "大约", "约", "仍然", "继续", "具体", "整个",
    "所有", "全部", "已经", "今年", "当年", "该", "目前", "内容", "情况", "时间", "期间", "标准", "金额", "数量", "人数", "比例", "比率", "用于", "给予", "予以", "列入", "保持", "控制",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Word:
    """A content word, where it starts in the folded text, and what it weighs."""

    text: str
    start: int
    weight: float
    tag: str  # its part of speech

    @property
    def is_thing(self) -> bool:
        """Whether it names a thing or a kind of thing, which a writer seldom puts in other words by chance."""
        return self.weight > UNKNOWN and (self.tag[0] in "nbjsl" or self.tag in PROPER)


@dataclass(frozen=True)
class Reading(reading.Reading):
    """The reading of a text with what it claims; every part is read when it is first asked for."""

    @cached_property
    def dates(self) -> tuple[Date, ...]:
        """The dates and times of day; days of the week are compared by their names."""
        return tuple(date for date in find_dates(self.folded) if not date.weekday)

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """The figures that are no dates."""
        return read_figures(
            self.folded, taken=tuple((date.start, date.end) for date in self.dates if not date.may_be_length)
        )

    @cached_property
    def changes(self) -> frozenset[tuple[float, float]]:
        """The values of which one is said to become the other: 由7个增加到9个 gives (7, 9)."""
        changes = set()
        for one, other in zip(self.figures, self.figures[1:], strict=False):
            between = self.folded[one.end : other.start]
            if WAS.fullmatch(between):
                changes.add((other.value, one.value))
            elif BECOMES.fullmatch(between):
                changes.add((one.value, other.value))
        return frozenset(change for change in changes if change[0] != change[1])

    @cached_property
    def weighed_words(self) -> tuple[Word, ...]:
        """The content words in order; figures and dates are none."""
        figures = [(one.start, one.end) for one in self.figures if not one.is_loose]
        spans = sorted([*figures, *((date.start, date.end) for date in self.dates)])
        plain = self.folded
        for start, end in spans:
            plain = f"{plain[:start]}{GAP * (end - start)}{plain[end:]}"
        words, at = [], 0
        for text, tag in tag_words(plain):
            start, at = at, at + len(text)
            if weight := _weight(text, tag):
                words.append(Word(text, start, weight, tag))
        return tuple(words)

    def words_of(self, place: int) -> tuple[str, ...]:
        """The content words of a clause."""
        return tuple(text for text, tag in tag_words(self.clauses[place]) if _weight(text, tag))


@lru_cache(maxsize=512)
def read(text: str) -> Reading:
    """The reading of a text, kept for the next sentence that is compared with it."""
    return Reading(text)


@lru_cache(maxsize=50_000)
def _weight(word: str, tag: str) -> float:
    if len(word) > 1 and not is_word(word):
        return UNKNOWN
    if word in STOP_WORDS or word in TELLING or not GRAM_RUN.compiled.match(word) or word[0].isdecimal():
        return 0.0
    if tag in PROPER and len(word) > 1:
        return PROPER_WEIGHT
    weight = WEIGHTS.get(tag[0], 0.3 if len(word) > 1 else 0.0)
    return weight * (SINGLE if len(word) == 1 else 1.0)
