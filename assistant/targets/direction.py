"""How a figure binds: 不低于 as a lower bound, 以内 as an upper one, 下降 as a change by it."""

import re

from assistant.targets.amounts import Amount
from assistant.targets.masks import clause_of
from assistant.targets.nouns import PER
from assistant.targets.target import Direction

BINDS = (
    (Direction.AT_LEAST, r"(?:不低于|不少于|不得低于|不得少于|至少|最低|不早于)[^，。；、]{0,2}$", r"^(?:及)?以上"),
    (Direction.AT_MOST, r"(?:不超过|不得超过|不高于|不多于|不得高于|控制在|最高|最多|不晚于)[^，。；、]{0,2}$", r"^(?:及)?(?:以内|以下|之内|内)"),
    (Direction.INCREASE, r"(?:增长|增加|提高|提升|上升|上浮|多)(?:约|近)?了?$", None),
    (Direction.DECREASE, r"(?:下降|减少|降低|压减|缩短|降|减|压缩|提前)(?:约|近)?了?$", None),
    (Direction.KEEP, r"(?:保持|稳定|维持)(?:在|于)?$", None),
)  # fmt: skip


def find_direction(amount: Amount, text: str) -> Direction:
    """How the words around the number bind it."""
    start, end = clause_of(text, amount)
    before, after = PER.sub("", text[start : amount.start]), text[amount.end : end]
    for direction, told_before, told_after in BINDS:
        if re.search(told_before, before) or (told_after and re.search(told_after, after)):
            return direction
    return Direction.REACH
