"""What a plan tells in several items below one heading, and which answers together: the steps of 怎么办理, the papers of 要带什么材料."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.understanding.classes import conflict
from assistant.units import title_of
from assistant.weighing.entries import entries_of, opens_list
from ingest.language.folding import fold
from ingest.language.patterns import Pattern
from ingest.language.words import content_words
from vectorstore.alignment import Alignment
from vectorstore.item_store import StoredItem


@dataclass(frozen=True, slots=True)
class Kind:
    """What questions ask for, above what it stands, and with which words a list of it opens."""

    asked: Pattern
    heading: Pattern
    opening: Pattern
    holds_best: bool = False  # it answers only where the item that answers best is among it


STEPS = Kind(
    Pattern(
        "a question for the steps in which something is done",
        r"""
        (?:怎么|怎样|如何|咋)(?:样|才能|去|来|能|可以)?(?:办理|办(?=[^\W法理])|申请|申报|报名|登记|转(?=[入出学])|报(?=[名考])|领取?|开具)
        |(?:流程|手续|步骤|程序)(?:怎么(?:办理?|走|弄)?|是|有)
        |(?:什么|哪些|啥)(?:流程|手续|步骤|程序)
        """,
        matches=("怎么办理教师资格证", "转学的流程是什么", "要走哪些程序"),
        misses=("没人接怎么办", "报名要带什么", "怎么处理"),
        flags=re.VERBOSE,
    ),
    Pattern(
        "the heading of a part that tells the steps",
        r"(?:办理|办事|申请|申报|报名|受理|认定|登记|招生|录取|审批)?(?:流程|程序|步骤)$|(?:报名|登记|申请|办理)(?:办法|方式)$|(?:怎么|如何|怎样)(?:办理?|申请|报名|申报)$",
        matches=("办理流程", "怎么办", "报名程序", "三、报名办法"),
        misses=("工作流程图要上墙", "谁可以申请", "管理办法"),
    ),
    Pattern(
        "the words that open a list of steps",
        r"(?:程序|流程|步骤|手续)[^。；：:]{0,8}[：:]$",
        matches=("确需带入的，按下列程序办理：",),
        misses=("下列学生免收：",),
    ),
)
DAYS = Kind(
    Pattern(
        "a question for the day or place of what is done in steps",
        r"(?:什么时候|啥时候|何时|哪几?天|几号|在哪里?|[去到]哪里?)(?:开始|能|可以|去)?(?:报名|登记|申请|办理)|(?:报名|登记|申请|办理)(?:时间)?(?:是|在|到|去)*(?:什么时候|啥时候|哪几?天|几号|哪里|哪儿)",
        matches=("什么时候报名", "在哪里登记", "报名是哪几天"),
        misses=("什么时候放假", "报名要带什么"),
    ),
    STEPS.heading,
    STEPS.opening,
    holds_best=True,
)
DOCUMENTS = Kind(
    Pattern(
        "a question for the papers that are to be brought",
        r"(?:什么|哪些|啥|几样)(?:材料|证件|证明|资料|手续)|(?:材料|证件|证明|资料|手续)(?:都|是|有|要|需要)*(?:什么|哪些|啥)|[带备]齐?(?:些)?(?:什么|啥)(?=\W|$|去)",
        matches=("报名要带什么材料", "要准备的材料有哪些", "报名要带啥"),
        misses=("什么时候交材料", "带手机怎么办"),
    ),
    Pattern(
        "the heading of a part that lists papers",
        r"(?:材料|证件|证明|资料)(?:清单|目录)?$|^(?:所需|需要?|应)?(?:提交|提供|准备|携带|交验)?(?:的)?手续$",
        matches=("四、所需材料", "报名材料清单", "需要的证件"),
        misses=("材料审核", "申请程序"),
    ),
    Pattern(
        "the words that open a list of papers",
        r"(?:材料|证件|证明|资料)[^。；：:]{0,8}[：:]$",
        matches=("申请时提交下列材料：",),
        misses=("下列学生免收：",),
    ),
)
REF_END = re.compile(r"[-.]?[(（]?[\d一二三四五六七八九十]+[)）]?$")  # the own number of an item: 2 of 办理-怎么办.2
LEAST_NAMED = 0.25  # share of the question's words that the plan's title, the items and what stands above them hold
LEAST_OF_ONE = 0.15  # of the question's words beyond these, by the heading of an item that alone is asked for
MOST_TOGETHER = 8


def find_together(
    folded_question: str, items: Sequence[StoredItem], title: str, alignment: Alignment, *, best: StoredItem
) -> list[StoredItem]:
    """The items that together tell what is asked, in order; none where the plan tells it otherwise.

    `best` is the item that alone answers best. Where the question names some of the items by their headings, these tell it.
    """
    for kind in () if conflict(folded_question, fold(title)) else (STEPS, DOCUMENTS, DAYS):
        if not kind.asked.compiled.search(folded_question):
            continue
        meant = [one for one in items if not conflict(folded_question, fold(one.item.heading))]
        group = _best_group(_groups(kind, meant), title, alignment)
        if group and (best in group or not kind.holds_best):
            return group[:MOST_TOGETHER]
    return []


def _groups(kind: Kind, items: Sequence[StoredItem]) -> dict[str, list[StoredItem]]:
    """The items of the kind by what stands above them; an item that is headed so itself is one alone."""
    groups: dict[str, list[StoredItem]] = {}
    for stored in items:
        if above := _above(kind, stored):
            groups.setdefault(above, []).append(stored)
        if opens_list(stored) and kind.opening.compiled.search(fold(stored.item.text.rstrip())):
            groups[fold(f"{stored.item.section_title} {stored.item.text}")] = [stored, *entries_of(stored, items)]
    return groups


def _best_group(groups: dict[str, list[StoredItem]], title: str, alignment: Alignment) -> list[StoredItem]:
    told = {above: " ".join((title, above, *(one.item.text for one in group))) for above, group in groups.items()}
    named = {above: alignment.coverage(content_words(text)) for above, text in told.items()}
    best = max(named, key=named.__getitem__, default="")
    if not best or named[best] < LEAST_NAMED:
        return []
    above = content_words(f"{title} {best}")
    gains = [alignment.gain(content_words(title_of(one.item)), above) for one in groups[best]]
    return [one for one, gain in zip(groups[best], gains, strict=True) if gain >= LEAST_OF_ONE] or groups[best]


def _above(kind: Kind, stored: StoredItem) -> str:
    """What stands above the item, where it is a heading of the kind: 助学贷款 怎么办."""
    title, within = fold(stored.item.section_title), fold(REF_END.sub("", stored.item.ref))
    if kind.heading.compiled.search(title):
        return title
    if kind.heading.compiled.search(fold(title_of(stored.item))):
        return f"{title} {fold(title_of(stored.item))}"
    return f"{title} {within}" if kind.heading.compiled.search(within) else ""
