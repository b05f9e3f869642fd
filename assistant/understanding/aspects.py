"""Aspects of a matter that an item must itself speak of before it answers a question for them: the fee is not its refund."""

from dataclasses import dataclass

from ingest.language.patterns import Pattern


@dataclass(frozen=True, slots=True)
class Aspect:
    """What asks for an aspect in a question, and what an item that speaks of it holds."""

    name: str
    asked: Pattern
    told: Pattern


def _aspect(name: str, asked: str, told: str, question: str, item: str) -> Aspect:
    return Aspect(
        name,
        Pattern(f"a question for {name}", asked, matches=(question,), misses=("按时发布",)),
        Pattern(f"a text that speaks of {name}", told, matches=(item,), misses=("按时发布",)),
    )


ASPECTS = (
    _aspect("refunds", "退[费款钱还学]|[能可]退|怎么退|退不退|refund", "退", "课后服务怎么退费", "未参加的按月退还"),
    _aspect("pay", "工资|薪水|薪资|月薪|salar|wage", "工资|薪|待遇|津贴|报酬", "司机工资多少", "按月发放待遇"),
    _aspect("penalties", "处罚|罚款|罚多少|什么处分|penalt|punish", "罚|处分|追究|问责|查处|通报|取消|扣", "会受什么处罚", "予以通报"),
    _aspect("complaints", "投诉|申诉|举报|complain|appeal", "投诉|申诉|举报|信访|监督|异议|反映", "去哪里投诉", "受理异议"),
    _aspect("insurance", "保险|insurance", "保险|投保|理赔", "买不买保险", "统一投保"),
    _aspect("exemptions", "减免|免不免|能免|exempt", "免|减", "学费能免吗", "全额减收"),
    _aspect("marks for admission", "分数线|录取线|录取分|cut-?off", "分|录取|投档", "录取分数线多少", "最低452分"),
    _aspect("colours", "什么颜色|啥颜色|what colou?r", "色", "校服什么颜色", "统一为藏青色"),
)  # fmt: skip


def lacking_aspect(question: str, text: str) -> str:
    """The aspect that the folded question asks for and the folded text does not speak of; "" where there is none."""
    lacking = (
        one.name for one in ASPECTS if one.asked.compiled.search(question) and not one.told.compiled.search(text)
    )
    return next(lacking, "")
