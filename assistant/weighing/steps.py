"""The steps in which a plan tells how something is done, one item each, which answer 怎么办理 together."""

import re
from collections.abc import Sequence

from assistant.weighing.entries import entries_of, opens_list
from ingest.language.folding import fold
from ingest.language.patterns import Pattern
from ingest.language.words import content_words
from vectorstore.alignment import Alignment
from vectorstore.item_store import StoredItem

ASKED = Pattern(
    "a question for the steps in which something is done",
    r"""
    (?:怎么|怎样|如何|咋)(?:样|才能|去|来|能|可以)?(?:办理|办(?=[^\W法理])|申请|申报|报名|登记|转(?=[入出学])|报(?=[名考])|领取?|开具)
    |(?:流程|手续|步骤|程序)(?:怎么(?:办理?|走|弄)?|是|有)
    |(?:什么|哪些|啥)(?:流程|手续|步骤|程序)
    """,
    matches=("怎么办理教师资格证", "转学的流程是什么", "要走哪些程序"),
    misses=("没人接怎么办", "报名要带什么", "怎么处理"),
    flags=re.VERBOSE,
)
HEADING = Pattern(
    "the heading of a part that tells the steps",
    r"(?:办理|办事|申请|申报|报名|受理|认定|登记|招生|录取|审批)?(?:流程|程序|步骤)$|(?:怎么|如何|怎样)(?:办理?|申请|报名|申报)$",
    matches=("办理流程", "怎么办", "报名程序"),
    misses=("工作流程图要上墙", "谁可以申请"),
)
OPENING = Pattern(
    "the words that open a list of steps",
    r"(?:程序|流程|步骤|手续)[^。；：:]{0,8}[：:]$",
    matches=("确需带入的，按下列程序办理：",),
    misses=("下列学生免收：",),
)
REF_END = re.compile(r"[-.]?[(（]?[\d一二三四五六七八九十]+[)）]?$")  # the own number of an item: 2 of 办理-怎么办.2
LEAST_NAMED = 0.3  # share of the question's words that the plan's title and what stands above the steps hold
MOST_STEPS = 8


def asks_steps(folded_question: str) -> bool:
    """Whether the folded question asks how something is done, step by step."""
    return bool(ASKED.compiled.search(folded_question))


def find_steps(items: Sequence[StoredItem], title: str, alignment: Alignment) -> list[StoredItem]:
    """The items that tell the steps of what is asked, in order; none where no part of the plan does."""
    groups: dict[str, list[StoredItem]] = {}
    for stored in items:
        if above := _above(stored):
            groups.setdefault(above, []).append(stored)
    for stored in items:
        if opens_list(stored) and OPENING.compiled.search(fold(stored.item.text.rstrip())):
            groups[fold(f"{stored.item.section_title} {stored.item.text}")] = [stored, *entries_of(stored, items)]
    named = {above: alignment.coverage(content_words(f"{title} {above}")) for above in groups if len(groups[above]) > 1}
    best = max(named, key=named.__getitem__, default="")
    return groups[best][:MOST_STEPS] if best and named[best] >= LEAST_NAMED else []


def _above(stored: StoredItem) -> str:
    """What stands above the item, where it is the heading of steps: 助学贷款 怎么办."""
    title, within = fold(stored.item.section_title), fold(REF_END.sub("", stored.item.ref))
    if HEADING.compiled.search(title):
        return title
    return f"{title} {within}" if HEADING.compiled.search(within) else ""
