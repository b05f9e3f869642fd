"""What a sentence forbids or bounds the other way round than the item: 不得 told as 可以, 不少于 as 不超过, 免收 as 收取."""

import re
from collections.abc import Sequence

from ingest.characters import fold
from vectorstore.words import content_words

CLAUSE = re.compile(r"[^，,。；;：:！？\n]+")
DENIES = re.compile(
    r"不得|不准|不许|不允许|不可|不能|不再|不设|不组织|不举办|不以|不留|不收|不与|严禁|禁止|杜绝|取消|停止|无需|不必|不用|没有|未(?=[\u4e00-\u9fff])|从不|并非|不是|非(?=[\u4e00-\u9fff]{1,4}不)"
    r"|\b(?:not|no|never|forbidden|prohibit\w*|ban(?:s|ned)?)\b"
)
AT_LEAST = re.compile(r"不少于|不低于|不早于|不小于|至少|以上|不少過|起码|最少|at least")
AT_MOST = re.compile(r"不超过|不高于|不多于|不晚于|不迟于|不大于|至多|最多|以内|以下|之内|at most|no more than")
FREE = re.compile(r"免(?:费|收|除|交|缴)|全免|减免|免(?=[，。]|$)|不收费|for free|free of charge")
CHARGED = re.compile(r"(?<!不)(?<!免)(?:收取|收费|缴纳|缴费|交纳)")
LEAST_SHARED = 0.5  # of a clause's words by the item's clause that it is compared with


def opposes(text: str, sentences: Sequence[str]) -> bool:
    """Whether a clause of the text says the opposite of the item's clause that is nearest in words."""
    clauses = [clause for sentence in sentences for clause in CLAUSE.findall(fold(sentence))]
    return any(_opposes(clause, clauses) for clause in CLAUSE.findall(fold(text)))


def _opposes(clause: str, clauses: Sequence[str]) -> bool:
    words = [word for word in content_words(clause) if not DENIES.fullmatch(word)]
    if not words or not clauses:
        return False
    shared = [sum(word in other for word in words) / len(words) for other in clauses]
    most = max(shared)
    if most < LEAST_SHARED:
        return False
    nearest = [other for other, share in zip(clauses, shared, strict=True) if share == most]
    return all(_differ(clause, other) for other in nearest)


def _differ(clause: str, other: str) -> bool:
    if bool(DENIES.search(clause)) != bool(DENIES.search(other)) and not (FREE.search(clause) and FREE.search(other)):
        return True
    if AT_LEAST.search(clause) and AT_MOST.search(other) and not AT_LEAST.search(other):
        return True
    if AT_MOST.search(clause) and AT_LEAST.search(other) and not AT_MOST.search(other):
        return True
    return bool(FREE.search(other) and not FREE.search(clause) and CHARGED.search(clause))
