"""The things that a question asks, each by itself: 新建几所，谁负责，学费多少 asks three."""

import re
from dataclasses import dataclass

from assistant.question import Form
from assistant.understanding.wants import Want, WantKind, find_wants
from ingest.language.folding import fold
from ingest.language.words import content_words

CLAUSE = re.compile(r"[^，,；;。？?！!\n]+")
ASKS = re.compile(
    r"什么|怎么|怎样|如何|哪|[吗么呢](?=\W|$)|多少|几|是否|谁|有没有|能不能|可不可以|要不要|多久|多大|多长|咋"
    r"|\b(?:what|which|who|when|where|why|how|is|are|does|do|can|may|must)\b"
)
CONTENT = re.compile(  # what is said of a matter, or how it is done
    r"(?:写|讲|说|提|谈)(?:了|到|过)?(?:些|的)?(?:什么|啥|哪些)|(?:规定|要求|安排|内容)(?:了|是|有)?(?:些)?(?:什么|啥|哪些)"
    r"|(?:有|出台|采取)?了?(?:什么|哪些|啥|怎样的|怎么样的)(?:具体|新|重要)?(?:的)?(?:措施|规定|要求|安排|内容|做法|举措|办法|政策|说法|打算|计划|动作|工作|任务|部署)"
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
    WantKind.CLOCK,
    WantKind.PHONE,
)
ALONE = frozenset(["负责", "牵头", "主管", "还", "另外", "一共", "分别", "大概", "需要", "时候", "时间", "具体"])


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing that is asked: its folded words, as they were said, and whether they name no matter of their own."""

    text: str
    said: str
    is_of_before: bool = False  # 谁负责: of what the clause before asks about


def split_asks(text: str) -> tuple[Ask, ...]:
    """The things that a folded question asks; one where it asks one, with all that is said around it."""
    clauses = [match[0].strip() for match in CLAUSE.finditer(text) if match[0].strip()]
    asking = [clause for clause in clauses if ASKS.search(clause) or find_wants(clause)]
    if len(asking) < 2 or not _own_words(asking[0]):
        return (Ask(text, text.strip(" ，。？?")),)
    return tuple(
        Ask(clause, clause, is_of_before=place > 0 and not _own_words(clause)) for place, clause in enumerate(asking)
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


def _own_words(clause: str) -> list[str]:
    """The words that name a matter."""
    plain = ASKS.sub(" ", CONTENT.sub(" ", clause))
    for want in find_wants(clause):
        plain = plain.replace(want.unit, " ") if want.kind is WantKind.BODY and want.unit else plain
    return [word for word in content_words(plain) if word not in ALONE and len(word) > 1]
