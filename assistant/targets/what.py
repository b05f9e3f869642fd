"""What a figure counts, in the sentence's own words: the noun before it and behind it, with its verb."""

import re
from dataclasses import dataclass
from functools import cached_property

from assistant.targets.aside import BASE_BEFORE, is_base
from assistant.targets.masks import clause_of
from assistant.targets.nouns import Span, noun_before, noun_behind
from ingest.language.quantities import Quantity
from ingest.language.sentences import clause_start

STAGE = re.compile(
    r"^(?:小学(?:高年级|低年级|生)?|初中(?:生|起始年级|一年级)?|高中生?|普通高中|中学|幼儿园|(?:新|改扩)建(?:园)?|改扩建|职业学校|专职|高级|中级|专任|骨干教师|女性|男性|城区|农村|乡镇|寄宿生|走读生|体育|公办|民办|首批|其余|家长|小班|中班|大班|区级|市级|校级|省级|[一-龥]{2,6}培训)$"
)
JOINED = re.compile(r"^[一-龥■]{0,5}?(?:[、,，]|和|与|及|或)")
# What goes on about the same thing: 累计达到18间, 共60万元, 比上年增长8%, 降至48.2%.
GOES_ON = re.compile(
    r"^[□\s]*(?:(?:比|较)[一-龥□]{0,6})?(?:力争|预计|□|累计|共计?|合计|总数|其余|总计|同比|再|并|均|约|约为|控制在|压减到|压减至|达到?|提高|增长|增加|下降|减少|降至|降到|降低|上升|缩短|提前|到|和|与|或|、|至|为|的|比例|比|较|上年|同期|需|占|由|从)+$"
)
EACH = re.compile("每[次期轮节场册间条个套所站件项名人]")  # of what was counted just before
ACTS = re.compile(r".*(?:实行|实施|开展|组织|进行|提供|安排|举办)(?=[一-龥■]{2})")


@dataclass(frozen=True, slots=True)
class Thing:
    """Where in the sentence stands what a figure counts, and where what it is counted for.

    `is_part` is true of a part of what was counted before, `goes_on` where it is still the same thing.
    """

    spans: tuple[Span, ...]
    per: Span | None
    is_part: bool = False
    goes_on: bool = False


def find_thing(amount: Quantity, text: str, others: list[Quantity]) -> Thing:
    """What the number of the masked text counts; `others` are the numbers of the sentence, which bound its words."""
    around = _Around(amount, text, others)
    if changed := around.changed():
        return changed
    named, behind, per = around.named_before(), around.behind(), around.per
    spans = tuple(span for span in (named, behind) if span and span[1] > span[0])
    if not spans:
        return around.counted_list() or around.unnamed()
    if not behind and GOES_ON.match(text[slice(*named)]):
        return Thing((), per, around.is_part, goes_on=True)
    return Thing(spans, per, around.is_part or (not behind and bool(STAGE.match(text[slice(*named)]))))


class _Around:
    """A number, its clause, and the numbers before it in the clause and behind it in the sentence."""

    def __init__(self, amount: Quantity, text: str, others: list[Quantity]) -> None:
        self.amount, self.text = amount, text
        self.first, self.last = clause_of(text, amount)
        self.before = [other for other in others if self.first <= other.start and other.end <= amount.start]
        self.following = min([self.last, *(other.start for other in others if other.start >= amount.end)])
        self.is_part = "其中" in text[self.first : amount.start]

    @cached_property
    def per(self) -> Span | None:
        """What it is counted for: 每生每学期."""
        return self.amount.each

    def named_before(self) -> Span:
        """The noun before the number: before what it is counted for, or between this and the number."""
        start, end = self._start(self.before), self.amount.start
        if not self.per:
            return noun_before(self.text, start, end)
        if self.text[self.per[1] : end].strip("为是约"):  # 每所给予工作经费3万元
            between = noun_before(self.text, self.per[1], end)
            if between[1] > between[0]:
                return between
        return noun_before(self.text, start, self.per[0])

    def behind(self) -> Span | None:
        """The noun behind the number."""
        return noun_behind(self.amount, self.text, self.following, self.last)

    def changed(self) -> Thing | None:
        """Of `报名材料由5项精简为3项` what stands before the 5."""
        if not self.before or not is_base(self.before[-1], self.text):
            return None
        base, start = self.before[-1], self._start(self.before[:-1])
        led = BASE_BEFORE.search(self.text[start : base.start])
        named = noun_before(self.text, start, start + led.start() if led else base.start)
        if named[1] > named[0]:
            return Thing((named,), None, self.is_part)
        is_bare = not re.search("[一-龥]{2}", self.text[base.end : self.amount.start])
        return Thing((), None, self.is_part, goes_on=True) if is_bare else None

    def counted_list(self) -> Thing | None:
        """Of `体育、音乐、美术三科不少于50名` the list with its number."""
        if not self.before or not self.before[-1].is_chinese:
            return None
        listed = self.before[-1]
        if "、" in self.text[listed.end : self.amount.start]:
            return None
        named = noun_before(self.text, self._start(self.before[:-1]), listed.end)
        return Thing((named,) if named[1] > named[0] else (), self.per, self.is_part)

    def unnamed(self) -> Thing:
        """A number with no noun of its own: the same thing as before, or what the clause before says is done."""
        if self.before or (self.per and EACH.match(self.text, *self.per)):
            return Thing((), self.per, self.is_part, goes_on=True)
        if not self.per and GOES_ON.match(self.text[self.first : self.amount.start]):
            return Thing((), None, self.is_part, goes_on=True)
        return Thing(self._done_before(), self.per, self.is_part)

    def _start(self, before: list[Quantity]) -> int:
        """Where the number's words begin: at its clause, or after the number before it and what that one counts."""
        if not before:
            return self.first
        joined = JOINED.match(self.text[before[-1].end :])
        return before[-1].end + (joined.end() if joined else 0)

    def _done_before(self) -> tuple[Span, ...]:
        """Of `对42名学生实行送教上门，每月不少于4次` 送教上门."""
        if not self.first or self.text[self.first - 1] not in "，,":
            return ()
        end = self.first - 1
        start = clause_start(self.text, end)
        if match := ACTS.match(self.text[start:end]):
            start += match.end()
        elif re.search(r"\d", self.text[start:end]):
            return ()
        span = noun_before(self.text, start, end)
        return (span,) if span[1] - span[0] > 1 else ()
