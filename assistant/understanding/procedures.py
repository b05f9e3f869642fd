"""How a thing is applied for: what asks for the way, and what in a plan tells it."""

import re

from ingest.language.folding import fold
from ingest.language.patterns import Pattern

ASKED = Pattern(
    "a question for the way something is applied for",
    r"""
    (?:怎么|怎样|如何|咋)(?:样|才能|去|来|能|可以)?(?:办理|办(?=[^\W法理])|申请|申报|报名|登记|转(?=[入出学])|报(?=[名考])|领取?|补办|开具)
    |(?:流程|手续|步骤|程序)(?:怎么(?:办理?|走|弄)?|是|有|要|多|复杂|[^，。]{0,4}(?:什么|哪些|啥))
    |(?:什么|哪些|啥)(?:流程|手续|步骤|程序|材料|证件|证明|资料)
    |(?:要|需要?|得)(?:带|交|准备|提供|拿)[^，。]{0,3}(?:什么|哪些|啥)
    |how\ (?:do|can|should)\ (?:i|we)\ (?:apply|register|enrol|sign\ up)|what\ (?:documents|papers)
    """,
    matches=("怎么办理转学", "转学需要什么手续", "报名要带什么", "how do i apply for it"),
    misses=("怎么办", "怎么处理", "老师怎么管", "新建几所"),
    flags=re.VERBOSE,
)
TOLD = Pattern(
    "words of the way something is applied for",
    r"""
    (?:提出|提交|填写|填报|受理|递交|网上|现场|书面)[^，。；]{0,6}(?:申请|报名|登记|材料|表)|申请表|报名表
    |(?:应当|应|须|需|要|可)(?:提供|提交|携带|持|凭|出具|登录)|(?:原件|复印件|证明|户口簿|居住证)[^，。；]{0,6}(?:和|及|、|到|办)
    |(?:下列|以下|相关)(?:材料|证件|手续|程序)|工作日内|(?:申请|报名|登记)(?:每年|时间|材料|程序|流程)|登录
    """,
    matches=("申请转学应当提交下列材料：", "在七个工作日内作出答复", "填写报名表"),
    misses=("毕业年级原则上不办理转学", "新建幼儿园三所"),
    flags=re.VERBOSE,
)


def asks_procedure(folded_question: str) -> bool:
    """Whether the folded question asks how something is applied for: `怎么办理转学`, not `没人接怎么办`."""
    return bool(ASKED.compiled.search(folded_question))


def without_way(folded_question: str) -> str:
    """The folded question without the words that ask for the way: `转学` of `怎么办理转学`."""
    return ASKED.compiled.sub(" ", folded_question).strip()


def tells_procedure(text: str) -> bool:
    """Whether the text tells it: `申请转学应当提交下列材料`."""
    return bool(TOLD.compiled.search(fold(text)))
