"""The things that a question asks, each by itself: 新建几所，谁负责，学费多少 asks three."""

import re
from dataclasses import dataclass

from assistant.intents import Form
from assistant.understanding.procedures import without_way
from assistant.understanding.wants import RESPONSIBLE_ASKED, UNIT, Want, WantKind, find_wants, in_measures
from ingest.language.folding import fold
from ingest.language.words import content_words

CLAUSE = re.compile(r"[^，,；;。？?！!\n]+")
ASKS = re.compile(
    r"什么|怎么|怎样|如何|哪|[吗么呢](?=\W|$)|多少|几|是否|谁|有没有|能不能|可不可以|要不要|多久|多大|多长|咋"
    r"|\b(?:what|which|who|when|where|why|how|is|are|does|do|can|may|must)\b"
)
CONTENT = re.compile(  # what is said of a matter, or how it is done
    r"(?:写|讲|说|提|谈)(?:了|到|过)?(?:些|的)?(?:什么|啥|哪些)|(?:规定|要求|安排|内容)(?:了|是|有)?(?:些)?(?:什么|啥|哪些)"
    r"|(?:有|出台|采取)?了?(?:什么|哪些|啥|怎样的|怎么样的)(?:具体|新|重要)?(?:的)?(?:措施|规定|要求|安排|内容|做法|举措|办法|政策|说法|打算|计划|动作|工作|任务|部署|活动|项目|优惠|照顾)"
    r"|(?:措施|举措|做法|任务|工作|要求|规定|内容)(?:都)?(?:有|是)?(?:哪些|什么|啥)|怎么|怎样|如何|咋(?!样)|怎办"
    r"|\bwhat does\b.*\bsay\b|\bhow (?:does|do|is|are|will|can|should)\b|\bwhat (?:measures|steps|rules|is said|is planned)\b"
)
VERDICT = re.compile(r"[吗么](?=\W|$)|有没有|是否|能不能|可不可以|要不要|^(?:is|are|does|do|can|may|must) ")
STRICT = (  # what asks for one of these asks for it alone, however it is put: 怎么收费，多少钱
    WantKind.SHARE,
    WantKind.QUANTITY,
    WantKind.MONEY,
    WantKind.DATE,
    WantKind.DURATION,
    WantKind.LENGTH,
    WantKind.AGE,
    WantKind.CLOCK,
    WantKind.PHONE,
)
ALONE = frozenset(
    [
        "负责",
        "牵头",
        "主管",
        "还",
        "另外",
        "一共",
        "分别",
        "大概",
        "需要",
        "时候",
        "时间",
        "具体",
        "完成",
        "启动",
        "开始",
        "结束",
        "落实",
        "实施",
    ]
)

TOLD_OF_ANY = frozenset("收交缴给发建招办要用管做搞弄花开去来到有在算")  # deeds that are said of any matter: 收多少钱
MEASURED = re.compile(
    r"(?<=[几多少])(?:多)?(?:[个所名人位间次门项届批份条处台辆元分天年场支家类种部张篇户套座岁周期轮节对款米本册件级倍班站句起盏])(?=\W|$|的|[^\u4e00-\u9fff])"
)
APART = re.compile(r"([^，,。？?！]{3,40}?)(?:分别|各自|各(?=[^，,。？?]{0,3}(?:多少|几|什么|哪|怎)))")
AND = re.compile("以及|[和与及跟、]")
HOW = re.compile(r"(?:怎么|如何|怎样|咋)(?:才|能|可以|去|来|样|办理?)*([^，。？?！,]{2,10})")
AFTER_ASKING = re.compile(rf"(?:多少|几)(?:{UNIT})?([\u4e00-\u9fff]{{2,8}}?)(?:$|\W|呢|吗)")  # 新建多少公办学位
BEFORE_ASKING = re.compile(
    r"([^，。？?！,]{2,12}?)(?:一共|大概|都|分别|具体|到底|最多|最少|可以|需要|应该)?(?:是|有|要|为|得|在|由|找|能|归)?"
    r"(?:多少|几|什么时候|啥时候|哪一?天|何时|在哪|哪里|哪儿|谁|哪些|哪个|什么|啥|多久|多长|多大|怎么办|吗|么$)"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """One thing that is asked: its folded words, as they were said, and whether they name no matter of their own."""

    text: str
    said: str
    is_of_before: bool = False  # 谁负责: of what the clause before asks about


def split_asks(text: str) -> tuple[Clause, ...]:
    """The things that a folded question asks; one where it asks one, with all that is said around it."""
    clauses = [match[0].strip() for match in CLAUSE.finditer(text) if match[0].strip()]
    asking = [clause for clause in clauses if ASKS.search(clause) or find_wants(clause)]
    if len(asking) < 2 or not _own_words(asking[0]):
        return (Clause(text, text.strip(" ，。？?")),)
    return tuple(
        Clause(clause, clause.lstrip("的 "), is_of_before=place > 0 and not _own_words(clause))
        for place, clause in enumerate(asking)
    )


def form_of(text: str, wants: tuple[Want, ...]) -> Form:
    """What an answer to the folded question must do."""
    folded = fold(text)
    if any(want.kind in STRICT for want in wants):
        return Form.FACT
    if CONTENT.search(folded):
        return Form.CONTENT
    return Form.VERDICT if VERDICT.search(folded) else Form.FACT


def topic_of(text: str) -> str:
    """The clause's words without those that ask."""
    return " ".join(_own_words(text))


def matter_of(text: str) -> str:
    """The text without words that tell nothing of the matter.

    `校车多少` of `校车多少辆`, `转学` of `怎么办理转学`, `校车安全` of `校车安全有什么措施`.
    """
    plain = MEASURED.sub("", in_measures(text))
    matter = CONTENT.sub(" ", without_way(plain)).strip()
    return matter if content_words(matter) else plain


def counted_of(text: str) -> tuple[str, ...]:
    """The word for what is counted: 学位 of `新建多少公办学位`; none where nothing is named behind the asking word."""
    match = AFTER_ASKING.search(fold(text))
    return content_words(match[1])[-1:] if match else ()


def focus_of(text: str) -> tuple[str, ...]:
    """The words that name what is asked for of the matter: 退费 of `课后服务怎么退费`, 工资 of `校车司机工资多少`."""
    folded = fold(text)
    if match := HOW.search(folded):
        return content_words(match[1])
    if match := BEFORE_ASKING.search(folded):
        return content_words(match[1])[-1:]
    return ()


def things_apart(text: str) -> tuple[str, ...]:
    """The things of which the text asks each by itself: 毛入学率 and 本科率 of `毛入学率和本科率分别定多少`; none where it does not."""
    match = APART.search(fold(text))
    things = tuple(thing for thing in AND.split(match[1]) if len(thing) > 1) if match else ()
    return things if len(things) > 1 else ()


def deeds_of(clause: str) -> tuple[str, ...]:
    """The short words of a clause that names no matter, which say what is done: 丢 and 赔 of `弄丢了怎么赔`."""
    return tuple(word for word in content_words(_without_asking(fold(clause))) if word not in ALONE | TOLD_OF_ANY)


def _own_words(clause: str) -> list[str]:
    """The words that name a matter."""
    return [word for word in content_words(_without_asking(clause)) if word not in ALONE and len(word) > 1]


def _without_asking(clause: str) -> str:
    return ASKS.sub(" ", CONTENT.sub(" ", re.sub(RESPONSIBLE_ASKED, " ", clause)))
