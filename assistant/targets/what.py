"""What a figure counts, in the sentence's own words: the noun before it or behind it, with its verb."""

import re
from dataclasses import dataclass

from assistant.targets.amounts import Amount
from assistant.targets.aside import BASE_BEFORE, is_base
from assistant.targets.masks import CLAUSE_END, clause_of
from assistant.targets.target import Direction

PER = re.compile(
    r"(?:每(?:个?课时|个?工作日|半个?月|个?学期|个?学年|个?季度|半年|个?月|个?工作室|个?集团|县(?:\(区\))?|[一-龥])(?:的)?)+"
)
LEADING = re.compile(
    r"^(?:[□\s\d.、()]+(?:以前|之前|前|起|底|期间|内|前后)?|其中|到|至(?!少)|全年|年内|年底|年末|前|全[市县区省州]|各县\(区\)|并|同时|以及|和|与|及|或|至少|最多|共(?!同)|再|另|对|为|在|给|从|由(?!于)|按照|按|以|将|把|向|需|各校?(?!类)|均|等(?!级)|下半年|上半年|预计|力争|计划(?!招生)|且|还|平均|,|、|，)+"
)
TRAILING = re.compile(
    r"(?:不低于|不少于|不得低于|不得少于|不超过|不得超过|不高于|不多于|不早于|不晚于|控制在|稳定在|保持在?|维持在?|力争|预计|计划|提高到?至?|提升[到至]?|达到?|增加[到至]?|增长[到至]?|扩大[到至]|延长[到至]?|缩短[到至]?|降[到至低]?|下降[到至]?|减[到至少为]*|压减[到至]?|调整[为到至]|精简[为到至]|规范整合为|上升[到至]?|至少|最高|最低|最多|超过|接近|约为?|近|平均|共计?|合计|总计|累计|分别|均|各|为|是|有|占|到|至|在|按|以|达|的|并|于|须|要|再|仅|:|：|\(|、|，|,|\s|□)+$"
)
NO_NOUN = re.compile(
    r"^(?:以上|以下|以内|之内|之间|左右|上下|内|前|后|起|的?[，。；、：:;)）!？?\s]|的?$|至|到|和|与|或|及|以|不|,|□|计算|并|后|则|即|者)"
)
GIVEN = re.compile(r"^(?:的)?(?:给予|予以)")
NOUN_END = re.compile(
    r"全覆盖|[，。；、：:;!?（）()“”□]|,|进行|开展|实行|实施|全部|均|给予|予以|每|不|达到|完成|建成|改造|购买|安装|设置|配备|提供|接入|建立|送教|落实|招生|年检|开设|为|在|到|由|须|应|将|一般|纳入|所需|拨付|结对|上课|联网|发放|覆盖|增加|减少|补充|共|统一|配套|与之|设立|分类|集中|创建|惠及|投入|用于"
)
STAGE = re.compile(
    r"^(?:小学(?:高年级|低年级|生)?|初中(?:生|起始年级|一年级)?|高中生?|普通高中|中学|幼儿园|(?:新|改扩)建(?:园)?|改扩建|职业学校|专职|高级|中级|专任|骨干教师|女性|男性|城区|农村|乡镇|寄宿生|走读生|体育|公办|民办|首批|其余|家长|小班|中班|大班|区级|市级|校级|省级|[一-龥]{2,6}培训)$"
)
LONGEST = 24
JOINED = re.compile(r"^[一-龥■]{0,5}?(?:[、,，]|和|与|及|或)")
# What goes on about the same thing: 累计达到18间, 共60万元, 比上年增长8%, 降至48.2%.
GOES_ON = re.compile(
    r"^[□\s]*(?:(?:比|较)[一-龥□]{0,6})?(?:力争|预计|□|累计|共计?|合计|总数|其余|总计|同比|再|并|均|约|约为|控制在|压减到|压减至|达到?|提高|增长|增加|下降|减少|降至|降到|降低|上升|缩短|提前|到|和|与|或|、|至|为|的|比例|比|较|上年|同期|需|占|由|从)+$"
)
EACH = re.compile("每[次期轮节场册间条个套所站件项名人]")  # of what was counted just before
KEPT_FROM = re.compile(r"^(?:不能|未能|无法|暂未)[一-龥]{1,10}?的(?=[一-龥]{2})")  # 42名不能到校就读的学生
LIMITS = re.compile(r"^(?:之?内|以内)?(?=[一-龥])")
VERB_AFTER_LIMIT = re.compile(r"[一-龥■]+")
ACTS = re.compile(r".*(?:实行|实施|开展|组织|进行|提供|安排|举办)(?=[一-龥■]{2})")
TIMES = {"小时", "日", "天", "个工作日", "个月", "年", "周", "分钟"}
BINDS = (
    (Direction.AT_LEAST, r"(?:不低于|不少于|不得低于|不得少于|至少|最低|不早于)[^，。；、]{0,2}$", r"^(?:及)?以上"),
    (Direction.AT_MOST, r"(?:不超过|不得超过|不高于|不多于|不得高于|控制在|最高|最多|不晚于)[^，。；、]{0,2}$", r"^(?:及)?(?:以内|以下|之内|内)"),
    (Direction.INCREASE, r"(?:增长|增加|提高|提升|上升|上浮|多)(?:约|近)?了?$", None),
    (Direction.DECREASE, r"(?:下降|减少|降低|压减|缩短|降|减|压缩|提前)(?:约|近)?了?$", None),
    (Direction.KEEP, r"(?:保持|稳定|维持)(?:在|于)?$", None),
)  # fmt: skip
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Thing:
    """Where in the sentence stands what a figure counts, and where what it is counted for.

    `is_part` is true of a part of what was counted before, `goes_on` where it is still the same thing.
    """

    spans: tuple[Span, ...]
    per: Span | None
    is_part: bool = False
    goes_on: bool = False


