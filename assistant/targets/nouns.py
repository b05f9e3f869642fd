"""The words before and behind a number that name what it counts, cut from what only leads in or binds it."""

import re

from assistant.targets.amounts import is_length
from ingest.language.quantities import Quantity

LEADING = re.compile(
    r"^(?:[□\s\d.、()]+(?:以前|之前|前|起|底|期间|内|前后)?|其中|到|至(?!少)|全年|年内|年底|年末|前|全[市县区省州]|各县\(区\)|并|同时|以及|和|与|及|或|至少|最多|共(?!同)|再|另|对|为|在|给|从|由(?!于)|按照|按|以|将|把|向|需|各校?(?!类)|均|等(?!级)|下半年|上半年|预计|力争|计划(?!招生)|且|还|平均|,|、|，)+"
)
TRAILING = re.compile(
    r"(?:[比较](?:上年|去年|上年度|□+)|不低于|不少于|不得低于|不得少于|不超过|不得超过|不高于|不多于|不早于|不晚于|控制在|稳定在|保持在?|维持在?|力争|预计|计划|提高到?至?|提升[到至]?|达到?|增加[到至]?|增长[到至]?|扩大[到至]|延长[到至]?|缩短[到至]?|降[到至低]?|下降[到至]?|减[到至少为]*|压减[到至]?|调整[为到至]|精简[为到至]|规范整合为|上升[到至]?|至少|最高|最低|最多|超过|接近|约为?|近|平均|共计?|合计|总计|累计|分别|均|各|为|是|有|占|到|至|在|按|以|达|的|并|于|须|要|再|仅|:|：|\(|、|，|,|\s|□)+$"
)
AFTER_DATE = re.compile(r"(?:前|起|底|内|以前|之前|期间|中旬|启动)(?=[一-龥]{3})")  # what a date leaves behind
NO_NOUN = re.compile(
    r"^(?:以上|以下|以内|之内|之间|左右|上下|内|前|后|起|的?[，。；、：:;)）!？?\s]|的?$|至|到|和|与|或|及|以|不|,|□|计算|并|后|则|即|者)"
)
GIVEN = re.compile(r"^(?:的)?(?:给予|予以)")
NOUN_END = re.compile(
    r"全覆盖|[，。；、：:;!?（）()“”□]|,|进行|开展|实行|实施|全部|均|给予|予以|每|不|达到|完成|建成|改造|购买|安装|设置|配备|提供|接入|建立|送教|落实|招生|年检|开设|为|在|到|由|须|应|将|一般|纳入|所需|拨付|结对|上课|联网|发放|覆盖|增加|减少|补充|共|统一|配套|与之|设立|分类|集中|创建|惠及|投入|用于"
)
LONGEST = 24
KEPT_FROM = re.compile(r"^(?:不能|未能|无法|暂未)[一-龥]{1,10}?的(?=[一-龥]{2})")  # 42名不能到校就读的学生
LIMITS = re.compile(r"^(?:之?内|以内)?(?=[一-龥])")
VERB_AFTER_LIMIT = re.compile(r"[一-龥■]+")
Span = tuple[int, int]


def noun_before(text: str, start: int, end: int) -> Span:
    """The words between the places without what leads in and what only binds the number; where nothing is left, an empty span."""
    start = min(start, end)
    while True:
        words = text[start:end]
        if match := LEADING.match(words):
            start += match.end()
        elif match := TRAILING.search(words):
            end = start + match.start()
        elif "□" in words:
            start += words.rindex("□") + 1
        elif match := AFTER_DATE.match(words):
            start += match.end()
        elif len(words) > LONGEST:
            start = end - LONGEST
        else:
            return (start, max(start, end))


def noun_behind(amount: Quantity, text: str, following: int, last: int) -> Span | None:
    """The noun that follows the number, to the next verb or the `following` number; of a limit in time what is to be done in it."""
    limit = LIMITS.match(text[amount.end : last]) if is_length(amount) else None
    if limit and (limit[0] or "限期" in text[: amount.start]):
        return _done_within(text, amount.end + limit.end(), following)
    start = amount.end
    if match := GIVEN.match(text[start:following]) or KEPT_FROM.match(text[start:following]):
        start += match.end()
    elif start >= following or NO_NOUN.match(text[start:]) or NOUN_END.match(text[start:]):
        return None
    start += len(text[start:following]) - len(text[start:following].lstrip("的多余"))
    stop = NOUN_END.search(text, start + 1, following)
    end = min(stop.start() if stop else following, start + LONGEST)
    return (start, end) if end > start else None


def _done_within(text: str, start: int, following: int) -> Span | None:
    acts = VERB_AFTER_LIMIT.match(text[start:following])
    return (start, start + min(acts.end(), LONGEST)) if acts else None
