"""What a figure counts, in the sentence's own words: the noun before it or behind it, with its verb."""

import re
from dataclasses import dataclass

from assistant.targets.amounts import Amount
from assistant.targets.aside import clause_of
from assistant.targets.target import Direction

PER = re.compile(r"(?:每(?:个?学期|个?学年|个?季度|半年|个?月|个?工作室|个?集团|县(?:\(区\))?|[一-龥])(?:的)?)+")
LEADING = re.compile(
    r"^(?:[□\s]+(?:以前|之前|前|起|底|期间|内|前后)?|其中|到|至|全年|年内|年底|年末|前|全[市县区省州]|各县\(区\)|并|同时|以及|和|与|及|共|再|另|对|为|在|给|从|由|按照|按|以|将|把|向|需|各校?|均|等|下半年|上半年|预计|力争|计划(?!招生)|,|、|，)+"
)
TRAILING = re.compile(
    r"(?:不低于|不少于|不得低于|不得少于|不超过|不得超过|不高于|不多于|不早于|不晚于|控制在|稳定在|保持在?|维持在?|力争|预计|计划|提高到?至?|提升[到至]?|达到?|增加[到至]?|增长[到至]?|扩大[到至]|延长[到至]?|缩短[到至]?|降[到至低]?|下降[到至]?|减[到至少为]*|压减[到至]?|调整[为到至]|精简[为到至]|规范整合为|上升[到至]?|至少|最高|最低|最多|超过|接近|约为?|近|共计?|合计|总计|累计|分别|均|各|为|是|有|占|到|至|在|按|以|达|的|并|于|须|要|再|仅|:|：|\(|、|，|,|\s|□)+$"
)
VERB_ONLY = re.compile(
    r"^(?:新建|改扩建|新增|新扩建|新改扩建|建设|建成|创建|打造|培养|培训|招聘|公开招聘|评选|遴选|组建|开展|举办|选派|认定|完成|推进|启动|安排|增加|设立|设|覆盖|惠及|资助|受益|引进|补充|招收|招录|接收|更新|改造|配备|保留|实现|投入|总投资|需资金|共计|组织|聘任|聘请|抽查|抽测|轮训|新设|新评|新增设|筹建|建立|申报|争创|完善|实施|发展|表彰|奖励|选聘|选拔|遴选|落实|增设|新创建|购置|新购|采购|验收|检查|巡查|排查|改建|扩建|迁建|修建|维修|交流|签约|签订|发放|开设|开发|建好|办好|命名|新|再|推出)+(?:了)?$"
)
NO_NOUN = re.compile(
    r"^(?:以上|以下|以内|之内|之间|左右|上下|内|前|后|起|的?[，。；、：:;)）!？?\s]|的?$|至|到|和|与|或|及|给予|予以|不|,|□|补助|标准|计算)"
)
NOUN_END = re.compile(
    r"[，。；、：:;!?（）()“”□]|,|进行|开展|实行|实施|全部|均|都|于|给予|予以|每|按|不|达到|完成|建成|改造|购买|安装|设置|配备|提供|接入|建立|送教|落实|招生|年检|宽带|开设|为|在|到|由|和其|须|应|将|一般|纳入|所需|拨付|与学|结对|上课|联网|发放|覆盖|增加|减少|至"
)
STAGE = re.compile(
    r"^(?:小学(?:高年级|低年级|生)?|初中(?:生|起始年级|一年级)?|高中生?|普通高中|中学|幼儿园|(?:新|改扩)建(?:园)?|改扩建|职业学校|专职|高级|中级|专任|骨干教师|女性|男性|城区|农村|乡镇|寄宿生|走读生|体育|公办|民办|首批|其余|家长|小班|中班|大班|区级|市级|校级|省级|[一-龥]{2,6}培训)$"
)
LONGEST = 24
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
    """Where in the sentence stands what a figure counts, where what it is counted for, and whether it is a part of more."""

    spans: tuple[Span, ...]
    per: Span | None
    is_part: bool


def find_thing(amount: Amount, text: str, others: list[Amount]) -> Thing:
    """What the number of the masked text counts; `others` are the numbers of the sentence, which bound its words."""
    start, end = clause_of(text, amount)
    start = max([start, *(other.end for other in others if start < other.end <= amount.start)])
    following = min([end, *(other.start for other in others if other.start >= amount.end)])
    is_part = "其中" in text[clause_of(text, amount)[0] : amount.start]
    per = _last_per(text, start, amount.start)
    before = _stripped(text, start, per[0] if per and text[per[1] : amount.start].strip("为是") == "" else amount.start)
    if per and before[0] < per[1] <= before[1]:  # 每所给予工作经费3万元
        before = _stripped(text, per[1], amount.start)
    behind = _behind(text, amount.end, following)
    left = text[slice(*before)]
    if behind and (not left or VERB_ONLY.match(left)):
        return Thing((before, behind) if left else (behind,), per, is_part)
    if left:
        return Thing((before,), per, is_part or bool(STAGE.match(left)))
    return Thing((), per, is_part)


def find_direction(amount: Amount, text: str) -> Direction:
    """How the words around the number bind it."""
    start, end = clause_of(text, amount)
    before, after = text[start : amount.start], text[amount.end : end]
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


def _behind(text: str, start: int, end: int) -> Span | None:
    """The noun that follows the number, to the next verb."""
    if start >= end or NO_NOUN.match(text[start:]):
        return None
    start += len(text[start:end]) - len(text[start:end].lstrip("的多余"))
    stop = NOUN_END.search(text, start + 1, end)
    end = min(stop.start() if stop else end, start + LONGEST)
    return (start, end) if end > start else None