def find_thing(amount: Amount, text: str, others: list[Amount]) -> Thing:
    """What the number of the masked text counts; `others` are the numbers of the sentence, which bound its words."""
    first, last = clause_of(text, amount)
    before = [other for other in others if first <= other.start and other.end <= amount.start]
    following = min([last, *(other.start for other in others if other.start >= amount.end)])
    is_part = "其中" in text[first : amount.start]
    start = _start(text, first, before)
    if before and is_base(before[-1], text):  # 报名材料由5项精简为3项: what stands before the 5
        base = before[-1]
        begin = _start(text, first, before[:-1])
        led = BASE_BEFORE.search(text[begin : base.start])
        left = _left(text, begin, begin + led.start() if led else base.start)
        if text[slice(*left)] or not re.search("[一-龥]{2}", text[base.end : amount.start]):
            return Thing((left,) if left[1] > left[0] else (), None, is_part, goes_on=left[1] == left[0])
    per = _last_per(text, start, amount.start)
    end = per[0] if per and not text[per[1] : amount.start].strip("为是约") else amount.start
    left = _left(text, per[1] if per and end == amount.start else start, end)
    if per and end == amount.start and left[1] == left[0]:
        left = _left(text, start, per[0])
    behind = _behind(amount, text, following, last)
    words = text[slice(*left)]
    spans = tuple(span for span in (left, behind) if span and span[1] > span[0])
    if not spans and before and before[-1].is_chinese and "、" not in text[before[-1].end : amount.start]:
        left = _left(text, _start(text, first, before[:-1]), before[-1].end)  # 体育、音乐、美术三科不少于50名
        return Thing((left,) if left[1] > left[0] else (), per, is_part)
    if not spans:
        each = bool(per and EACH.match(text, *per))
        if each and not before:
            return Thing((), per, is_part, goes_on=True)
        goes_on = not per and bool(before or GOES_ON.match(text[first : amount.start]))
        told = () if goes_on or before else _told_before(text, first)
        return Thing(told, per, is_part, goes_on=goes_on or bool(before and not told))
    if not behind and GOES_ON.match(words):
        return Thing((), per, is_part, goes_on=True)
    return Thing(spans, per, is_part or (not behind and bool(STAGE.match(words))))


def _start(text: str, first: int, before: list[Amount]) -> int:
    """Where the words of a number begin: at its clause, or after the number before it and what that one counts."""
    if not before:
        return first
    joined = JOINED.match(text[before[-1].end :])
    return before[-1].end + (joined.end() if joined else 0)


def _left(text: str, start: int, end: int) -> Span:
    return _stripped(text, start, end) if start < end else (end, end)


def _told_before(text: str, start: int) -> tuple[Span, ...]:
    """What the clause before says that is done: of `对42名学生实行送教上门，每月不少于4次` 送教上门."""
    ends = [match.start() for match in CLAUSE_END.finditer(text, 0, start)]
    if not ends or text[ends[-1]] not in "，,":
        return ()
    begin = max((match.end() for match in CLAUSE_END.finditer(text, 0, ends[-1])), default=0)
    if match := ACTS.match(text[begin : ends[-1]]):
        begin += match.end()
    elif re.search(r"\d", text[begin : ends[-1]]):
        return ()
    span = _stripped(text, begin, ends[-1])
    return (span,) if span[1] - span[0] > 1 else ()


def find_direction(amount: Amount, text: str) -> Direction:
    """How the words around the number bind it."""
    start, end = clause_of(text, amount)
    before, after = PER.sub("", text[start : amount.start]), text[amount.end : end]
    for direction, told_before, told_after in BINDS:
        if re.search(told_before, before) or (told_after and re.search(told_after, after)):
            return direction
    return Direction.REACH


def _last_per(text: str, start: int, end: int) -> Span | None:
    found = list(PER.finditer(text, start, end))
    return found[-1].span() if found else None


def _stripped(text: str, start: int, end: int) -> Span:
    """The words between without what leads in, and what only binds the number."""
    while True:
        words = text[start:end]
        if match := LEADING.match(words):
            start += match.end()
        elif match := TRAILING.search(words):
            end = start + match.start()
        elif "□" in words:
            start += words.rindex("□") + 1
        elif match := re.match(r"(?:前|起|底|内|以前|之前|期间|中旬|启动)(?=[一-龥]{3})", words):
            start += match.end()
        elif len(words) > LONGEST:
            start = end - LONGEST
        else:
            return (start, max(start, end))


def _behind(amount: Amount, text: str, following: int, last: int) -> Span | None:
    """The noun that follows the number, to the next verb; of a limit in time what is to be done in it."""
    start = amount.end
    if amount.unit in TIMES and (match := LIMITS.match(text[start:last])) and (match[0] or "限期" in text[:start]):
        acts = VERB_AFTER_LIMIT.match(text[start + match.end() : following])
        return (start + match.end(), start + match.end() + min(acts.end(), LONGEST)) if acts else None
    if match := GIVEN.match(text[start:following]) or KEPT_FROM.match(text[start:following]):
        start += match.end()
    elif start >= following or NO_NOUN.match(text[start:]) or NOUN_END.match(text[start:]):
        return None
    start += len(text[start:following]) - len(text[start:following].lstrip("的多余"))
    stop = NOUN_END.search(text, start + 1, following)
    end = min(stop.start() if stop else following, start + LONGEST)
    return (start, end) if end > start else None
